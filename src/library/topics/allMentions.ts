import { NONE } from '../compute/compact.ts';
import { commonEnds } from '../compute/moved.ts';
import type { Pause } from '../compute/slicedWork.ts';
import type { Section, Session } from '../model.ts';
import { nameFinder } from '../text/names/nameFinder.ts';
import type { FoundTopics } from './foundTopics.ts';
import { type SessionMentions, sectionMentionsOf, topicCandidatesOf, withNewNames } from './mentions.ts';
import type { ChangedSessions } from './offers.ts';

/** From this many new names on, searching everything again is as fast as searching for each. */
const MANY_NAMES = 40;
/** Most obsolete names in a finder before it is rebuilt. */
const STALE_NAMES = 10_000;

/** What was seen in the sessions, in their order; those that are the same objects as before are not looked into. */
async function seenIn(
  sessions: readonly Session[],
  previous: FoundTopics | undefined,
  search: (session: Session) => Promise<SessionMentions>,
): Promise<SessionMentions[]> {
  const { sessions: before, seen } = previous ?? { sessions: NONE, seen: NONE };
  const { front, back } = commonEnds(before, sessions);
  const middle = new Map(
    before.slice(front, before.length - back).map((session, at) => [session, seen[front + at]]),
  );
  const found = seen.slice(0, front);
  for (const session of sessions.slice(front, sessions.length - back))
    found.push(middle.get(session) ?? (await search(session)));
  return [...found, ...seen.slice(before.length - back)];
}

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
  const offered = await seenIn(sessions, before, async (session) => {
    const candidates = topicCandidatesOf(session, bracketed);
    for (const { key } of candidates) finder.learn(key);
    await pause();
    return { session, candidates, sections: UNSEARCHED };
  });
  const fresh = finder.keys.slice(before?.learnt ?? 0);
  const seen: SessionMentions[] = [];
  for (const one of offered) {
    const { session, sections } = one;
    if (sections === UNSEARCHED || fresh.length > MANY_NAMES)
      seen.push({ ...one, sections: await sectionMentionsOf(session, finder, pause) });
    else if (fresh.length === 0) seen.push(one);
    else {
      seen.push(withNewNames(one, fresh, finder));
      const wait = pause();
      if (wait) await wait;
    }
  }
  return { seen, finder, learnt: finder.keys.length };
}

/** Stands for the sections of a session that is searched when all names are known. */
const UNSEARCHED: SessionMentions['sections'] = [];

/** The sessions that differ from those before, or are seen differently, and those that `moved`. */
export function changedSince(
  before: readonly SessionMentions[],
  now: readonly SessionMentions[],
  moved: ReadonlySet<string>,
): ChangedSessions {
  const { front, back } = moved.size > 0 ? { front: 0, back: 0 } : commonEnds(before, now);
  const [old, fresh] = [before.slice(front, before.length - back), now.slice(front, now.length - back)];
  const isNew = (known: ReadonlySet<SessionMentions>) => (one: SessionMentions) =>
    !known.has(one) || moved.has(one.session.id);
  return { before: old.filter(isNew(new Set(fresh))), now: fresh.filter(isNew(new Set(old))) };
}

function addMentions(counts: Map<string, number>, { sections }: SessionMentions, one: number): void {
  for (const { mentions } of sections)
    for (const key of mentions) counts.set(key, (counts.get(key) ?? 0) + one);
}

/** Counts the sections that mention each name, from what was counted before some sessions changed. */
export async function countMentions(
  last: ReadonlyMap<string, number> | undefined,
  { before, now }: ChangedSessions,
  pause: Pause,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(last);
  for (const seen of now) {
    addMentions(counts, seen, 1);
    await pause();
  }
  for (const seen of before) addMentions(counts, seen, -1);
  return counts;
}
