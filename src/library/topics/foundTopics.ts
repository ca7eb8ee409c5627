import type { Session, Topic } from '../model.ts';
import type { NameFinder } from '../text/names/nameFinder.ts';
import type { SessionMentions } from './mentions.ts';
import type { GlossaryTopic } from './model.ts';
import type { LatestLinks, TopicLinks } from './related.ts';
import type { BareTopic, Choice } from './topicNames.ts';

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
  /** In the order of the sessions. */
  readonly seen: readonly SessionMentions[];
  /** The place of each session in their order, by id. */
  readonly order: ReadonlyMap<string, number>;
  /** Number of sections that mention each key. */
  readonly counts: ReadonlyMap<string, number>;
  /** The topics without their sections. */
  readonly bare: readonly BareTopic[];
  /** The topic that each key names. */
  readonly owners: ReadonlyMap<string, string>;
}
