import type { Section, SectionRef, Session, Topic } from '../model.ts';
import { translationsOf } from '../text/localized.ts';
import { longestHits, type NameFinder, nameFinder, nameKey } from '../text/names/nameFinder.ts';
import {
  type SectionMentions,
  type SessionMentions,
  sectionMentionsOf,
  topicCandidatesOf,
  withNewNames,
} from './mentions.ts';
import type { GlossaryTopic } from './model.ts';
import { registerLinks, relatedTo, type SessionTopics, type TopicLinks } from './related.ts';
import { type BareTopic, type Choice, choiceWith, fromGlossary, topicsOfHeadings } from './topicNames.ts';

type Pause = () => Promise<void> | undefined;

/** The topics of a library, and the state from which the next ones are found incrementally. */
export interface FoundTopics {
  readonly topics: readonly Topic[];
  /** What they were found in. */
  readonly sessions: readonly Session[];
  readonly glossary: readonly GlossaryTopic[];
  readonly links: TopicLinks;
  /** The links that the topics of this and of older libraries go by. */
  readonly latest: LatestLinks;
  readonly choice: Choice;
  /** Grows only; names that no heading has any more do no harm. */
  readonly finder: NameFinder;
  /** Number of the finder's names that were searched for. */
  readonly learnt: number;
  /** In reading order. */
  readonly seen: ReadonlyMap<Session, SessionMentions>;
  /** Number of sections that mention each key. */
  readonly counts: ReadonlyMap<string, number>;
  /** The topic that each key names. */
  readonly owners: ReadonlyMap<string, string>;
  readonly bySession: ReadonlyMap<SessionMentions, SessionTopics>;
}

/** From this many new names on, searching everything again is as fast as searching for each. */
const MANY_NAMES = 40;
/** Most obsolete names in a finder before it is rebuilt. */
const STALE_NAMES = 10_000;

async function lookAt(
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

async function countMentions(
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

/** Among overlapping names the longest counts: a section on BigQuery ML is not one on BigQuery for that reason. */
function linksIn({ sections: places }: SessionMentions, owners: ReadonlyMap<string, string>): SessionTopics {
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
    return refs;
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
interface Linked {
  readonly bySession: Map<SessionMentions, SessionTopics>;
  readonly sessions: Map<string, SessionTopics>;
  readonly changed: Map<string, SessionTopics>;
  readonly touched: Set<string>;
}

async function linkSessions(
  seen: ReadonlyMap<Session, SessionMentions>,
  owners: ReadonlyMap<string, string>,
  previous: FoundTopics | undefined,
  pause: Pause,
): Promise<Linked> {
  const moved = previous ? await movedKeys(owners, previous.owners, pause) : new Set<string>();
  const isMoved = ({ key }: { readonly key: string }) => moved.has(key);
  const keep = previous !== undefined && keepsOrder(seen, previous);
  const linked: Linked = {
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
    const links = known && !stale ? known : linksIn(one, owners);
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
async function gather(
  linked: Linked,
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

/**
 * The links of the newest library. A topic that did not change is the same object in it as in the one before, and which
 * topics are related to it may change with any post.
 */
interface LatestLinks {
  links: TopicLinks;
}

interface Relations {
  readonly latest: LatestLinks;
  /** What the related ones were computed from. */
  links?: TopicLinks;
  related?: readonly string[];
}

const relationsOf = new WeakMap<Topic, Relations>();

/**
 * Computed on demand: few topics are viewed, but each may have thousands of neighbours. One getter for all topics: with
 * one each, every topic would be a dictionary of its own.
 */
const RELATED = {
  enumerable: true,
  get(this: Topic): Topic['related'] {
    const known = relationsOf.get(this);
    if (known === undefined) return [];
    const { links } = known.latest;
    if (known.related === undefined || known.links !== links) {
      known.related = relatedTo(this, links);
      known.links = links;
    }
    return known.related;
  },
};

const hasRelated = (topic: Omit<Topic, 'related'>): topic is Topic => 'related' in topic;

function topicWith(
  bare: BareTopic,
  about: readonly SectionRef[],
  mentions: readonly SectionRef[],
  latest: LatestLinks,
): Topic {
  const topic = Object.defineProperty({ ...bare, about, mentions }, 'related', RELATED);
  if (!hasRelated(topic)) throw new TypeError('A topic has related ones');
  relationsOf.set(topic, { latest });
  return topic;
}

/**
 * Finds the topics of a library, the sections that are about them (by heading) and those that mention them (by text),
 * across all languages. With `previous`, only changes are searched.
 */
export async function findTopics(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  previous: FoundTopics | undefined,
  pause: Pause,
): Promise<FoundTopics> {
  const edited = previous && (await editTopics(sessions, glossary, bracketed, previous, pause));
  return edited ?? (await findAnew(sessions, glossary, bracketed, previous, pause));
}

/** More changed sessions at a time are looked at together with all others. */
const MOST_EDITS = 50;

/** Pairs of a session and the one that takes its place; undefined where they differ in more. */
function replacedSessions(
  before: readonly Session[],
  now: readonly Session[],
): ReadonlyMap<Session, Session> | undefined {
  if (before.length !== now.length) return undefined;
  const replaced = new Map<Session, Session>();
  for (const [index, session] of now.entries()) {
    const last = before[index];
    if (last === session) continue;
    if (last?.id !== session.id || replaced.size >= MOST_EDITS) return undefined;
    replaced.set(last, session);
  }
  return replaced;
}

const sameRefs = (one: readonly SectionRef[], other: readonly SectionRef[]): boolean =>
  one.length === other.length &&
  one.every(({ session, section }, at) => other[at]?.session === session && other[at].section === section);

const sameLinks = (one: SessionTopics, other: SessionTopics): boolean =>
  (['about', 'mentions'] as const).every(
    (kind) =>
      one[kind].size === other[kind].size &&
      [...one[kind]].every(([id, refs]) => sameRefs(refs, other[kind].get(id) ?? [])),
  );

/**
 * The topics where some sessions were replaced that suggest the same names, at a cost that grows with them; undefined
 * where other topics result.
 */
async function editTopics(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  previous: FoundTopics,
  pause: Pause,
): Promise<FoundTopics | undefined> {
  const { finder, owners, learnt } = previous;
  const edits = replacedSessions(previous.sessions, sessions);
  if (edits === undefined || glossary !== previous.glossary || finder.keys.length !== learnt)
    return undefined;
  if (edits.size === 0) return { ...previous, sessions };
  const replaced = new Map<SessionMentions, SessionMentions>();
  const bySession = new Map(previous.bySession);
  const now = new Map<Session, SessionMentions>();
  const linked: Linked = {
    bySession,
    sessions: new Map(previous.links.sessions),
    changed: new Map(),
    touched: new Set(),
  };
  for (const [before, session] of edits) {
    const last = previous.seen.get(before);
    const lastLinks = last && previous.bySession.get(last);
    if (last === undefined || lastLinks === undefined) return undefined;
    const offers = topicCandidatesOf(session, bracketed);
    if (JSON.stringify(offers) !== JSON.stringify(last.candidates)) return undefined;
    const places = await sectionMentionsOf(session, finder, pause);
    const seen = { session, candidates: last.candidates, sections: places };
    replaced.set(last, seen);
    now.set(session, seen);
    const found = linksIn(seen, owners);
    const links = sameLinks(found, lastLinks) ? lastLinks : found;
    bySession.delete(last);
    bySession.set(seen, links);
    if (links === lastLinks) continue;
    linked.sessions.set(session.id, links);
    linked.changed.set(session.id, links);
    for (const { about, mentions } of [links, lastLinks])
      for (const id of [...about.keys(), ...mentions.keys()]) linked.touched.add(id);
  }
  const counts = countsWith(previous.counts, replaced);
  const choice = choiceWith(previous.choice, replaced, counts);
  if (choice === undefined) return undefined;
  const seen = new Map<Session, SessionMentions>();
  for (const [index, session] of sessions.entries()) {
    const known = now.get(session) ?? previous.seen.get(previous.sessions[index] ?? session);
    if (known === undefined) return undefined;
    seen.set(session, known);
  }
  const { latest } = previous;
  const topics = [...previous.topics];
  const byId = new Map(previous.links.topics);
  if (linked.touched.size > 0) {
    const was = (id: string) => previous.links.topics.get(id)?.topic;
    const about = await gather(linked, 'about', (id) => was(id)?.about ?? [], pause);
    const mentions = await gather(linked, 'mentions', (id) => was(id)?.mentions ?? [], pause);
    for (const id of linked.touched) {
      const last = byId.get(id);
      if (last === undefined) return undefined;
      const [own, spoken] = [about.get(id) ?? [], mentions.get(id) ?? []];
      if (sameRefs(own, last.topic.about) && sameRefs(spoken, last.topic.mentions)) continue;
      const { name, aliases, summary, url, now: today, source } = last.topic;
      const bare = { id, name, aliases, summary, url, now: today, source };
      const topic = topicWith(bare, own, spoken, latest);
      topics[last.index] = topic;
      byId.set(id, { topic, index: last.index });
    }
  }
  const links = { topics: byId, sessions: linked.sessions };
  latest.links = links;
  registerLinks(topics, links);
  return { ...previous, topics, sessions, links, choice, seen, counts, bySession };
}

/** The numbers of mentions after some sessions were replaced. */
function countsWith(
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

async function findAnew(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  previous: FoundTopics | undefined,
  pause: Pause,
): Promise<FoundTopics> {
  const owners = new Map<string, string>();
  const own = (name: string, id: string) => {
    const key = nameKey(name);
    if (key !== '' && !owners.has(key)) owners.set(key, id);
  };
  for (const topic of glossary)
    for (const name of [...translationsOf(topic.name), ...topic.aliases]) own(name, topic.id);
  const { seen, finder, learnt } = await lookAt(sessions, owners.keys(), bracketed, previous, pause);
  const counts = await countMentions(seen, previous, pause);
  const bare = glossary.map(fromGlossary);
  const ids = new Set(glossary.map((topic) => topic.id));
  const named = await topicsOfHeadings([...seen.values()], owners, ids, counts, pause);
  for (const { topic, keys } of named.topics) {
    for (const key of keys) own(key, topic.id);
    for (const alias of topic.aliases) own(alias, topic.id);
    bare.push(topic);
    await pause();
  }
  const linked = await linkSessions(seen, owners, previous, pause);
  const was = (id: string) => previous?.links.topics.get(id)?.topic;
  const about = await gather(linked, 'about', (id) => was(id)?.about ?? [], pause);
  const mentions = await gather(linked, 'mentions', (id) => was(id)?.mentions ?? [], pause);
  const byId = new Map<string, { topic: Topic; index: number }>();
  const links: TopicLinks = { topics: byId, sessions: linked.sessions };
  const latest = { links };
  const topics: Topic[] = [];
  for (const one of bare) {
    const { id } = one;
    const topic = topicWith(
      one,
      about.get(id) ?? was(id)?.about ?? [],
      mentions.get(id) ?? was(id)?.mentions ?? [],
      latest,
    );
    byId.set(id, { topic, index: topics.length });
    topics.push(topic);
    await pause();
  }
  registerLinks(topics, links);
  const { choice } = named;
  const { bySession } = linked;
  return {
    topics,
    sessions,
    glossary,
    links,
    latest,
    choice,
    finder,
    learnt,
    seen,
    counts,
    owners,
    bySession,
  };
}
