import { lazy } from '#library/compute/lazy.ts';
import { memoizeLast } from '#library/compute/memoize.ts';
import { readAskedAndTold } from '../../words/lists/patterns.ts';
import { anyOf } from './anyOf.ts';
import { asksMaker, MAKER } from './maker.ts';
import { personalFactIn } from './personalFacts.ts';
import { PRICE } from './values/money.ts';

/** Facts that few posts tell. */
const facts = readAskedAndTold('words/facts.txt', { MONEY: PRICE.source }, 'iu');
const asksFact = lazy(() =>
  anyOf(
    facts().map(({ asks }) => asks),
    'iu',
  ),
);

/** What a text must hold of each fact that a question asks for. */
export const demandsOf = memoizeLast((question): readonly RegExp[] => {
  const asked = asksFact().test(question) ? facts().filter(({ asks }) => asks.test(question)) : [];
  return [
    ...asked.map(({ tells }) => tells),
    ...(asksMaker(question) ? [MAKER] : []),
    ...[personalFactIn(question)].filter((told) => told !== undefined),
  ];
});
