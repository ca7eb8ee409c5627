import { type KeptGroup, keepGroups, restoreGroups } from '../compute/keptGroups.ts';
import { placesOf } from '../compute/places.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Library, Section } from '../model.ts';
import { finderOf } from '../text/names/nameFinder.ts';
import { type Choice, frequentIn } from './choice.ts';
import type { FoundTopics } from './foundTopics.ts';
import { searchedLater } from './mentions.ts';
import type { GlossaryTopic } from './model.ts';
import type { Candidate } from './offers.ts';
import { latestLinksOf } from './related.ts';
import { bareOf, type KeptHeading, keepHeading, restoreNames } from './topicNames.ts';

/** What the topics of a library were found by, as plain data: what sections mention follows from their texts. */
export interface KeptTopics {
  /** The names that were searched for. */
  readonly keys: readonly string[];
  /** Of each name, how many sections mention it, and how many of them under a heading that is it. */
  readonly counts: readonly number[];
  readonly spokenOf: readonly number[];
  /** The keys of those that name topics. */
  readonly chosen: readonly string[];
  readonly headings: readonly KeptHeading[];
}

/** The longest of it, as it is kept and as it is read back. */
export interface KeptTopicLists {
  /** In which sessions each name was found. */
  readonly holders: Iterable<KeptGroup>;
  readonly candidates: Iterable<Candidate>;
}

/** What of found topics has to be kept beside their library and the long lists. */
export function keepTopics({ finder, learnt, counts, choice, named }: FoundTopics): KeptTopics {
  const keys = finder.keys.slice(0, learnt);
  return {
    keys,
    counts: keys.map((key) => counts.get(key) ?? 0),
    spokenOf: keys.map((key) => choice.spokenOf.get(key) ?? 0),
    chosen: [...choice.chosen.keys()],
    headings: named.headings.map(keepHeading),
  };
}

/** The long lists of it. They are read from the found topics while they are asked for. */
export const keepTopicLists = ({ choice, holders, seen }: FoundTopics): KeptTopicLists => ({
  holders: keepGroups(
    holders,
    seen.map(({ session }) => session.id),
  ),
  candidates: choice.candidates.values(),
});

const counted = (keys: readonly string[], numbers: readonly number[]): ReadonlyMap<string, number> =>
  VersionedMap.of(new Map(keys.map((key, at) => [key, numbers[at] ?? 0])));

/** The topics of a kept library with what they were found by: the sections of a session are searched when it changes. */
export function restoreTopics(
  kept: KeptTopics & KeptTopicLists,
  { sessions, topics }: Library,
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
): FoundTopics {
  const { keys } = kept;
  const finder = finderOf(keys);
  const seen = searchedLater(sessions, bracketed, finder);
  const places = {
    seen,
    byId: VersionedMap.of(new Map(seen.map((one) => [one.session.id, one]))),
    order: placesOf(seen, ({ session }) => session.id),
  };
  const counts = counted(keys, kept.counts);
  const candidates = new Map([...kept.candidates].map((candidate) => [candidate.key, candidate]));
  const choice: Choice = {
    places,
    counts,
    spokenOf: counted(keys, kept.spokenOf),
    candidates: VersionedMap.of(candidates),
    chosen: VersionedMap.of(
      new Map(
        kept.chosen.flatMap((key) => {
          const candidate = candidates.get(key);
          return candidate === undefined ? [] : [[key, candidate]];
        }),
      ),
    ),
    frequent: frequentIn(candidates),
  };
  const bare = topics.map(bareOf);
  const links = { topics: new Map(), places: new Map(), sessions: new Map() };
  const latest = latestLinksOf(topics) ?? { links };
  return {
    topics,
    sessions,
    glossary,
    links: latest.links,
    latest,
    choice,
    finder,
    learnt: keys.length,
    counts,
    ...places,
    holders: restoreGroups(
      kept.holders,
      sessions.map(({ id }) => id),
    ),
    named: restoreNames(glossary, bare.slice(glossary.length), kept.headings, candidates),
    bare,
  };
}
