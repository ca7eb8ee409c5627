import { groupedAfter, groupedBy, type Multimap } from '../../compute/multimap.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import { type AnnotatedDraft, meantKeys, sharedKeys } from './grouping.ts';
import { tagPaths } from './languagePath.ts';
import { titleFrames, titleStarts } from './naming.ts';
import { formerIds, ownIds } from './order.ts';

/**
 * The files of posts by what they may share with others, so that a post that comes or goes is not compared with all of
 * them. Newer versions of a post that take its place have the same.
 */
export interface Traits {
  /** What brings translations together. */
  readonly keys: Multimap<string, string>;
  /** What their `translation_of` may mean. */
  readonly meant: Multimap<string, string>;
  /** The paths that are left without what may name a language. */
  readonly tags: Multimap<string, string>;
  /** What stands around numbers in titles, and how titles begin. */
  readonly frames: Multimap<string, string>;
  readonly starts: Multimap<string, string>;
  /** The ids that they ask for, and those that they had before. */
  readonly owned: Multimap<string, string>;
  readonly former: Multimap<string, string>;
}

type KeysOf = (post: AnnotatedDraft) => Iterable<string>;

const fileOf = ({ draft }: AnnotatedDraft): string => draft.file;

/** The traits of all posts. */
export async function traitsOf(posts: readonly AnnotatedDraft[], pause: Pause): Promise<Traits> {
  const by = async (keysOf: KeysOf) => {
    await pause();
    return groupedBy(posts, keysOf, fileOf);
  };
  return {
    keys: await by(sharedKeys),
    meant: await by(meantKeys),
    tags: await by(tagPaths),
    frames: await by(titleFrames),
    starts: await by(titleStarts),
    owned: await by(ownIds),
    former: await by(formerIds),
  };
}

/** The traits after posts came or went. */
export function traitsAfter(
  { keys, meant, tags, frames, starts, owned, former }: Traits,
  exchange: { readonly gone: readonly AnnotatedDraft[] } | { readonly fresh: readonly AnnotatedDraft[] },
): Traits {
  const by = (map: Multimap<string, string>, keysOf: KeysOf) => groupedAfter(map, exchange, keysOf, fileOf);
  return {
    keys: by(keys, sharedKeys),
    meant: by(meant, meantKeys),
    tags: by(tags, tagPaths),
    frames: by(frames, titleFrames),
    starts: by(starts, titleStarts),
    owned: by(owned, ownIds),
    former: by(former, formerIds),
  };
}
