import type { PlainLine } from '#library/text/plain.ts';

/** `사진 출처: …`, `Photo by …`: whose picture stands there. */
const CREDITS =
  /^[(（[]?(?:(?:taken|shot|photographed) by|撮影)[\s:：]|^[(（[]?(?:(?:사진|이미지|그림|자료|영상)\s?)?(?:출처|제공)\s?[:：]|^[(（[]?(?:(?:photos?|images?|pictures?)(?: (?:by|from|via|credits?|source)\b|:)|(?:credits?|source):)|^[(（]?(?:画像|写真|出典)\S{0,4}[:：]/iu;
const LONGEST_CREDIT = 120;

/** True for a line that says nothing itself: links alone, and whose picture stands there. */
export const tellsNothing = ({ text, linksAlone }: PlainLine): boolean =>
  linksAlone === true || (text.length <= LONGEST_CREDIT && CREDITS.test(text));
