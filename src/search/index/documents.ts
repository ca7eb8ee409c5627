import { commonEnds } from '#library/compute/moved.ts';
import type { Library, Post, Section, SectionRef, Session, Topic } from '#library/model.ts';
import { indexedTopicsIn } from '#library/topics/related.ts';
import { type Differences, differencesOf } from './differences.ts';

/** The indexed fields of sections, posts and topics. */
export type SectionText = Pick<Section, 'id' | 'parent' | 'name' | 'lead' | 'text' | 'captions' | 'aliases'>;
export interface PostText extends Pick<Post, 'title' | 'aliases'> {
  readonly sections: readonly SectionText[];
}
export type TopicText = Pick<Topic, 'name' | 'aliases'>;

/** A section in all its languages: the document that a query finds. */
export interface Doc<P extends PostText = Post> {
  readonly session: string;
  readonly section: string;
  /** The section in each language, the original first. */
  readonly variants: readonly Variant<P>[];
  /** Names of the topics that the section is about. */
  readonly topicNames: readonly string[];
  /** Names of topics that the text mentions. */
  readonly mentioned: readonly string[];
  /** What the glossary says of the topics that the section is about. */
  readonly told: readonly string[];
  /** Position in reading order within its unit. */
  readonly order: number;
}

export interface Variant<P extends PostText = Post> {
  readonly post: P;
  readonly section: P['sections'][number];
  /** Ancestor headings, outermost first. */
  readonly ancestors: readonly P['sections'][number][];
}

/** The unit of indexing and replacement: a session with its sections, or a topic. */
export type Unit =
  | {
      readonly kind: 'session';
      readonly key: string;
      readonly session: Session;
      readonly about: readonly TopicMention[];
      readonly signature: number;
    }
  | { readonly kind: 'topic'; readonly key: string; readonly topic: Topic; readonly signature: number };

/** The indexed fields of a unit. */
export type UnitText = SessionText<PostText> | { readonly kind: 'topic'; readonly topic: TopicText };

/** The indexed fields of a session. */
export interface SessionText<P extends PostText> {
  readonly kind: 'session';
  readonly session: { readonly id: string; readonly posts: readonly P[] };
  readonly about: readonly TopicMention[];
}

/** A topic that a section of a session is about, or mentions. */
export interface TopicMention {
  readonly section: string;
  readonly names: readonly string[];
  /** What the glossary says of it, where the section is about it. */
  readonly told: readonly string[];
  readonly heading: boolean;
}

/** Every name of a topic, each once. */
export function topicNames(topic: Topic): readonly string[] {
  const names = Object.values(topic.name).filter((name): name is string => name !== undefined);
  return [...new Set([...names, ...topic.aliases])];
}

function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

interface Uses {
  readonly list: TopicMention[];
  signature: number;
}

/** What of a topic is indexed with every section that is about it or mentions it. */
interface TopicWords {
  readonly names: readonly string[];
  readonly told: readonly string[];
  readonly sign: number;
}

function topicWordsOf(topic: Topic): TopicWords {
  const names = topicNames(topic);
  const told = Object.values(topic.summary).filter((text): text is string => text !== undefined);
  return { names, told, sign: hash([...names, ...told].join('\n'), 0x811c9dc5) };
}

const topicKey = ({ id }: Topic): string => `topic ${id}`;
const sessionKey = ({ id }: Pick<Session, 'id'>): string => `session ${id}`;

const topicUnit = (topic: Topic, { sign }: TopicWords): Unit => ({
  kind: 'topic',
  key: topicKey(topic),
  topic,
  signature: sign,
});

const sessionUnit = (session: Session, used: Uses | undefined): Unit => ({
  kind: 'session',
  key: sessionKey(session),
  session,
  about: used?.list ?? [],
  signature: used?.signature ?? 0,
});

function use(uses: Uses, { names, told, sign }: TopicWords, ref: SectionRef, heading: boolean): void {
  uses.list.push({ section: ref.section, names, told: heading ? told : NONE, heading });
  uses.signature = (uses.signature + hash(ref.section, sign ^ (heading ? 1 : 2))) >>> 0;
}

/** Larger differences are found by looking at everything. */
const MOST_SESSIONS = 500;
const MOST_TOPICS = 1_000;
const MOST_TOUCHED = 500;

/** In what topics libraries differ; undefined where it is too much. */
export function differentTopics(before: Library, next: Library): Differences<Topic> | undefined {
  const known = lastDifferences.get(next);
  if (known?.before === before.topics) return known.differences;
  const differences = differencesOf(before.topics, next.topics, MOST_TOPICS);
  lastDifferences.set(next, { before: before.topics, differences });
  return differences;
}

/** Of each library, to the one that it was last compared with. */
const lastDifferences = new WeakMap<
  Library,
  { readonly before: Library['topics']; readonly differences: Differences<Topic> | undefined }
>();

/** True for a topic that took the place of another one and has its names and what is told of it. */
export const isToldAlike = (last: Topic, now: Topic): boolean =>
  (last.name === now.name && last.aliases === now.aliases && last.summary === now.summary) ||
  topicWordsOf(last).sign === topicWordsOf(now).sign;

/** The sessions of which a topic knows other sections than the one before it did. */
function sessionsBetween(last: Topic, now: Topic): string[] {
  const alike = isToldAlike(last, now);
  return (['about', 'mentions'] as const).flatMap((kind) => {
    const { front, back } = alike ? commonEnds(last[kind], now[kind]) : { front: 0, back: 0 };
    if (front + back === last[kind].length && front + back === now[kind].length) return [];
    const within = (refs: Topic['about']) => new Set(refs.slice(front, refs.length - back));
    const [was, is] = [within(last[kind]), within(now[kind])];
    return [...(alike ? was.symmetricDifference(is) : was.union(is))].map(({ session }) => session);
  });
}

/** What of a newer library may not be indexed as in the older one. */
export interface ChangedUnits {
  readonly units: readonly Unit[];
  /** The keys of those that the newer library does not have. */
  readonly gone: readonly string[];
  readonly sessions: Differences<Session>;
}

/**
 * The units in which a newer library differs; undefined where everything has to be looked at. `indexed` gives the unit
 * of the older one by its key.
 */
export function changedUnits(
  before: Library,
  next: Library,
  indexed: (key: string) => Unit | undefined,
): ChangedUnits | undefined {
  const sessions = differencesOf(before.sessions, next.sessions, MOST_SESSIONS);
  const topics = sessions && differentTopics(before, next);
  if (sessions === undefined || topics === undefined) return undefined;
  const fresh = new Map([...sessions.replaced.values(), ...sessions.added].map((one) => [one.id, one]));
  const gone = new Set(sessions.gone.map(({ id }) => id));
  const touched = new Set(fresh.keys());
  const words = new Map<Topic, TopicWords>();
  const wordsOf = (topic: Topic): TopicWords => {
    const told = words.get(topic) ?? topicWordsOf(topic);
    words.set(topic, told);
    return told;
  };
  const units: Unit[] = [];
  for (const [last, now] of topics.replaced) {
    for (const id of sessionsBetween(last, now)) touched.add(id);
    units.push(topicUnit(now, wordsOf(now)));
  }
  for (const topic of topics.added) units.push(topicUnit(topic, wordsOf(topic)));
  // The topics of a session stand in the order of all.
  for (const { about, mentions } of [...topics.added, ...topics.gone, ...topics.moved])
    for (const { session } of [...about, ...mentions]) touched.add(session);
  if (touched.size > MOST_TOUCHED) return undefined;
  for (const id of touched) {
    if (gone.has(id)) continue;
    const known = indexed(sessionKey({ id }));
    const session = fresh.get(id) ?? (known?.kind === 'session' ? known.session : undefined);
    const used = indexedTopicsIn(next.topics, id);
    if (session === undefined || used === undefined) return undefined;
    const uses: Uses = { list: [], signature: 0 };
    for (const { topic, about, mentions } of used) {
      const told = wordsOf(topic);
      for (const ref of about) use(uses, told, ref, true);
      for (const ref of mentions) use(uses, told, ref, false);
    }
    units.push(sessionUnit(session, uses));
  }
  return { units, gone: [...sessions.gone.map(sessionKey), ...topics.gone.map(topicKey)], sessions };
}

/** The library as units, each with a signature that changes with the names of its topics. */
export function* unitsOf(library: Library): Generator<undefined, Map<string, Unit>, undefined> {
  const units = new Map<string, Unit>();
  const uses = new Map<string, Uses>();
  let step = 0;
  for (const topic of library.topics) {
    const told = topicWordsOf(topic);
    const unit = topicUnit(topic, told);
    units.set(unit.key, unit);
    for (const [refs, heading] of [
      [topic.about, true],
      [topic.mentions, false],
    ] as const) {
      for (const ref of refs) {
        const entry = uses.get(ref.session) ?? { list: [], signature: 0 };
        use(entry, told, ref, heading);
        uses.set(ref.session, entry);
        step += 1;
        if ((step & 0x3ff) === 0) yield;
      }
    }
  }
  for (const session of library.sessions) {
    const unit = sessionUnit(session, uses.get(session.id));
    units.set(unit.key, unit);
    step += 1;
    if ((step & 0x3ff) === 0) yield;
  }
  return units;
}

/** True where two units with the same key would be indexed identically. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a.signature !== b.signature) return false;
  if (a.kind === 'topic') return b.kind === 'topic';
  return (
    b.kind === 'session' &&
    a.session.posts.length === b.session.posts.length &&
    a.session.number === b.session.number &&
    a.session.posts.every((post, i) => post.hash === b.session.posts[i]?.hash)
  );
}

/** One shared empty list: a hundred thousand empty arrays would burden the garbage collector. */
const NONE: readonly never[] = [];

/** The cost of a section in addition to its text, in characters. */
const SECTION = 200;

/** The approximate indexing cost of a unit, in characters. */
export function weightOf(unit: Unit): number {
  if (unit.kind === 'topic') return SECTION;
  let weight = SECTION;
  for (const { sections } of unit.session.posts)
    for (const { text } of sections) weight += SECTION + text.length;
  return weight;
}

/** True where the units together cost at least this much. */
export function exceedsWeight(units: Iterable<Unit>, limit: number): boolean {
  let weight = 0;
  for (const unit of units) {
    weight += weightOf(unit);
    if (weight >= limit) return true;
  }
  return false;
}

/** A unit reduced to its indexed fields. */
export function textOf(unit: Unit): UnitText {
  if (unit.kind === 'topic')
    return { kind: 'topic', topic: { name: unit.topic.name, aliases: unit.topic.aliases } };
  const posts = unit.session.posts.map(({ title, aliases, sections }) => ({
    title,
    aliases,
    sections: sections.map(sectionText),
  }));
  return { kind: 'session', session: { id: unit.session.id, posts }, about: unit.about };
}

function sectionText({ id, parent, name, lead, text, captions, aliases }: Section): SectionText {
  return { id, parent, name, lead, text, captions, aliases };
}

/** The documents of a session, in reading order, merged across its languages. */
export function docsOf<P extends PostText>({ session, about: uses }: SessionText<P>): readonly Doc<P>[] {
  const variants = new Map<string, Variant<P>[]>();
  for (const post of session.posts) {
    const sections: readonly P['sections'][number][] = post.sections;
    const byId = new Map(sections.map((section) => [section.id, section]));
    for (const section of sections) {
      const list = variants.get(section.id) ?? [];
      list.push({
        post,
        section,
        ancestors: section.parent === undefined ? NONE : ancestorsOf(section, byId),
      });
      variants.set(section.id, list);
    }
  }
  const about = new Map<string, { names: string[]; mentioned: string[]; told: string[] }>();
  for (const use of uses) {
    const entry = about.get(use.section) ?? { names: [], mentioned: [], told: [] };
    (use.heading ? entry.names : entry.mentioned).push(...use.names);
    entry.told.push(...use.told);
    about.set(use.section, entry);
  }
  return [...variants].map(([section, list], order) => ({
    session: session.id,
    section,
    variants: list,
    topicNames: about.get(section)?.names ?? NONE,
    mentioned: about.get(section)?.mentioned ?? NONE,
    told: about.get(section)?.told ?? NONE,
    order,
  }));
}

function ancestorsOf<S extends SectionText>(section: S, byId: ReadonlyMap<string, S>): readonly S[] {
  const ancestors: S[] = [];
  for (let id = section.parent; id !== undefined && ancestors.length < 8; ) {
    const parent = byId.get(id);
    if (parent !== undefined) ancestors.unshift(parent);
    id = parent?.parent;
  }
  return ancestors;
}
