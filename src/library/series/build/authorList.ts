import { posix } from 'node:path';
import type { Finding } from '../../model.ts';
import type { RawSpeaker } from '../../post/talk/model.ts';

/** One list of authors: people by the key that posts call them by, in lower case. */
export interface AuthorList {
  /** Path below the content folder. */
  readonly file: string;
  readonly people: ReadonlyMap<string, RawSpeaker>;
  readonly findings: readonly Finding[];
  /** True where the file could not be parsed at all. */
  readonly broken: boolean;
}

/** A list of authors as bytes, and back. */
export const encodeAuthors = (list: AuthorList): Uint8Array =>
  Buffer.from(JSON.stringify({ ...list, people: [...list.people] }));

export function decodeAuthors(bytes: Uint8Array): AuthorList {
  const list: AuthorList & { readonly people: Iterable<readonly [string, RawSpeaker]> } = JSON.parse(
    Buffer.from(bytes).toString(),
  );
  return { ...list, people: new Map(list.people) };
}

/** How near a list of authors is to a post: the folders that they share, and those of the list alone count against it. */
function nearness(list: string, post: string): number {
  const own = posix.dirname(list).split('/');
  const other = posix.dirname(post).split('/');
  let shared = 0;
  while (shared < own.length && own[shared] === other[shared]) shared += 1;
  return shared * 2 - own.length;
}

/** The person whom a key names for a post, in the nearest list of authors that has it. */
export function authorOf(lists: readonly AuthorList[], key: string, post: string): RawSpeaker | undefined {
  return lists
    .filter(({ people }) => people.has(key.toLowerCase()))
    .sort((a, b) => nearness(b.file, post) - nearness(a.file, post))[0]
    ?.people.get(key.toLowerCase());
}
