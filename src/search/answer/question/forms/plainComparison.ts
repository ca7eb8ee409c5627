import type { Topic } from '#library/model.ts';
import { topicNames } from '../../../index/documents.ts';
import type { AskedIn } from '../../../model.ts';
import { demandsOf } from '../demandedFacts.ts';
import { languageOf, readAsking } from '../readQuestion.ts';
import { type NamedTopic, renamed, type TopicTable, topicsIn } from '../topicTable.ts';
import { marksIn } from './markedClauses.ts';
import { OF_PAIRS } from './markedWords.ts';
import { type Mark, NAME } from './marks.ts';
import { lowerCase, scriptOf } from './written.ts';

/** A question that sets two topics beside each other, and for the rest only asks. */
export interface PlainComparison {
  readonly topics: readonly [Topic, Topic];
  readonly language: AskedIn | undefined;
}

/** Longer questions tell of something; UTF-16 units. */
const LONGEST = 160;

/**
 * Reads a question that names two topics and asks how they differ or relate, or which of them is meant for what, in
 * whatever words; undefined for any other.
 */
export function plainComparison(topics: TopicTable, typed: string): PlainComparison | undefined {
  const text = typed.trim();
  if (text.length > LONGEST) return undefined;
  const named = topicsIn(topics, text).map((one) => withoutJoint(text, one));
  const [one, other, third] = new Set(named.map(({ topic }) => topic));
  if (one === undefined || other === undefined || third !== undefined || demandsOf(text).length > 0)
    return undefined;
  // `Kubeflow에 GPU 몇 개 필요해`: how many of one the other takes.
  const { kinds } = readAsking(text);
  if (kinds.includes('number') && !kinds.includes('difference')) return undefined;
  const apart = renamed(text, named, NAME);
  if (GOES_ON.test(apart) || ONE_OF_MORE.test(apart)) return undefined;
  const masked = lowerCase(apart);
  const marks = new Set(marksIn(masked, scriptOf(masked), OF_PAIRS));
  if (!compares(marks) && !(relates(marks) && [one, other].every((topic) => isWhole(text, topic))))
    return undefined;
  return { topics: [one, other], language: languageOf(masked) ?? languageOf(text) };
}

/** A name that goes on is that of another thing: `Cloud Functions`. */
const GOES_ON = new RegExp(`${NAME} \\p{Lu}\\p{Ll}`, 'u');

/** Something else that is listed between the two: `solutions, building blocks, platform`. */
const ONE_OF_MORE = new RegExp(`${NAME}\\s*[,、]\\s*[^${NAME},、]+[,、]\\s*(?:and\\s|및\\s)?${NAME}`, 'u');

/** A particle by which one of two is set beside the other: it is no part of the name that is masked. */
const JOINT = /(?<=.)(?:이?랑|하고|와|과|보다)$/u;

const withoutJoint = (text: string, { topic, start, end }: NamedTopic): NamedTopic => ({
  topic,
  start,
  end: end - (JOINT.exec(text.slice(start, end))?.[0].length ?? 0),
});

const compares = (marks: ReadonlySet<Mark>): boolean =>
  marks.has('compares') || (marks.has('joins') && marks.has('when') && !marks.has('usage'));

const relates = (marks: ReadonlySet<Mark>): boolean =>
  marks.has('relates') && !marks.has('usage') && !marks.has('deed');

const withoutSpaces = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, '');

/** True where a topic is named in full: in a word as `network` any thing may be meant. */
function isWhole(text: string, topic: Topic): boolean {
  const joined = withoutSpaces(text);
  return topicNames(topic).some((name) => joined.includes(withoutSpaces(name)));
}
