import { NONE } from '../compute/compact.ts';
import type { Pause } from '../compute/slicedWork.ts';
import type { SectionRef } from '../model.ts';
import { longestHits } from '../text/names/nameFinder.ts';
import type { FoundTopics } from './foundTopics.ts';
import type { SectionMentions, SessionMentions } from './mentions.ts';
import type { ChangedSessions, SessionPlaces } from './offers.ts';
import type { SessionTopics } from './related.ts';

/** Keys whose topic changed or was removed. */
function movedKeys(owners: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): Set<string> {
  const moved = new Set<string>();
  for (const [key, id] of owners) if (before.get(key) !== id) moved.add(key);
  for (const key of before.keys()) if (!owners.has(key)) moved.add(key);
  return moved;
}

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

/** True where a session has any of these names. */
function hasAny({ sections }: SessionMentions, keys: ReadonlySet<string>): boolean {
  for (const { name, text } of sections) {
    for (const { key } of name) if (keys.has(key)) return true;
    for (const { key } of text) if (keys.has(key)) return true;
  }
  return false;
}

/**
 * The sessions whose topics may be others since names belong to others. New names need not be looked for: where they
 * were found, the session has changed.
 */
function withMovedNames(
  seen: readonly SessionMentions[],
  previous: FoundTopics,
  owners: ReadonlyMap<string, string>,
  learnt: ReadonlySet<string>,
): readonly SessionMentions[] {
  const sessions = new Set<string>();
  const others = new Set<string>();
  for (const key of movedKeys(owners, previous.owners)) {
    const topic = previous.links.topics.get(previous.owners.get(key) ?? '')?.topic;
    // Where the name was found it counted for its topic, or a longer one did.
    for (const { session } of [...(topic?.about ?? NONE), ...(topic?.mentions ?? NONE)])
      sessions.add(session);
    if (topic === undefined && !learnt.has(key)) others.add(key);
  }
  if (sessions.size + others.size === 0) return NONE;
  return seen.filter((one) => sessions.has(one.session.id) || (others.size > 0 && hasAny(one, others)));
}

/**
 * Finds the topics of each session; those that neither changed nor `moved` are kept from `previous`. `learnt` are
 * the names that were searched for the first time.
 */
export async function linkSessions(
  { seen, order }: SessionPlaces,
  { before, now }: ChangedSessions,
  owners: ReadonlyMap<string, string>,
  previous: FoundTopics | undefined,
  moved: ReadonlySet<string>,
  learnt: ReadonlySet<string>,
  pause: Pause,
): Promise<LinkUpdate> {
  const wanted = new Set(now);
  if (previous && previous.owners !== owners)
    for (const one of withMovedNames(seen, previous, owners, learnt)) wanted.add(one);
  const sessions = new Map(previous?.links.sessions);
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
    const last = order.has(id) ? undefined : sessions.get(id);
    if (last === undefined) continue;
    change(id, last, NOTHING);
    sessions.delete(id);
  }
  return { sessions, changed, touched };
}

/** The sections of each changed topic: reused for unchanged sessions, computed for changed ones. */
export async function gatherSections(
  linked: LinkUpdate,
  order: ReadonlyMap<string, number>,
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
