import { posix } from 'node:path';
import type { LocatedSection } from './find.ts';
import type { Library, Post, Session } from './model.ts';
import { anchorNames } from './post/anchors.ts';
import { namesOfPath, pathKey } from './text/path.ts';

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

function filesOf(library: Library): Files {
  const known = files.get(library);
  if (known !== undefined) return known;
  const byPath = new Map<string, Session>();
  const byName = new Map<string, Session | undefined>();
  for (const session of library.sessions) {
    for (const { file } of session.posts) {
      byPath.set(pathKey(file), session);
      for (const name of namesOfPath(file)) {
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
  const called = namesOfPath(path).map((name) => byName.get(name));
  return [...keys.map((key) => byPath.get(key)), ...called].find((session) => session !== undefined);
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
