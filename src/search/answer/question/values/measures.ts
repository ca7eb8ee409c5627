import { readAskedAndTold } from '../../../words/lists/patterns.ts';
import { type Telling, tellingOf } from './telling.ts';
import { NUMERAL } from './units.ts';

const measures = readAskedAndTold('words/measures.txt', { NUMERAL }, 'u');

/** The source of a pattern of amounts in the measure that is asked for, in lower case; undefined where none is asked for. */
export const measureIn = (plain: string): string | undefined => measures(plain)[0]?.source;

const TAKEN_ASKED =
  /걸[리려렸림린]|소요|는\s?데\s?(?:몇|며칠|얼마)|\bhow long (?:did|does|do|would|will|has|have) [^?]*\btake[ns]?\b|\btook\b|かか/u;
/** What says that a time was taken, and is no age, date or rate. */
const TAKEN = '(?:걸[리려렸림린]|만에|소요|\\b(?:took|takes?|taken|taking|spent)\\b|かか|で(?:終わ|完了))';

/** What a time is told with where it is asked how long something took: the verb near it. */
export function takenIn(plain: string, amount: string): Telling | undefined {
  if (!TAKEN_ASKED.test(plain)) return undefined;
  return tellingOf(`(?:${amount}).{0,12}?${TAKEN}|${TAKEN}.{0,20}?(?:${amount})`);
}
