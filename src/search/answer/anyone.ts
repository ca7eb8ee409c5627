import type { Fact, SearchOptions, SearchResult } from '../model.ts';
import { answerInAnyLanguage } from './anyLanguage.ts';
import { isForBeginners } from './facts/reading/audience.ts';
import type { AnswerSources } from './judge.ts';
import { askedClause } from './question/chatter/askedClause.ts';
import { isChat } from './question/chatter/smallTalk.ts';
import { withoutChatter } from './question/chatter/withoutChatter.ts';
import { languageOf } from './question/readQuestion.ts';
import { topicsIn } from './question/topicTable.ts';

/** Answers a question, whatever people say around it. Never throws. */
export function answerAnyone(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions = {},
): SearchResult {
  const whole = typed.normalize('NFC');
  if (isChat(whole)) return answerInAnyLanguage(answering, whole, options);
  const asked = withoutChatter(whole);
  // What is said around a name tells the language.
  const spoken = asked === whole ? undefined : languageOf(whole);
  const found = answerInAnyLanguage(answering, asked, options, spoken);
  if (asked !== whole && isForBeginners(whole) && asksWhichTalk(found))
    return answerInAnyLanguage(answering, whole, options);
  const clause = askedClause(asked, (text) => topicsIn(answering.topics, text).length > 0);
  if (clause === undefined || (found.verdict === 'answer' && !clause.isFramed)) return found;
  const alone = answerInAnyLanguage(answering, clause.text, options, languageOf(whole));
  return clause.isFramed || (alone.verdict === 'answer' && alone.confidence >= SURE) ? alone : found;
}

/** How sure of what is asked alone, where nothing tells that the words around it ask for nothing. */
const SURE = 0.65;

/** True where talks are asked for, which are to suit who asks, and where nothing is named. */
const asksWhichTalk = ({ verdict, answer }: SearchResult): boolean =>
  verdict !== 'answer' || (answer?.kind === 'facts' && SUITED.has(answer.fact.about));
const SUITED: ReadonlySet<Fact['about']> = new Set<Fact['about']>(['list', 'recommend']);
