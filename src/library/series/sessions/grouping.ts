import { compact } from '../../compute/compact.ts';
import { memoizeObjects } from '../../compute/memoize.ts';
import type { Multimap } from '../../compute/multimap.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import type { Language } from '../../model.ts';
import type { Draft, Problem } from '../../post/model.ts';
import { dateInName } from '../../text/date.ts';
import { fold } from '../../text/slug.ts';
import { outlinesAgree } from './agreement.ts';
import type { Naming } from './naming.ts';

/** A draft with its language, path and other properties found so far. */
export interface AnnotatedDraft {
  readonly draft: Draft;
  readonly language: Language;
  /** The path of the post without ending and without what names its language. */
  readonly path: string;
  readonly naming: Naming;
  readonly date: string | undefined;
}

/** A problem and the file it belongs to. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** The name of a file without folders and extension. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:mdx?|markdown)$/iu, '');
}

/** Posts by what they may be found by. */
interface Index {
  readonly byName: ReadonlyMap<string, readonly AnnotatedDraft[]>;
  readonly byNumber: ReadonlyMap<string, readonly AnnotatedDraft[]>;
  /** By what translations say or show that they share: see `Keys`. */
  readonly byKey: ReadonlyMap<string, readonly AnnotatedDraft[]>;
}

/** What a post may be found by. */
interface Keys {
  readonly names: readonly string[];
  /** What translations of one talk have in common by what their front matter says or by their path. */
  readonly certain: readonly string[];
  /** What they have in common with other posts as well, so that their outlines have to agree. */
  readonly likely: readonly string[];
}

const keysOf = memoizeObjects((post: AnnotatedDraft): Keys => {
  const { file, front } = post.draft;
  const base = baseName(file);
  const names = [file, base, dateInName(base).slug, front.slug ?? base].map((name) => name.toLowerCase());
  return {
    names: compact([...new Set(names)]),
    certain: compact([
      ...(front.translationKey === undefined ? [] : [`key ${front.translationKey}`]),
      ...(front.id === undefined ? [] : [`id ${front.id}`]),
      `path ${post.path}`,
    ]),
    likely: compact(likelyKeys(post)),
  };
});

/** True where two versions of one file bring it together with the same others. */
export function sameKeys(one: AnnotatedDraft, other: AnnotatedDraft): boolean {
  const { number, written } = one.naming;
  return (
    number === other.naming.number &&
    written === other.naming.written &&
    JSON.stringify(keysOf(one)) === JSON.stringify(keysOf(other))
  );
}

/** Names such as `intro` stand in many folders; one of several words is meant. */
const SEVERAL_WORDS = /[^-_\s]+[-_\s]+[^-_\s]/u;

function likelyKeys({ draft, naming, path }: AnnotatedDraft): string[] {
  const { event, number, written, fullTitle } = naming;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const [firstWord = ''] = fullTitle.split(/[\s(（[#]+/u);
  return [
    // Track names are translated, so they are not part of it.
    ...(event === undefined || number === undefined ? [] : [`talk ${fold(event)}/${number}`]),
    ...(written === undefined || draft.front.event !== undefined || fold(firstWord) === ''
      ? []
      : [`title ${fold(firstWord)}/${written}`]),
    ...(SEVERAL_WORDS.test(dateInName(name).slug) ? [`name ${name}`] : []),
  ];
}

async function indexOf(posts: readonly AnnotatedDraft[], pause: Pause): Promise<Index> {
  const [byName, byNumber, byKey] = [
    new Map<string, AnnotatedDraft[]>(),
    new Map<string, AnnotatedDraft[]>(),
    new Map<string, AnnotatedDraft[]>(),
  ];
  const add = (map: Map<string, AnnotatedDraft[]>, key: string, post: AnnotatedDraft) => {
    const list = map.get(key);
    if (list) list.push(post);
    else map.set(key, [post]);
  };
  for (const post of posts) {
    const { names, certain, likely } = keysOf(post);
    for (const name of names) add(byName, name, post);
    for (const key of [...certain, ...likely]) add(byKey, key, post);
    const number = post.naming.number ?? post.naming.written;
    if (number !== undefined) add(byNumber, String(number), post);
    await pause();
  }
  return { byName, byNumber, byKey };
}

/** What `translation_of` may mean: names of posts, and a number. */
function meantBy(key: string): { readonly names: readonly string[]; readonly number: string } {
  const name = key
    .trim()
    .replace(/^\.?\//u, '')
    .replace(/\.(?:mdx?|markdown)$/iu, '')
    .toLowerCase();
  const names = [key.trim().toLowerCase(), name, name.slice(name.lastIndexOf('/') + 1)];
  return { names, number: name.replace(/^#/u, '') };
}

/** The post that `translation_of` names: by file name, slug or number. */
function named(post: AnnotatedDraft, key: string, index: Index): AnnotatedDraft | undefined {
  const { names, number } = meantBy(key);
  const candidates = [
    ...names.flatMap((name) => index.byName.get(name) ?? []),
    ...(index.byNumber.get(number) ?? []),
  ].filter((other) => other !== post);
  return (
    candidates.find(
      (other) => other.language !== post.language && other.draft.front.translationOf === undefined,
    ) ?? candidates.find((other) => other.language !== post.language)
  );
}

/** Two files that were compared, since they may be translations of each other, and whether their outlines agree. */
export interface Comparison {
  readonly files: readonly [string, string];
  readonly agree: boolean;
}

/** Posts of the same talk in other languages, without an explicit reference. Adds what it compares to `compared`. */
function* twins(post: AnnotatedDraft, { byKey }: Index, compared: Comparison[]): Generator<AnnotatedDraft> {
  const { certain, likely } = keysOf(post);
  const others = (key: string) => (byKey.get(key) ?? []).filter((other) => other.language !== post.language);
  // Where two posts of one language share a key, it does not tell which of them is translated.
  const isOneEach = (key: string) => {
    const all = byKey.get(key) ?? [];
    return new Set(all.map(({ language }) => language)).size === all.length;
  };
  for (const key of certain) if (key.startsWith('path ') || isOneEach(key)) yield* others(key);
  for (const key of likely) {
    if (!isOneEach(key)) continue;
    for (const other of others(key)) {
      const agree = outlinesAgree(post.draft, other.draft);
      compared.push({ files: [post.draft.file, other.draft.file], agree });
      if (agree) yield other;
    }
  }
}

/** By which keys other posts may be brought together with a post. */
export function sharedKeys(post: AnnotatedDraft): readonly string[] {
  const { certain, likely } = keysOf(post);
  return [...certain, ...likely];
}

/** How `translation_of` may mean a post: by its names, or its number. */
export function meantKeys({ draft: { front } }: AnnotatedDraft): ReadonlySet<string> {
  if (front.translationOf === undefined) return new Set();
  const { names, number } = meantBy(front.translationOf);
  return new Set([`number ${number}`, ...names.map((name) => `name ${name}`)]);
}

/**
 * True for a post that is a talk by itself, and whose coming and going brings no others together nor parts them; with
 * the files of the others by what they share.
 */
export function standsApart(
  post: AnnotatedDraft,
  others: { readonly keys: Multimap<string, string>; readonly meant: Multimap<string, string> },
  languageOf: (file: string) => Language | undefined,
): boolean {
  if (post.draft.front.translationOf !== undefined) return false;
  const number = String(post.naming.number ?? post.naming.written ?? '');
  const meant = [`number ${number}`, ...keysOf(post).names.map((name) => `name ${name}`)];
  if (meant.some((key) => others.meant.has(key))) return false;
  return sharedKeys(post).every((key) => {
    const languages = (others.keys.get(key) ?? []).map(languageOf);
    const each = new Set(languages);
    if (key.startsWith('path ')) return [...each].every((language) => language === post.language);
    // A key that several posts of one language share tells nothing, with this post and without.
    return (
      each.size < languages.length ||
      languages.length === 0 ||
      (languages.length === 1 && each.has(post.language))
    );
  });
}

/** Brings together the posts that tell one talk. One post a language: a second one is a talk of its own. */
export async function groupTalks(
  posts: readonly AnnotatedDraft[],
  fallback: Language,
  pause: Pause,
): Promise<{ groups: AnnotatedDraft[][]; problems: FileProblem[]; compared: readonly Comparison[] }> {
  const index = await indexOf(posts, pause);
  const compared: Comparison[] = [];
  const problems: FileProblem[] = [];
  const leader = new Map<AnnotatedDraft, AnnotatedDraft>();
  const find = (post: AnnotatedDraft): AnnotatedDraft => {
    let at = post;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  const members = new Map<AnnotatedDraft, AnnotatedDraft[]>(posts.map((post) => [post, [post]]));
  const join = (post: AnnotatedDraft, other: AnnotatedDraft): boolean => {
    const [a, b] = [find(post), find(other)];
    if (a === b) return true;
    const [mine, theirs] = [members.get(a) ?? [], members.get(b) ?? []];
    if (mine.some((one) => theirs.some((two) => one.language === two.language))) return false;
    leader.set(a, b);
    members.set(b, [...theirs, ...mine]);
    members.delete(a);
    return true;
  };
  for (const post of posts) {
    const { translationOf, lines } = post.draft.front;
    if (translationOf === undefined) continue;
    const original = named(post, translationOf, index);
    if (original && join(post, original)) continue;
    const line = lines['translation_of'] ?? 1;
    const message = original
      ? `The post "${translationOf}" has another translation into "${post.language}"; remove one or change its lang.`
      : `No post in another language is called "${translationOf}"; name the original's file or number, and set lang.`;
    problems.push({ level: 'warning', file: post.draft.file, line, code: 'no-original', message });
  }
  for (const post of posts) {
    if (post.draft.front.translationOf === undefined)
      for (const other of twins(post, index, compared)) join(post, other);
    await pause();
  }
  const groups = [...members.values()].map((group) =>
    group.sort((a, b) => rank(a, fallback) - rank(b, fallback) || order(a, b)),
  );
  return { groups, problems, compared };
}

function rank(post: AnnotatedDraft, fallback: Language): number {
  return (post.draft.front.translationOf === undefined ? 0 : 2) + (post.language === fallback ? 0 : 1);
}

function order(a: AnnotatedDraft, b: AnnotatedDraft): number {
  return compare(a.language, b.language) || compare(a.draft.file, b.draft.file);
}

/** By code unit, the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
