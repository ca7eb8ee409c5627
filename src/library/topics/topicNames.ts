import type { Pause } from '../compute/slicedWork.ts';
import type { Topic } from '../model.ts';
import { slugOf, uniqueSlug } from '../text/slug.ts';
import { mentionedBelow, type SessionMentions } from './mentions.ts';
import type { GlossaryTopic } from './model.ts';
import {
  type Candidate,
  type Candidates,
  type ChangedSessions,
  candidatesAfter,
  candidatesOf,
  keysIn,
  mentionsOfSession,
  type SessionPlaces,
} from './offers.ts';

/** A topic without its occurrences. */
export type BareTopic = Omit<Topic, 'about' | 'mentions' | 'related'>;

/** True for a name in the text of a section with another heading. */
function isMentioned({ key, at, last }: Candidate, { counts, places }: Circumstances): boolean {
  const own = (mentionsOfSession(places, last)?.sections ?? []).filter(
    (place) => at.includes(place.at) && place.mentions.includes(key),
  );
  return (counts.get(key) ?? 0) > own.length;
}

/** A heading over so many sessions is a subject only where the text below it speaks of it now and then. */
const UNRELATED = 3;
const SPOKEN_OF = 0.25;

/** Drops false names: headings of one session that no text mentions, and headings that stand over unrelated texts. */
function isChosen(candidate: Candidate, circumstances: Circumstances): boolean {
  const { places, spokenOf } = circumstances;
  const sessions = places.seen.length;
  const mentioned = (spokenOf.get(candidate.key) ?? 0) / new Set(candidate.at).size;
  if (candidate.sessions >= UNRELATED && mentioned < SPOKEN_OF) return false;
  if (candidate.certain) return true;
  if (sessions >= 4 && candidate.sessions > sessions / 2) return false;
  return candidate.sessions > 1 || isMentioned(candidate, circumstances);
}

/** On what it is decided which headings name topics. */
interface Circumstances {
  readonly places: SessionPlaces;
  /** Number of sections that mention each key, and of those that stand under it and do. */
  readonly counts: ReadonlyMap<string, number>;
  readonly spokenOf: ReadonlyMap<string, number>;
}

/** Which headings name topics, and on what that was decided. */
export interface Choice extends Circumstances {
  readonly candidates: Candidates;
  /** Their keys. */
  readonly chosen: ReadonlySet<string>;
}

/** Adds the names that sessions have as headings and speak of, and takes those of others away. */
function spokenOfAfter(before: Choice['spokenOf'], changed: ChangedSessions): Map<string, number> {
  const spokenOf = new Map(before);
  const add = (seen: SessionMentions, one: number): void => {
    for (const key of mentionedBelow(seen)) spokenOf.set(key, (spokenOf.get(key) ?? 0) + one);
  };
  for (const seen of changed.before) add(seen, -1);
  for (const seen of changed.now) add(seen, 1);
  return spokenOf;
}

/** The keys about which the decision may be another one, where the number of sessions is. */
function* nearHalf({ candidates, places }: Choice, now: number): Generator<string> {
  const before = places.seen.length;
  if (now === before) return;
  for (const [key, { sessions }] of candidates) if (sessions * 2 >= Math.min(now, before)) yield key;
}

/** True where the same sessions suggest the same names as before. */
const sameOffers = ({ before, now }: ChangedSessions): boolean =>
  before.length === now.length &&
  before.every(
    ({ session, candidates }, at) =>
      session.id === now[at]?.session.id && JSON.stringify(candidates) === JSON.stringify(now[at].candidates),
  );

/** The choice after some sessions changed, at a cost that grows with them; `counts` are those of now. */
export function choiceAfter(
  choice: Choice,
  changed: ChangedSessions,
  moved: ReadonlySet<string>,
  known: ReadonlyMap<string, unknown>,
  counts: ReadonlyMap<string, number>,
  places: SessionPlaces,
): Choice {
  const same = moved.size === 0 && sameOffers(changed);
  const candidates = same ? choice.candidates : candidatesAfter(choice.candidates, changed, known, places);
  const now = { places, counts, spokenOf: spokenOfAfter(choice.spokenOf, changed) };
  const keys = new Set([...keysIn(changed), ...nearHalf(choice, places.seen.length)]);
  for (const { sections } of [...changed.before, ...changed.now])
    for (const { mentions } of sections) for (const key of mentions) keys.add(key);
  let { chosen } = choice;
  for (const key of keys) {
    const candidate = candidates.get(key);
    const wanted = candidate !== undefined && isChosen(candidate, now);
    if (wanted !== chosen.has(key))
      chosen = wanted ? chosen.union(new Set([key])) : chosen.difference(new Set([key]));
  }
  return { ...now, candidates, chosen };
}

/** For each name the number of sections that have it as their heading and speak of it in their text. */
async function mentionsBelow(
  all: readonly SessionMentions[],
  pause: Pause,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const seen of all) {
    for (const key of mentionedBelow(seen)) counts.set(key, (counts.get(key) ?? 0) + 1);
    await pause();
  }
  return counts;
}

/** Merges candidates that head the same section in different languages: one topic with a name in each. */
async function merge(chosen: readonly Candidate[], pause: Pause): Promise<Candidate[][]> {
  const groups: Candidate[][] = [];
  const byPlace = new Map<string, Candidate[]>();
  for (const candidate of chosen) {
    await pause();
    const place = candidate.whole ? candidate.at.find((at) => byPlace.has(at)) : undefined;
    const group = place === undefined ? undefined : byPlace.get(place);
    if (group?.every((other) => other.language !== candidate.language)) {
      group.push(candidate);
      continue;
    }
    const fresh = [candidate];
    groups.push(fresh);
    if (candidate.whole) for (const at of candidate.at) if (!byPlace.has(at)) byPlace.set(at, fresh);
  }
  return groups;
}

/** A topic from a glossary entry. */
export function fromGlossary({ id, name, aliases, summary, url, now }: GlossaryTopic): BareTopic {
  return { id, name, aliases, summary, url, now, source: 'glossary' };
}

/** What the id is made of: the English name where there is one. */
const nameOf = (group: readonly Candidate[]): string =>
  (group.findLast(({ language }) => language === 'en') ?? group[0])?.name ?? '';

function fromHeadings(group: readonly Candidate[], id: string): BareTopic {
  const name = Object.fromEntries(group.map((candidate) => [candidate.language, candidate.name]));
  const names = new Set(Object.values(name));
  const aliases = [...new Set(group.flatMap((candidate) => candidate.aliases))].filter(
    (alias) => !names.has(alias),
  );
  return { id, name, aliases, summary: {}, url: undefined, now: {}, source: 'heading' };
}

/** Decides which headings name topics; `known` are the keys of the glossary, `counts` as in the choice. */
export async function chooseTopics(
  places: SessionPlaces,
  known: ReadonlyMap<string, unknown>,
  counts: ReadonlyMap<string, number>,
  pause: Pause,
): Promise<Choice> {
  const { seen } = places;
  const candidates = await candidatesOf(seen, known, pause);
  const circumstances = { places, counts, spokenOf: await mentionsBelow(seen, pause) };
  const chosen = new Set<string>();
  for (const [key, candidate] of candidates) {
    if (isChosen(candidate, circumstances)) chosen.add(key);
    await pause();
  }
  return { ...circumstances, candidates, chosen };
}

/** A topic that headings name, with the keys of its names. */
interface HeadingTopic {
  readonly topic: BareTopic;
  readonly keys: readonly string[];
}

const remembered = new WeakMap<
  Candidate,
  HeadingTopic & { readonly group: readonly Candidate[]; readonly slug: string }
>();

/** The topics that headings name, by first appearance: the same objects for the same candidates. `taken` are ids. */
export async function topicsOfHeadings(
  { candidates, chosen }: Choice,
  taken: Set<string>,
  pause: Pause,
): Promise<readonly HeadingTopic[]> {
  const topics: HeadingTopic[] = [];
  for (const group of await merge(
    [...candidates.values()].filter(({ key }) => chosen.has(key)),
    pause,
  )) {
    const [first] = group;
    if (first === undefined) continue;
    const known = remembered.get(first);
    const same = known?.group.length === group.length && group.every((one, at) => one === known.group[at]);
    if (same && known.topic.id === known.slug && !taken.has(known.slug)) {
      taken.add(known.slug);
      topics.push(known);
      continue;
    }
    const slug = slugOf(nameOf(group));
    const id = uniqueSlug(slug, taken);
    const made =
      same && known.topic.id === id
        ? known
        : { topic: fromHeadings(group, id), keys: group.map(({ key }) => key), group, slug };
    if (made !== known) remembered.set(first, made);
    topics.push(made);
    await pause();
  }
  return topics;
}
