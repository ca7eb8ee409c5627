import { any } from './marks.ts';

/** The rest of a word. */
export const REST = '[가-힣ㄱ-ㅣ]*';
/** That a word ends here. */
export const END = '(?![가-힣])';
/** The beginning of a word that ends in any way. */
export const noun = (...lists: readonly string[]): string => `${any(...lists)}${REST}`;
/** A day, a year, or the time of something. */
export const ON =
  '(?:일|일자|날|날짜|시기|시점|때|년도|연도|해|월|연월일)(?:[이가은는을를의도]|이야|이었|이에|인|이지|좀|알|부탁|언제)*(?![가-힣])';
/** What may stand behind a noun: particles, and the copula. */
export const COPULA =
  '(?:이|가|은|는|을|를|의|도|만|인|임|야|여|용|요|예|에|들|죠|지|냐|니|까|고|라|란|로|서|으|입니|습니|다|데|길래|던|구|네|더|였|었|일|중|좀|오|뭐|뭔)*';
/** Which thing, and in which way. */
export const WHAT = any('뭐 무엇 뭘 무얼 뭣 머');
export const HOW = any('어떻게 어떡게 어케 어떠케 어찌 우째 어떤_식으로 어떤_방식으로 어떤_방법으로');
