import { NONE } from '../compute/compact.ts';
import { type Hunk, spliced } from '../compute/hunks.ts';
import type { Multimap } from '../compute/multimap.ts';
import type { Places } from '../compute/places.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { lowerBound } from '../compute/sorted.ts';
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

/** The topics of a session, as they were and as they are. */
interface ChangedLinks {
  readonly last: SessionTopics;
  readonly now: SessionTopics;
}

/** The topics of each session, and by id of those sessions of which others are, or which stand elsewhere. */
export interface LinkUpdate {
  readonly sessions: ReadonlyMap<string, SessionTopics>;
  readonly changed: ReadonlyMap<string, ChangedLinks>;
}

const NOTHING: SessionTopics = { about: NO_REFS, mentions: NO_REFS };

/**
 * Finds the topics of each session; those that neither changed nor hold a name that may name another topic than before
 * are kept.
 */
export async function linkSessions(
  { byId }: SessionPlaces,
  { gone, fresh, moved }: ChangedSessions,
  owners: ReadonlyMap<string, string>,
  renamed: Iterable<string>,
  holders: Multimap<string, string>,
  before: TopicLinks['sessions'] | undefined,
  pause: Pause,
): Promise<LinkUpdate> {
  const wanted = new Set(fresh);
  for (const key of renamed) {
    for (const id of holders.get(key) ?? []) {
      const one = byId.get(id);
      if (one !== undefined) wanted.add(one);
    }
  }
  const sessions = VersionedMap.after(before);
  const changed = new Map<string, ChangedLinks>();
  for (const id of moved) {
    const last = sessions.get(id) ?? NOTHING;
    changed.set(id, { last, now: last });
  }
  for (const one of wanted) {
    const { id } = one.session;
    const last = sessions.get(id) ?? NOTHING;
    const now = topicsOfSession(one, owners);
    if (sameLinks(now, last)) continue;
    sessions.set(id, now);
    changed.set(id, { last, now });
    await pause();
  }
  for (const { session } of gone) {
    const { id } = session;
    const last = byId.has(id) ? undefined : sessions.get(id);
    if (last === undefined) continue;
    changed.set(id, { last, now: NOTHING });
    sessions.delete(id);
  }
  return { sessions, changed };
}

/** What of the sections of a topic is elsewhere or gone, and what is new or there instead. */
interface SectionsEdit {
  readonly gone: (readonly SectionRef[])[];
  readonly fresh: (readonly SectionRef[])[];
}

/** What changed in the sections of each topic. */
function sectionEdits(
  { changed }: LinkUpdate,
  moved: ReadonlySet<string>,
  kind: keyof SessionTopics,
): ReadonlyMap<string, SectionsEdit> {
  const edits = new Map<string, SectionsEdit>();
  const editOf = (topic: string): SectionsEdit => {
    const edit = edits.get(topic) ?? { gone: [], fresh: [] };
    edits.set(topic, edit);
    return edit;
  };
  for (const [id, { last, now }] of changed) {
    const stays = (topic: string) =>
      !moved.has(id) && sameRefs(last[kind].get(topic) ?? NONE, now[kind].get(topic) ?? NONE);
    for (const [topic, refs] of last[kind]) if (!stays(topic)) editOf(topic).gone.push(refs);
    for (const [topic, refs] of now[kind]) if (!stays(topic)) editOf(topic).fresh.push(refs);
  }
  return edits;
}

/** Where the sessions stand, and stood. */
export interface SessionOrders {
  readonly order: Places;
  readonly before: Places;
  readonly moved: ReadonlySet<string>;
}

/** The sections of each topic of which any changed; `last` gives those that it had, in the order of then. */
export async function gatherSections(
  linked: LinkUpdate,
  { order, before, moved }: SessionOrders,
  kind: keyof SessionTopics,
  last: (id: string) => readonly SectionRef[],
  pause: Pause,
): Promise<ReadonlyMap<string, readonly SectionRef[]>> {
  const found = new Map<string, readonly SectionRef[]>();
  for (const [id, { gone, fresh }] of sectionEdits(linked, moved, kind)) {
    const left = spliced(last(id), hunksOf(last(id), gone, before, 'gone'), []);
    const come = fresh.sort(byPlaceIn(order));
    const hunks = left.length === 0 ? ALL : hunksOf(left, come, order, 'fresh');
    found.set(id, spliced(left, hunks, come.flat()));
    await pause();
  }
  return found;
}

/** Everything that comes, in one piece. */
const ALL = [{ before: 0, gone: 0, fresh: Number.POSITIVE_INFINITY }];

const placeOf = (places: Places, ref: SectionRef | undefined): number => places.get(ref?.session ?? '') ?? 0;

const byPlaceIn =
  (places: Places) =>
  ([one]: readonly SectionRef[], [other]: readonly SectionRef[]): number =>
    placeOf(places, one) - placeOf(places, other);

/** Where those of one session each stand in the sections of a topic, or come to stand. */
function hunksOf(
  list: readonly SectionRef[],
  some: readonly (readonly SectionRef[])[],
  places: Places,
  what: 'gone' | 'fresh',
): readonly Pick<Hunk, 'before' | 'gone' | 'fresh'>[] {
  return some.toSorted(byPlaceIn(places)).map((refs) => {
    const place = placeOf(places, refs[0]);
    const before = lowerBound(list, (ref) => placeOf(places, ref) < place);
    return { before, gone: 0, fresh: 0, [what]: refs.length };
  });
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
