import type { Language } from '../model.ts';
import type { Draft } from '../post/draft.ts';
import type { Problem } from '../post/frontMatter.ts';
import { dateInName } from '../text/date.ts';
import { languageInPath } from '../text/language.ts';
import { fold } from '../text/slug.ts';
import type { Naming } from './naming.ts';

/** A draft with its language, title parts and date. */
export interface AnnotatedDraft {
  readonly draft: Draft;
  readonly language: Language;
  readonly naming: Naming;
  readonly date: string | undefined;
}

type Pause = () => Promise<void> | undefined;

/** A problem and the file it belongs to. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** A file name without folders and extension. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/iu, '');
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly AnnotatedDraft[]>;
  readonly byPath: ReadonlyMap<string, readonly AnnotatedDraft[]>;
  readonly byTalk: ReadonlyMap<string, readonly AnnotatedDraft[]>;
  readonly byNumber: ReadonlyMap<string, readonly AnnotatedDraft[]>;
}

/** The keys under which a post is found. */
interface Keys {
  readonly names: readonly string[];
  readonly path: string;
  readonly talk: string | undefined;
}

const remembered = new WeakMap<AnnotatedDraft, Keys>();

function keysOf(post: AnnotatedDraft): Keys {
  const known = remembered.get(post);
  if (known) return known;
  const { file, front } = post.draft;
  const base = baseName(file);
  const names = [file, base, dateInName(base).slug, front.slug ?? base].map((name) => name.toLowerCase());
  const keys = { names: [...new Set(names)], path: languageInPath(file).rest, talk: talkKey(post) };
  remembered.set(post, keys);
  return keys;
}

async function indexOf(posts: readonly AnnotatedDraft[], pause: Pause): Promise<Index> {
  const [byName, byPath, byTalk, byNumber] = [
    new Map<string, AnnotatedDraft[]>(),
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
    const { names, path, talk } = keysOf(post);
    for (const name of names) add(byName, name, post);
    add(byPath, path, post);
    if (talk !== undefined) add(byTalk, talk, post);
    if (post.naming.number !== undefined) add(byNumber, String(post.naming.number), post);
    await pause();
  }
  return { byName, byPath, byTalk, byNumber };
}

/** The language-independent key of a talk; track names are translated, so they are not part of it. */
function talkKey({ naming: { event, number } }: AnnotatedDraft): string | undefined {
  return event === undefined || number === undefined ? undefined : `${fold(event)}/${number}`;
}

/** The post that `translation_of` refers to: by file name, slug or number. */
function named(post: AnnotatedDraft, key: string, index: Index): AnnotatedDraft | undefined {
  const name = key
    .trim()
    .replace(/^\.?\//u, '')
    .replace(/\.(?:md|markdown)$/iu, '')
    .toLowerCase();
  const candidates = [
    ...(index.byName.get(key.trim().toLowerCase()) ?? []),
    ...(index.byName.get(name) ?? []),
    ...(index.byName.get(name.slice(name.lastIndexOf('/') + 1)) ?? []),
    ...(index.byNumber.get(name.replace(/^#/u, '')) ?? []),
  ].filter((other) => other !== post);
  return (
    candidates.find(
      (other) => other.language !== post.language && other.draft.front.translationOf === undefined,
    ) ?? candidates.find((other) => other.language !== post.language)
  );
}

/** A post of the same talk in another language, without an explicit reference. */
function twin(post: AnnotatedDraft, index: Index): AnnotatedDraft | undefined {
  const path = index.byPath.get(keysOf(post).path) ?? [];
  const samePath = path.find((other) => other !== post && other.language !== post.language);
  if (samePath) return samePath;
  const talk = index.byTalk.get(keysOf(post).talk ?? '') ?? [];
  // Tracks of one event count from 1 each: a number alone does not identify the talk.
  return talk.length === 2 ? talk.find((other) => other.language !== post.language) : undefined;
}

/** Groups posts by talk, one post a language: a second one is another talk. */
export async function groupTalks(
  posts: readonly AnnotatedDraft[],
  fallback: Language,
  pause: Pause,
): Promise<{ groups: AnnotatedDraft[][]; problems: FileProblem[] }> {
  const index = await indexOf(posts, pause);
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
    const other = post.draft.front.translationOf === undefined ? twin(post, index) : undefined;
    if (other) join(post, other);
    await pause();
  }
  const groups = [...members.values()].map((group) =>
    group.sort((a, b) => rank(a, fallback) - rank(b, fallback) || order(a, b)),
  );
  return { groups, problems };
}

function rank(post: AnnotatedDraft, fallback: Language): number {
  return (post.draft.front.translationOf === undefined ? 0 : 2) + (post.language === fallback ? 0 : 1);
}

function order(a: AnnotatedDraft, b: AnnotatedDraft): number {
  return compare(a.language, b.language) || compare(a.draft.file, b.draft.file);
}

/** By code unit, independent of the locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
