import type { Pause } from '../compute/slicedWork.ts';
import type { Language, Topic } from '../model.ts';
import { slugOf, uniqueSlug } from '../text/slug.ts';
import { mentionedBelow, type SessionMentions, type TopicCandidate } from './mentions.ts';
import type { GlossaryTopic } from './model.ts';

/** A topic without its occurrences. */
export type BareTopic = Omit<Topic, 'about' | 'mentions' | 'related'>;

/** A topic name that headings suggest, before its use elsewhere is known. */
export interface Candidate {
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  certain: boolean;
  whole: boolean;
  /** Sections with this heading, as `session/section`. */
  readonly at: string[];
  /** The last session that suggests it, and the number of such sessions. */
  seen: SessionMentions;
  sessions: number;
  readonly aliases: string[];
}

function suggest(candidates: Map<string, Candidate>, seen: SessionMentions, offer: TopicCandidate): void {
  const { key, name, language, certain, whole, at, aliases } = offer;
  const before = candidates.get(key);
  if (!before) {
    const made = { key, name, language, certain, whole, at: [at], seen, sessions: 1, aliases: [...aliases] };
    candidates.set(key, made);
    return;
  }
  before.certain ||= certain;
  before.whole ||= whole;
  before.at.push(at);
  if (before.seen !== seen) before.sessions += 1;
  before.seen = seen;
  before.aliases.push(...aliases);
}

/** True for a name in the text of a section with another heading. */
function isMentioned({ key, at, seen }: Candidate, counts: ReadonlyMap<string, number>): boolean {
  const own = seen.sections.filter((place) => at.includes(place.at) && place.mentions.includes(key));
  return (counts.get(key) ?? 0) > own.length;
}

/** A heading over so many sessions is a subject only where the text below it speaks of it now and then. */
const UNRELATED = 3;
const SPOKEN_OF = 0.25;

/** Drops false names: headings of one session that no text mentions, and headings that stand over unrelated texts. */
function isChosen(candidate: Candidate, { counts, sessions, spokenOf }: Choice): boolean {
  const mentioned = (spokenOf.get(candidate.key) ?? 0) / new Set(candidate.at).size;
  if (candidate.sessions >= UNRELATED && mentioned < SPOKEN_OF) return false;
  if (candidate.certain) return true;
  if (sessions >= 4 && candidate.sessions > sessions / 2) return false;
  return candidate.sessions > 1 || isMentioned(candidate, counts);
}

/** On what it was decided which headings name topics. */
export interface Choice {
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** Number of sessions. */
  readonly sessions: number;
  /** Number of sections that mention each key, and of those that stand under it and do. */
  readonly counts: ReadonlyMap<string, number>;
  readonly spokenOf: ReadonlyMap<string, number>;
}

/**
 * The same choice where some sessions are replaced by others that suggest the same names, and `counts` are those of
 * now. Undefined where other names would be chosen.
 */
export function choiceWith(
  choice: Choice,
  replaced: ReadonlyMap<SessionMentions, SessionMentions>,
  counts: ReadonlyMap<string, number>,
): Choice | undefined {
  const spokenOf = new Map(choice.spokenOf);
  const keys = new Set<string>();
  const add = (seen: SessionMentions, one: number): void => {
    for (const key of mentionedBelow(seen)) spokenOf.set(key, (spokenOf.get(key) ?? 0) + one);
    for (const { key } of seen.candidates) keys.add(key);
    for (const { mentions } of seen.sections) for (const key of mentions) keys.add(key);
  };
  for (const [last, now] of replaced) {
    add(last, -1);
    add(now, 1);
  }
  const candidates = new Map(choice.candidates);
  const next = { ...choice, candidates, counts, spokenOf };
  for (const key of keys) {
    const last = choice.candidates.get(key);
    if (last === undefined) continue;
    const now = { ...last, seen: replaced.get(last.seen) ?? last.seen };
    if (isChosen(last, choice) !== isChosen(now, next)) return undefined;
    candidates.set(key, now);
  }
  return next;
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

function fromHeadings(group: readonly Candidate[], ids: Set<string>): BareTopic {
  const name = Object.fromEntries(group.map((candidate) => [candidate.language, candidate.name]));
  const id = uniqueSlug(slugOf(name['en'] ?? group[0]?.name ?? ''), ids);
  const names = new Set(Object.values(name));
  const aliases = [...new Set(group.flatMap((candidate) => candidate.aliases))].filter(
    (alias) => !names.has(alias),
  );
  return { id, name, aliases, summary: {}, url: undefined, now: {}, source: 'heading' };
}

/**
 * The topics that headings name, by first appearance, each with the keys of its names. `known` are the keys of the
 * glossary, `taken` are ids, and `counts` gives the number of sections that mention each key.
 */
export async function topicsOfHeadings(
  all: readonly SessionMentions[],
  known: ReadonlyMap<string, unknown>,
  taken: Set<string>,
  counts: ReadonlyMap<string, number>,
  pause: Pause,
): Promise<{
  readonly topics: readonly { readonly topic: BareTopic; readonly keys: readonly string[] }[];
  readonly choice: Choice;
}> {
  const candidates = new Map<string, Candidate>();
  for (const seen of all) {
    for (const offer of seen.candidates) if (!known.has(offer.key)) suggest(candidates, seen, offer);
    await pause();
  }
  const spokenOf = await mentionsBelow(all, pause);
  const choice = { candidates, sessions: all.length, counts, spokenOf };
  const chosen: Candidate[] = [];
  for (const candidate of candidates.values()) {
    if (isChosen(candidate, choice)) chosen.push(candidate);
    await pause();
  }
  const topics: { topic: BareTopic; keys: string[] }[] = [];
  for (const group of await merge(chosen, pause)) {
    topics.push({ topic: fromHeadings(group, taken), keys: group.map(({ key }) => key) });
    await pause();
  }
  return { topics, choice };
}
