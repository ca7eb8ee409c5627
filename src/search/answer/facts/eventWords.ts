import type { Library } from '#library/model.ts';
import { tokensOf } from '../../letters/tokens.ts';
import { koreanStems } from '../../words/korean.ts';

/** Words that do not stand in the name of an event or a track. */
export function withoutEvent(library: Library, rest: readonly string[]): readonly string[] {
  if (rest.length === 0) return rest;
  const names = eventWords(library);
  return rest.filter((word) => ![word, ...koreanStems(word)].some((form) => names.has(form)));
}

const events = new WeakMap<Library, ReadonlySet<string>>();

function eventWords(library: Library): ReadonlySet<string> {
  const known = events.get(library);
  if (known !== undefined) return known;
  const names = new Set(library.sessions.flatMap(({ posts }) => posts.map(({ event }) => event ?? '')));
  const made = new Set(
    [...names].flatMap((name) => {
      const words = tokensOf(name).map(({ text }) => text);
      return [...words, words.join('')];
    }),
  );
  events.set(library, made);
  return made;
}
