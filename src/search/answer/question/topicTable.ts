import { compact } from '#library/compute/compact.ts';
import { groupedAfter, groupedBy, type Multimap } from '#library/compute/multimap.ts';
import { inSlices, type Steps } from '#library/compute/slicedWork.ts';
import { VersionedMap } from '#library/compute/versionedMap.ts';
import type { Library, Topic } from '#library/model.ts';
import { topicsWithIds } from '#library/topics/related.ts';
import { differentTopics, isToldAlike, topicNames } from '../../index/documents.ts';
import { type Token, tokensOf } from '../../letters/tokens.ts';
import { isConcept } from '../../words/concepts.ts';
import { isParticle, koreanStems } from '../../words/korean.ts';
import { lexemeOf } from '../../words/lexeme.ts';
import { shortNames, VENDORS } from '../../words/shortNames.ts';
import { saysKind } from './kindNoun.ts';

/** The topics of a library by their names. */
export interface TopicTable {
  /** By their names without spaces, in lower case. */
  readonly names: ReadonlyMap<string, Topic>;
  /** For the first letter of names, and for the first two, how long they are at most. */
  readonly longest: ReadonlyMap<string, number>;
  /** The ids of the topics that have each name, and each short one. */
  readonly whole: Multimap<string, string>;
  readonly short: Multimap<string, string>;
}

/** Most words of a name. */
const LONGEST = 6;

const keyOf = (name: string): string =>
  tokensOf(name, 24)
    .map(({ text }) => text)
    .join('');

const shortKeysOf = (name: string): string[] => shortNames(name).map(({ text }) => keyOf(text));

/** By what a topic is found: whole names and short forms. */
interface TopicKeys {
  readonly whole: readonly string[];
  readonly short: readonly string[];
}

const each = (keys: readonly string[]): readonly string[] =>
  compact([...new Set(keys)].filter((key) => key !== ''));

const keysOf = new WeakMap<Topic, TopicKeys>();

function keysOfTopic(topic: Topic): TopicKeys {
  const known = keysOf.get(topic);
  if (known !== undefined) return known;
  const names = topicNames(topic);
  const made = {
    whole: each(names.map(keyOf)),
    short: each(names.flatMap(shortKeysOf)),
  };
  keysOf.set(topic, made);
  return made;
}

/** A table while topics are entered. */
interface Draft {
  readonly names: VersionedMap<string, Topic>;
  readonly longest: VersionedMap<string, number>;
}

function enter({ names, longest }: Draft, name: string, topic: Topic): void {
  names.set(name, topic);
  for (const begins of [name.slice(0, 1), name.slice(0, 2)])
    if ((longest.get(begins) ?? 0) < name.length) longest.set(begins, name.length);
}

const idOf = ({ id }: Topic): string => id;
const wholeKeys = (topic: Topic) => keysOfTopic(topic).whole;
const shortKeys = (topic: Topic) => keysOfTopic(topic).short;

/** Makes the table; topics of the glossary take a name before those of headings do, and whole names before short ones. */
export function* topicTable({ topics }: Library): Steps<TopicTable> {
  const draft: Draft = { names: VersionedMap.after(), longest: VersionedMap.after() };
  for (const keys of [wholeKeys, shortKeys]) {
    let step = 0;
    for (const topic of topics) {
      for (const key of keys(topic)) if (!draft.names.has(key)) enter(draft, key, topic);
      step += 1;
      if ((step & 0x1ff) === 0) yield;
    }
  }
  return { ...draft, whole: groupedBy(topics, wholeKeys, idOf), short: groupedBy(topics, shortKeys, idOf) };
}

/** The table of a newer library, at a cost that grows with what differs. */
export async function renewTable(table: TopicTable, before: Library, next: Library): Promise<TopicTable> {
  const differences = differentTopics(before, next);
  if (differences === undefined) return inSlices(topicTable(next));
  const { replaced, added, gone, moved } = differences;
  if (replaced.size + added.length + gone.length + moved.length === 0) return table;
  const renamed = [...replaced].filter(([last, now]) => !isToldAlike(last, now));
  const out = [...gone, ...renamed.map(([last]) => last)];
  const come = [...added, ...renamed.map(([, now]) => now)];
  const whole = groupedAfter(table.whole, { gone: out, fresh: come }, wholeKeys, idOf);
  const short = groupedAfter(table.short, { gone: out, fresh: come }, shortKeys, idOf);
  const draft: Draft = { names: VersionedMap.after(table.names), longest: VersionedMap.after(table.longest) };
  const keys = new Set(
    [...out, ...come, ...moved].flatMap((topic) => [...wholeKeys(topic), ...shortKeys(topic)]),
  );
  for (const [last, now] of replaced)
    for (const key of [...wholeKeys(last), ...shortKeys(last)])
      if (draft.names.get(key) === last) draft.names.set(key, now);
  for (const key of keys) {
    const [first] = topicsWithIds(next.topics, whole.get(key) ?? short.get(key) ?? []);
    if (first === undefined) draft.names.delete(key);
    else enter(draft, key, first);
  }
  return { ...draft, whole, short };
}

/** A topic that a question names. */
export interface NamedTopic {
  readonly topic: Topic;
  /** UTF-16 offsets of its name in the question, with its particle. */
  readonly start: number;
  readonly end: number;
}

/** Any name, in place of one whose words might ask for something: `중앙 처리 장치` asks for no device. */
export const SOME_NAME = 'Foo';

/** A text with another name in place of each that it names. */
export const renamed = (text: string, named: readonly NamedTopic[], name: string): string =>
  named
    .toSorted((a, b) => a.start - b.start)
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${name}${rest.slice(end)}`, text);

/** `딥러닝에서`, `in deep learning`: where a thing is, and not the thing that is asked about. */
const SETTING = {
  behind: /(?:에서|에선|에서는|에서의|의)$/u,
  before: /\b(?:in|within)\s(?:the\s)?$/iu,
} as const;
const isSetting = (text: string, { start, end }: NamedTopic): boolean =>
  SETTING.behind.test(text.slice(start, end)) || SETTING.before.test(text.slice(0, start));

/** The topics that a text names, those behind the others that only tell where: `딥러닝에서 텐서가 뭐야` asks of the tensor. */
export const settingsLast = (text: string, named: readonly NamedTopic[]): readonly NamedTopic[] =>
  named.length < 2
    ? named
    : [...named.filter((one) => !isSetting(text, one)), ...named.filter((one) => isSetting(text, one))];

/** The topics that a text names, in its order; the longest name at each place. */
export function topicsIn(table: TopicTable, text: string): readonly NamedTopic[] {
  const tokens = tokensOf(text, 40);
  const found: NamedTopic[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at]?.text ?? '';
    // A word of two letters may be read without its last one.
    const most = table.longest.get(first.slice(0, first.length > 2 ? 2 : 1)) ?? 0;
    const named = longestAt(table, tokens, at, most);
    if (named === undefined) at += 1;
    else {
      const before = found.at(-1);
      const kind = tokens[named.next];
      const isKind = kind?.glued === false && saysKind(named.named.topic, kind);
      const whole = isKind ? { ...named.named, end: kind.end } : named.named;
      if (before !== undefined && isOfMaker(text, before, whole))
        found[found.length - 1] = { ...whole, start: before.start };
      else found.push(whole);
      at = isKind ? named.next + 1 : named.next;
    }
  }
  const [only] = found;
  const isShort = tokens.length <= SHORT && found.length === 1;
  return isShort && only !== undefined && saysLess(table, tokens, only) ? [] : found;
}

/** Longer texts tell something of what they name. */
const SHORT = 8;

/** True for a thing right behind the name of its maker, which is meant then: `gcp datalab`, but not `cloud service provider`. */
const isOfMaker = (text: string, maker: NamedTopic, thing: NamedTopic): boolean =>
  thing.start - maker.end <= 1 &&
  tokensOf(text.slice(maker.start, maker.end)).every((token) => VENDORS.has(token.text)) &&
  !isConcept(text.slice(maker.start, thing.end));

/** True where a word before a name is a maker, and not that of the thing: `오라클 클라우드` is no `Google Cloud`. */
const isOfOther = (topic: Topic, before: Token | undefined): boolean =>
  before !== undefined &&
  VENDORS.has(before.text) &&
  !topicNames(topic).some((name) => name.toLowerCase().split(' ').includes(before.text));

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
    for (const form of formsOfLast(token.text, token.script === 'hangul', front === '' ? 2 : 1)) {
      const topic = front.length + form.length > most ? undefined : table.names.get(front + form);
      if (topic === undefined || (!table.whole.has(front + form) && isOfOther(topic, tokens[at - 1])))
        continue;
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

/** True for a Latin word of everybody's that is but the end of a name, or an acronym with a plural: `rate` of `Learning rate`, `gas` of `GA`. */
function saysLess({ whole }: TopicTable, tokens: readonly Token[], { start, end }: NamedTopic): boolean {
  const [token, ...more] = tokens.filter((one) => one.start >= start && one.end <= end);
  if (token?.script !== 'latin' || more.some(({ text }) => !isParticle(text))) return false;
  return whole.get(token.text) === undefined && isWord(token);
}

const isWord = (token: Token): boolean => {
  const { common, wordClass } = lexemeOf(token);
  return common || (wordClass !== 'content' && wordClass !== 'name');
};

/**
 * A word as it stands and without its particles, the longest first.
 * @param least fewest syllables before a particle: one behind another word, as in `S펜이`
 */
function formsOfLast(word: string, hangul: boolean, least: number): readonly string[] {
  if (!hangul) return /[a-z]s$/.test(word) ? [word, word.slice(0, -1)] : [word];
  const stems = koreanStems(word);
  const short: string[] = [];
  for (let size = 1; size <= 3 && word.length - size >= least; size += 1)
    if (isParticle(word.slice(-size))) short.push(word.slice(0, -size));
  return [word, ...stems, ...short];
}
