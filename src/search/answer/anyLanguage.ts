import type { Library } from '#library/model.ts';
import type { AskedIn, SearchOptions, SearchResult } from '../model.ts';
import { koreanGloss } from '../words/japanese/gloss.ts';
import { answer, answerFact } from './answer.ts';
import { readWords } from './facts/reading/factWords.ts';
import type { AnswerSources } from './judge.ts';
import { isChat } from './question/chatter/smallTalk.ts';
import { languageOf } from './question/readQuestion.ts';

/**
 * Answers a question in any language. One in Japanese is asked word by word in Korean, which the lists of words know: at
 * once where no post is in Japanese, else where it was no answer as it stands. Never throws.
 * @param spoken the language of who asks, where more than the question tells it.
 */
export function answerInAnyLanguage(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions,
  spoken?: AskedIn,
): SearchResult {
  const gloss = isChat(typed) ? undefined : koreanGloss(typed);
  if (gloss === undefined) return answer(answering, typed, options, spoken);
  const asTyped = holdsJapanese(answering.index.library)
    ? answer(answering, typed, options, spoken)
    : asksNothingElse(typed)
      ? answerFact(answering, typed, options)
      : undefined;
  if (asTyped?.verdict === 'answer') return asTyped;
  const read = answer(answering, gloss, options, spoken ?? languageOf(typed) ?? 'ja');
  return asTyped === undefined || read.confidence > asTyped.confidence ? read : asTyped;
}

/** True for a question that names nothing beside the sessions. */
const asksNothingElse = (text: string): boolean => readWords(text).rest.length === 0;

const holdsJapanese = ({ sessions }: Library): boolean =>
  sessions.some(({ posts }) => posts.some(({ language }) => language === 'ja'));
