import type { Nodes } from 'mdast';
import { isForeignName, isStructural, nameInHeading, productNames } from './candidates.ts';
import type { GlossaryTopic } from './glossary.ts';
import { namesIn } from './localized.ts';
import type { Language, Section, SectionRef, Session, Topic } from './model.ts';
import { type Hit, longestHits, type NameFinder, nameFinder, nameKey } from './names.ts';
import { phrasingText } from './plain.ts';
import { relate } from './related.ts';
import { digest, fold, slugOf, unique } from './slug.ts';

type Pause = () => Promise<void> | undefined;

/** One section in one language. */
interface Place {
  readonly ref: SectionRef;
  readonly at: string;
  readonly language: Language;
  readonly section: Section;
}

/** A name that headings suggest, before anybody knows whether it is used elsewhere. */
interface Candidate {
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  /** True where the heading's form alone says that it is a name. */
  readonly certain: boolean;
  /** True where the name is the whole heading. */
  readonly whole: boolean;
  /** Sections with this heading, as `session/section`. */
  readonly at: Set<string>;
  readonly sessions: Set<string>;
  readonly aliases: Set<string>;
}

interface Hits {
  readonly fingerprint: string;
  readonly name: readonly Hit[];
  readonly text: readonly Hit[];
}

const remembered = new WeakMap<Section, Hits>();

function hitsOf(section: Section, finder: NameFinder, fingerprint: string): Hits {
  const known = remembered.get(section);
  if (known?.fingerprint === fingerprint) return known;
  const hits = { fingerprint, name: finder.find(section.name), text: finder.find(section.text) };
  remembered.set(section, hits);
  return hits;
}

async function placesOf(sessions: readonly Session[], pause: Pause): Promise<Place[]> {
  const places: Place[] = [];
  for (const session of sessions) {
    for (const post of session.posts) {
      for (const section of post.sections) {
        const ref = { session: session.id, section: section.id };
        places.push({ ref, at: `${ref.session}/${ref.section}`, language: post.language, section });
      }
    }
    await pause();
  }
  return places;
}

async function suggest(
  places: readonly Place[],
  bracketed: WeakSet<Section>,
  known: ReadonlySet<string>,
  pause: Pause,
): Promise<Map<string, Candidate>> {
  const candidates = new Map<string, Candidate>();
  const add = (place: Place, name: string, certain: boolean, whole: boolean) => {
    const key = nameKey(name);
    if (known.has(key) || isStructural(fold(name))) return;
    const before = candidates.get(key);
    const made: Candidate = {
      key,
      name: before?.name ?? name,
      language: before?.language ?? place.language,
      certain: certain || before?.certain === true,
      whole: whole || before?.whole === true,
      at: before?.at ?? new Set(),
      sessions: before?.sessions ?? new Set(),
      aliases: before?.aliases ?? new Set(),
    };
    made.at.add(place.at);
    made.sessions.add(place.ref.session);
    if (whole) for (const alias of place.section.aliases) made.aliases.add(alias);
    candidates.set(key, made);
  };
  for (const place of places) {
    const { section, language } = place;
    if (section.lead) continue;
    const name = nameInHeading(section.name);
    if (name !== undefined) add(place, name, bracketed.has(section) || isForeignName(name, language), true);
    else for (const product of productNames(section.name)) add(place, product, true, false);
    await pause();
  }
  return candidates;
}

function linkTexts(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [phrasingText(node.children)];
    return 'children' in node ? linkTexts(node.children) : [];
  });
}

/** Drops what only looks like a name: headings of one place that nobody mentions, and those that most sessions have. */
async function choose(
  candidates: ReadonlyMap<string, Candidate>,
  places: readonly Place[],
  find: (section: Section) => Hits,
  sessions: number,
  pause: Pause,
): Promise<Candidate[]> {
  const mentioned = new Set<string>();
  for (const place of places) {
    const elsewhere = find(place.section).text.filter(
      (hit) => candidates.get(hit.key)?.at.has(place.at) === false,
    );
    if (elsewhere.length > 0) {
      // A link called after a heading ("see From data to AI") does not use it as a name.
      const links = new Set(linkTexts(place.section.blocks).map(nameKey));
      for (const { key } of elsewhere) if (!links.has(key)) mentioned.add(key);
    }
    await pause();
  }
  return [...candidates.values()].filter((candidate) => {
    const everywhere = sessions >= 4 && candidate.sessions.size > sessions / 2 && !candidate.certain;
    return !everywhere && (candidate.certain || candidate.sessions.size > 1 || mentioned.has(candidate.key));
  });
}

/** Brings together candidates that head the same section in different languages: one topic, a name in each. */
function merge(chosen: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  const byPlace = new Map<string, Candidate[]>();
  for (const candidate of chosen) {
    const place = candidate.whole ? [...candidate.at].find((at) => byPlace.has(at)) : undefined;
    const group = place === undefined ? undefined : byPlace.get(place);
    if (group?.every((other) => other.language !== candidate.language)) {
      group.push(candidate);
      continue;
    }
    const fresh = [candidate];
    groups.push(fresh);
    if (candidate.whole) for (const at of candidate.at) if (!byPlace.has(at)) byPlace.set(at, fresh);
  }
  return groups;
}

function fromGlossary(topic: GlossaryTopic): Topic {
  const { id, name, aliases, summary, url, now } = topic;
  return { id, name, aliases, summary, url, now, source: 'glossary', about: [], mentions: [], related: [] };
}

function fromHeadings(group: readonly Candidate[], ids: Set<string>): Topic {
  const name = Object.fromEntries(group.map((candidate) => [candidate.language, candidate.name]));
  const id = unique(slugOf(name['en'] ?? group[0]?.name ?? ''), ids);
  const names = new Set(Object.values(name));
  const aliases = [...new Set(group.flatMap((candidate) => [...candidate.aliases]))].filter(
    (alias) => !names.has(alias),
  );
  return {
    id,
    name,
    aliases,
    summary: {},
    url: undefined,
    now: {},
    source: 'heading',
    about: [],
    mentions: [],
    related: [],
  };
}

/**
 * Finds the topics of a library and the sections that are about them (by their heading) or mention them (in their
 * text), over all languages together. Where names overlap the longest counts: a section on BigQuery ML is not for that
 * alone one on BigQuery.
 */
export async function findTopics(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  pause: Pause,
): Promise<Topic[]> {
  const owner = new Map<string, string>();
  const own = (name: string, id: string) => {
    const key = nameKey(name);
    if (key !== '' && !owner.has(key)) owner.set(key, id);
  };
  for (const topic of glossary)
    for (const name of [...namesIn(topic.name), ...topic.aliases]) own(name, topic.id);
  const places = await placesOf(sessions, pause);
  const candidates = await suggest(places, bracketed, new Set(owner.keys()), pause);
  await pause();
  const finder = nameFinder([...owner.keys(), ...candidates.keys()]);
  const fingerprint = digest(finder.fingerprint);
  const find = (section: Section) => hitsOf(section, finder, fingerprint);
  const chosen = await choose(candidates, places, find, sessions.length, pause);
  const ids = new Set(glossary.map((topic) => topic.id));
  const topics = glossary.map(fromGlossary);
  for (const group of merge(chosen)) {
    const topic = fromHeadings(group, ids);
    for (const candidate of group) own(candidate.key, topic.id);
    for (const alias of topic.aliases) own(alias, topic.id);
    topics.push(topic);
  }
  return link(topics, places, (key) => owner.get(key), find, pause);
}

async function link(
  topics: readonly Topic[],
  places: readonly Place[],
  ownerOf: (key: string) => string | undefined,
  find: (section: Section) => Hits,
  pause: Pause,
): Promise<Topic[]> {
  const about = new Map<string, Map<string, SectionRef>>();
  const mentions = new Map<string, Map<string, SectionRef>>();
  const note = (into: Map<string, Map<string, SectionRef>>, id: string, place: Place) => {
    const refs = into.get(id) ?? new Map<string, SectionRef>();
    refs.set(place.at, place.ref);
    into.set(id, refs);
  };
  const counts = (key: string) => ownerOf(key) !== undefined;
  for (const place of places) {
    const hits = find(place.section);
    for (const [list, into] of [
      [hits.name, about],
      [hits.text, mentions],
    ] as const) {
      for (const hit of longestHits(list, counts)) {
        const id = ownerOf(hit.key);
        if (id !== undefined) note(into, id, place);
      }
    }
    await pause();
  }
  const order = new Map<string, number>();
  for (const { at } of places) {
    if (!order.has(at)) order.set(at, order.size);
    await pause();
  }
  const sorted = (
    refs: ReadonlyMap<string, SectionRef> | undefined,
    without?: ReadonlyMap<string, SectionRef>,
  ) =>
    [...(refs ?? [])]
      .filter(([at]) => !without?.has(at))
      .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .map(([, ref]) => ref);
  const linked: Topic[] = [];
  for (const topic of topics) {
    const theirs = about.get(topic.id);
    linked.push({ ...topic, about: sorted(theirs), mentions: sorted(mentions.get(topic.id), theirs) });
    await pause();
  }
  return relate(linked, pause);
}
