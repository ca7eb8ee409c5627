import { patched, scriptOf, spliced } from '../compute/hunks.ts';
import type { Pause } from '../compute/slicedWork.ts';
import { lowerBound } from '../compute/sorted.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Topic } from '../model.ts';
import { translationsOf } from '../text/localized.ts';
import { nameKey } from '../text/names/nameFinder.ts';
import { slugOf, uniqueSlug } from '../text/slug.ts';
import type { Choice } from './choice.ts';
import type { GlossaryTopic } from './model.ts';
import { byAppearance, type Candidate, keysAt, type SessionPlaces } from './offers.ts';

/** A topic without its occurrences. */
export type BareTopic = Omit<Topic, 'about' | 'mentions' | 'related'>;

/** A topic without them; not by a spread, since the related ones would be computed. */
export const bareOf = ({ id, name, aliases, summary, url, now, source }: Topic): BareTopic => ({
  id,
  name,
  aliases,
  summary,
  url,
  now,
  source,
});

/** A topic that headings name. */
export interface HeadingTopic {
  readonly topic: BareTopic;
  /** The names that are one topic, by first appearance. */
  readonly group: readonly [Candidate, ...Candidate[]];
  /** What the id is made of. */
  readonly slug: string;
  /** The keys of the names and of the aliases, but for empty ones. */
  readonly keys: readonly string[];
  readonly aliases: readonly string[];
}

/** The topics that headings name, and what they share with each other. */
export interface NamedTopics {
  /** By first appearance. */
  readonly headings: readonly HeadingTopic[];
  /** By the key of each name. */
  readonly headingOf: ReadonlyMap<string, HeadingTopic>;
  /** How many of them, or of the glossary, have each slug, and each alias. */
  readonly slugs: ReadonlyMap<string, number>;
  readonly aliased: ReadonlyMap<string, number>;
  /** The id of the topic that each key names. */
  readonly owners: ReadonlyMap<string, string>;
}

export const NO_NAMES: NamedTopics = {
  headings: [],
  headingOf: new Map(),
  slugs: new Map(),
  aliased: new Map(),
  owners: new Map(),
};

/** Merges candidates that head the same section in different languages: one topic with a name in each. */
async function merge(chosen: readonly Candidate[], pause: Pause): Promise<[Candidate, ...Candidate[]][]> {
  const groups: [Candidate, ...Candidate[]][] = [];
  const byPlace = new Map<string, [Candidate, ...Candidate[]]>();
  for (const candidate of chosen) {
    await pause();
    const place = candidate.whole ? candidate.at.find((at) => byPlace.has(at)) : undefined;
    const group = place === undefined ? undefined : byPlace.get(place);
    if (group?.every((other) => other.language !== candidate.language)) {
      group.push(candidate);
      continue;
    }
    const fresh: [Candidate, ...Candidate[]] = [candidate];
    groups.push(fresh);
    if (candidate.whole) for (const at of candidate.at) if (!byPlace.has(at)) byPlace.set(at, fresh);
  }
  return groups;
}

/** A topic from a glossary entry. */
export function fromGlossary({ id, name, aliases, summary, url, now }: GlossaryTopic): BareTopic {
  return { id, name, aliases, summary, url, now, source: 'glossary' };
}

/** What the id is made of: the English name where there is one. */
const nameOf = (group: HeadingTopic['group']): string =>
  (group.findLast(({ language }) => language === 'en') ?? group[0]).name;

function fromHeadings(group: HeadingTopic['group'], id: string): BareTopic {
  const name = Object.fromEntries(group.map((candidate) => [candidate.language, candidate.name]));
  const names = new Set(Object.values(name));
  const aliases = [...new Set(group.flatMap((candidate) => candidate.aliases))].filter(
    (alias) => !names.has(alias),
  );
  return { id, name, aliases, summary: {}, url: undefined, now: {}, source: 'heading' };
}

const remembered = new WeakMap<Candidate, HeadingTopic>();

/** The topic of a group, under an id of its own: the same object for the same candidates and the same id. */
function headingTopic(group: HeadingTopic['group'], idFor: (slug: string) => string): HeadingTopic {
  const known = remembered.get(group[0]);
  const same = known?.group.length === group.length && group.every((one, at) => one === known.group[at]);
  const slug = same ? known.slug : slugOf(nameOf(group));
  const id = idFor(slug);
  if (same && known.topic.id === id) return known;
  const made = headingOfGroup(fromHeadings(group, id), group, slug);
  remembered.set(group[0], made);
  return made;
}

function headingOfGroup(topic: BareTopic, group: HeadingTopic['group'], slug: string): HeadingTopic {
  const isKey = (key: string): boolean => key !== '';
  const keys = group.map(({ key }) => key).filter(isKey);
  const aliases = [...new Set(topic.aliases.map(nameKey))].filter(isKey);
  return { topic, group, slug, keys, aliases };
}

/** The topic of the glossary that each key names. */
export function ownersIn(glossary: readonly GlossaryTopic[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const topic of glossary) {
    for (const name of [...translationsOf(topic.name), ...topic.aliases]) {
      const key = nameKey(name);
      if (key !== '' && !owners.has(key)) owners.set(key, topic.id);
    }
  }
  return owners;
}

function count(counts: VersionedMap<string, number>, keys: Iterable<string>, one: number): void {
  for (const key of keys) {
    const all = (counts.get(key) ?? 0) + one;
    if (all > 0) counts.set(key, all);
    else counts.delete(key);
  }
}

/** Names the chosen topics: by first appearance, after those of the glossary. */
export async function nameTopics(
  glossary: readonly GlossaryTopic[],
  { chosen, places }: Choice,
  pause: Pause,
): Promise<NamedTopics> {
  const taken = new Set(glossary.map(({ id }) => id));
  const headings: HeadingTopic[] = [];
  for (const group of await merge([...chosen.values()].sort(byAppearance(places)), pause)) {
    headings.push(headingTopic(group, (slug) => uniqueSlug(slug, taken)));
    await pause();
  }
  return namedTopics(glossary, headings);
}

/** What topics of headings, by first appearance, share with each other and with those of the glossary. */
function namedTopics(glossary: readonly GlossaryTopic[], headings: readonly HeadingTopic[]): NamedTopics {
  const owners = ownersIn(glossary);
  const [slugs, aliased] = [VersionedMap.after<string, number>(), VersionedMap.after<string, number>()];
  count(slugs, new Set(glossary.map(({ id }) => id)), 1);
  const headingOf = new Map<string, HeadingTopic>();
  for (const heading of headings) {
    count(slugs, [heading.slug], 1);
    count(aliased, heading.aliases, 1);
    for (const { key } of heading.group) headingOf.set(key, heading);
    for (const key of [...heading.keys, ...heading.aliases])
      if (!owners.has(key)) owners.set(key, heading.topic.id);
  }
  return {
    headings,
    headingOf: VersionedMap.of(headingOf),
    slugs,
    aliased,
    owners: VersionedMap.of(owners),
  };
}

/** A topic that headings name beside its place in a library, as plain data: its slug, and the keys of its group. */
export type KeptHeading = readonly [slug: string, ...keys: string[]];

export const keepHeading = ({ slug, group }: HeadingTopic): KeptHeading => [
  slug,
  ...group.map(({ key }) => key),
];

/** The names of a library of the last start; `topics` are those that headings name, by first appearance. */
export function restoreNames(
  glossary: readonly GlossaryTopic[],
  topics: readonly BareTopic[],
  kept: readonly KeptHeading[],
  candidates: ReadonlyMap<string, Candidate>,
): NamedTopics {
  const headings = kept.flatMap(([slug, ...own], at) => {
    const topic = topics[at];
    const [first, ...others] = own.flatMap((key) => candidates.get(key) ?? []);
    if (topic === undefined || first === undefined) return [];
    const heading = headingOfGroup(topic, [first, ...others], slug);
    remembered.set(first, heading);
    return [heading];
  });
  return namedTopics(glossary, headings);
}

/** From so many names that are looked at together on, all are. */
const MANY_NAMES = 500;

/** The chosen candidates that may be one topic with those of some keys, now or before; undefined where they are many. */
function connected(
  keys: ReadonlySet<string>,
  { headingOf }: NamedTopics,
  before: Choice,
  { chosen, places }: Choice,
): readonly Candidate[] | undefined {
  const all = new Set(keys);
  for (const key of all) {
    if (all.size > MANY_NAMES) return undefined;
    for (const one of headingOf.get(key)?.group ?? []) all.add(one.key);
    for (const candidate of [before.chosen.get(key), chosen.get(key)]) {
      if (candidate?.whole !== true) continue;
      for (const at of candidate.at)
        for (const other of keysAt(places, at)) if (chosen.get(other)?.whole === true) all.add(other);
    }
  }
  return [...all].flatMap((key) => chosen.get(key) ?? []).sort(byAppearance(places));
}

/** The names after others were chosen, and the keys that may name other topics than before. */
interface NextNames {
  readonly named: NamedTopics;
  readonly renamed: ReadonlySet<string>;
}

/** A slug that an id may have got that was counted; longer slugs are cut for it. */
const COUNTED = /^(.*)-\d+$/u;
const UNCUT = 20;

/** Whether no other topic claims a name of one, nor its id. */
function isAlone(
  { slug, keys, aliases }: HeadingTopic,
  { slugs, aliased, headingOf }: NamedTopics,
  known: ReadonlyMap<string, string>,
): boolean {
  const base = COUNTED.exec(slug)?.[1] ?? '';
  return (
    slugs.get(slug) === 1 &&
    base.length <= UNCUT &&
    (slugs.get(base) ?? 0) <= 1 &&
    keys.every((key) => (aliased.get(key) ?? 0) === (aliases.includes(key) ? 1 : 0)) &&
    aliases.every(
      (key) => known.has(key) || (aliased.get(key) === 1 && (keys.includes(key) || !headingOf.has(key))),
    )
  );
}

/**
 * Names the topics after other candidates were chosen, at a cost that grows with these; undefined where the names of
 * others may depend on them. `known` are the keys of the glossary.
 */
export async function namesAfter(
  last: NamedTopics,
  rechosen: ReadonlySet<string>,
  before: Choice,
  now: Choice,
  known: ReadonlyMap<string, string>,
  pause: Pause,
): Promise<NextNames | undefined> {
  if (rechosen.size === 0) return { named: last, renamed: rechosen };
  const candidates = connected(rechosen, last, before, now);
  if (candidates === undefined) return undefined;
  const groups = await merge(candidates, pause);
  const made = new Set(groups.map((group) => headingTopic(group, (slug) => slug)));
  const were = [...rechosen, ...candidates.map(({ key }) => key)];
  const gone = new Set(were.flatMap((key) => last.headingOf.get(key) ?? [])).difference(made);
  const fresh = [...made].filter((topic) => last.headingOf.get(topic.group[0].key) !== topic);
  if (![...gone].every((topic) => isAlone(topic, last, known))) return undefined;
  const [slugs, aliased] = [VersionedMap.after(last.slugs), VersionedMap.after(last.aliased)];
  const [headingOf, owners] = [VersionedMap.after(last.headingOf), VersionedMap.after(last.owners)];
  const keysOf = ({ keys, aliases }: HeadingTopic) => [...keys, ...aliases].filter((key) => !known.has(key));
  for (const topic of gone) {
    count(slugs, [topic.slug], -1);
    count(aliased, topic.aliases, -1);
    for (const { key } of topic.group) headingOf.delete(key);
    for (const key of keysOf(topic)) owners.delete(key);
  }
  for (const topic of fresh) {
    count(slugs, [topic.slug], 1);
    count(aliased, topic.aliases, 1);
    for (const { key } of topic.group) headingOf.set(key, topic);
    for (const key of keysOf(topic)) owners.set(key, topic.topic.id);
  }
  const touched = new Set([...gone, ...fresh].flatMap(keysOf));
  const renamed = new Set([...touched].filter((key) => owners.get(key) !== last.owners.get(key)));
  const headings = headingsAfter(last.headings, gone, fresh, now.places);
  const named = { headings, headingOf, slugs, aliased, owners };
  return fresh.every((topic) => isAlone(topic, named, known)) ? { named, renamed } : undefined;
}

/** Topics by first appearance after some went and others came. */
function headingsAfter(
  last: readonly HeadingTopic[],
  gone: ReadonlySet<HeadingTopic>,
  fresh: readonly HeadingTopic[],
  places: SessionPlaces,
): readonly HeadingTopic[] {
  const compare = byAppearance(places);
  const out = [...gone].map((topic) => last.indexOf(topic)).sort((one, other) => one - other);
  const going = out.map((before) => ({ before, gone: 1, fresh: 0 }));
  const left = spliced(last, going, []);
  const come = fresh.toSorted((one, other) => compare(one.group[0], other.group[0]));
  const spots = come.map(({ group }) => lowerBound(left, (topic) => compare(topic.group[0], group[0]) < 0));
  return patched(last, scriptOf(going, spots), come);
}
