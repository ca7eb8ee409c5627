import { recapStringsFor, stringsFor } from '#locales/index.ts';
import type { Suggestion } from '#search/model.ts';
import type { GroupKind } from './index/groups.ts';
import { type MessageAddress, messageUrl } from './message/address.ts';
import { ACCENT, buttons, compose, type Entry, link } from './message/compose.ts';
import { cutLabel } from './message/cut.ts';
import { escapeCut, escapeTyped } from './message/escape.ts';
import type { Page, Reader, Sources } from './model.ts';
import { targetEntry } from './names.ts';

/** The kind of target that was searched for. */
export type Kind = 'session' | 'section' | 'topic' | 'speaker';

/** Most suggestions, to be taken in at a glance. */
const CLOSEST = 5;
/** The least confidence of a guess that is asked back. */
const LIKELY = 0.5;

const notice = (title: string, description: string): Page =>
  compose({ embeds: [{ color: ACCENT, title, description }], rows: [] });

/** An error notice; `errorId` is in the log as well. */
export function drawError({ locale }: Reader, errorId: string): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.errorTitle, words.error(errorId.replace(/[^\w-]/g, '')));
}

/** A notice about an invalid or outdated control. */
export function drawForged({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.forgedTitle, words.forged('`/help`'));
}

/** A notice that there is more to do than can be done in time. */
export function drawBusy({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.busyTitle, words.busy);
}

/** A notice that the bot has no answer to this kind of request. */
export function drawUnsupported({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.unsupportedTitle, words.unsupported('`/help`'));
}

/** A notice that a form could not be opened within the time that Discord gives. */
export function drawLateForm({ locale }: Reader): Page {
  const strings = recapStringsFor(locale);
  return notice(strings.recap, strings.problem.formLate);
}

/** A notice that the person may not write in this channel. */
export function drawShareDenied({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.mayNotShareTitle, words.mayNotShare);
}

/** A notice that the page stands in the channel already, with a link to its message. */
export function drawSharedAlready(message: MessageAddress, { locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return compose({
    embeds: [{ color: ACCENT, title: words.sharedAlreadyTitle, description: words.sharedAlready }],
    rows: [buttons(link(words.toShared, messageUrl(message)))],
  });
}

/** A notice that the page was sent to the person's DM, with a link to it. */
export function drawSaved(message: MessageAddress, { locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return compose({
    embeds: [{ color: ACCENT, title: words.savedTitle, description: words.saved }],
    rows: [buttons(link(words.toSaved, messageUrl(message)))],
  });
}

/** A notice that the person takes no DMs from the bot. */
export function drawDmClosed({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.dmClosedTitle, words.dmClosed);
}

/** A notice that only the bot's own pages can be saved. */
export function drawNotSaveable({ locale }: Reader): Page {
  const { notice: words } = stringsFor(locale);
  return notice(words.notSaveableTitle, words.notSaveable);
}

/** A text with links to other pages. */
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

/** A notice that nothing matches, with the closest suggestions. */
export function drawNoMatch(
  sources: Sources,
  kind: Kind,
  typed: string,
  suggestions: readonly Suggestion[],
  reader: Reader,
): Page {
  const { miss } = stringsFor(reader.locale);
  const text = miss.text(kind, escapeTyped(typed.replace(/\s+/g, ' ').trim(), 100, cutLabel));
  const [best] = suggestions;
  // A name that sounds or looks like it is asked back.
  const title = best?.guess === true && best.confidence >= LIKELY ? miss.perhaps : miss.title(kind);
  return drawInstead(title, text, miss.closest, entriesOf(sources, suggestions, reader), reader);
}

/** A notice that no session is of such an event, year, tag or speaker, with the closest ones. */
export function drawNoGroup(kind: GroupKind, typed: string, closest: readonly Entry[], reader: Reader): Page {
  const { miss } = stringsFor(reader.locale);
  const text = miss.text(kind, escapeTyped(typed.replace(/\s+/g, ' ').trim(), 100, cutLabel));
  return drawInstead(miss.title(kind), text, miss.closest, closest.slice(0, CLOSEST), reader);
}

/** A notice that the page of a control no longer exists, with the nearest ones. */
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
