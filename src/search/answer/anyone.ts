import type { Fact, SearchOptions, SearchResult } from '../model.ts';
import type { AnswerSources } from './answer.ts';
import { answerInAnyLanguage } from './anyLanguage.ts';
import { isForBeginners } from './facts/event/askedDetails.ts';
import { withoutChatter } from './question/chatter/withoutChatter.ts';
import { languageOf } from './question/readQuestion.ts';
import { isChat } from './question/smallTalk.ts';

/** Answers a question, whatever people say around it. Never throws. */
export function answerAnyone(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions = {},
): SearchResult {
  const whole = typed.normalize('NFC');
  const asked = isChat(whole) ? whole : withoutChatter(whole);
  // What is said around a name tells the language.
  const found = answerInAnyLanguage(
    answering,
    asked,
    options,
    asked === whole ? undefined : languageOf(whole),
  );
  return asked !== whole && isForBeginners(whole) && asksWhichTalk(found)
    ? answerInAnyLanguage(answering, whole, options)
    : found;
}

/** True where talks are asked for, which are to suit who asks, and where nothing is named. */
const asksWhichTalk = ({ verdict, answer }: SearchResult): boolean =>
  verdict !== 'answer' || (answer?.kind === 'facts' && SUITED.has(answer.fact.about));
const SUITED: ReadonlySet<Fact['about']> = new Set<Fact['about']>(['list', 'recommend']);
