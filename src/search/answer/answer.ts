import {
  type AskedIn,
  EVENT_FACTS,
  type Fact,
  type SearchOptions,
  type SearchResult,
  type Verdict,
} from '../model.ts';
import { mayTell } from './facts/event/eventDetails.ts';
import { factOf } from './facts/facts.ts';
import { namesPerson } from './facts/speakerPatterns.ts';
import { libraryHasFact } from './facts/toldFacts.ts';
import type { AnswerSources } from './judge.ts';
import { answerAsMeant } from './names/asMeant.ts';
import { isErrand } from './question/chatter/errand.ts';
import { isChat } from './question/chatter/smallTalk.ts';
import { type Asking, readAsking } from './question/readQuestion.ts';
import { quoted } from './quoted.ts';

const LONGEST_QUERY = 6_000;
/** How sure an answer from facts is. */
const KNOWN = 0.97;
/** How sure at most of a text that names nobody where it is asked who spoke. */
const UNTOLD = 0.4;
/** Facts that a post may tell in other words than those that are looked for. */
const MAY_BE_SAID: ReadonlySet<Fact['about']> = new Set<Fact['about']>([...EVENT_FACTS, 'where', 'several']);

/** Facts that tell no number. */
const OTHERWISE_COUNTED: ReadonlySet<Fact['about']> = new Set<Fact['about']>(['when', 'who', 'several']);

/** `CNNvsRNN` sets two beside each other. */
const VERSUS = /(?<=[\p{L}\d])\s?vs\.?\s?(?=[\p{Lu}가-힣])/gu;

/**
 * Answers a question: reads what it asks for, and chooses what to show for it. Never throws.
 * @param spoken the language of who asks, where the text was put into another one.
 */
export function answer(
  answering: AnswerSources,
  typed: string,
  given: SearchOptions = {},
  spoken?: AskedIn,
): SearchResult {
  const text = typed.slice(0, LONGEST_QUERY).toWellFormed().normalize('NFC').replace(VERSUS, ' vs ');
  if (isChat(text) || isErrand(text)) return { verdict: 'none', confidence: 0, passages: [] };
  const asking = readAsking(text);
  const clear = spoken ?? asking.language;
  const language = clear ?? given.language;
  const options = language === undefined ? given : { ...given, language };
  const told = clear === undefined ? {} : { language: clear };
  const fact = factOf(answering, text, asking, language);
  if (fact === undefined) {
    const ask = (text: string, asking: Asking): SearchResult => quoted(answering, text, asking, options);
    return { ...answerAsMeant(answering, text, asking, spoken, ask), ...told };
  }
  const isKnown = libraryHasFact(answering.index.library, fact);
  if (!isKnown && MAY_BE_SAID.has(fact.about)) {
    const found = quoted(answering, text, asking, options);
    const quote = found.passages[0]?.quote ?? '';
    const asked = fact.about === 'several' ? fact.parts.map(({ about }) => about) : [fact.about];
    const isTold = EVENT_FACTS.filter((about) => asked.includes(about)).every((about) =>
      mayTell(about, quote),
    );
    if (found.verdict === 'answer' && isTold) return { ...found, ...told };
  }
  // `며칠짜리였어`, `연사가 총 몇 분`: days and people are counted where a text does so, whatever the date or the names are.
  if (asking.kinds[0] === 'number' && asking.counted !== undefined && OTHERWISE_COUNTED.has(fact.about)) {
    const found = quoted(answering, text, asking, options);
    if (found.verdict === 'answer' && asking.counted.test(found.passages[0]?.quote ?? ''))
      return { ...found, ...told };
  }
  if (!isKnown && fact.about === 'who' && fact.session !== undefined) {
    const found = quoted(answering, text, asking, options);
    const isTold = found.verdict === 'answer' && namesPerson(found.passages[0]?.quote ?? '');
    // That it is not told may be said of what was asked alone.
    if (isTold) return { ...found, ...told };
    if (fact.isGuess === true) {
      const confidence = Math.min(found.confidence, UNTOLD);
      return { ...found, verdict: found.verdict === 'none' ? 'none' : 'maybe', confidence, ...told };
    }
  }
  return knownAs(fact, isKnown ? 'answer' : 'none', clear);
}

/** Answers a question about the sessions themselves where the answer is known; undefined for all others. Never throws. */
export function answerFact(
  answering: AnswerSources,
  typed: string,
  given: SearchOptions,
): SearchResult | undefined {
  const asking = readAsking(typed);
  const fact = factOf(answering, typed, asking, asking.language ?? given.language);
  if (fact === undefined || !libraryHasFact(answering.index.library, fact)) return undefined;
  return knownAs(fact, 'answer', asking.language);
}

/** A fact as a result. */
export const knownAs = (fact: Fact, verdict: Verdict, language: AskedIn | undefined): SearchResult => ({
  verdict,
  confidence: KNOWN,
  passages: [],
  answer: { kind: 'facts', fact },
  ...(language === undefined ? {} : { language }),
});
