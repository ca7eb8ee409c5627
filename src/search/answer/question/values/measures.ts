import { type Telling, tellingOf } from './telling.ts';
import { NUMERAL } from './units.ts';

const TIME =
  '(?:밀리초|초|분|시간|일|주|달|개월|년|ms|s\\b|secs?\\b|seconds?|min(?:ute)?s?\\b|hours?|(?:person-)?days?|weekends?|weeks?|months?|(?:person-)?years?|秒|分|時間|日|週間|[かヶカ]月|年)';
const BYTES = '(?:바이트|[kmgtp]i?b\\b|bytes?|킬로|메가|기가|테라|페타)';
/** How much is so much that its unit alone tells. */
const MANY_BYTES = '페타\\s?바이트|테라\\s?바이트|\\b(?:peta|tera|exa)bytes?';
const LENGTH =
  '(?:[mck]?m\\b|미터|센티|킬로|밀리|인치|층|met(?:er|re)s?|inch\\w*|feet|foot|ft|layers?|px|픽셀|pt\\b|포인트)';

/** What is asked for by how it is measured: `how long did it take`, `얼마나 걸려`, `how big is it`. */
const MEASURES: readonly (readonly [asked: RegExp, measure: string])[] = [
  [
    /\bhow long (?:did|does|do|would|is|was|will|has|have|it|ago|are|were|can|should|until|for)\b|\bhow (?:fast|quickly|soon)\b|\bhow much time\b|(?:얼마나|얼마|얼만큼)\s?(?:\S+\s)?(?:걸[리려렸림]|기다|빨[라랐]|빠르|지속|오래)|얼마\s?(?:동안|만에|간(?![가-힣]))|기간\S*\s?(?:얼마|몇|어느)|どの?(?:くらい|ぐらい)(?:の時間|かか)|何で終わ/u,
    TIME,
  ],
  [
    /\bhow much (?:memory|ram|storage|disk|space|data|traffic|bandwidth)\b|용량|(?:메모리|램|디스크|저장\s?공간|트래픽)\S*\s?(?:\S+\s)?얼마/u,
    `${BYTES}|${MANY_BYTES}`,
  ],
  [/\bhow (?:big|large)\b|(?:크기|사이즈)\S*\s?(?:얼마|몇)/u, `(?:${BYTES}|${LENGTH})|${MANY_BYTES}`],
  [
    /\bhow heavy\b|무게\S*\s?(?:얼마|몇|어느)|얼마나\s?(?:무거|무겁)/u,
    '(?:kg|g\\b|그램|킬로|톤|grams?|kilos?|tons?|pounds?|lbs?)',
  ],
  [/\bhow (?:tall|high|wide|deep|thick|thin)\b|(?:높이|너비|두께|깊이|길이)\S*\s?(?:얼마|몇|어느)/u, LENGTH],
  [
    /\bhow far\b|거리\S*\s?(?:얼마|몇|어느)|얼마나\s?(?:멀|떨어져\s?있)/u,
    '(?:[mck]?m\\b|미터|킬로|met(?:er|re)s?|kilomet\\w+|miles?|feet|ft|メートル|キロ)|도보|걸어',
  ],
  [/\bhow old\b|나이\S*\s?(?:얼마|몇|어떻)/u, '(?:살|세|년|years?|歳|年)'],
  [/\bhow (?:hot|cold|warm)\b|온도\S*\s?(?:얼마|몇|어느)/u, '(?:도|°|degrees?|度)'],
  [/\bhow loud\b/u, '(?:db|dB|데시벨|decibels?)'],
  [
    /\bhow often\b|얼마나\s?자주/u,
    '(?:번|회|times?\\b|回)|매(?:일|주|달|월|년|시간)|\\b(?:every|daily|weekly|monthly|hourly|once|twice|per)\\b|毎',
  ],
];

/** The source of a pattern of amounts in the measure that is asked for, in lower case; undefined where none is asked for. */
export function measureIn(plain: string): string | undefined {
  const measure = MEASURES.find(([asked]) => asked.test(plain))?.[1];
  return measure === undefined ? undefined : `${NUMERAL}\\s?(?:여\\s?)?${measure}`;
}

const TAKEN_ASKED =
  /걸[리려렸림린]|소요|는\s?데\s?(?:몇|며칠|얼마)|\bhow long (?:did|does|do|would|will|has|have) [^?]*\btake[ns]?\b|\btook\b|かか/u;
/** What says that a time was taken, and is no age, date or rate. */
const TAKEN = '(?:걸[리려렸림린]|만에|소요|\\b(?:took|takes?|taken|taking|spent)\\b|かか|で(?:終わ|完了))';

/** What a time is told with where it is asked how long something took: the verb near it. */
export function takenIn(plain: string, amount: string): Telling | undefined {
  if (!TAKEN_ASKED.test(plain)) return undefined;
  return tellingOf(`(?:${amount}).{0,12}?${TAKEN}|${TAKEN}.{0,20}?(?:${amount})`);
}
