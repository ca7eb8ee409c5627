import type { Pause } from '../compute/slicedWork.ts';
import type { Section, Session } from '../model.ts';
import { nameFinder } from '../text/names/nameFinder.ts';
import type { FoundTopics } from './foundTopics.ts';
import { type SessionMentions, sectionMentionsOf, topicCandidatesOf, withNewNames } from './mentions.ts';

/** From this many new names on, searching everything again is as fast as searching for each. */
const MANY_NAMES = 40;
/** Most obsolete names in a finder before it is rebuilt. */
const STALE_NAMES = 10_000;

/** Searches all sessions for the names that are known and those that headings suggest; with `previous`, only changes. */
export async function searchSessions(
  sessions: readonly Session[],
  known: Iterable<string>,
  bracketed: WeakSet<Section>,
  previous: FoundTopics | undefined,
  pause: Pause,
): Promise<Pick<FoundTopics, 'seen' | 'finder' | 'learnt'>> {
  const before =
    previous && previous.finder.keys.length <= 2 * previous.owners.size + STALE_NAMES ? previous : undefined;
  const finder = before?.finder ?? nameFinder([]);
  for (const key of known) finder.learn(key);
  const offers = new Map<Session, SessionMentions['candidates']>();
  for (const session of sessions) {
    if (before?.seen.has(session)) continue;
    const own = topicCandidatesOf(session, bracketed);
    for (const { key } of own) finder.learn(key);
    offers.set(session, own);
    await pause();
  }
  const fresh = finder.keys.slice(before?.learnt ?? 0);
  const seen = new Map<Session, SessionMentions>();
  for (const session of sessions) {
    const last = before?.seen.get(session);
    if (last && fresh.length <= MANY_NAMES) {
      seen.set(session, fresh.length === 0 ? last : await withNewNames(last, fresh, finder, pause));
    } else {
      const places = await sectionMentionsOf(session, finder, pause);
      seen.set(session, {
        session,
        candidates: last?.candidates ?? offers.get(session) ?? [],
        sections: places,
      });
    }
    await pause();
  }
  return { seen, finder, learnt: finder.keys.length };
}

function addMentions(counts: Map<string, number>, { sections }: SessionMentions, one: number): void {
  for (const { mentions } of sections)
    for (const key of mentions) counts.set(key, (counts.get(key) ?? 0) + one);
}

/** Counts the sections that mention each name; with `previous`, only changes. */
export async function countMentions(
  seen: ReadonlyMap<Session, SessionMentions>,
  previous: FoundTopics | undefined,
  pause: Pause,
): Promise<Map<string, number>> {
  const counts = new Map(previous?.counts);
  const add = (seen: SessionMentions, one: number) => addMentions(counts, seen, one);
  for (const [session, now] of seen) {
    const before = previous?.seen.get(session);
    if (before === now) continue;
    add(now, 1);
    if (before) add(before, -1);
    await pause();
  }
  for (const [session, before] of previous?.seen ?? []) if (!seen.has(session)) add(before, -1);
  return counts;
}

/** The numbers of mentions after some sessions were replaced. */
export function countsWith(
  before: ReadonlyMap<string, number>,
  replaced: ReadonlyMap<SessionMentions, SessionMentions>,
): Map<string, number> {
  const counts = new Map(before);
  for (const [last, now] of replaced) {
    addMentions(counts, last, -1);
    addMentions(counts, now, 1);
  }
  return counts;
}
