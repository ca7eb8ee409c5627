import type { Multimap } from '../compute/multimap.ts';
import type { Places } from '../compute/places.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { SectionRef } from '../model.ts';
import { longestHits } from '../text/names/nameFinder.ts';
import type { SectionMentions, SessionMentions } from './mentions.ts';
import type { ChangedSessions, SessionPlaces } from './offers.ts';
import type { SessionTopics, TopicLinks } from './related.ts';

/** One for all sessions without topics. */
const NO_REFS: ReadonlyMap<string, readonly SectionRef[]> = new Map();

/** Among overlapping names the longest counts: a section on BigQuery ML is not one on BigQuery for that reason. */
function topicsOfSession(
  { sections: places }: SessionMentions,
  owners: ReadonlyMap<string, string>,
): SessionTopics {
  const counts = (key: string) => owners.has(key);
  const find = (
    hits: (place: SectionMentions) => SectionMentions['name'],
    but?: ReadonlyMap<string, readonly SectionRef[]>,
  ) => {
    const found = new Map<string, Set<string>>();
    for (const place of places) {
      for (const { key } of longestHits(hits(place), counts)) {
        const id = owners.get(key) ?? '';
        const at = found.get(id);
        if (at) at.add(place.at);
        else found.set(id, new Set([place.at]));
      }
    }
    const refs = new Map<string, SectionRef[]>();
    for (const [id, at] of found) {
      for (const one of but?.get(id) ?? []) at.delete(`${one.session}/${one.section}`);
      const own: SectionRef[] = [];
      // In reading order, merged across languages.
      for (const place of places) if (at.delete(place.at)) own.push(place.ref);
      // A copy has no room for more, as a list that was added to has: there are as many as topics in posts.
      if (own.length > 0) refs.set(id, own.slice());
    }
    return refs.size === 0 ? NO_REFS : refs;
  };
  const about = find((place) => place.name);
  return { about, mentions: find((place) => place.text, about) };
}

/** The topic index, and the topics and sessions whose entries changed. */
export interface LinkUpdate {
  readonly sessions: ReadonlyMap<string, SessionTopics>;
  readonly changed: ReadonlyMap<string, SessionTopics>;
  readonly touched: ReadonlySet<string>;
}

const NOTHING: SessionTopics = { about: NO_REFS, mentions: NO_REFS };

/**
 * Finds the topics of each session; those that neither changed nor moved nor hold a name that may name another topic
 * than before are kept.
 */
export async function linkSessions(
  { byId }: SessionPlaces,
  { before, now, moved }: ChangedSessions,
  owners: ReadonlyMap<string, string>,
  renamed: Iterable<string>,
  holders: Multimap<string, string>,
  last: TopicLinks['sessions'] | undefined,
  pause: Pause,
): Promise<LinkUpdate> {
  const wanted = new Set(now);
  for (const key of renamed) {
    for (const id of holders.get(key) ?? []) {
      const one = byId.get(id);
      if (one !== undefined) wanted.add(one);
    }
  }
  const sessions = VersionedMap.after(last);
  const changed = new Map<string, SessionTopics>();
  const touched = new Set<string>();
  const change = (id: string, last: SessionTopics, links: SessionTopics) => {
    changed.set(id, links);
    for (const { about, mentions } of [last, links])
      for (const topic of [...about.keys(), ...mentions.keys()]) touched.add(topic);
  };
  for (const one of wanted) {
    const { id } = one.session;
    const last = sessions.get(id);
    const found = topicsOfSession(one, owners);
    const links = last !== undefined && sameLinks(found, last) ? last : found;
    sessions.set(id, links);
    if (links !== last || moved.has(id)) change(id, last ?? NOTHING, links);
    await pause();
  }
  for (const { session } of before) {
    const { id } = session;
    const last = byId.has(id) ? undefined : sessions.get(id);
    if (last === undefined) continue;
    change(id, last, NOTHING);
    sessions.delete(id);
  }
  return { sessions, changed, touched };
}

/** The sections of each changed topic: reused for unchanged sessions, computed for changed ones. */
export async function gatherSections(
  linked: LinkUpdate,
  order: Places,
  kind: keyof SessionTopics,
  before: (id: string) => readonly SectionRef[],
  pause: Pause,
): Promise<Map<string, SectionRef[]>> {
  const place = ({ session }: SectionRef) => order.get(session) ?? 0;
  const refs = new Map<string, SectionRef[]>();
  for (const id of linked.touched) {
    refs.set(
      id,
      before(id).filter(({ session }) => !linked.changed.has(session)),
    );
    await pause();
  }
  const kept = new Map([...refs].map(([id, { length }]) => [id, length]));
  for (const links of linked.changed.values()) {
    for (const [id, own] of links[kind]) refs.get(id)?.push(...own);
    await pause();
  }
  for (const [id, own] of refs) {
    if (kept.get(id) !== own.length) own.sort((a, b) => place(a) - place(b));
    await pause();
  }
  return refs;
}

/** True where both name the same sections in the same order. */
export const sameRefs = (one: readonly SectionRef[], other: readonly SectionRef[]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every(({ session, section }, at) => other[at]?.session === session && other[at].section === section));

/** True where a session has the same topics in the same sections. */
const sameLinks = (one: SessionTopics, other: SessionTopics): boolean =>
  (['about', 'mentions'] as const).every(
    (kind) =>
      one[kind].size === other[kind].size &&
      [...one[kind]].every(([id, refs]) => sameRefs(refs, other[kind].get(id) ?? [])),
  );
