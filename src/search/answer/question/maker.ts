/** Words of who made a thing: who made it is seldom who spoke of it. */
export const MADE =
  /만[든들]|개발[한했]|제작|\b(?:made|makes|built|builds|created|develop\w*|invent\w*)\b|作[っりる]|開発|設計|설계|\bdesign(?:s|ed)?\b/iu;

const WHO =
  /누가|누구|어디(?:서|에서|가|야)?(?=\s|$|\?)|(?:어느|어떤|무슨)\s?(?:회사|기업|업체|곳|데)|\bwho\b|\b(?:which|what) (?:company|firm|vendor)\b|誰|だれ|どこが|どこの会社/iu;

/** True for `TPU 누가 만들었어`, `who made the TPU`. */
export const asksMaker = (question: string): boolean => WHO.test(question) && MADE.test(question);

/** `Google이 … 설계한 칩`, `a chip that Google designed`, `Googleが作った`. */
const MAKER =
  /\S[이가]\s[^.]*(?:만든|만들었|개발한|개발했|설계한|설계했|내놓은)|\S(?:에서|의)\s[^.]*(?:만든|개발한|설계한|제품)|\b(?:made|designed|developed|built|created|released)\s(?:by|at)\s|\b(?:that|which)\s\p{Lu}\S*\s(?:has\s)?(?:made|designed|developed|built|created|released)\b|\b\p{Lu}[\p{L}]+[’']s\b|\S(?:が|による|の)[^。]*(?:作った|作られ|開発|設計)/u;

/** True for a text that tells who made what it is about. */
export const tellsMaker = (text: string): boolean => MAKER.test(text);
