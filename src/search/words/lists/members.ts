import { lazy } from '#library/compute/lazy.ts';
import { readWordList } from './wordList.ts';

/** Names of each kind of thing, by the nouns that say the kind. */
const members = lazy((): ReadonlyMap<string, readonly string[]> => {
  const byKind = new Map<string, readonly string[]>();
  for (const line of readWordList('words/members.txt')) {
    const [kinds = '', names = ''] = line.split(/ :(?: |$)/u);
    const listed = names
      .split(' ')
      .filter((name) => name !== '')
      .map((name) => name.replaceAll('_', ' '));
    for (const kind of kinds.split(' ')) byKind.set(kind, [...(byKind.get(kind) ?? []), ...listed]);
  }
  return byKind;
});

/** The names that are known of a kind of thing, in lower case: `python`, `자바` for `언어`; none for a noun that is no such kind. */
export const membersOf = (kind: string): readonly string[] => members().get(kind) ?? [];

/** True for a noun that says a kind of thing of which each has a name. */
export const isNamedKind = (noun: string): boolean => members().has(noun);
