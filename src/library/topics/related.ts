import type { Section, SectionRef, Topic } from '../model.ts';

const AT_MOST = 10;
/** A section that names more topics than this says nothing about which of them belong together. */
const CROWDED = 40;
/** Of a topic found everywhere, so many sections are looked into: they tell enough, and a page must not wait. */
const LOOKED_INTO = 500;

/** How much a shared section tells: most where both are what it is about. */
const ABOUT = 2;
const MENTION = 1;

/** The sections of one session that are about each topic or mention it, by the topic's id. */
export interface SessionTopics {
  readonly about: ReadonlyMap<string, readonly SectionRef[]>;
  readonly mentions: ReadonlyMap<string, readonly SectionRef[]>;
}

/** The topics of a library from both ends: by id, with their place in it, and by the session that names them. */
export interface TopicLinks {
  readonly topics: ReadonlyMap<string, { readonly topic: Topic; readonly index: number }>;
  readonly sessions: ReadonlyMap<string, SessionTopics>;
}

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

/** Ids of topics that share sections with one, closest first; what is shared counts less for topics found everywhere. */
export function relatedTo({ id, about, mentions }: Topic, links: TopicLinks): readonly string[] {
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
    const found = links.topics.get(other);
    if (!found) return [];
    const { topic, index } = found;
    const size = Math.sqrt(topic.about.length * ABOUT + topic.mentions.length * MENTION);
    return [{ other, index, score: score / size }];
  });
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, AT_MOST)
    .map(({ other }) => other);
}

const linked = new WeakMap<readonly Topic[], TopicLinks>();

/** Remembers where the topics of a library are found, for `listedAbout`. */
export function registerLinks(topics: readonly Topic[], links: TopicLinks): void {
  linked.set(topics, links);
}

/** The topics that a section is about, in the library's order; undefined for topics that were not found by reading. */
export function indexedTopicsAbout(topics: readonly Topic[], ref: SectionRef): readonly Topic[] | undefined {
  const links = linked.get(topics);
  if (!links) return undefined;
  return sharedIn(links, ref)
    .filter(({ weight }) => weight === ABOUT)
    .flatMap(({ id }) => links.topics.get(id) ?? [])
    .sort((a, b) => a.index - b.index)
    .map(({ topic }) => topic);
}
