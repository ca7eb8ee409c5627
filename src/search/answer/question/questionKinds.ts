import { lazy } from '#library/compute/lazy.ts';
import type { AskedIn } from '../../model.ts';
import { patternOf, readPatterns } from '../../words/lists/patterns.ts';
import { anyOf } from './anyOf.ts';
import { MONEY_NOUNS } from './values/money.ts';

/** What a question asks for; several where it is not clear, the most telling first. */
export const ASKED_FOR = [
  'difference',
  'now',
  'date',
  'number',
  'who',
  'why',
  'how',
  'list',
  'where',
  'name',
  'definition',
  'yesno',
] as const;
export type AskedFor = (typeof ASKED_FOR)[number];

/** What the wanted list or reason is one of: words of a family stand in questions and in what leads up to a list alike. */
const FACETS = ['reason', 'benefit', 'problem', 'feature', 'step', 'sort', 'use', 'need', 'example'] as const;
export type Facet = (typeof FACETS)[number];

/** Patterns of a list of `lists/asked`, by what they ask for. */
function readAsked(file: string, space: string, money = ''): ReadonlyMap<string, RegExp> {
  const { lines } = readPatterns(`asked/${file}.txt`, { space, rest: '', bound: '' }, { MONEY: money });
  return new Map(lines.map((line) => [line.head, new RegExp(patternOf(line), 'u')]));
}

/** The words by which a question of each kind is known, in each language that questions are read in, all in lower case. */
export const kindWords = lazy(
  (): Readonly<Record<AskedIn, ReadonlyMap<string, RegExp>>> => ({
    ko: readAsked('ko', '\\s?', MONEY_NOUNS.ko.source),
    en: readAsked('en', ' ', MONEY_NOUNS.en.source),
    ja: readAsked('ja', '\\s?'),
  }),
);

const facetWords = lazy(() => {
  const words = readAsked('facets', '\\s?');
  return { words, any: anyOf([...words.values()]) };
});

/** The families whose words stand in a text in lower case. @param isIn tells whether it holds the words of one */
export const facetsIn = (
  plain: string,
  isIn: (words: RegExp, facet: Facet) => boolean = (words) => words.test(plain),
): readonly Facet[] => {
  const { words, any } = facetWords();
  if (!any.test(plain)) return [];
  return FACETS.filter((facet) => {
    const own = words.get(facet);
    return own !== undefined && isIn(own, facet);
  });
};

/** Families whose words ask for a list. */
export const LISTED: ReadonlySet<Facet> = new Set<Facet>([
  'benefit',
  'problem',
  'feature',
  'step',
  'sort',
  'need',
  'example',
]);
