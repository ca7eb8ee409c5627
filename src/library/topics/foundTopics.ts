import type { Multimap } from '../compute/multimap.ts';
import type { Session, Topic } from '../model.ts';
import type { NameFinder } from '../text/names/nameFinder.ts';
import type { Choice } from './choice.ts';
import type { GlossaryTopic } from './model.ts';
import type { SessionPlaces } from './offers.ts';
import type { LatestLinks, TopicLinks } from './related.ts';
import type { BareTopic, NamedTopics } from './topicNames.ts';

/** The topics of a library, and the state from which the next ones are found incrementally. */
export interface FoundTopics extends SessionPlaces {
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
  /** Number of sections that mention each key. */
  readonly counts: ReadonlyMap<string, number>;
  /** The ids of the sessions in which each key was found. */
  readonly holders: Multimap<string, string>;
  readonly named: NamedTopics;
  /** The topics without their sections. */
  readonly bare: readonly BareTopic[];
}
