import type { SearchOptions, SearchResult } from '../model.ts';
import { answerInAnyLanguage } from './anyLanguage.ts';
import type { AnswerSources } from './judge.ts';
import { isChat } from './question/chatter/smallTalk.ts';
import { withoutChatter } from './question/chatter/withoutChatter.ts';
import { languageOf } from './question/readQuestion.ts';

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
  return answerInAnyLanguage(answering, asked, options, spoken);
}
