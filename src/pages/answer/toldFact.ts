import type { LocatedSection } from '#library/find.ts';
import { stringsFor } from '#locales/index.ts';
import type { Passage } from '#search/model.ts';
import { locateSection } from '../lookup.ts';
import { ACCENT, buttons, compose, type Entry, link } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import { drawQuote } from '../message/quote.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sectionLabel } from '../names.ts';
import type { Route } from '../route.ts';
import { markersFor } from './listMarkers.ts';
import { questionLine } from './questionLine.ts';

/** From so many on, one line each and no space between them: who spoke at each talk. */
const MANY = 3;
const LINE = 160;

/** A passage that tells a fact, where it stands. */
interface ToldPlace {
  readonly passage: Passage;
  readonly place: LocatedSection | undefined;
}

const openSection = ({ session, section }: LocatedSection): Route => ({
  page: 'section',
  session: session.id,
  section: section.id,
  part: 1,
});

export const placesOf = (
  { library }: Sources,
  told: readonly Passage[],
  reader: Reader,
): readonly ToldPlace[] =>
  told.map((passage) => ({
    passage,
    place: locateSection(library, passage, { ...reader, language: passage.language }),
  }));

const drawTold = ({ passage: { quote, marks }, place }: ToldPlace): string =>
  drawQuote(quote, marks, place === undefined ? undefined : markersFor(place.section, quote));

const labelOf = ({ place }: ToldPlace, reader: Reader): string =>
  place === undefined ? '' : sectionLabel(place, reader).label;

/** Passages one below the other: each with the place that it stands at, or, where they are many and short, close together. */
export function drawPlaces(places: readonly ToldPlace[], reader: Reader): string {
  const isShort = places.length >= MANY && places.every(({ passage }) => passage.quote.length <= LINE);
  if (isShort) return places.map(drawTold).join('\n');
  return places
    .map((told, at) => {
      const label = labelOf(told, reader);
      const next = places[at + 1];
      const isAgain = next !== undefined && labelOf(next, reader) === label;
      return label === '' || isAgain
        ? drawTold(told)
        : `${drawTold(told)}\n-# ${escapeCut(label, 150, cutLabel)}`;
    })
    .join('\n\n');
}

/** The sections that passages stand in, for a menu. */
export function placeEntries(places: readonly ToldPlace[], reader: Reader): readonly Entry[] {
  const entries = places.flatMap(({ place }) =>
    place === undefined ? [] : [{ ...sectionLabel(place, reader), route: openSection(place) }],
  );
  return [...new Map(entries.map((entry) => [JSON.stringify(entry.route), entry])).values()].slice(
    0,
    LIMITS.options,
  );
}

/** The one passage that tells a fact, under the heading that it stands below. */
export function drawToldFact(
  { passage, place }: { readonly passage: Passage; readonly place: LocatedSection },
  question: string,
  reader: Reader,
): Page {
  const { button } = stringsFor(reader.locale);
  const { label, description = '' } = sectionLabel(place, reader);
  const { session, post } = place;
  // Who spoke may be told by the heading.
  const isHeading = passage.quote === place.section.name;
  const [title, below] = isHeading ? [description, ''] : [label, description];
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: questionLine(question),
        title: escapeCut(title, LIMITS.title, cutLabel),
        ...(post.url === undefined ? {} : { url: post.url }),
        description: [
          drawTold({ passage, place }),
          below === '' ? '' : `-# ${escapeCut(below, 300, cutLabel)}`,
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
      },
    ],
    rows: [
      buttons(
        { kind: 'open', label: button.openSection, route: openSection(place), primary: true },
        { kind: 'open', label: button.toSession, route: { page: 'session', session: session.id, part: 1 } },
        { kind: 'open', label: button.allSessions, route: { page: 'index', part: 1 } },
        link(button.post, post.url),
      ),
    ],
  });
}
