import type { NamedTopic } from './topicTable.ts';

/** True where somebody wants to learn a thing, which is more than a text tells that mentions it: `파이썬 배우고 싶어`. */
export const wantsToLearn = (text: string): boolean => WISH.test(text);
const WISH =
  /(?:배우|공부하|익히|마스터하)고\s?(?:싶|파)|(?:배울|공부할)래|\b(?:want|wanna|like|love|gonna)(?: to)? (?:learn|study|master)\b/iu;

/** True for a topic that a section is about. */
export const isToldOf = ({ topic }: NamedTopic): boolean => topic.about.length > 0;
