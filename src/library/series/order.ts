import { dateInName } from '../text/date.ts';
import { fold, slugOf, uniqueSlug } from '../text/slug.ts';
import { type AnnotatedDraft, baseName, compare, type FileProblem } from './grouping.ts';

type Pause = () => Promise<void> | undefined;

/** The posts of one talk, the original first, and the session's id and number. */
export interface Talk {
  readonly id: string;
  readonly number: number | undefined;
  /** The key that sessions of one track share; empty for a post outside any series. */
  readonly series: string;
  readonly posts: readonly [AnnotatedDraft, ...AnnotatedDraft[]];
}

type Loose = Omit<Talk, 'id'> & { readonly date: string };

function seriesOf(post: AnnotatedDraft): string {
  const { event, track } = post.naming;
  return event === undefined ? '' : `${fold(event)}/${fold(track ?? '')}`;
}

function looseTalk([first, ...rest]: readonly AnnotatedDraft[]): Loose[] {
  if (first === undefined) return [];
  const posts: [AnnotatedDraft, ...AnnotatedDraft[]] = [first, ...rest];
  const number = posts.find((post) => post.naming.number !== undefined)?.naming.number;
  const date = first.date ?? posts.find((post) => post.date)?.date ?? '9999';
  return [{ posts, number, series: seriesOf(first), date }];
}

/** A sort key for each talk: comparing field by field is too slow for thousands. */
async function inReadingOrder(talks: readonly Loose[], pause: Pause): Promise<Loose[]> {
  const begins = new Map<string, string>();
  for (const { series, date } of talks) {
    const known = begins.get(series);
    if (known === undefined || date < known) begins.set(series, date);
  }
  const keyed: { readonly key: string; readonly talk: Loose }[] = [];
  for (const talk of talks) {
    const { series, number, date, posts } = talk;
    const place = String(number ?? 999_999).padStart(6, '0');
    const fields = [series === '' ? '1' : '0', begins.get(series), series, place, date, posts[0].draft.file];
    keyed.push({ key: fields.join('\0'), talk });
    await pause();
  }
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ talk }) => talk);
}

async function sameNumber(talks: readonly Loose[], pause: Pause): Promise<FileProblem[]> {
  const seen = new Map<string, AnnotatedDraft>();
  const problems: FileProblem[] = [];
  for (const { number, series, posts } of talks) {
    await pause();
    if (number === undefined || series === '') continue;
    const key = `${series}#${number}`;
    const before = seen.get(key);
    if (!before) {
      seen.set(key, posts[0]);
      continue;
    }
    const { file, front } = posts[0].draft;
    const line = front.lines['number'] ?? front.lines['title'] ?? 1;
    const message = `The number ${number} is also that of "${before.draft.file}"; give one of them another number.`;
    problems.push({ level: 'warning', file, line, code: 'same-number', message });
  }
  return problems;
}

function slugFor(post: AnnotatedDraft, number: number | undefined): string {
  const { event, track } = post.naming;
  if (number !== undefined && event !== undefined) {
    const digits = `-${number}`;
    return slugOf(track ?? event, 40 - digits.length) + digits;
  }
  return slugOf(dateInName(baseName(post.draft.file)).slug, 40);
}

/**
 * Sorts talks in reading order (by series, earliest first, then number, then date, then file name) and gives each its
 * id: its number if unique, else series and number, else its file name.
 */
export async function orderTalks(
  groups: readonly AnnotatedDraft[][],
  pause: Pause,
): Promise<{ readonly talks: Talk[]; readonly problems: FileProblem[] }> {
  const loose: Loose[] = [];
  for (const group of groups) {
    loose.push(...looseTalk(group));
    await pause();
  }
  const ordered = await inReadingOrder(loose, pause);
  await pause();
  const problems = await sameNumber(ordered, pause);
  const counts = new Map<number, number>();
  for (const { number } of ordered)
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  // Numbers first: a file named "5" must not take the id of session 5.
  const taken = new Set([...counts].filter(([, count]) => count === 1).map(([number]) => String(number)));
  const talks: Talk[] = [];
  for (const { posts, number, series } of ordered) {
    const alone = number !== undefined && counts.get(number) === 1;
    const id = alone ? String(number) : uniqueSlug(slugFor(posts[0], number), taken, 40);
    talks.push({ id, number, series, posts });
    await pause();
  }
  return { talks, problems };
}
