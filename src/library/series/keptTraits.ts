import { type KeptGroup, restoreGroups } from '../compute/keptGroups.ts';
import type { Multimap } from '../compute/multimap.ts';
import type { Traits } from './sessions/traits.ts';

/** What posts may share, by name. */
export const TRAITS = [
  'keys',
  'meant',
  'tags',
  'frames',
  'starts',
  'owned',
  'former',
] as const satisfies (keyof Traits)[];

/** The traits of the last start, of posts in the order of their files, each read when it is asked for: only posts that come or go need them. */
export function restoreTraits(
  read: (name: (typeof TRAITS)[number]) => readonly KeptGroup[],
  files: readonly string[],
): Traits {
  const known = new Map<string, Multimap<string, string>>();
  const trait = (name: (typeof TRAITS)[number]): Multimap<string, string> => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = restoreGroups(read(name), files);
    known.set(name, made);
    return made;
  };
  return {
    get keys() {
      return trait('keys');
    },
    get meant() {
      return trait('meant');
    },
    get tags() {
      return trait('tags');
    },
    get frames() {
      return trait('frames');
    },
    get starts() {
      return trait('starts');
    },
    get owned() {
      return trait('owned');
    },
    get former() {
      return trait('former');
    },
  };
}
