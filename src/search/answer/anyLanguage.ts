import type { Library } from '#library/model.ts';
import type { AskedIn, SearchOptions, SearchResult } from '../model.ts';
import { koreanGloss } from '../words/japanese/gloss.ts';
import { answer, answerFact } from './answer.ts';
import { asTyped } from './facts/reading/asTyped.ts';
import { readWords } from './facts/reading/factWords.ts';
import type { AnswerSources } from './judge.ts';
import { isChat } from './question/chatter/smallTalk.ts';
import { languageOf } from './question/readQuestion.ts';

/** Answers a question in any language. What it tells of is called as it is typed. Never throws. */
export function answerInAnyLanguage(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions,
  spoken?: AskedIn,
): SearchResult {
  const found = answerReading(answering, typed, options, spoken);
  const { answer: told } = found;
  return told?.kind === 'facts' ? { ...found, answer: { ...told, fact: asTyped(typed, told.fact) } } : found;
}

/**
 * One in Japanese is asked word by word in Korean, which the lists of words know: at
 * once where no post is in Japanese, else where it was no answer as it stands.
 * @param spoken the language of who asks, where more than the question tells it.
 */
function answerReading(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions,
  spoken: AskedIn | undefined,
): SearchResult {
  const gloss = isChat(typed) ? undefined : koreanGloss(typed);
  if (gloss === undefined) return answer(answering, typed, options, spoken);
  const asIs = holdsJapanese(answering.index.library)
    ? answer(answering, typed, options, spoken)
    : asksNothingElse(typed)
      ? answerFact(answering, typed, options)
      : undefined;
  if (asIs?.verdict === 'answer') return asIs;
  const read = answer(answering, gloss, options, spoken ?? languageOf(typed) ?? 'ja');
  return asIs === undefined || read.confidence > asIs.confidence ? read : asIs;
}

/** True for a question that names nothing beside the sessions. */
const asksNothingElse = (text: string): boolean => readWords(text).rest.length === 0;

const holdsJapanese = ({ sessions }: Library): boolean =>
  sessions.some(({ posts }) => posts.some(({ language }) => language === 'ja'));
