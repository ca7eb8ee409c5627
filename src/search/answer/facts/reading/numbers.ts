/** A number in a word of a question about the sessions. */
export interface NumberWord {
  /** Four digits. */
  readonly year?: string;
  /** The number of a session, or its place in the list: from 1, or from -1 for the last. */
  readonly place?: number;
  /** How many, with what is counted: `6개`. */
  readonly amount?: number;
  /** How many: of them, or the number of the talk that it stands behind. */
  readonly cardinal?: number;
}

const YEAR = /^(?:19|20)\d\d(?:년\S{0,3})?$/u;
const NUMBERED =
  /^제?(?:세션|발표|강연|글|session|talk|post|no\.?)?(\d{1,4})(?:번째|번|회차|강|편|세션|장)?(?![백천만억개명건원초분시년월일주달배위살층])[가-힣]{0,4}$/u;
const SUFFIXED = /^(\d+)(?:st|nd|rd|th)$/u;
const KOREAN = [
  ['첫'],
  ['두', '둘'],
  ['세', '셋'],
  ['네', '넷'],
  ...'다섯 여섯 일곱 여덟 아홉 열'.split(' ').map((word) => [word]),
];
const COUNTED = new RegExp(`^(${KOREAN.flat().join('|')}|\\d{1,3})개(?:의|짜리)?$`, 'u');
const ORDINAL = new RegExp(`^(뒤)?(${KOREAN.flat().join('|')}|\\d+)(?:번째|째)(?!날)[가-힣]{0,4}$`, 'u');
const ENGLISH = 'one two three four five six seven eight nine ten'.split(' ');
const ENGLISH_ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const KANJI = '一二三四五六七八九十';

/** The number that a word says; what is the first is said in many ways, and is none of them. */
export function numberIn(word: string): NumberWord {
  if (/\d/u.test(word)) return numberInDigits(word);
  const counted = COUNTED.exec(word)?.[1];
  if (counted !== undefined) return { amount: koreanNumber(counted) };
  const english = ENGLISH_ORDINALS.indexOf(word);
  if (english > 0) return { place: english + 1 };
  const [, back, korean] = ORDINAL.exec(word) ?? [];
  const place = korean === undefined ? 0 : koreanNumber(korean);
  if (place > 0 && (back !== undefined || place > 1)) return { place: back === undefined ? place : -place };
  const cardinal = Math.max(
    koreanNumber(word),
    ENGLISH.indexOf(word) + 1,
    word === '' ? 0 : KANJI.indexOf(word) + 1,
  );
  return cardinal > 0 ? { cardinal } : {};
}

function numberInDigits(word: string): NumberWord {
  if (YEAR.test(word)) return { year: word.slice(0, 4) };
  const [, back, digits] = ORDINAL.exec(word) ?? [];
  if (back !== undefined) return { place: -Number(digits) };
  const place = NUMBERED.exec(word)?.[1] ?? SUFFIXED.exec(word)?.[1];
  if (place !== undefined) return { place: Number(place) };
  const counted = COUNTED.exec(word)?.[1];
  return counted === undefined ? {} : { amount: Number(counted) };
}

const koreanNumber = (word: string): number => KOREAN.findIndex((names) => names.includes(word)) + 1;
