import { changesBetween } from '../compute/changes.ts';
import { NONE } from '../compute/compact.ts';
import { freshOf, goneOf, type Hunk, hunksBetween, patched } from '../compute/hunks.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Section, Session } from '../model.ts';
import { type NameFinder, nameFinder } from '../text/names/nameFinder.ts';
import type { FoundTopics } from './foundTopics.ts';
import { type SessionMentions, sectionMentionsOf, topicCandidatesOf, withNewNames } from './mentions.ts';
import type { ChangedSessions } from './offers.ts';

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
  const isLean = previous && previous.finder.keys.length <= 2 * previous.named.owners.size + STALE_NAMES;
  const before = isLean ? previous : undefined;
  const finder = before?.finder ?? nameFinder([]);
  for (const key of known) finder.learn(key);
  const { sessions: old, seen: were } = before ?? { sessions: NONE, seen: NONE };
  const hunks = hunksBetween(old, sessions);
  const moved = bySession(were, hunks);
  const offered: SessionMentions[] = [];
  for (const session of freshOf(sessions, hunks)) {
    const candidates = moved.get(session)?.candidates ?? topicCandidatesOf(session, bracketed);
    for (const { key, aliases } of candidates) for (const name of [key, ...aliases]) finder.learn(name);
    offered.push({ session, candidates, sections: NONE });
    await pause();
  }
  const names = finder.keys.slice(before?.learnt ?? 0);
  const searchAll = async (
    some: readonly SessionMentions[],
    known: ReadonlyMap<Session, SessionMentions>,
  ) => {
    const found: SessionMentions[] = [];
    for (const one of some) {
      const { session, candidates } = one;
      const sections = async () => sectionMentionsOf(session, finder, pause);
      found.push(known.get(session) ?? { session, candidates, sections: await sections() });
    }
    return found;
  };
  const searched = { finder, learnt: finder.keys.length };
  if (names.length > MANY_NAMES)
    return { ...searched, seen: await searchAll(patched(were, hunks, offered), new Map()) };
  const last = names.length === 0 ? were : await searchFor(names, were, finder, pause);
  return { ...searched, seen: patched(last, hunks, await searchAll(offered, bySession(last, hunks))) };
}

/** Adds what a few new names find. */
async function searchFor(
  names: readonly string[],
  seen: readonly SessionMentions[],
  finder: NameFinder,
  pause: Pause,
): Promise<readonly SessionMentions[]> {
  const found: SessionMentions[] = [];
  for (const one of seen) {
    found.push(withNewNames(one, names, finder));
    const wait = pause();
    if (wait) await wait;
  }
  return found;
}

/** What was seen of those sessions that went, or stand elsewhere. */
const bySession = (
  seen: readonly SessionMentions[],
  hunks: readonly Hunk[],
): ReadonlyMap<Session, SessionMentions> => new Map(goneOf(seen, hunks).map((one) => [one.session, one]));

/** The sessions that differ from those before, or are seen differently, or stand elsewhere. */
export function changedSince(
  before: readonly SessionMentions[],
  now: readonly SessionMentions[],
): ChangedSessions & { readonly hunks: readonly Hunk[] } {
  const changes = changesBetween(before, now, ({ session }) => session.id);
  const [were, are] = [new Set(changes.gone), new Set(changes.fresh)];
  const { hunks, moved } = changes;
  const [gone, fresh] = [[...were.difference(are)], [...are.difference(were)]];
  return { before: changes.gone, now: changes.fresh, gone, fresh, moved, hunks };
}

function addMentions(counts: VersionedMap<string, number>, { sections }: SessionMentions, one: number): void {
  for (const { mentions } of sections)
    for (const key of mentions) counts.set(key, (counts.get(key) ?? 0) + one);
}

/** Counts the sections that mention each name, from what was counted before some sessions changed. */
export async function countMentions(
  last: ReadonlyMap<string, number> | undefined,
  { gone, fresh }: ChangedSessions,
  pause: Pause,
): Promise<ReadonlyMap<string, number>> {
  const counts = VersionedMap.after(last);
  for (const seen of fresh) {
    addMentions(counts, seen, 1);
    await pause();
  }
  for (const seen of gone) addMentions(counts, seen, -1);
  return counts;
}

/** Every name that was found in a session. */
export function namesIn({ sections }: SessionMentions): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, text } of sections) {
    for (const { key } of name) names.add(key);
    for (const { key } of text) names.add(key);
  }
  return names;
}
