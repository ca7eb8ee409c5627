import { type Places, placesOf } from '../compute/places.ts';
import type { Section, SectionRef, Topic } from '../model.ts';
import type { BareTopic } from './topicNames.ts';

const AT_MOST = 10;
/** A section with more topics than this does not tell which of them are related. */
const CROWDED = 40;
/** Most sections that are evaluated for one topic: enough for a ranking, and a page must not wait. */
const LOOKED_INTO = 500;

/** Weights of a shared section: highest where both topics are its subject. */
const ABOUT = 2;
const MENTION = 1;

/** The sections of one session by topic id, as subject and as mention. */
export interface SessionTopics {
  readonly about: ReadonlyMap<string, readonly SectionRef[]>;
  readonly mentions: ReadonlyMap<string, readonly SectionRef[]>;
}

/** The topics of a library by id, where each stands in their order, and the topics of each session. */
export interface TopicLinks {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly places: Places;
  readonly sessions: ReadonlyMap<string, SessionTopics>;
}

const placeIn = ({ places }: TopicLinks, { id }: Topic): number => places.get(id) ?? 0;

const inOrder =
  (links: TopicLinks) =>
  (one: Topic, other: Topic): number =>
    placeIn(links, one) - placeIn(links, other);

interface Shared {
  readonly id: string;
  readonly weight: number;
}

const bySection = new WeakMap<SessionTopics, ReadonlyMap<Section['id'], readonly Shared[]>>();

function sharedIn(links: TopicLinks, { session, section }: SectionRef): readonly Shared[] {
  const found = links.sessions.get(session);
  if (!found) return [];
  const known = bySection.get(found);
  if (known) return known.get(section) ?? [];
  const made = new Map<string, Shared[]>();
  for (const [topics, weight] of [
    [found.about, ABOUT],
    [found.mentions, MENTION],
  ] as const) {
    for (const [id, refs] of topics) {
      for (const ref of refs) {
        const list = made.get(ref.section);
        if (list) list.push({ id, weight });
        else made.set(ref.section, [{ id, weight }]);
      }
    }
  }
  bySection.set(found, made);
  return made.get(section) ?? [];
}

/** Ids of topics that share sections with one, closest first; topics found everywhere are weighted down. */
function relatedTo({ id, about, mentions }: Topic, links: TopicLinks): readonly string[] {
  const scores = new Map<string, number>();
  for (const [refs, weight] of [
    [about, ABOUT],
    [mentions, MENTION],
  ] as const) {
    for (const ref of refs.slice(0, LOOKED_INTO)) {
      const others = sharedIn(links, ref);
      if (others.length > CROWDED) continue;
      for (const other of others) {
        if (other.id !== id) scores.set(other.id, (scores.get(other.id) ?? 0) + weight * other.weight);
      }
    }
  }
  const scored = [...scores].flatMap(([other, score]) => {
    const topic = links.topics.get(other);
    if (!topic) return [];
    const index = placeIn(links, topic);
    const size = Math.sqrt(topic.about.length * ABOUT + topic.mentions.length * MENTION);
    return [{ other, index, score: score / size }];
  });
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, AT_MOST)
    .map(({ other }) => other);
}

const linked = new WeakMap<readonly Topic[], TopicLinks>();

/** Registers the index of a library's topics, for `indexedTopicsAbout`. */
export function registerLinks(topics: readonly Topic[], links: TopicLinks): void {
  linked.set(topics, links);
}

/** A topic with the sections of one session that are about it, and those that mention it. */
export interface TopicInSession {
  readonly topic: Topic;
  readonly about: readonly SectionRef[];
  readonly mentions: readonly SectionRef[];
}

const NOWHERE: readonly SectionRef[] = [];

/** The topics of one session, in the library's order; undefined for topics without an index. */
export function indexedTopicsIn(topics: readonly Topic[], session: string): TopicInSession[] | undefined {
  const links = linked.get(topics);
  if (!links) return undefined;
  const { about, mentions }: SessionTopics = links.sessions.get(session) ?? NO_TOPICS;
  const found: (TopicInSession & { readonly place: number })[] = [];
  const add = (id: string, refs: Pick<TopicInSession, 'about' | 'mentions'>): void => {
    const topic = links.topics.get(id);
    if (topic !== undefined) found.push({ topic, ...refs, place: placeIn(links, topic) });
  };
  about.forEach((refs, id) => {
    add(id, { about: refs, mentions: mentions.get(id) ?? NOWHERE });
  });
  mentions.forEach((refs, id) => {
    if (!about.has(id)) add(id, { about: NOWHERE, mentions: refs });
  });
  return found.sort((one, other) => one.place - other.place);
}

const NO_TOPICS: SessionTopics = { about: new Map(), mentions: new Map() };

/** The topics with these ids, in the library's order. */
export function topicsWithIds(topics: readonly Topic[], ids: readonly string[]): readonly Topic[] {
  const links = linked.get(topics);
  if (!links) return topics.filter(({ id }) => ids.includes(id));
  return ids.flatMap((id) => links.topics.get(id) ?? []).sort(inOrder(links));
}

/** The topics that a section is about, in the library's order; undefined for topics without an index. */
export function indexedTopicsAbout(topics: readonly Topic[], ref: SectionRef): readonly Topic[] | undefined {
  const links = linked.get(topics);
  if (!links) return undefined;
  return sharedIn(links, ref)
    .filter(({ weight }) => weight === ABOUT)
    .flatMap(({ id }) => links.topics.get(id) ?? [])
    .sort(inOrder(links));
}

/**
 * The links of the newest library. A topic that did not change is the same object in it as in the one before, and which
 * topics are related to it may change with any post.
 */
export interface LatestLinks {
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

/** A topic with its sections; the related ones are computed where they are read. */
export function topicWith(
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

/** The links that the topics of a library go by; undefined where there are none. */
export const latestLinksOf = ([first]: readonly Topic[]): LatestLinks | undefined =>
  first && relationsOf.get(first)?.latest;

/** The topics of a library that was kept: their index follows from their sections. */
export function indexedTopics(told: readonly Omit<Topic, 'related'>[]): readonly Topic[] {
  const sessions = new Map<string, Record<keyof SessionTopics, Map<string, SectionRef[]>>>();
  const byId = new Map<string, Topic>();
  const links: TopicLinks = { topics: byId, places: placesOf(told, ({ id }) => id), sessions };
  const latest = { links };
  const topics = told.map(({ about, mentions, ...bare }) => {
    for (const [kind, refs] of [
      ['about', about],
      ['mentions', mentions],
    ] as const) {
      for (const ref of refs) {
        const own = sessions.get(ref.session) ?? { about: new Map(), mentions: new Map() };
        sessions.set(ref.session, own);
        const list = own[kind].get(bare.id);
        if (list) list.push(ref);
        else own[kind].set(bare.id, [ref]);
      }
    }
    const topic = topicWith(bare, about, mentions, latest);
    byId.set(bare.id, topic);
    return topic;
  });
  registerLinks(topics, links);
  return topics;
}
