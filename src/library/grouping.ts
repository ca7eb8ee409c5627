import { dateInName } from './date.ts';
import type { Draft } from './draft.ts';
import type { Problem } from './frontMatter.ts';
import { languageInPath } from './language.ts';
import type { Language } from './model.ts';
import type { Naming } from './naming.ts';
import { fold, slugOf, unique } from './slug.ts';

/** A draft with what was found out about it so far. */
export interface Named {
  readonly draft: Draft;
  readonly language: Language;
  readonly naming: Naming;
  readonly date: string | undefined;
}

type Pause = () => Promise<void> | undefined;

/** The posts of one talk, the original first, and the session's id and number. */
export interface Talk {
  readonly id: string;
  readonly number: number | undefined;
  readonly series: string;
  readonly posts: readonly [Named, ...Named[]];
}

/** A problem and the file it belongs to. */
export interface FileProblem extends Problem {
  readonly file: string;
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/iu, '');
}

function seriesOf(post: Named): string {
  const { event, track } = post.naming;
  return event === undefined ? '' : `${fold(event)}/${fold(track ?? '')}`;
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  readonly byPath: ReadonlyMap<string, readonly Named[]>;
  readonly byTalk: ReadonlyMap<string, readonly Named[]>;
  readonly byNumber: ReadonlyMap<string, readonly Named[]>;
}

function indexOf(posts: readonly Named[]): Index {
  const by = (keys: (post: Named) => readonly string[]) => {
    const map = new Map<string, Named[]>();
    for (const post of posts) {
      for (const key of new Set(keys(post))) {
        const list = map.get(key);
        if (list) list.push(post);
        else map.set(key, [post]);
      }
    }
    return map;
  };
  return {
    byName: by(({ draft: { file, front } }) => {
      const base = baseName(file);
      return [file, base, dateInName(base).slug, front.slug ?? base].map((name) => name.toLowerCase());
    }),
    byPath: by(({ draft }) => [languageInPath(draft.file).rest]),
    byTalk: by((post) =>
      post.naming.number === undefined || post.naming.event === undefined
        ? []
        : [`${fold(post.naming.event)}/${post.naming.number}`],
    ),
    byNumber: by(({ naming }) => (naming.number === undefined ? [] : [String(naming.number)])),
  };
}

/** The post that `translation_of` names: by file name, slug or number. */
function named(post: Named, key: string, index: Index): Named | undefined {
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

/** A post in another language that tells the same talk, without being named by anybody. */
function twin(post: Named, index: Index): Named | undefined {
  const path = index.byPath.get(languageInPath(post.draft.file).rest) ?? [];
  const samePath = path.find((other) => other !== post && other.language !== post.language);
  if (samePath) return samePath;
  const { event, number } = post.naming;
  if (event === undefined || number === undefined) return undefined;
  const others = (index.byTalk.get(`${fold(event)}/${number}`) ?? []).filter(
    (other) => other.language !== post.language,
  );
  // Tracks of one event count from 1 each: a number alone does not tell which talk is translated.
  return others.length === 1 && (index.byTalk.get(`${fold(event)}/${number}`) ?? []).length === 2
    ? others[0]
    : undefined;
}

/** Brings together the posts that tell one talk. One post a language: a second one is a talk of its own. */
export async function groupTalks(
  posts: readonly Named[],
  fallback: Language,
  pause: Pause,
): Promise<{ groups: Named[][]; problems: FileProblem[] }> {
  const index = indexOf(posts);
  await pause();
  const problems: FileProblem[] = [];
  const leader = new Map<Named, Named>();
  const find = (post: Named): Named => {
    let at = post;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  const members = new Map<Named, Named[]>(posts.map((post) => [post, [post]]));
  const join = (post: Named, other: Named): boolean => {
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

function rank(post: Named, fallback: Language): number {
  return (post.draft.front.translationOf === undefined ? 0 : 2) + (post.language === fallback ? 0 : 1);
}

function order(a: Named, b: Named): number {
  return compare(a.language, b.language) || compare(a.draft.file, b.draft.file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Reading order and ids: by series (earliest first), then number, then date, then file name. */
export async function orderTalks(
  groups: readonly Named[][],
  pause: Pause,
): Promise<{ talks: Talk[]; problems: FileProblem[] }> {
  const loose = groups.flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const posts: [Named, ...Named[]] = [first, ...rest];
    const number = posts.find((post) => post.naming.number !== undefined)?.naming.number;
    return [
      {
        posts,
        number,
        series: seriesOf(first),
        date: first.date ?? posts.find((post) => post.date)?.date ?? '9999',
      },
    ];
  });
  const begins = new Map<string, string>();
  for (const { series, date } of loose) {
    const known = begins.get(series);
    if (known === undefined || date < known) begins.set(series, date);
  }
  loose.sort(
    (a, b) =>
      Number(a.series === '') - Number(b.series === '') ||
      compare(begins.get(a.series) ?? '', begins.get(b.series) ?? '') ||
      compare(a.series, b.series) ||
      (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY) ||
      compare(a.date, b.date) ||
      compare(a.posts[0].draft.file, b.posts[0].draft.file),
  );
  await pause();
  const counts = new Map<number, number>();
  const seen = new Map<string, Named>();
  const problems: FileProblem[] = [];
  for (const {
    number,
    series,
    posts: [post],
  } of loose) {
    if (number === undefined) continue;
    counts.set(number, (counts.get(number) ?? 0) + 1);
    const key = `${series}#${number}`;
    const before = seen.get(key);
    if (!before || series === '') {
      seen.set(key, post);
      continue;
    }
    const { file, front } = post.draft;
    const message = `The number ${number} is also that of "${before.draft.file}"; give one of them another number.`;
    problems.push({
      level: 'warning',
      file,
      line: front.lines['number'] ?? front.lines['title'] ?? 1,
      code: 'same-number',
      message,
    });
  }
  const taken = new Set<string>();
  // Numbers first: a file that happens to be called "5" must not take the id of session 5.
  for (const { number } of loose)
    if (number !== undefined && counts.get(number) === 1) taken.add(String(number));
  const talks = loose.map(({ posts, number, series }): Talk => {
    const id =
      number !== undefined && counts.get(number) === 1
        ? String(number)
        : unique(slugFor(posts[0], number), taken, 40);
    return { id, number, series, posts };
  });
  return { talks, problems };
}

function slugFor(post: Named, number: number | undefined): string {
  const { event, track } = post.naming;
  if (number !== undefined && event !== undefined) {
    const digits = `-${number}`;
    return slugOf(track ?? event, 40 - digits.length) + digits;
  }
  return slugOf(dateInName(baseName(post.draft.file)).slug, 40);
}
