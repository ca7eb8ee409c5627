import type { Suggestion } from '#search/model.ts';
import { ACCENT, buttons, compose, type Entry } from './compose.ts';
import { cutLabel } from './cut.ts';
import { escapeCut } from './markdown/escape.ts';
import type { Page, Reader, Sources } from './model.ts';
import { targetEntry } from './names.ts';
import { stringsFor } from './strings/index.ts';

/** What was looked for. */
export type Kind = 'session' | 'section' | 'topic';

/** As many as can be looked over at a glance. */
const CLOSEST = 5;

const notice = (title: string, description: string): Page =>
  compose({ embeds: [{ color: ACCENT, title, description }], rows: [] });

/** Something failed; `errorId` stands in the log as well. */
export function drawError({ locale }: Reader, errorId: string): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.errorTitle, words.error(errorId.replace(/[^\w-]/g, '')));
}

/** A control was pressed that the bot cannot have made, or that lost its meaning. */
export function drawForged({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.forgedTitle, words.forged('`/help`'));
}

/** A page was to be shared where the person may not write. */
export function drawShareDenied({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.mayNotShareTitle, words.mayNotShare);
}

/** A text, and pages to go to instead. */
function drawInstead(
  title: string,
  text: string,
  lead: string,
  entries: readonly Entry[],
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const list = entries.map(({ label }) => `- ${escapeCut(label, 150, cutLabel)}`).join('\n');
  return compose({
    embeds: [{ color: ACCENT, title, description: list === '' ? text : `${text} ${lead}\n\n${list}` }],
    rows: [
      { kind: 'menu', placeholder: strings.menu.nearest, entries },
      buttons({ kind: 'open', label: strings.button.allSessions, route: { page: 'index', part: 1 } }),
    ],
  });
}

const entriesOf = (
  { library }: Sources,
  suggestions: readonly Suggestion[],
  reader: Reader,
): readonly Entry[] =>
  suggestions.flatMap(({ target }) => targetEntry(library, target, reader) ?? []).slice(0, CLOSEST);

/** Nothing fits what was typed; the closest suggestions instead. */
export function drawNoMatch(
  sources: Sources,
  kind: Kind,
  typed: string,
  suggestions: readonly Suggestion[],
  reader: Reader,
): Page {
  const { miss } = stringsFor(reader.locale);
  const text = miss.text(kind, escapeCut(typed.replace(/\s+/g, ' ').trim(), 100, cutLabel));
  return drawInstead(miss.title(kind), text, miss.closest, entriesOf(sources, suggestions, reader), reader);
}

/** A page that a control leads to is no longer there; the nearest ones instead. */
export function drawGone(
  sources: Sources,
  kind: Kind,
  suggestions: readonly Suggestion[],
  reader: Reader,
): Page {
  const { gone } = stringsFor(reader.locale);
  return drawInstead(
    gone.title,
    gone.text(kind),
    gone.instead,
    entriesOf(sources, suggestions, reader),
    reader,
  );
}
