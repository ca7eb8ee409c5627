import { type Locale, stringsFor } from '#locales/index.ts';
import type { Nearness } from '#search/model.ts';
import { compose } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut, escapeText } from '../message/escape.ts';
import type { Page, Reader } from '../model.ts';

/** A text that a model may answer from; its number is its place, from 1 on. */
export interface Source {
  /** Its heading, plain. */
  readonly label: string;
  /** Where that stands, plain; empty for the glossary. */
  readonly place: string;
  /** Plain. */
  readonly text: string;
  /** Other names of what it is about, and its headings. */
  readonly names: readonly string[];
}

/** A sentence by a model, plain and without numbers of sources. */
export interface ComposedSentence {
  readonly text: string;
  /** The numbers of the sources that hold it, at least one. */
  readonly sources: readonly number[];
}

/** What a model has written from sources, as far as they hold it. */
export interface Composed {
  /** One to four. */
  readonly sentences: readonly [ComposedSentence, ...ComposedSentence[]];
  readonly sources: readonly Source[];
}

/** What models of the owner's choice add to answers. Nothing here rejects, and nothing takes longer than its limit. */
export interface Meaning {
  /** How near in meaning the sections are to a question; undefined where that is not known within 400 ms. */
  readonly nearness: (question: string) => Promise<Nearness | undefined>;
  /** An answer from sources, in a language; undefined where there is none within 15 s that they hold. */
  readonly compose: (
    question: string,
    sources: readonly Source[],
    locale: Locale,
  ) => Promise<Composed | undefined>;
}

/** A sentence with its numbers before the full stop, so that each is seen to belong to it. */
const cited = ({ text, sources }: ComposedSentence): string =>
  text.replace(/[.!?。！？]*$/u, (end) => ` ${sources.map((number) => `[${number}]`).join('')}${end}`);

/** The sentences as plain text, each with its numbers. */
export const composedText = ({ sentences }: Composed): string => sentences.map(cited).join(' ');

/** The page with what a model has written above it, what its numbers stand for, and a footer that says who wrote it. */
export function withComposed(page: Page, composed: Composed, reader: Reader): Page {
  const [first, ...others] = page.embeds;
  if (first === undefined) return page;
  const used = new Set(composed.sentences.flatMap(({ sources }) => sources));
  const labels = composed.sources.flatMap(({ label }, at) =>
    used.has(at + 1) ? [`\\[${at + 1}\\] ${escapeCut(label, 100, cutLabel)}`] : [],
  );
  const description = [
    escapeText(composedText(composed)),
    `-# ${labels.join(' · ')}`,
    first.description ?? '',
  ]
    .filter((text) => text !== '')
    .join('\n\n');
  const footer = { text: stringsFor(reader.locale).answer.byModel };
  return {
    ...page,
    embeds: compose({ embeds: [{ ...first, description, footer }, ...others], rows: [] }).embeds,
  };
}
