import { tokensOf } from './letters/tokens.ts';
import { englishStem } from './words/english.ts';
import { wordClassOf } from './words/wordClass.ts';
import { formsOf, isStop, withoutParticles } from './words/words.ts';

/** What a question is about, by its words: those that only frame it are left out, unless it has no others. */
export function wordsAbout(question: string): ReadonlySet<string> {
  const tokens = tokensOf(question).filter((token) => !isStop(token));
  const content = tokens.filter((token) =>
    ['everyday', 'demanding', 'name', 'content'].includes(wordClassOf(formsOf(token))),
  );
  const wordOf = (token: (typeof tokens)[number]): string =>
    token.script === 'latin' ? englishStem(token.text) : withoutParticles(token).toLowerCase();
  return new Set((content.length > 0 ? content : tokens).map(wordOf));
}

/** Of two questions, how many of their words are common to both: 0 to 1. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = one.intersection(other).size;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}
