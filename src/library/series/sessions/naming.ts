import { compact } from '../../compute/compact.ts';
import { memoizeObjects } from '../../compute/memoize.ts';
import type { Multimap } from '../../compute/multimap.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import type { Draft } from '../../post/model.ts';
import { fold } from '../../text/slug.ts';
import {
  afterPrefix,
  type EventAndTrack,
  type NumberedTitle,
  namesEvent,
  numberedTitles,
  prefixSplits,
  splitByAnother,
  splitByItself,
  withoutOuterMarks,
} from './title.ts';

/** The parts of a post's title, determined together with the titles of the other posts. */
export interface Naming {
  readonly fullTitle: string;
  readonly title: string;
  readonly event: string | undefined;
  readonly track: string | undefined;
  readonly number: number | undefined;
  /** The number that the title holds, whether or not anything bears out that it counts sessions. */
  readonly written: number | undefined;
}

interface TitleReading {
  readonly fullTitle: string;
  readonly prefix: string;
  readonly number: number | undefined;
  readonly rest: string;
}

/** The beginnings that several titles share. */
function sharedStarts(parts: readonly TitleParts[]): ReadonlySet<string> {
  const [once, shared] = [new Set<string>(), new Set<string>()];
  for (const { starts } of parts)
    for (const folded of new Set(starts.map((start) => start.folded)))
      if (once.has(folded)) shared.add(folded);
      else once.add(folded);
  return shared;
}

/** What the titles of all posts tell together, from which those that change, come or go are named as well. */
export interface TitleContext {
  /** Frames in which a number counts sessions. */
  readonly borneOut: ReadonlySet<string>;
  /** Beginnings that several titles share. */
  readonly shared: ReadonlySet<string>;
  /** By prefix of a title. */
  readonly events: ReadonlyMap<string, EventAndTrack>;
  /** The first file with each prefix of a title, and with each event in its front matter. */
  readonly first: {
    readonly prefixes: ReadonlyMap<string, string>;
    readonly events: ReadonlyMap<string, string>;
  };
}

/** The files of other posts by what their titles share. */
interface TitlesBeside {
  readonly frames: Multimap<string, string>;
  readonly starts: Multimap<string, string>;
  readonly draftOf: (file: string) => Draft | undefined;
}

/**
 * Determines event, track, number and own title of every post, from title patterns and from what titles share.
 * Front matter takes precedence. There is no list of known events.
 */
export async function nameSessions(
  drafts: readonly Draft[],
  pause: Pause,
): Promise<{ readonly names: readonly Naming[]; readonly titles: TitleContext }> {
  const parts: TitleParts[] = [];
  for (const draft of drafts) {
    parts.push(partsOf(draft));
    await pause();
  }
  const borneOut = frames(parts);
  const shared = sharedStarts(parts);
  const readings: TitleReading[] = [];
  for (const part of parts) {
    readings.push(readTitle(part, { borneOut, shared }));
    await pause();
  }
  const events = await eventsOf(drafts, readings, pause);
  const names: Naming[] = [];
  for (const [index, draft] of drafts.entries()) {
    names.push(nameOne(draft, readings[index] ?? plain(draft.title.text), events));
    await pause();
  }
  return { names, titles: { borneOut, shared, events, first: firstFiles(drafts, readings) } };
}

/** The name of a newer version of a post; undefined where the names of others may depend on what changed. */
export function rename(titles: TitleContext, last: Draft, draft: Draft): Naming | undefined {
  const [was, now] = [partsOf(last), partsOf(draft)];
  if (last.front.event !== draft.front.event || sharedParts(was) !== sharedParts(now)) return undefined;
  const reading = readTitle(now, titles);
  // Prefixes are distinguished by those of others.
  return reading.prefix === readTitle(was, titles).prefix
    ? nameOne(draft, reading, titles.events)
    : undefined;
}

/** The name of a post that comes to all others, or goes; undefined where the names of others may depend on it. */
export function nameBeside(titles: TitleContext, draft: Draft, others: TitlesBeside): Naming | undefined {
  const own = partsOf(draft);
  if (tellsOthers(own, others)) return undefined;
  const reading = readTitle(own, titles);
  // The first post with a prefix or an event decides when others learn of it.
  const isLater = (known: string | undefined) => known !== undefined && known < draft.file;
  const { event } = draft.front;
  if (reading.prefix !== '' && !isLater(titles.first.prefixes.get(reading.prefix))) return undefined;
  return event === undefined || isLater(titles.first.events.get(event))
    ? nameOne(draft, reading, titles.events)
    : undefined;
}

function firstFiles(drafts: readonly Draft[], readings: readonly TitleReading[]): TitleContext['first'] {
  const prefixes = new Map<string, string>();
  const events = new Map<string, string>();
  for (const [index, { file, front }] of drafts.entries()) {
    const prefix = readings[index]?.prefix ?? '';
    if (!prefixes.has(prefix)) prefixes.set(prefix, file);
    if (front.event !== undefined && !events.has(front.event)) events.set(front.event, file);
  }
  return { prefixes, events };
}

/** True where a title decides whether numbers or beginnings of other titles count. */
function tellsOthers({ numbered, starts }: TitleParts, others: TitlesBeside): boolean {
  if (starts.some(({ folded }) => others.starts.get(folded)?.length === 1)) return true;
  const own = new Map<string, Set<number>>();
  for (const { frames, number } of numbered)
    for (const frame of frames) own.set(frame, (own.get(frame) ?? new Set<number>()).add(number));
  return [...own].some(([frame, numbers]) => {
    const theirs = numbersIn(frame, others);
    return theirs.size < 2 && theirs.union(numbers).size >= 2;
  });
}

/** The numbers of others in a frame, or two of them. */
function numbersIn(frame: string, { frames, draftOf }: TitlesBeside): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const file of frames.get(frame) ?? []) {
    const draft = draftOf(file);
    for (const one of draft === undefined ? [] : partsOf(draft).numbered)
      if (one.frames.includes(frame)) numbers.add(one.number);
    if (numbers.size >= 2) break;
  }
  return numbers;
}

/** What stands around the numbers that a title may hold. */
export const titleFrames = ({ draft }: { readonly draft: Draft }): ReadonlySet<string> =>
  new Set(partsOf(draft).numbered.flatMap(({ frames }) => frames));

/** How a title may begin, folded. */
export const titleStarts = ({ draft }: { readonly draft: Draft }): ReadonlySet<string> =>
  new Set(partsOf(draft).starts.map(({ folded }) => folded));

/** What the names of others depend on. */
const sharedParts = ({ numbered, starts }: TitleParts): string =>
  JSON.stringify([
    numbered.map(({ frames, number }) => [frames, number]),
    starts.map(({ folded }) => folded),
  ]);

/** The parts that a title alone gives. */
interface TitleParts {
  readonly title: string;
  /** The number of its front matter. */
  readonly said: number | undefined;
  readonly numbered: readonly (NumberedTitle & { readonly frames: readonly string[] })[];
  readonly starts: readonly { readonly prefix: string; readonly rest: string; readonly folded: string }[];
}

const partsOf = memoizeObjects((draft: Draft): TitleParts => {
  const title = draft.title.text;
  const starts = compact(prefixSplits(title).map((start) => ({ ...start, folded: fold(start.prefix) })));
  const folder = draft.file.slice(0, draft.file.lastIndexOf('/') + 1);
  const numbered = compact(numberedTitles(title).map((one) => ({ ...one, frames: framesOf(one, folder) })));
  return { title, said: draft.front.number, numbered, starts };
});

/** From so many words on, the first two tell an event whose tracks differ. */
const TRACK_WORDS = 3;

/** What siblings of a numbered title share with it, in one folder where nothing but the number is left. */
function framesOf({ frame, prefix }: NumberedTitle, folder: string): string[] {
  if (frame.endsWith('/')) return [frame + folder];
  const words = prefix.split(/\s+/u).length;
  return words < TRACK_WORDS ? [frame] : [frame, `${frame.split('/')[0]}//${firstWords(prefix, 2)}`];
}

/** Frames in which titles have different numbers: there a number counts sessions. */
function frames(parts: readonly TitleParts[]): ReadonlySet<string> {
  const first = new Map<string, number>();
  const borneOut = new Set<string>();
  for (const { numbered } of parts) {
    for (const { frames, number } of numbered) {
      for (const frame of frames) {
        if ((first.get(frame) ?? number) !== number) borneOut.add(frame);
        first.set(frame, number);
      }
    }
  }
  return borneOut;
}

function plain(fullTitle: string): TitleReading {
  return { fullTitle, prefix: '', number: undefined, rest: fullTitle };
}

function readTitle(
  { title, said, numbered, starts: own }: TitleParts,
  { borneOut, shared }: Pick<TitleContext, 'borneOut' | 'shared'>,
): TitleReading {
  const counts = numbered.find(
    ({ frames, number, prefix }) =>
      number === said || namesEvent(prefix) || frames.some((frame) => borneOut.has(frame)),
  );
  if (counts) return { fullTitle: title, prefix: counts.prefix, number: counts.number, rest: counts.rest };
  const start = own.find(({ folded }) => shared.has(folded));
  return start
    ? { fullTitle: title, prefix: start.prefix, number: undefined, rest: start.rest }
    : plain(title);
}

/** Each title prefix, with its event and track. */
async function eventsOf(
  drafts: readonly Draft[],
  readings: readonly TitleReading[],
  pause: Pause,
): Promise<ReadonlyMap<string, EventAndTrack>> {
  const prefixes = [...new Set(readings.map((reading) => reading.prefix).filter((prefix) => prefix !== ''))];
  const known = new Set<string>();
  const knownByWord = new Map<string, string[]>();
  const learn = (event: string) => {
    if (known.has(event)) return;
    known.add(event);
    push(knownByWord, firstWords(event, 1), event);
  };
  for (const { front } of drafts) if (front.event !== undefined) learn(front.event);
  const byKnown = (prefix: string): EventAndTrack | undefined => {
    const longest = (knownByWord.get(firstWords(prefix, 1)) ?? [])
      .filter((event) => afterPrefix(prefix, event) !== undefined)
      .sort((a, b) => b.length - a.length);
    const [event] = longest;
    return event === undefined ? undefined : { event, track: afterPrefix(prefix, event) || undefined };
  };
  const found = new Map<string, EventAndTrack>();
  const neighbours = new Map<string, string[]>();
  for (const prefix of prefixes) {
    push(neighbours, firstWords(prefix, 2), prefix);
    const split = byKnown(prefix) ?? splitByItself(prefix);
    if (!split) continue;
    found.set(prefix, split);
    learn(split.event);
    await pause();
  }
  for (const prefix of prefixes) {
    if (found.has(prefix)) continue;
    await pause();
    const others = (neighbours.get(firstWords(prefix, 2)) ?? []).slice(0, 50);
    found.set(
      prefix,
      byKnown(prefix) ?? splitByAnother(prefix, others) ?? { event: prefix, track: undefined },
    );
  }
  return found;
}

function firstWords(text: string, count: number): string {
  return text
    .split(/\s+/u, count)
    .map((word) => fold(word))
    .join(' ');
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function nameOne(draft: Draft, reading: TitleReading, events: ReadonlyMap<string, EventAndTrack>): Naming {
  const { front } = draft;
  const split = events.get(reading.prefix);
  const event = front.event ?? split?.event;
  const track =
    front.track ?? (front.event === undefined || split?.event === front.event ? split?.track : undefined);
  let title = front.session ?? reading.rest;
  if (front.session === undefined && reading.prefix === '') {
    for (const start of [front.event, front.track]) {
      title = (start === undefined ? undefined : afterPrefix(title, start)) || title;
    }
  }
  return {
    fullTitle: reading.fullTitle,
    title: withoutOuterMarks(title) || reading.fullTitle,
    event,
    track: track === event ? undefined : track,
    number: front.number ?? reading.number,
    written: partsOf(draft).numbered[0]?.number,
  };
}
