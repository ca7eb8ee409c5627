import { stringsFor } from '#locales/index.ts';
import type { Answer, Passage } from '#search/model.ts';
import { locateSection } from '../lookup.ts';
import { ACCENT, type Button, buttons, compose } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut, escapeText } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import { drawQuote } from '../message/quote.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sectionLabel, targetEntry } from '../names.ts';
import type { Route } from '../route.ts';
import { markersFor } from './listMarkers.ts';
import { sideText } from './plainAnswer.ts';
import { questionLine } from './questionLine.ts';

/** A quote, and where it stands: `Heading › session`. What follows from the same section says it for both. */
function drawStanding(
  { library }: Sources,
  passage: Passage,
  next: Passage | undefined,
  reader: Reader,
): string {
  const place = locateSection(library, passage, { ...reader, language: passage.language });
  if (place === undefined) return drawQuote(passage.quote, passage.marks);
  const quote = drawQuote(passage.quote, passage.marks, markersFor(place.section, passage.quote));
  if (next?.session === passage.session && next.section === passage.section) return quote;
  const { label, description = '' } = sectionLabel(place, reader);
  return `${quote}\n-# ${escapeCut([label, description].filter((text) => text !== '').join(' — '), 250, cutLabel)}`;
}

const toSection = ({ session, section }: Passage): Route => ({ page: 'section', session, section, part: 1 });

/** Two things under each other, each with its quote and a button; below them what names both. */
export function drawComparison(
  sources: Sources,
  question: string,
  { sides, together }: Extract<Answer, { kind: 'comparison' }>,
  reader: Reader,
): Page {
  const { library } = sources;
  const strings = stringsFor(reader.locale);
  const told = sides.map((side, at) => {
    const entry = targetEntry(library, side.target, reader);
    const name = entry?.label ?? '';
    const text =
      side.passage === undefined
        ? `${escapeText(sideText(library, side, reader))}\n-# ${strings.answer.fromGlossary}`
        : drawStanding(sources, side.passage, at === 0 ? sides[1].passage : together, reader);
    return { name, text, route: entry?.route };
  });
  const open: readonly (Button | undefined)[] = told.map(({ name, route }) =>
    route === undefined ? undefined : { kind: 'open', label: name, route },
  );
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: questionLine(question),
        title: escapeCut(
          strings.answer.comparison(told[0]?.name ?? '', told[1]?.name ?? ''),
          LIMITS.title,
          cutLabel,
        ),
        description: [
          ...told.map(({ name, text }) => `### ${escapeCut(name, 100, cutLabel)}\n${text}`),
          together === undefined
            ? ''
            : `**${strings.answer.together}**\n${drawStanding(sources, together, undefined, reader)}`,
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
      },
    ],
    rows: [
      buttons(
        ...open,
        together !== undefined && {
          kind: 'open',
          label: strings.button.openSection,
          route: toSection(together),
          primary: true,
        },
      ),
    ],
  });
}
