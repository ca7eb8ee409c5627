import { dateInName } from '../../text/date.ts';
import { digest, slugOf } from '../../text/slug.ts';

/** Longest id of a session. */
const LENGTH = 40;
const HASH = 6;
/** Folders that generators want around posts and that tell nothing of a post. */
const ROOMS = /^(?:src\/)?content\/|^source\/(?=_)/u;
const POSTS = '_posts';
const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/**
 * The id of a session by the path of its post (without ending and without what names its language). It depends on this
 * path alone, so that no other post can ever move it: folders are parted by `--`, which no name holds, and a path that
 * is too long, or that holds more than small letters, digits and single hyphens, gets a hash. `[a-z0-9-]{1,40}`.
 */
export function sessionIdOf(path: string): string {
  const pieces = path
    .replace(ROOMS, '')
    .split('/')
    .filter((piece) => piece !== POSTS && piece !== '');
  const plain = pieces.join('--');
  if (plain.length <= LENGTH && pieces.length > 0 && pieces.every((piece) => PLAIN.test(piece))) return plain;
  return idWithHash(pieces.join('/'));
}

/** An id that no other path has: the name of the file, and a hash of the whole path. */
export function idWithHash(path: string): string {
  const { slug } = dateInName(path.slice(path.lastIndexOf('/') + 1));
  return `${slugOf(slug, LENGTH - HASH - 1)}-${digest(path, HASH)}`;
}

/** The id that a post asks for in its front matter, in the letters that an id may have; undefined for none. */
export function givenId(id: string | undefined): string | undefined {
  return id === undefined ? undefined : slugOf(id, LENGTH);
}
