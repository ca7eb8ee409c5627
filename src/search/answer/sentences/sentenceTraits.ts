import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Section } from '#library/model.ts';
import { inUsualWidth } from '../../letters/segments.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { type AskedFor, type Facet, facetsIn } from '../question/questionKinds.ts';
import { definesBy } from './definition.ts';
import { kindFit } from './fit.ts';
import { wordedFor } from './wording.ts';

/** What the sentences of a section are like, whatever is asked: each found out once, where it is asked for. */
export interface SentenceTraits {
  readonly texts: readonly string[];
  /** The same in lower case. */
  readonly lower: readonly string[];
  /** Of each of the first sentences: 1 where it only tells where to read on, and where it asks. */
  readonly elsewhere: Uint8Array;
  readonly asks: Uint8Array;
  /** How well each of the first sentences is of a kind, see `kindFit`. */
  fits(kind: AskedFor): Float64Array;
  /** How much each of the first sentences is worded for a kind, see `wordedFor`. */
  worded(kind: AskedFor): Float64Array;
  /** How well each of the first sentences says what one of these is, see `definesBy`. */
  defining(names: readonly string[]): Float64Array;
  /** The families whose words stand in a sentence, or in the section's heading for -1. */
  facets(at: number): readonly Facet[];
}

/** Sentences of one text that are judged. */
export const JUDGED_SENTENCES = 400;
/** Things whose definitions are looked for in one section: the topics that it names. */
const MOST_NAMES = 16;
/** Sections whose traits are kept: those of the last few questions. */
const KEPT = 500;

export const traitsOf: (section: Section) => SentenceTraits = memoizeRecent(readTraits, KEPT);

function readTraits(section: Section): SentenceTraits {
  const texts = piecesOf(section).sentences.map(({ start, end }) =>
    inUsualWidth(section.text.slice(start, end)),
  );
  const lower = texts.map((text) => text.toLowerCase());
  const judged = texts.slice(0, JUDGED_SENTENCES);
  const byKind = (judge: (text: string, kind: AskedFor) => number): ((kind: AskedFor) => Float64Array) => {
    const known = new Map<AskedFor, Float64Array>();
    return (kind) => {
      const before = known.get(kind);
      if (before !== undefined) return before;
      const made = Float64Array.from(judged, (text) => judge(text, kind));
      known.set(kind, made);
      return made;
    };
  };
  const facets = new Map<number, readonly Facet[]>();
  const definitions = new Map<string, Float64Array>();
  return {
    texts,
    lower,
    elsewhere: Uint8Array.from(judged, (text) => (leadsElsewhere(text, section.linkTexts) ? 1 : 0)),
    asks: Uint8Array.from(judged, (text) => (ASKS.test(text) ? 1 : 0)),
    fits: byKind(kindFit),
    worded: byKind(wordedFor),
    defining(names) {
      const key = names.join('\n');
      const known = definitions.get(key);
      if (known !== undefined) return known;
      const made = Float64Array.from(judged, (text, at) => definesBy(text, names, lower[at]));
      if (definitions.size >= MOST_NAMES) definitions.clear();
      definitions.set(key, made);
      return made;
    },
    facets(at) {
      const known = facets.get(at);
      if (known !== undefined) return known;
      const made = facetsIn(lower[at] ?? section.name.toLowerCase());
      facets.set(at, made);
      return made;
    },
  };
}

const ASKS = /[?？]["')\]”’」]*$/u;

/** True for a sentence that only tells where something is told. */
function leadsElsewhere(text: string, links: readonly string[]): boolean {
  return (
    links.some((words) => words.length > 1 && text.includes(words)) &&
    /세션|섹션|session|section|part/iu.test(text)
  );
}
