/** Words of who made a thing: who made it is seldom who spoke of it. */
export const MADE =
  /(?<!게\s?)만[든들]|개발[한했]|(?:개발|설계)자[은는이가의]?\s?(?:이름|성함)|제작|생각해\s?[내낸냈]|떠올[리렸린]|고안|발명|창안|창시|\b(?:made|makes|built|builds|created|develop\w*|invent\w*|(?:came?|coming) up with|thought (?:of|up)|dreamed up|conceived?|pioneer\w*|is behind|was behind|(?<=who(?:'s| ))behind)\b|作[っりる]|開発|設計|考案|発明|考え[たつ出]|生み出|설계|\bdesign(?:s|ed)?\b/iu;

const WHO =
  /누가|누구|(?:개발|제작|설계|발명|창시|창안|원작)자[은는이가의]?\s?(?:이름|성함)|(?:만든|만들어낸|낸|고안한|발명한|개발한|설계한|창안한)\s?(?:사람|분|인물|회사|기업|팀)(?:들)?[은는이가의도]?\s?(?:이름|성함|누구|아[시는세]|알[아려]|[?]|$)|어디(?:서|에서|가|야|예요|에요|임|죠|지|인[가지]\S*|였\S*|더라\S*|입니까)?(?=\s|$|\?)|(?:어느|어떤|무슨)\s?(?:회사|기업|업체|곳|데)|\bwho\b|\bthe (?:person|people|company|team) (?:who|that|behind)\b|\b(?:which|what) (?:company|firm|vendor)\b|誰|だれ|どこが|どこの会社/iu;

/** `어디 회사 거예요`, `who owns it`. */
const OWNER =
  /(?:(?:어디|어느)\s?(?:회사|기업|업체)?|(?:무슨|어떤)\s?(?:회사|기업|업체))\s?(?:거|꺼|것|제품|소유)(?=[야예에임인?]|이[야에]|\s*$)|(?:누구|누가)\s?(?:소유|거|꺼)(?=[야예에임인?]|이[야에]|\s*$)|\bwho (?:owns|makes|is behind)\b|\bwhose (?:product|company)\b|どこの(?:製品|会社の)/iu;

/** True for `TPU 누가 만들었어`, `who made the TPU`. */
export const asksMaker = (question: string): boolean =>
  OWNER.test(question) || (WHO.test(question) && MADE.test(question));

/** What a text holds that tells who made what it is about: `Google이 … 설계한 칩`, `a chip that Google designed`, `Googleが作った`. */
export const MAKER =
  /\S님(?:께서)?[은는이가]?\s[^.]*(?:만[든들]|개발|제작|설계)|\S[이가]\s[^.]*(?:만[든들]|개발한|개발했|설계한|설계했|내놓[은았]|제안[한했])|\S(?:에서|의)\s[^.]*(?:만든|만들[어었]|개발한|설계한|제품)|\b(?:made|designed|developed|built|created|released)\s(?:by|at)\s|\b(?:that|which)\s\p{Lu}\S*\s(?:has\s)?(?:made|designed|developed|built|created|released)\b|\b\p{Lu}[\p{L}]+[’']s\b|\S(?:が|による|の)[^。]*(?:作った|作られ|開発|設計)|창시|저자|참여|공동으로|(?<=\S[와과이가]\s(?:\S+\s){0,4})함께\s(?:\S+\s)?(?:만[든들]|개발|설계|[썼쓴])|\b(?:wrote|written|invented|coined|proposed) by\b|\b\p{Lu}\S*\s(?:has\s)?(?:invented|coined|proposed)\b/u;

/** Whose a thing is: `BigQuery는 Google Cloud의 … 웨어하우스입니다`, where no verb says that they made it. */
const OWNED = /(?:^|[은는한된인]\s|,\s)\p{Lu}[\p{L} ]*의\s/u;

/** True for a text that tells who made what it is about. */
export const tellsMaker = (text: string): boolean => MAKER.test(text) || OWNED.test(text);
