const NUMBERS = [
  '',
  '',
  '두|둘|two',
  '세|셋|three',
  '네|넷|four',
  '다섯|five',
  '여섯|six',
  '일곱|seven',
  '여덟|eight',
  '아홉|nine',
  '열|ten',
];
const KANJI = '〇一二三四五六七八九十';

const KOREAN =
  /(?<![가-힣\d.])(두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉|열|[2-9]|10)\s?(?:가지|개(?!월|국|년)|단계|스텝|종류|갈래|곳|군데)/u;
/** A number before a noun in the plural that is no measure: `four things`, `three main strengths`. */
const ENGLISH =
  /\b(two|three|four|five|six|seven|eight|nine|ten|[2-9]|10) (?:[a-z]+ ){0,2}?(?!(?:second|minute|hour|day|week|month|year|time|word|sentence|line|people|person|percent|dollar|user)s?\b)[a-z]{2,}s\b/u;
const JAPANESE = /([二三四五六七八九十2-9])つ/u;

/** How many things are to be told, where the question says so, in lower case: `네 가지 조건`, `four things`, `3つの理由`. */
export function itemsAsked(plain: string): number | undefined {
  const said = (KOREAN.exec(plain) ?? ENGLISH.exec(plain) ?? JAPANESE.exec(plain))?.[1];
  if (said === undefined) return undefined;
  if (/^\d/u.test(said)) return Number(said);
  const known = NUMBERS.findIndex((names) => names.split('|').includes(said));
  return known > 0 ? known : KANJI.indexOf(said);
}
