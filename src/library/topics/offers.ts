import type { Places } from '../compute/places.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Language } from '../model.ts';
import type { SessionMentions, TopicCandidate } from './mentions.ts';

/** A topic name that headings suggest, before its use elsewhere is known. */
export interface Candidate {
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  certain: boolean;
  whole: boolean;
  /** Sections with this heading, as `session/section`. */
  readonly at: string[];
  /** The id of the first session that suggests it, and its place among the names there. */
  readonly first: string;
  readonly offer: number;
  /** The id of the last session that suggests it, and the number of such sessions. */
  last: string;
  sessions: number;
  readonly aliases: string[];
}

/** By key. */
export type Candidates = ReadonlyMap<string, Candidate>;

/** The sessions in which two libraries differ, or which stand elsewhere in the newer one. */
export interface ChangedSessions {
  readonly before: readonly SessionMentions[];
  readonly now: readonly SessionMentions[];
  /** Of these, what is not in both. */
  readonly gone: readonly SessionMentions[];
  readonly fresh: readonly SessionMentions[];
  /** Ids of those that stand elsewhere. */
  readonly moved: ReadonlySet<string>;
}

/** The sessions of a library in reading order. */
export interface SessionPlaces {
  readonly seen: readonly SessionMentions[];
  readonly byId: ReadonlyMap<string, SessionMentions>;
  readonly order: Places;
}

function suggest(
  candidates: Map<string, Candidate>,
  session: string,
  index: number,
  offer: TopicCandidate,
): void {
  const { key, name, language, certain, whole, at, aliases } = offer;
  const before = candidates.get(key);
  if (!before) {
    const own = { at: [at], first: session, offer: index, last: session, sessions: 1, aliases: [...aliases] };
    candidates.set(key, { key, name, language, certain, whole, ...own });
    return;
  }
  before.certain ||= certain;
  before.whole ||= whole;
  before.at.push(at);
  if (before.last !== session) before.sessions += 1;
  before.last = session;
  before.aliases.push(...aliases);
}

/** What the headings of all sessions suggest, but for `known` names. */
export async function candidatesOf(
  all: Iterable<SessionMentions>,
  known: ReadonlyMap<string, unknown>,
  pause: Pause,
): Promise<Map<string, Candidate>> {
  const candidates = new Map<string, Candidate>();
  for (const seen of all) {
    for (const [index, offer] of seen.candidates.entries())
      if (!known.has(offer.key)) suggest(candidates, seen.session.id, index, offer);
    await pause();
  }
  return candidates;
}

/** The keys that sessions suggest. */
export const keysIn = ({ before, now }: ChangedSessions): ReadonlySet<string> =>
  new Set([...before, ...now].flatMap(({ candidates }) => candidates.map(({ key }) => key)));

const placeOf = ({ order }: SessionPlaces, id: string): number => order.get(id) ?? 0;

/** By first appearance. */
export const byAppearance =
  (places: SessionPlaces) =>
  (one: Candidate, other: Candidate): number =>
    placeOf(places, one.first) - placeOf(places, other.first) || one.offer - other.offer;

const sessionIn = (at: string): string => at.slice(0, at.indexOf('/'));

/** The keys of the names that the heading of a section suggests, which `at` names. */
export const keysAt = ({ byId }: SessionPlaces, at: string): readonly string[] =>
  (byId.get(sessionIn(at))?.candidates ?? []).flatMap((offer) => (offer.at === at ? [offer.key] : []));

/** The candidate of a key, of all sessions that suggest it now. */
function suggestedNow(
  key: string,
  before: Candidate | undefined,
  changed: ChangedSessions,
  places: SessionPlaces,
): Candidate | undefined {
  const ids = new Set(before?.at.map(sessionIn));
  for (const { session } of changed.before) ids.delete(session.id);
  for (const { session, candidates } of changed.now)
    if (candidates.some((offer) => offer.key === key)) ids.add(session.id);
  const found = new Map<string, Candidate>();
  const placed = [...ids].map((id) => ({ id, place: placeOf(places, id) }));
  for (const { id } of placed.sort((one, other) => one.place - other.place))
    for (const [index, offer] of (places.byId.get(id)?.candidates ?? []).entries())
      if (offer.key === key) suggest(found, id, index, offer);
  return found.get(key);
}

/** The candidates after some sessions changed; those that are the same, and appear where they did, are the same objects. */
export function candidatesAfter(
  before: Candidates,
  changed: ChangedSessions,
  known: ReadonlyMap<string, unknown>,
  places: SessionPlaces,
): Candidates {
  const candidates = VersionedMap.after(before);
  for (const key of keysIn(changed)) {
    if (known.has(key)) continue;
    const last = before.get(key);
    const now = suggestedNow(key, last, changed, places);
    if (now === undefined) candidates.delete(key);
    else if (
      last === undefined ||
      changed.moved.has(now.first) ||
      JSON.stringify(now) !== JSON.stringify(last)
    )
      candidates.set(key, now);
  }
  return candidates;
}
