import type { Post } from '../../model.ts';

const origins = new WeakMap<Post, string>();

/** A short hash of what a post was built from: one of the last start with the same need not be built again. */
export const originOf = (post: Post): string | undefined => origins.get(post);

/** Tells what a post was built from. */
export const setOrigin = (post: Post, origin: string): void => void origins.set(post, origin);
