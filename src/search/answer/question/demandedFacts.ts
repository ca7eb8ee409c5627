import { memoizeLast } from '#library/compute/memoize.ts';
import { readAskedAndTold } from '../../words/lists/patterns.ts';
import { asksMaker, MAKER } from './maker.ts';
import { personalFactIn } from './personalFacts.ts';
import { PRICE } from './values/money.ts';

/** Facts that few posts tell. */
const facts = readAskedAndTold('words/facts.txt', { MONEY: PRICE.source }, 'iu');
/** What a text must hold of each fact that a question asks for. */
export const demandsOf = memoizeLast((question): readonly RegExp[] => [
  ...facts(question),
  ...(asksMaker(question) ? [MAKER] : []),
  ...[personalFactIn(question)].filter((told) => told !== undefined),
]);
