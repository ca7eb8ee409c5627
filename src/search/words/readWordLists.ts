import { inSlices, type Steps } from '#library/compute/slicedWork.ts';
import { readThesaurus } from './thesaurus.ts';
import { verbsOf } from './verbs.ts';
import { readWordClasses } from './wordClass.ts';

function* lists(): Steps<void> {
  yield* readWordClasses();
  // Any word reads the lexicon.
  verbsOf('가다');
  yield;
  yield* readThesaurus();
}

/** Reads the lists of words that the first question needs, in slices that leave the event loop free. */
export const readWordLists = (): Promise<void> => inSlices(lists());
