import { anyOf } from '../anyOf.ts';
import type { Telling } from './telling.ts';

/** `학생은 얼마였어`, and no `크기가 얼마야`, `확률 얼마임`: what is measured is named. */
const HOW_MUCH_IS_IT =
  /(?<!(?:크기|사이즈|용량|비율|확률|점수|속도|길이|높이|너비|두께|깊이|무게|기간|시간|온도|메모리|거리|정확도|성능|규모|지연|트래픽|데이터|차이|[율률량수도])\S{0,2}\s?)얼마(?:예요|에요|야|임|죠|지|인가\S*|였\S+|이었\S+|입니까|래\S*|랬\S*|라고\S*)?\s*[?？]*\s*$/u;
/** What money does: `얼마나 번대요`, `얼마 들었어`, `얼마 내야 돼`. */
const MONEY_MOVES =
  /얼마(?:나|쯤|정도)?\s?(?:씩\s?)?(?:들[어었]|듦|든대|든다|드나|드는|들까|냈|냄|내[야면요나는]|낸|낼|벌|번대|번다|버[는나니냐]|범(?![가-힣])|날렸|날린|잃|물[었어]줬?|아꼈|아낀|썼|나[가갔왔간온]|청구|나온대|지불|결제|깨[졌지]|깨진대|투자|모[았금])|얼마에\s?(?:[팔파판샀살]|사[나는니요]?(?![가-힣])|구[매입해했할])/u;
/** A verb of one syllable beside it, which no lexicon tells from a noun: `얼마 냄`. */
export const ASKS_SHORTLY = /얼마(?:나|씩)?\s?(?:냄|듦|씀|범|댐|쏨)(?![가-힣])/u;
const SUMS = /(?:적자|흑자|손해|예산|총액|돈|수입|매출)\S{0,2}\s?(?:총\s)?얼마/u;
/** What is paid, by its name. */
const SUM_NOUN =
  '(?:비용|요금|가격|값|금액|총액|예산|단가|월급|연봉|상금|벌금|월세|보증금|예치금|등록금|[가-힣]{0,4}(?:참가|회|입장|수강|교육|학|관람|등록|이용|사용|구독|배송|배달|제작|개발|광고|인건|유지|운영|재료|통신|수수|대관|숙박|항공|교통)(?:비|료))';
const SUM_ASKED = new RegExp(
  `(?:${SUM_NOUN}|[가-힣](?:비|료)|표|티켓|구독)(?:은|는|이|가|도)?\\s*(?:한\\s달에\\s|월\\s)?얼마(?!나|만큼)|${SUM_NOUN}(?:은|는|이|가)?\\s*[?？]*\\s*$`,
  'u',
);
const ENGLISH =
  /\bhow much (?:is|was|does|did|do|are|were) [^?]*\b(?:cost|costs|ticket|tickets|price|fee|fees|pay|charge|sell|sold|spend|spent|lose|lost|earn|earned|make|raise|raised)\b|\bhow much (?:is|are|was|were) (?:the|an?|one) (?![^?]*\b(?:latency|traffic|data|memory|time|delay|load|gain|accuracy|difference)\b)|\bhow much (?:money|cash)\b|\bhow expensive\b|\bwhat (?:does|do|did) [^?]*\bcost\b(?=\s*\??$| (?:per|a|an|to|for|in|now|all|altogether|them|him|her|us|you|me)\b)/u;
/** Nouns that ask for an amount of money where nothing else asks: `total spend on the arm?`, `ticket price`. */
const AMOUNT_NOUNS = '(?:costs?|prices?|spend|spending|expenses?|bill|fees?|fare|budget|damage|outlay)';
const ENGLISH_NOUN = new RegExp(
  `^(?:the |an? )?(?:(?:total|overall|full|final|monthly|annual|yearly|entire|entry|entrance|ticket|combined|whole|average) )+${AMOUNT_NOUNS}\\b|^(?:the )?${AMOUNT_NOUNS} (?:of|for|per) |(?<!\\b(?:what|how|why|when|who|which|is|are|does|do|did|can|should|compare)\\b[^?]*)\\b(?:total|overall|ticket|entry|monthly|yearly|annual) ${AMOUNT_NOUNS}\\s*[?？]*\\s*$`,
  'u',
);

/** Nouns alone that ask for an amount of money, as a pattern for each script that questions are in. */
export const MONEY_NOUNS = {
  ko: new RegExp(`${SUM_NOUN}(?:은|는|이|가)?\\s*[?？]*\\s*$`, 'u'),
  en: ENGLISH_NOUN,
} as const;

const ASKED: readonly RegExp[] = [
  SUM_ASKED,
  SUMS,
  MONEY_MOVES,
  HOW_MUCH_IS_IT,
  ENGLISH,
  ENGLISH_NOUN,
  /いくら/u,
];

const asksMoney = anyOf(ASKED);

const SUM =
  '(?:\\d[\\d,.]*\\s?(?:(?:만|천|억|조|백만|万|億|千|k|m)\\s?(?:\\d[\\d,]*\\s?[천백만억]*)?)?\\s?(?:원|달러|유로|엔(?![가-힣])|円|ドル|€|usd|krw|eur|gbp|jpy)|[$€£¥₩]\\s?\\d|\\d[\\d,.]*\\s?(?:dollars?|euros?|pounds?|won|bucks|cents|pence)\\b|\\d[\\d,.]*\\s?[조억](?![가-힣]\\S*\\s(?:건|개|명))|[만천]\\s?원)';
/** An amount of money, or that none is taken. */
export const PRICE = new RegExp(`${SUM}|무료|공짜|무상|\\bfree\\b|無料`, 'iu');
/** What is saved or taken off is told as a share as well. */
const SHARED = /아[꼈끼낀낄]|절[감약]|할인|수수료|\b(?:sav(?:e[sd]?|ings?)|discount|commission|cheaper)\b/u;
const SHARE = new RegExp(`${PRICE.source}|\\d\\s?(?:%|퍼센트)`, 'iu');

/** An amount of money, where that is asked for, in lower case: `참가비 얼마`, `how much is a ticket`. */
export const moneyIn = (plain: string): RegExp | undefined =>
  asksMoney.test(plain) ? (SHARED.test(plain) ? SHARE : PRICE) : undefined;

/** True for a pattern of amounts of money. */
export const isMoney = (amount: Telling | undefined): boolean => amount === PRICE || amount === SHARE;
