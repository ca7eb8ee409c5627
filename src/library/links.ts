import { posix } from 'node:path';
import type { LocatedSection } from './find.ts';
import type { Library, Post, Session } from './model.ts';
import { anchorNames } from './post/anchors.ts';
import { dateInName } from './text/date.ts';

/** Where a link within the posts leads: a session, or a section of it. */
export interface LinkedPlace {
  readonly session: Session;
  readonly section: string | undefined;
}

interface Files {
  /** By path below the content folder, without ending; a folder is its page. */
  readonly byPath: ReadonlyMap<string, Session>;
  /** By the last name of the path, with its date and without; undefined where two have it. */
  readonly byName: ReadonlyMap<string, Session | undefined>;
}

/** Libraries and posts are immutable: lookup tables are built once. */
const files = new WeakMap<Library, Files>();
const anchors = new WeakMap<Post, ReadonlyMap<string, string>>();

const ENDING = /\.(?:mdx?|markdown|html?)$/iu;
const FOLDER_PAGE = /(?:^|\/)_?(?:index|readme)$/iu;
/** Files that are no posts, and pages that generators make of lists. */
const ELSEWHERE =
  /\.(?:png|jpe?g|gif|webp|svg|pdf|zip|mp[34]|csv|txt|ya?ml|json|xml)$|(?:^|\/)(?:tags?|categor(?:y|ies))\//iu;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path as it is compared: `2024/talk` of `2024/Talk/index.md`. */
const pathKey = (path: string): string =>
  path.replace(/\/+$/u, '').replace(ENDING, '').replace(FOLDER_PAGE, '').normalize('NFC').toLowerCase();

const nameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

function filesOf(library: Library): Files {
  const known = files.get(library);
  if (known !== undefined) return known;
  const byPath = new Map<string, Session>();
  const byName = new Map<string, Session | undefined>();
  for (const session of library.sessions) {
    for (const { file } of session.posts) {
      const key = pathKey(file);
      byPath.set(key, session);
      for (const name of new Set([nameOf(key), dateInName(nameOf(key)).slug])) {
        byName.set(name, byName.has(name) && byName.get(name) !== session ? undefined : session);
      }
    }
  }
  const made = { byPath, byName };
  files.set(library, made);
  return made;
}

/** The session that a path in a post names: beside it, from the root of the folder, or by its name alone. */
function sessionAt(library: Library, path: string, from: string): Session | undefined {
  if (ELSEWHERE.test(path)) return undefined;
  const { byPath, byName } = filesOf(library);
  const beside = posix.join(posix.dirname(from), path);
  const within = posix.join(from.replace(ENDING, ''), path);
  const keys = (path.startsWith('/') ? [path.slice(1)] : [beside, within, path]).map(pathKey);
  const name = nameOf(pathKey(path));
  return (
    keys.map((key) => byPath.get(key)).find((session) => session !== undefined) ??
    byName.get(name) ??
    byName.get(dateInName(name).slug)
  );
}

function anchorsOf(post: Post): ReadonlyMap<string, string> {
  const known = anchors.get(post);
  if (known !== undefined) return known;
  const made = new Map(post.sections.map(({ id }) => [id, id]));
  for (const { id, anchors: names } of post.sections) {
    for (const name of names) if (!made.has(name)) made.set(name, id);
  }
  anchors.set(post, made);
  return made;
}

/** The section that a session calls so, in the post's own words first. */
function sectionAt(posts: readonly Post[], anchor: string): string | undefined {
  const names = anchorNames(anchor);
  for (const post of posts) {
    const found = names.map((name) => anchorsOf(post).get(name)).find((id) => id !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Where the links of a section's text lead within the posts, in the order of the text: by file (`b.md`, `../b/`,
 * `/2024/05/03/b.html`) and by what generators call a heading (`#데이터-수집`). A heading that is gone gives its session.
 */
export function linkedPlaces(
  library: Library,
  { session, post, section }: Omit<LocatedSection, 'index'>,
): readonly LinkedPlace[] {
  const found = new Map<string, LinkedPlace>();
  for (const target of section.links) {
    const [path = '', anchor = ''] = target.split('#');
    const bare = decoded(path.replace(/\?.*$/u, ''));
    const there = bare === '' ? session : sessionAt(library, bare, post.file);
    if (there === undefined) continue;
    const posts = there === session ? [post, ...session.posts] : there.posts;
    const at = anchor === '' ? undefined : sectionAt(posts, anchor);
    const isHere = there === session && (at === undefined || at === section.id);
    if (!isHere) found.set(`${there.id}/${at ?? ''}`, { session: there, section: at });
  }
  return [...found.values()];
}
