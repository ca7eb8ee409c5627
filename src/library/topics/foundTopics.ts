import type { Session, Topic } from '../model.ts';
import type { NameFinder } from '../text/names/nameFinder.ts';
import type { SessionMentions } from './mentions.ts';
import type { GlossaryTopic } from './model.ts';
import type { LatestLinks, SessionTopics, TopicLinks } from './related.ts';
import type { Choice } from './topicNames.ts';

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
