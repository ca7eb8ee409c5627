import type { Fact } from '../../../model.ts';

/**
 * A fact that is about what a reader named, by the words that they typed. Words are read in other forms and other
 * languages than they stand in, and of what is read nothing may be shown. Where none of it was typed, all of the question is told.
 */
export function asTyped(typed: string, fact: Fact): Fact {
  if (!('only' in fact) || fact.only === undefined) return fact;
  const lower = typed.toLowerCase();
  const words = fact.only.split(' ').flatMap((word) => {
    const at = lower.indexOf(word.toLowerCase());
    return at < 0 ? [] : [typed.slice(at, at + word.length)];
  });
  return { ...fact, only: words.length === 0 ? typed.trim() : words.join(' ') };
}
