import type { Pause } from '../compute/slicedWork.ts';
import type { SectionRef, Session } from '../model.ts';
import { longestHits } from '../text/names/nameFinder.ts';
import type { FoundTopics } from './foundTopics.ts';
import type { SectionMentions, SessionMentions } from './mentions.ts';
import type { SessionTopics } from './related.ts';

/** Keys whose topic changed or was removed. */
async function movedKeys(
  owners: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  pause: Pause,
): Promise<Set<string>> {
  const moved = new Set<string>();
  for (const [key, id] of owners) {
    if (before.get(key) !== id) moved.add(key);
    await pause();
  }
  for (const key of before.keys()) {
    if (!owners.has(key)) moved.add(key);
    await pause();
  }
  return moved;
}

/** One for all sessions without topics. */
const NO_REFS: ReadonlyMap<string, readonly SectionRef[]> = new Map();

/** Among overlapping names the longest counts: a section on BigQuery ML is not one on BigQuery for that reason. */
export function topicsOfSession(
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

/** True where the sessions that remain are in the same order. */
function keepsOrder(seen: ReadonlyMap<Session, SessionMentions>, previous: FoundTopics): boolean {
  const places = new Map([...previous.links.sessions.keys()].map((id, index) => [id, index]));
  let last = -1;
  for (const { id } of seen.keys()) {
    const place = places.get(id) ?? last;
    if (place < last) return false;
    last = place;
  }
  return true;
}

/** The topic index, and the topics and sessions whose entries changed. */
export interface LinkUpdate {
  readonly bySession: Map<SessionMentions, SessionTopics>;
  readonly sessions: Map<string, SessionTopics>;
  readonly changed: Map<string, SessionTopics>;
  readonly touched: Set<string>;
}

/** Finds the topics of each session; those that did not change are kept from `previous`. */
export async function linkSessions(
  seen: ReadonlyMap<Session, SessionMentions>,
  owners: ReadonlyMap<string, string>,
  previous: FoundTopics | undefined,
  pause: Pause,
): Promise<LinkUpdate> {
  const moved = previous ? await movedKeys(owners, previous.owners, pause) : new Set<string>();
  const isMoved = ({ key }: { readonly key: string }) => moved.has(key);
  const keep = previous !== undefined && keepsOrder(seen, previous);
  const linked: LinkUpdate = {
    bySession: new Map(),
    sessions: new Map(),
    changed: new Map(),
    touched: new Set(),
  };
  const touch = (links: SessionTopics) => {
    for (const id of links.about.keys()) linked.touched.add(id);
    for (const id of links.mentions.keys()) linked.touched.add(id);
  };
  for (const [{ id }, one] of seen) {
    const known = previous?.bySession.get(one);
    const stale =
      moved.size > 0 && one.sections.some(({ name, text }) => name.some(isMoved) || text.some(isMoved));
    const links = known && !stale ? known : topicsOfSession(one, owners);
    linked.bySession.set(one, links);
    linked.sessions.set(id, links);
    if (!keep || previous.links.sessions.get(id) !== links) {
      linked.changed.set(id, links);
      touch(links);
    }
    await pause();
  }
  for (const [id, links] of previous?.links.sessions ?? []) {
    if (linked.sessions.get(id) !== links) {
      touch(links);
      if (!linked.sessions.has(id)) linked.changed.set(id, { about: new Map(), mentions: new Map() });
    }
  }
  return linked;
}

/** The sections of each changed topic: reused for unchanged sessions, computed for changed ones. */
export async function gatherSections(
  linked: LinkUpdate,
  kind: keyof SessionTopics,
  before: (id: string) => readonly SectionRef[],
  pause: Pause,
): Promise<Map<string, SectionRef[]>> {
  const order = new Map([...linked.sessions.keys()].map((id, index) => [id, index]));
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
    const mixed = kept.get(id) !== 0 && kept.get(id) !== own.length;
    if (mixed) own.sort((a, b) => place(a) - place(b));
    await pause();
  }
  return refs;
}

/** True where both name the same sections in the same order. */
export const sameRefs = (one: readonly SectionRef[], other: readonly SectionRef[]): boolean =>
  one.length === other.length &&
  one.every(({ session, section }, at) => other[at]?.session === session && other[at].section === section);

/** True where a session has the same topics in the same sections. */
export const sameLinks = (one: SessionTopics, other: SessionTopics): boolean =>
  (['about', 'mentions'] as const).every(
    (kind) =>
      one[kind].size === other[kind].size &&
      [...one[kind]].every(([id, refs]) => sameRefs(refs, other[kind].get(id) ?? [])),
  );
