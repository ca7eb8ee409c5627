import type { Library, Session } from '#library/model.ts';

const ORDINALS = '첫째 둘째 셋째 넷째 다섯째'.split(' ');
const COUNTED = 'one two three four five'.split(' ');
const ENGLISH = 'first second third fourth fifth'.split(' ');
/** `둘째 날`, `2일차`, `Day 2`, `second day`, `2日目`. */
const DAY = new RegExp(
  `(${ORDINALS.join('|')}|첫|이튿)\\s?날|(\\d)\\s?일\\s?차|\\bday\\s?[-#]?(\\d|${COUNTED.join('|')})\\b|\\b(${ENGLISH.join('|')}) day\\b|(\\d)\\s?日目`,
  'iu',
);
const TIMES = '첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열'.split(' ');
/** `일곱 번째`, `제7회`. */
const TIME = `(?:(${TIMES.join('|')}|\\d+)\\s?번\\s?째|(\\d+)\\s?회(?!\\s?차))`;
const TIME_TITLED = new RegExp(TIME, 'u');
const TIME_ASKED = new RegExp(`${TIME}\\s?(?:모임|행사|밋업|대회)`, 'u');
/** A part of a day, or a day of the week. */
const WHEN =
  /오전|오후|저녁|[월화수목금토일]요일|\b(?:morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/giu;
/** Words of such a part, as they stand alone. */
const WORD = new RegExp(
  `^(?:(?:${ORDINALS.join('|')})(?:날\\S{0,3})?|(?:첫|이튿)날\\S{0,3}|${COUNTED.join('|')}|날\\S{0,3}|\\d일차\\S{0,3}|차\\S{0,2}|days?|(?:오전|오후|저녁|[월화수목금토일]요일)\\S{0,2}|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$`,
  'iu',
);

/** True for a word that names a part of an event. */
export const isPart = (word: string): boolean => WORD.test(word);

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

/** Which time of an event a text names, from 1. */
function timeIn(text: string, pattern: RegExp): number | undefined {
  const [, word, digits] = pattern.exec(text) ?? [];
  const said = word ?? digits;
  if (said === undefined) return undefined;
  return TIMES.includes(said) ? TIMES.indexOf(said) + 1 : Number(said);
}

/** The sessions whose titles or summaries say that they are of the day, the part of a day or the time that a question names. */
export function sessionsOfPart({ sessions }: Library, text: string): readonly string[] {
  const day = dayIn(text);
  const time = timeIn(text, TIME_ASKED);
  const words = (text.match(WHEN) ?? []).map((word) => word.toLowerCase());
  if (day === undefined && time === undefined && words.length === 0) return [];
  const isOf = ({ posts }: Session): boolean =>
    posts.some(
      ({ fullTitle, summary }) =>
        (day === undefined || (dayIn(fullTitle) ?? dayIn(summary)) === day) &&
        (time === undefined || timeIn(fullTitle, TIME_TITLED) === time) &&
        words.every((word) => `${fullTitle} ${summary}`.toLowerCase().includes(word)),
    );
  return sessions.filter(isOf).map(({ id }) => id);
}
