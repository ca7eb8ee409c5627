import { changesBetween } from '../compute/changes.ts';
import { NONE } from '../compute/compact.ts';
import { freshOf, goneOf, type Hunk, hunksBetween, patched, withReplaced } from '../compute/hunks.ts';
import { groupedAfter, groupedBy } from '../compute/multimap.ts';
import { placesAfter } from '../compute/places.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { lowerBound } from '../compute/sorted.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Localized, Section, Session, Topic } from '../model.ts';
import { changedSince, countMentions, namesIn, searchSessions } from './allMentions.ts';
import { choiceAfter, chooseTopics } from './choice.ts';
import type { FoundTopics } from './foundTopics.ts';
import type { SessionMentions } from './mentions.ts';
import type { GlossaryTopic } from './model.ts';
import type { ChangedSessions, SessionPlaces } from './offers.ts';
import { latestLinksOf, registerLinks, type TopicLinks, topicWith } from './related.ts';
import { gatherSections, type LinkUpdate, linkSessions, type SessionOrders, sameRefs } from './topicLinks.ts';
import {
  type BareTopic,
  fromGlossary,
  type NamedTopics,
  NO_NAMES,
  namesAfter,
  nameTopics,
  ownersIn,
} from './topicNames.ts';

/** The same texts in the same order: the first name counts most. */
const sameTexts = (one: Localized, other: Localized): boolean => {
  const [texts, others] = [Object.entries(one), Object.entries(other)];
  return (
    texts.length === others.length &&
    texts.every(([language, text], at) => others[at]?.[0] === language && others[at][1] === text)
  );
};

/** True where two topics are called the same and the same is told of both. */
const isAlike = (one: BareTopic, other: BareTopic): boolean =>
  one.source === other.source &&
  one.url === other.url &&
  sameTexts(one.name, other.name) &&
  sameTexts(one.summary, other.summary) &&
  sameTexts(one.now, other.now) &&
  one.aliases.length === other.aliases.length &&
  one.aliases.every((alias, at) => alias === other.aliases[at]);

/** From so many changed sessions on, all are looked at. */
const MANY_SESSIONS = 200;

const idOf = ({ id }: { readonly id: string }): string => id;
const sessionOf = ({ session }: SessionMentions): string => session.id;

/** Where the sessions stand after some changed. */
function placesOfSessions(
  seen: readonly SessionMentions[],
  previous: FoundTopics | undefined,
  hunks: readonly Hunk[],
): SessionPlaces {
  const { seen: before, order } = previous ?? { seen: NONE, order: new Map() };
  const byId = VersionedMap.after(previous?.byId);
  for (const one of goneOf(before, hunks)) byId.delete(sessionOf(one));
  for (const one of freshOf(seen, hunks)) byId.set(sessionOf(one), one);
  return { seen, byId, order: placesAfter(order, before, seen, hunks, sessionOf) };
}

/** Keys that name another topic than before. */
function renamedBetween(
  owners: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): Set<string> {
  const renamed = new Set<string>();
  for (const [key, id] of owners) if (before.get(key) !== id) renamed.add(key);
  for (const key of before.keys()) if (!owners.has(key)) renamed.add(key);
  return renamed;
}

/** Which topics there are and what they are called. */
interface Named extends Pick<FoundTopics, 'choice' | 'named' | 'bare'> {
  /** Keys that may name another topic than before. */
  readonly renamed: Iterable<string>;
}

/** `carried` is what was found before, where the glossary is the same and little changed, `owners` in any case. */
async function nameAll(
  glossary: readonly GlossaryTopic[],
  changed: ChangedSessions,
  places: SessionPlaces,
  counts: FoundTopics['counts'],
  carried: FoundTopics | undefined,
  owners: NamedTopics['owners'],
  pause: Pause,
): Promise<Named> {
  const known = ownersIn(glossary);
  const next = carried && choiceAfter(carried.choice, changed, known, counts, places);
  const choice = next?.choice ?? (await chooseTopics(places, known, counts, pause));
  const names =
    next && (await namesAfter(carried.named, next.rechosen, carried.choice, choice, known, pause));
  const named = names?.named ?? (await nameTopics(glossary, choice, pause));
  const before = carried ?? { bare: glossary.map(fromGlossary), named: NO_NAMES };
  const hunks = hunksBetween(before.named.headings, named.headings);
  const bare = patched(
    before.bare,
    hunks.map((hunk) => ({
      ...hunk,
      before: hunk.before + glossary.length,
      now: hunk.now + glossary.length,
    })),
    freshOf(named.headings, hunks).map(({ topic }) => topic),
  );
  return { choice, named, bare, renamed: names?.renamed ?? renamedBetween(named.owners, owners) };
}

/** The topics with their sections, and the links that lead to them. */
async function topicsWith(
  bare: readonly BareTopic[],
  linked: LinkUpdate,
  orders: SessionOrders,
  previous: FoundTopics | undefined,
  kept: readonly Topic[],
  pause: Pause,
): Promise<Pick<FoundTopics, 'topics' | 'links' | 'latest'>> {
  const latest = previous?.latest ?? latestLinksOf(kept);
  const was = (id: string) => previous?.links.topics.get(id);
  const keptAs = (id: string) => (previous === undefined ? latest?.links.topics.get(id) : undefined);
  const about = await gatherSections(linked, orders, 'about', (id) => was(id)?.about ?? NONE, pause);
  const mentions = await gatherSections(linked, orders, 'mentions', (id) => was(id)?.mentions ?? NONE, pause);
  const before = previous?.bare ?? NONE;
  const { hunks, gone, fresh } = changesBetween(before, bare, idOf);
  const places = placesAfter(previous?.links.places ?? new Map(), before, bare, hunks, idOf);
  const byId = VersionedMap.after(previous?.links.topics);
  for (const { id } of gone) byId.delete(id);
  const links: TopicLinks = { topics: byId, places, sessions: linked.sessions };
  const newest = latest ?? { links };
  const make = (one: BareTopic): Topic => {
    const { id } = one;
    const last = was(id) ?? keptAs(id);
    const own = about.get(id) ?? was(id)?.about ?? NONE;
    const spoken = mentions.get(id) ?? was(id)?.mentions ?? NONE;
    const isSame =
      last !== undefined &&
      isAlike(one, last) &&
      sameRefs(own, last.about) &&
      sameRefs(spoken, last.mentions);
    const topic = isSame ? last : topicWith(one, own, spoken, newest);
    byId.set(id, topic);
    return topic;
  };
  const placeOf = (id: string): number => places.get(id) ?? 0;
  const touched = new Set([...about.keys(), ...mentions.keys()]).difference(new Set(fresh.map(idOf)));
  const script = withReplaced(
    hunks,
    [...touched].flatMap((id) =>
      places.has(id) ? lowerBound(bare, (one) => placeOf(one.id) < placeOf(id)) : [],
    ),
  );
  const made: Topic[] = [];
  for (const one of freshOf(bare, script)) {
    made.push(make(one));
    await pause();
  }
  const topics = patched(previous?.topics ?? NONE, script, made);
  // `previous` need not be the newest: its topics may go by later links.
  newest.links = links;
  registerLinks(topics, links);
  return { topics, links, latest: newest };
}

/**
 * Finds the topics of a library, the sections that are about them (by heading) and those that mention them (by text),
 * across all languages. With `previous`, only changes are searched. `kept` are the topics of the last start: those that
 * did not change are the same objects.
 */
export async function findTopics(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  previous: FoundTopics | undefined,
  pause: Pause,
  kept: readonly Topic[] = NONE,
): Promise<FoundTopics> {
  const known = ownersIn(glossary).keys();
  const searched = await searchSessions(sessions, known, bracketed, previous, pause);
  const { seen } = searched;
  const changed = changedSince(previous?.seen ?? NONE, seen);
  const places = placesOfSessions(seen, previous, changed.hunks);
  const counts = await countMentions(previous?.counts, changed, pause);
  const few = changed.now.length + changed.before.length < MANY_SESSIONS ? previous : undefined;
  const holders = few
    ? groupedAfter(few.holders, changed, namesIn, sessionOf)
    : groupedBy(seen, namesIn, sessionOf);
  const alike = glossary === previous?.glossary ? few : undefined;
  const before = (previous?.named ?? NO_NAMES).owners;
  const { renamed, ...names } = await nameAll(glossary, changed, places, counts, alike, before, pause);
  const { owners } = names.named;
  const linked = await linkSessions(
    places,
    changed,
    owners,
    renamed,
    holders,
    previous?.links.sessions,
    pause,
  );
  const orders = { order: places.order, before: previous?.order ?? new Map(), moved: changed.moved };
  const topics = await topicsWith(names.bare, linked, orders, previous, kept, pause);
  return { sessions, glossary, ...searched, ...places, counts, holders, ...names, ...topics };
}
