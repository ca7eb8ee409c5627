import { lazy } from '#library/compute/lazy.ts';
import { memoizeLast } from '#library/compute/memoize.ts';
import { readPatterns } from '../../words/lists/patterns.ts';
import { anyOf } from './anyOf.ts';
import { asksMaker, MAKER } from './maker.ts';
import { personalFactIn } from './personalFacts.ts';
import { PRICE } from './values/money.ts';

/** Facts that few posts tell: by which words each is asked for, and what a text that tells it holds. */
const facts = lazy(() => {
  const writing = { space: '\\s?', rest: '', bound: '' };
  const { lines } = readPatterns('words/facts.txt', writing, { MONEY: PRICE.source });
  const patterns = (wanted: string): RegExp[] =>
    lines.flatMap(([head, pattern]) => (head === wanted ? [new RegExp(pattern, 'iu')] : []));
  const asked = patterns('asks');
  return { asked, tells: patterns('tells'), any: anyOf(asked, 'iu') };
});

/** What a text must hold of each fact that a question asks for. */
export const demandsOf = memoizeLast((question): readonly RegExp[] => {
  const { asked, tells, any } = facts();
  return [
    ...(any.test(question) ? tells.filter((_, at) => asked[at]?.test(question)) : []),
    ...(asksMaker(question) ? [MAKER] : []),
    ...[personalFactIn(question)].filter((told) => told !== undefined),
  ];
});
