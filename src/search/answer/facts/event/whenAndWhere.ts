import { isDated } from '../../sentences/fit.ts';

/** `열린`, `다녀왔다`, `I attended`, `made it along to`: said of an event as a whole. */
export const HELD =
  /열린|열렸|열리|개최|진행[된됐되한하했]|다녀[왔온옴오]|갔[다음]|갔었|갔다\s?[왔온]|참석|참가|참관|참여(?:했|하게|해)|에서\s(?:한|했|하는)\s|시작[했하한됐된]|開催|行われ|行なわれ|開か|参加|行って(?:き|来)|行った|お邪魔|\b(?:held|hosted|took place|taking place|ran (?:on|for|from)|attended|attending|spent|went (?:along |over |down |up )?to|made it (?:along |over |out |down )?to|headed (?:along |over |out |down |off )?to|travel(?:l)?ed to|flew to|was at|were at|been at|visited|back from|got back)\b/u;

/** A place as it stands in a sentence: behind a particle or a preposition. */
export const PLACE =
  /[\p{L}\d]{2}에서의?\s(?!주[최관]|마련|준비|만든|여는|운영)|(?:で|にて)(?!は)|\b(?:at|in|to)\s(?:the\s|an?\s)?(?:\p{Lu}|[a-z]+ed |old |former )|\bon (?:the )?\p{Lu}|\b(?:held|took place|hosted)\s(?:online|in|at)\b|온라인으로/u;

/** A time of the day, and from when to when. */
export const HOURS =
  /\d{1,2}:\d\d|\d\s?시(?!\s?간|스|[작즌점])|(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?=[에부까쯤반]|\s(?:반|부터|까지|쯤))|\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)\b|\d\s?時(?!間)|\b(?:at|until|till?|from) (?:noon|midnight)\b/iu;
/** A time that is one of the event, and not of what is told in a talk. */
const OF_HOURS =
  /시작|개장|입장|끝[났나난이]|마[쳤치]|종료|진행|열[렸린리]|부터|까지|[~〜–]|\b(?:start|began|begin|open|doors|kick|end|finish|wrap|ran|until|till?|from)[a-z]*\b|\d\s?-\s?\d|開始|始ま|終了|終わ|から|まで|開場/iu;

/** True for a sentence or a line that tells from when to when an event was. */
export const tellsHours = (text: string): boolean => HOURS.test(text) && OF_HOURS.test(text);

/** A sentence that names the venue, or says of an event or a talk that it was at a place. */
const IS_VENUE =
  /(?:장소|행사장|개최지)[는은가이]?\s(?!\S*(?:[가이]|도)\s)\S|\b(?:venue|location|(?:conference|event) (?:site|location)|site of the (?:conference|event)) (?:is|was)\b|(?:会場|開催地|場所)は/u;
const IS_PLACE =
  /\b(?:\p{L}*(?:[cC]onf(?:erence)?|[fF]est|[cC]on|[cC]amp|[mM]eetup|[sS]ummit)|event|workshop)\b[^.,]*\s(?:at|in|on the)\s(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)\p{Lu}|\b(?:[tT]alk|[sS]ession|[kK]eynote|[pP]resentation)\b[^.]*\s(?:at|in)\s\p{Lu}\S+(?:\s\p{Lu}\S*)*(?:\s\d{4})?[.,]?(?:\s\(|$)/u;

/** A line that is a place, behind a date or alone: `2023.08.11-13 COEX 그랜드볼룸`. */
const VENUE =
  /호텔|코엑스|벡스코|엑스코|킨텍스|그랜드\s?볼룸|볼룸|캠퍼스|대학교|빌딩|타워|강당|회관|도서관|전시장|컨벤션\s?(?:홀|센터)|아트홀|\b(?:coex|bexco|hotel|university|campus|auditorium|ballroom|convention cent(?:er|re)|city hall|town hall|theat(?:er|re)|library|museum)\b|会館|会議場|ホール|公民館|大学|図書館|ビル|タワー/iu;
const SAYS =
  /[.!?。]\s|(?:[다요죠까음함]|[.!?。])$|\s(?:is|are|was|were|will|has|have|had)\s|[을를]\s|です|ます|でし|まし|した|いる/u;
const LONGEST_VENUE = 90;

/** True for a line that says no sentence. */
const isLine = (text: string): boolean => text.length <= LONGEST_VENUE && !SAYS.test(text);

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** A day, its weekday and its hours, as a line gives them: `18.04.27 금`, `5-7 June 2018`, `14:00~17:00`. */
const DATES = new RegExp(
  [
    `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–~&,]\\s?\\d{1,2}(?:st|nd|rd|th)?)*\\s)?(?:of\\s)?\\b${MONTH}\\b\\.?(?:\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:\\s?[-–~&]\\s?\\d{1,2}(?!\\d))?)?(?:,?\\s(?:19|20)\\d\\d)?`,
    '(?:19|20)?\\d\\d\\s?[-./年년]\\s?\\d{1,2}(?:\\s?[-./月월]\\s?\\d{1,2}\\s?[日일]?)?(?:\\s?[-~–]\\s?(?:\\d{1,2}[./])*\\d{1,2}(?!\\d|:))?',
    '\\d{1,2}\\s?[월月]\\s?\\d{1,2}\\s?[일日]',
    '(?:19|20)\\d\\d',
    '(?:오전|오후|저녁)?\\s?\\d{1,2}(?::\\d\\d|시|時)(?:\\s?\\d\\d분)?\\s?(?:am|pm)?(?:부터|까지|開始|から|まで)?',
    '[(（]?\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\b\\.?[)）]?',
    '[(（]?(?<![가-힣])[월화수목금토일](?:요일)?(?![가-힣])[)）]?|[(（][月火水木金土日][)）]|[月火水木金土日]曜日?',
  ].join('|'),
  'giu',
);
const MONTH_OF_YEAR = new RegExp(`\\b${MONTH}\\b\\.?,? (?:19|20)\\d\\d`, 'iu');
const SHORT_YEAR = /(?<![\d.])\d\d\.\s?\d{1,2}\.\s?\d{1,2}(?![\d.])/u;
/** What stands beside a date that says of a post when it was written, or names a talk. */
const OF_POST =
  /작성|수정|업데이트|발행|게시|기록|정리|메모|강연|발표|세션|후기|일차|\b(?:posted|updated|written|published|edited|by|notes?|talks?|sessions?|day|v?\d+\.\d+)\b|投稿|公開|更新|発表|日目/iu;
const LETTERS = /\p{L}{2}/u;
const AROUND = /^[\s,、./·|@()[\]~–—-]+|[\s,、./·|@()[\]~–—-]+$/gu;

/** What goes on from a date, or begins with what was done then: `2020년 3월에 도입`, `introduced in March`. */
const GOES_ON = /^(?:에|부터|까지|의|경|쯤|に|から|まで|の|は|(?!at\s|in\s)\p{Ll})/u;

/** What stands beside the date of a line that gives both and nothing else: `2018-10-13(토) @ 세종대 광개토관`; empty for none. */
function besideDate(text: string): string {
  if (!isLine(text) || !(namesDay(text) || MONTH_OF_YEAR.test(text))) return '';
  const rest = text.replace(DATES, ' ').replace(AROUND, '');
  return LETTERS.test(rest) && !OF_POST.test(rest) && !GOES_ON.test(rest) ? rest : '';
}

/** True for a text that names a day: also as a line gives it, `18.04.27`. */
export const namesDay = (text: string): boolean =>
  isDated(text) || (text.length <= LONGEST_VENUE && SHORT_YEAR.test(text));

/** True for a line that gives the day and the venue. */
export const isDayAtVenue = (text: string): boolean => isLine(text) && VENUE.test(text) && namesDay(text);

/** How well a sentence or a line tells where an event was; 0 for not at all. */
export function placeFit(text: string): number {
  if (isLine(text) && VENUE.test(text)) return 2;
  if (IS_VENUE.test(text)) return 1.8;
  if ((HELD.test(text) && PLACE.test(text)) || IS_PLACE.test(text)) return 1;
  return besideDate(text) === '' ? 0 : 0.9;
}
