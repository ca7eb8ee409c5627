import type { SearchOptions, SearchResult } from '../model.ts';
import { answerAnyone } from './anyone.ts';
import type { Role } from './facts/reading/factRoles.ts';
import { readWords } from './facts/reading/factWords.ts';
import type { AnswerSources } from './judge.ts';
import { hasAddress } from './sentences/address.ts';

const ASKS_ADDRESS =
  /\b(?:urls?|links?|web\s?site|homepage|address|where(?:'s| is| can| do)?)\b|주소|링크|홈페이지|사이트|リンク|アドレス|サイト/iu;
const OF_TALKS: readonly Role[] = ['talk', 'event', 'speaker', 'track', 'slides', 'video'];

/**
 * What tells the address of a thing, where one is asked for: `link to TensorFlow Playground`, `where can I find it`.
 * Undefined where talks are named, or no text tells an address.
 */
export function answerWithAddress(
  answering: AnswerSources,
  typed: string,
  options: SearchOptions,
): SearchResult | undefined {
  if (!ASKS_ADDRESS.test(typed)) return undefined;
  const { roles } = readWords(typed);
  if (OF_TALKS.some((role) => roles.has(role))) return undefined;
  const found = answerAnyone(answering, typed, options);
  const isQuote = found.verdict === 'answer' && found.answer?.kind === 'quote';
  return isQuote && hasAddress(found.passages[0]?.quote ?? '') ? found : undefined;
}
