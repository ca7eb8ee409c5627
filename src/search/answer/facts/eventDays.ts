import type { Library } from '#library/model.ts';

const ORDINALS = '첫째 둘째 셋째 넷째 다섯째'.split(' ');
const COUNTED = 'one two three four five'.split(' ');
const ENGLISH = 'first second third fourth fifth'.split(' ');
/** `둘째 날`, `2일차`, `Day 2`, `second day`, `2日目`. */
const DAY = new RegExp(
  `(${ORDINALS.join('|')}|첫|이튿)\\s?날|(\\d)\\s?일\\s?차|\\bday\\s?[-#]?(\\d|${COUNTED.join('|')})\\b|\\b(${ENGLISH.join('|')}) day\\b|(\\d)\\s?日目`,
  'iu',
);
/** Words of such a day, as they stand alone. */
const WORD = new RegExp(
  `^(?:(?:${ORDINALS.join('|')})(?:날\\S{0,3})?|(?:첫|이튿)날\\S{0,3}|${COUNTED.join('|')}|날\\S{0,3}|\\d일차\\S{0,3}|차\\S{0,2}|day|days)$`,
  'iu',
);

export const isDay = (word: string): boolean => WORD.test(word);

/** The number of the day of an event that a text names, from 1. */
function dayIn(text: string): number | undefined {
  const found = DAY.exec(text);
  if (found === null) return undefined;
  const [, korean = '', digit = '', latin = '', english = '', japanese = ''] = found;
  const number = Number(digit || latin || japanese);
  if (number > 0) return number;
  if (korean !== '') return korean === '이튿' ? 2 : Math.max(0, ORDINALS.indexOf(korean)) + 1;
  return (latin === '' ? ENGLISH.indexOf(english.toLowerCase()) : COUNTED.indexOf(latin.toLowerCase())) + 1;
}

/** The sessions whose title says that they are of the day that a question names. */
export function sessionsOfDay({ sessions }: Library, text: string): readonly string[] {
  const day = dayIn(text);
  if (day === undefined) return [];
  return sessions.filter(({ posts }) => posts.some(({ title }) => dayIn(title) === day)).map(({ id }) => id);
}
