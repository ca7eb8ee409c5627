import type { Pause } from '../compute/slicedWork.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import { mentionedBelow, type SessionMentions } from './mentions.ts';
import {
  type Candidate,
  type Candidates,
  type ChangedSessions,
  candidatesAfter,
  candidatesOf,
  keysIn,
  type SessionPlaces,
} from './offers.ts';

/** True for a name in the text of a section with another heading. */
function isMentioned({ key, at, last }: Candidate, { counts, places }: Circumstances): boolean {
  const own = (places.byId.get(last)?.sections ?? []).filter(
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
  /** Those that name topics, by key. */
  readonly chosen: Candidates;
  /** Keys of candidates that many sessions suggest: about those it is decided anew where the number of sessions is. */
  readonly frequent: ReadonlyMap<string, true>;
}

const FREQUENT = 32;

/** The keys of the frequent ones. */
export const frequentIn = (candidates: Candidates): Choice['frequent'] =>
  VersionedMap.of(
    new Map([...candidates].flatMap(([key, { sessions }]) => (sessions >= FREQUENT ? [[key, true]] : []))),
  );

/** Adds the names that sessions have as headings and speak of, and takes those of others away. */
function spokenOfAfter(before: Choice['spokenOf'], changed: ChangedSessions): Choice['spokenOf'] {
  const spokenOf = VersionedMap.after(before);
  const add = (seen: SessionMentions, one: number): void => {
    for (const key of mentionedBelow(seen)) spokenOf.set(key, (spokenOf.get(key) ?? 0) + one);
  };
  for (const seen of changed.gone) add(seen, -1);
  for (const seen of changed.fresh) add(seen, 1);
  return spokenOf;
}

/** The keys about which the decision may be another one, where the number of sessions is. */
function nearHalf({ candidates, frequent, places }: Choice, now: number): readonly string[] {
  const before = places.seen.length;
  if (now === before) return [];
  const least = Math.min(now, before) / 2;
  const keys = (least < FREQUENT ? candidates : frequent).keys();
  return [...keys].filter((key) => (candidates.get(key)?.sessions ?? 0) >= least);
}

/** The choice after some sessions changed, and the keys of which another candidate, or none, is chosen. */
interface NextChoice {
  readonly choice: Choice;
  readonly rechosen: ReadonlySet<string>;
}

/** The choice after some sessions changed, at a cost that grows with them; `counts` are those of now. */
export function choiceAfter(
  last: Choice,
  changed: ChangedSessions,
  known: ReadonlyMap<string, unknown>,
  counts: ReadonlyMap<string, number>,
  places: SessionPlaces,
): NextChoice {
  const candidates = candidatesAfter(last.candidates, changed, known, places);
  const now = { places, counts, spokenOf: spokenOfAfter(last.spokenOf, changed) };
  const keys = new Set([...keysIn(changed), ...nearHalf(last, places.seen.length)]);
  for (const { sections } of [...changed.gone, ...changed.fresh])
    for (const { mentions } of sections) for (const key of mentions) keys.add(key);
  const [chosen, frequent] = [VersionedMap.after(last.chosen), VersionedMap.after(last.frequent)];
  const rechosen = new Set<string>();
  for (const key of keys) {
    const candidate = candidates.get(key);
    const wanted = candidate !== undefined && isChosen(candidate, now) ? candidate : undefined;
    if (wanted !== chosen.get(key)) {
      rechosen.add(key);
      if (wanted === undefined) chosen.delete(key);
      else chosen.set(key, wanted);
    }
    if (candidate !== undefined && candidate.sessions >= FREQUENT) frequent.set(key, true);
    else if (frequent.has(key)) frequent.delete(key);
  }
  return { choice: { ...now, candidates, chosen, frequent }, rechosen };
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
  const chosen = new Map<string, Candidate>();
  for (const [key, candidate] of candidates) {
    if (isChosen(candidate, circumstances)) chosen.set(key, candidate);
    await pause();
  }
  return {
    ...circumstances,
    candidates: VersionedMap.of(candidates),
    chosen: VersionedMap.of(chosen),
    frequent: frequentIn(candidates),
  };
}
