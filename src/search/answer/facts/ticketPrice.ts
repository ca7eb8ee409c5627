import { postIn } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import type { Passage } from '../../model.ts';
import { piecesOf } from '../sentences/sectionPieces.ts';
import { withoutEvent } from './eventWords.ts';
import { readWords } from './factWords.ts';
import { quotedPassage } from './quotedPassage.ts';

const TICKET =
  /티켓|입장권|참가권|참가비|참가\s?비용|입장료|등록비|(?<![가-힣])표\s?(?:값|가격)|\b(?:tickets?|admission|(?:entrance|entry|registration|conference) fees?)\b|チケット|参加費|入場料/iu;
const PRICE =
  /얼마\S*|(?<![가-힣])(?:값|가격)\S{0,3}|비용\S*|무료\S*|공짜\S*|\b(?:how much|prices?|costs?|paid?|pay|free|fees?)\b|いくら\S*|値段|無料/giu;
const ASKS =
  /얼마|[값격비료]|무료|공짜|\b(?:how much|prices?|costs?|pay|paid|free|fees?)\b|いくら|[値費料]/iu;
/** An amount of money, or that none is taken. */
const MONEY =
  /\d\s?(?:[십백천만]\s?\d*\s?)*(?:원|달러|유로|円|엔(?![가-힣]))|[$€£¥₩]\s?\d|\d\s?(?:usd|eur|krw|dollars|euros)\b|무료|공짜|\bfree\b|無料/iu;
/** Posts that are read. */
const POSTS = 60;

/** The sentence that tells what an event took for its tickets; undefined for all other questions, and where none does. */
export function ticketPriceIn(
  library: Library,
  question: string,
  language: Language | undefined,
): Passage | undefined {
  if (question.length > 60 || !TICKET.test(question) || !ASKS.test(question)) return undefined;
  const left = question
    .replace(new RegExp(`(?:${TICKET.source})(?:값|가격)?[가-힣]?`, 'giu'), ' ')
    .replace(PRICE, ' ');
  // What else is named may have a ticket of its own.
  if (withoutEvent(library, readWords(left).rest).length > 0) return undefined;
  for (const session of library.sessions.slice(0, POSTS)) {
    const post = postIn(session, language ?? '');
    for (const section of post.sections)
      for (const { start, end } of piecesOf(section).sentences) {
        const quote = section.text.slice(start, end);
        if (TICKET.test(quote) && MONEY.test(quote)) return quotedPassage(session.id, post, section, quote);
      }
  }
  return undefined;
}
