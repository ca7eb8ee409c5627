import { lazy } from '#library/compute/lazy.ts';
import { readWordList } from '../../../words/lists/wordList.ts';

/** A number as texts write it, as the source of a pattern. */
export const NUMERAL =
  '(?:\\d[\\d,.]*(?:\\s?[천만억조](?:\\s?\\d[\\d,]*천?)?)?|(?<![가-힣])(?:한(?!다|데|[은는\\s])|한(?=\\s(?:개|가지|명|곳|군데|번|사람|대|건|달|시간|해|종|권|줄|장|단계|팀|분))|두|세|네|다섯|여섯|일곱|여덟|아홉|열(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)?|스무|스물\\S?|서른|마흔|수십|수백|수천)|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|an? (?:hundred|thousand|dozen)|dozens|hundreds|thousands)\\b)';
/** What is counted in Korean, as posts write it in any language: patterns by counters, the longer before the shorter that it begins with. */
export const units = lazy((): ReadonlyMap<string, string> => {
  const lines = readWordList('words/units.txt').map((line) => line.split(/: (.*)/u));
  return new Map(lines.map(([counter = '', names = '']) => [counter, names]));
});
