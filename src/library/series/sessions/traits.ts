import { addTo, groupedBy, type Multimap, takeFrom } from '../../compute/multimap.ts';
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

/** The traits of all posts. */
export async function traitsOf(posts: readonly AnnotatedDraft[], pause: Pause): Promise<Traits> {
  const by = async (keysOf: KeysOf) => {
    await pause();
    return groupedBy(posts, keysOf, ({ draft }) => draft.file);
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

function change(
  { keys, meant, tags, frames, starts, owned, former }: Traits,
  post: AnnotatedDraft,
  how: typeof addTo<string, string>,
): Traits {
  const by = (map: Multimap<string, string>, keysOf: KeysOf) => how(map, keysOf(post), post.draft.file);
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

/** The traits with a post that came. */
export const withTraits = (traits: Traits, post: AnnotatedDraft): Traits => change(traits, post, addTo);

/** The traits without a post that went. */
export const withoutTraits = (traits: Traits, post: AnnotatedDraft): Traits => change(traits, post, takeFrom);
