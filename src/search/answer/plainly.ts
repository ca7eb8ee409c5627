import type { SearchOptions, SearchResult } from '../model.ts';
import type { AnswerSources } from './answer.ts';
import { answerAnyone } from './anyone.ts';
import { withoutChatter } from './question/chatter/withoutChatter.ts';
import { type AskedOfName, type PlainQuestion, plainQuestion } from './question/plainQuestion.ts';
import { hasText } from './topicAnswer.ts';

/** What is told alike, however it is asked; of the rest, other words may tell more closely what is wanted. */
const TOLD_ALIKE: ReadonlySet<AskedOfName> = new Set<AskedOfName>(['definition', 'fate', 'advantages']);

/**
 * Answers a question. One that names a topic and for the rest only asks is answered as its plainest form is, however it
 * is put; any other, and one whose plain form has no answer, as it stands. Never throws.
 */
export function answerPlainly(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions = {},
): SearchResult {
  const whole = typed.normalize('NFC');
  const asked = withoutChatter(whole);
  const plainly = (text: string) => plainQuestion(answering.topics, text, options.language);
  const plain = plainly(whole) ?? (asked === whole ? undefined : plainly(asked));
  if (plain === undefined || !mayBeTold(plain)) return answerAnyone(answering, typed, options);
  const isAlike = TOLD_ALIKE.has(plain.asks);
  const [first, second] = isAlike ? [plain.text, typed] : [typed, plain.text];
  const found = answerAnyone(answering, first, options);
  if (found.verdict === 'answer' && (isAlike || found.answer?.kind === 'quote')) return found;
  const other = answerAnyone(answering, second, options);
  return isAlike || other.verdict === 'answer' ? other : found;
}

/** What became of a thing is read plainly where the glossary tells it. */
const mayBeTold = ({ asks, topic }: PlainQuestion): boolean => asks !== 'fate' || hasText(topic.now);
