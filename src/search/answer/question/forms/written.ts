import type { AskedIn } from '../../../model.ts';

/** The language of a text whose names are masked, by its letters. */
export const scriptOf = (masked: string): AskedIn =>
  /[가-힣ㄱ-ㅣ]/u.test(masked) ? 'ko' : /[\u3041-\u30fa\p{Script=Han}]/u.test(masked) ? 'ja' : 'en';

/** A text as it is read: in lower case, with one apostrophe. */
export const lowerCase = (text: string): string => text.toLowerCase().replaceAll('’', "'");
