import type { Pause } from '../compute/slicedWork.ts';
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

/** By key, in the order of their first appearance. */
export type Candidates = ReadonlyMap<string, Candidate>;

/** The sessions in which two libraries differ, or which stand elsewhere in the newer one. */
export interface ChangedSessions {
  readonly before: readonly SessionMentions[];
  readonly now: readonly SessionMentions[];
}

/** The sessions of a library in reading order. */
export interface SessionPlaces {
  readonly seen: readonly SessionMentions[];
  /** By id. */
  readonly order: ReadonlyMap<string, number>;
}

export const mentionsOfSession = ({ seen, order }: SessionPlaces, id: string): SessionMentions | undefined =>
  seen[order.get(id) ?? -1];

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
): Promise<Candidates> {
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

const sessionIn = (at: string): string => at.slice(0, at.indexOf('/'));

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
  for (const id of [...ids].sort((a, b) => placeOf(places, a) - placeOf(places, b)))
    for (const [index, offer] of (mentionsOfSession(places, id)?.candidates ?? []).entries())
      if (offer.key === key) suggest(found, id, index, offer);
  return found.get(key);
}

/** The candidates after some sessions changed, at a cost that grows with them. */
export function candidatesAfter(
  before: Candidates,
  changed: ChangedSessions,
  known: ReadonlyMap<string, unknown>,
  places: SessionPlaces,
): Candidates {
  /** Those that stand where they stood, or are gone. */
  const exchanged = new Map<string, Candidate | undefined>();
  const fresh = new Set(changed.now.map(({ session }) => session.id));
  const placed: Candidate[] = [];
  for (const key of keysIn(changed)) {
    if (known.has(key)) continue;
    const last = before.get(key);
    const now = suggestedNow(key, last, changed, places);
    if (now !== undefined && now.first === last?.first && !fresh.has(now.first)) {
      exchanged.set(key, now);
      continue;
    }
    exchanged.set(key, undefined);
    if (now !== undefined) placed.push(now);
  }
  const compare = (a: Candidate, b: Candidate): number =>
    placeOf(places, a.first) - placeOf(places, b.first) || a.offer - b.offer;
  placed.sort(compare);
  const merged = new Map<string, Candidate>();
  let next = 0;
  for (const last of before.values()) {
    const candidate = exchanged.has(last.key) ? exchanged.get(last.key) : last;
    if (candidate === undefined) continue;
    for (let own = placed[next]; own && compare(own, candidate) < 0; own = placed[next]) {
      merged.set(own.key, own);
      next += 1;
    }
    merged.set(candidate.key, candidate);
  }
  for (const own of placed.slice(next)) merged.set(own.key, own);
  return merged;
}
