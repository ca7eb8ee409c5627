import { inSlices, type Steps } from '#library/compute/slicedWork.ts';
import type { Library, Topic } from '#library/model.ts';
import { differentTopics, isToldAlike, topicNames } from '../../index/documents.ts';
import { tokensOf } from '../../letters/tokens.ts';
import { isParticle, koreanStems } from '../../words/korean.ts';
import { shortNames } from '../../words/shortNames.ts';

/** The topics of a library by their names without spaces, in lower case. */
export type TopicTable = ReadonlyMap<string, Topic>;

/** For the first letter of names, and for the first two, how long the longest is. */
const longest = new WeakMap<TopicTable, ReadonlyMap<string, number>>();

function longestIn(table: TopicTable): ReadonlyMap<string, number> {
  const known = longest.get(table);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (const name of table.keys()) {
    for (const begins of [name.slice(0, 1), name.slice(0, 2)])
      made.set(begins, Math.max(made.get(begins) ?? 0, name.length));
  }
  longest.set(table, made);
  return made;
}

/** Most words of a name. */
const LONGEST = 6;

const keyOf = (name: string): string =>
  tokensOf(name, 24)
    .map(({ text }) => text)
    .join('');

/** The table of a newer library: where its topics are called as before, those of the older one are exchanged. */
export async function renewTable(table: TopicTable, before: Library, next: Library): Promise<TopicTable> {
  const differences = differentTopics(before, next);
  if (differences === undefined || differences.gone.length + differences.moved.length > 0)
    return inSlices(topicTable(next));
  const { replaced, added } = differences;
  if (![...replaced].every(([last, now]) => isToldAlike(last, now))) return inSlices(topicTable(next));
  if (replaced.size === 0 && added.length === 0) return table;
  const renewed = new Map(table);
  if (replaced.size > 0) {
    for (const [name, topic] of table) {
      const now = replaced.get(topic);
      if (now !== undefined) renewed.set(name, now);
    }
  }
  for (const topic of added) {
    const keys = new Set(keysOfTopic(topic).flatMap(({ key, short }) => [key, ...short]));
    keys.delete('');
    // Which of two takes a name depends on all others.
    if ([...keys].some((key) => renewed.has(key))) return inSlices(topicTable(next));
    for (const key of keys) renewed.set(key, topic);
  }
  if (added.length === 0) longest.set(renewed, longestIn(table));
  return renewed;
}

const shortKeysOf = (name: string): string[] => shortNames(name).map(({ text }) => keyOf(text));

/** By what a topic is found: for each of its names the whole and the short forms. */
const keysOf = new WeakMap<Topic, readonly { readonly key: string; readonly short: readonly string[] }[]>();

function keysOfTopic(topic: Topic): readonly { readonly key: string; readonly short: readonly string[] }[] {
  const known = keysOf.get(topic);
  if (known !== undefined) return known;
  const made = topicNames(topic).map((name) => ({ key: keyOf(name), short: shortKeysOf(name) }));
  keysOf.set(topic, made);
  return made;
}

/** Makes the table; topics of the glossary take a name before those of headings do. */
export function* topicTable({ topics }: Library): Steps<TopicTable> {
  const table = new Map<string, Topic>();
  const short = new Map<string, Topic>();
  let step = 0;
  for (const topic of topics) {
    for (const { key, short: shortKeys } of keysOfTopic(topic)) {
      if (key !== '' && !table.has(key)) table.set(key, topic);
      for (const shortKey of shortKeys) if (!short.has(shortKey)) short.set(shortKey, topic);
    }
    step += 1;
    if ((step & 0x1ff) === 0) yield;
  }
  for (const [key, topic] of short) if (!table.has(key)) table.set(key, topic);
  return table;
}

/** A topic that a question names. */
export interface NamedTopic {
  readonly topic: Topic;
  /** UTF-16 offsets of its name in the question, with its particle. */
  readonly start: number;
  readonly end: number;
}

/** The topics that a text names, in its order; the longest name at each place. */
export function topicsIn(table: TopicTable, text: string): readonly NamedTopic[] {
  const tokens = tokensOf(text, 40);
  const found: NamedTopic[] = [];
  const lengths = longestIn(table);
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at]?.text ?? '';
    // A word of two letters may be read without its last one.
    const most = lengths.get(first.slice(0, first.length > 2 ? 2 : 1)) ?? 0;
    const named = longestAt(table, tokens, at, most);
    if (named === undefined) at += 1;
    else {
      found.push(named.named);
      at = named.next;
    }
  }
  return found;
}

function longestAt(
  table: TopicTable,
  tokens: ReturnType<typeof tokensOf>,
  at: number,
  most: number,
): { readonly named: NamedTopic; readonly next: number } | undefined {
  const start = tokens[at]?.start ?? 0;
  let front = '';
  let best: { named: NamedTopic; next: number } | undefined;
  for (let next = at; next < Math.min(tokens.length, at + LONGEST); next += 1) {
    const token = tokens[next];
    if (token === undefined || front.length >= most) break;
    for (const form of formsOfLast(token.text, token.script === 'hangul')) {
      const topic = front.length + form.length > most ? undefined : table.get(front + form);
      if (topic === undefined) continue;
      const after = tokens[next + 1];
      // A particle behind a Latin name is a word of its own: `BigQuery` + `랑`.
      const glued = after?.glued === true && isParticle(after.text);
      best = {
        named: { topic, start, end: (glued ? after : token).end },
        next: glued ? next + 2 : next + 1,
      };
      break;
    }
    front += token.text;
  }
  return best;
}

/** A word as it stands and without its particles, the longest first. */
function formsOfLast(word: string, hangul: boolean): readonly string[] {
  if (!hangul) return /[a-z]s$/.test(word) ? [word, word.slice(0, -1)] : [word];
  const stems = koreanStems(word);
  const short: string[] = [];
  for (let size = 1; size <= 3 && word.length - size > 1; size += 1)
    if (isParticle(word.slice(-size))) short.push(word.slice(0, -size));
  return [word, ...stems, ...short];
}
