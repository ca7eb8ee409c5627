import { tokensOf } from '../../../letters/tokens.ts';
import { lexemeOf } from '../../../words/lexeme.ts';
import { verbsOf } from '../../../words/verbs.ts';
import type { Role } from './factRoles.ts';
import { readWords } from './factWords.ts';

/** A clause that leads up to a question: `출장 보고 쓰는데`, `I'm writing a trip report,`. */
const LEADS_UP =
  /^.*(?:[가-힣](?:[는은인한던]데|려고|느라|[라아어셔려]서|니까|길래|지만|거든)요?[,.]?\s+|[.!;:,]\s+)(?=\S)/u;
/** Nouns of which it is clear that the event or its talks are meant. */
/** What asks for something itself. */
const ASKS =
  /뭐|뭔|뭘|무엇|무슨|어떤|어디|언제|누[가구]|왜|어떻|얼마|몇|\b(?:what|which|how|who|whose|when|where|why)\b/iu;
const OF_EVENT: readonly Role[] = ['alone', 'talk', 'event', 'speaker'];

/** What is asked of the event or its talks and of nothing else, behind a clause of everyday words; undefined for other texts. */
export function askedBehind(text: string): string | undefined {
  const before = LEADS_UP.exec(text)?.[0];
  if (before === undefined || ASKS.test(before)) return undefined;
  const asked = text.slice(before.length);
  // `the talk on queues, which conference was it at`: the clause says of which one.
  if (readWords(before).roles.has('talk')) return undefined;
  const { roles, rest } = readWords(asked);
  if (rest.length > 0 || roles.has('recommend') || !OF_EVENT.some((role) => roles.has(role)))
    return undefined;
  return tokensOf(before).every((token) => {
    const { wordClass, common } = lexemeOf(token);
    const isEverybodys = wordClass !== 'name' && (common || wordClass !== 'content');
    return token.text.length < 2 || isEverybodys || verbsOf(token.text).length > 0;
  })
    ? asked
    : undefined;
}
