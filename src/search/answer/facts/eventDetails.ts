import { isDated } from '../sentences/fit.ts';

/** What a post tells of an event as a whole, in a sentence or a line that is found by its words. */
export const EVENT_DETAILS = [
  'when',
  'where',
  'who',
  'crowd',
  'price',
  'host',
  'next',
  'video',
  'slides',
  'talks',
  'audience',
  'aim',
] as const;
export type EventDetail = (typeof EVENT_DETAILS)[number];

/** Details that a question asks for in words of its own, which are no words about talks. */
const ASKED: Readonly<Partial<Record<EventDetail, RegExp>>> = {
  crowd:
    /몇\s?명\S{0,3}(?:\s?(?:정도|쯤|이나))?(?:\s?(?:[왔옴]|모[였인]|참[가석]|신청|등록|있었|갔)[가-힣]{0,5})?|(?:참가자|참석자|관객|참가\s?인원|인원|등록자)\s?(?:수|몇|얼마|규모)?\S{0,3}|how many (?:registered|attended|came|signed up|turned up|showed up)\b|how many (?:people|ppl|folks|attendees|participants|visitors|guests)\b(?: (?:were there|came|attended|turned up|showed up|went|were|did|come|attend|go)\b)*|(?:何[人名]|参加者数?)(?:くらい|ぐらい)?(?:が|は)?(?:来|集ま|参加|い)?[ぁ-ん]*/u,
  price:
    /(?:티켓|입장권|참가권|참가비|참가\s?비용|입장료|등록비|(?<![가-힣])표)\s?(?:값|가격|요금|비용)?(?:\S{0,2}\s?(?:얼마\S*|무료\S*|공짜\S*|유료\S*)|(?:이랑|랑|하고|과|와|[은는이가도])?(?![가-힣]))|\b(?:what did (?:a|the) )?(?:how much (?:was|were|is|are|did|does|for) )?(?:(?:a|the|to get) )?(?:tickets?|admission|entry|(?:entrance|entry|registration|conference) fees?)\b(?: (?:price|cost|fee)s?)?|how much (?:did it|was it|is it|does it)(?: cost)? to (?:get in|attend|enter|go)|(?:チケット|参加費|入場料)(?:代|の?値段|料金)?(?:は|が)?(?:いくら\S*|無料\S*)?/u,
  host: /(?:누가\s)?주[최관]\S{0,4}(?:\s(?:누가|어디)\S{0,3})?|\bwho (?:organi[sz]ed|organi[sz]es|hosted|hosts|ran|runs|held)\b|(?:誰が|どこが)?主催(?:者)?(?:は|が)?/u,
  audience:
    /누구[를을]?\s?(?:들으라고|보라고|위한|위해|대상|한테)\S*|(?:대상|청중)(?:[이은는]\s?(?:누구|어떤|뭐)\S*|(?=\s|$|\?))|(?:어떤|무슨)\s?(?:사람|분)(?:들?이?\s?)(?:들으면|보면|듣기)\S*(?:\s좋\S*)?|\bwho(?:m)? (?:is|was|are|were)(?=.*\b(?:for|aimed at)\s*\??$)|\bfor whom\b|(?:for )?\b(?:non-?(?:developers?|engineers?|technical\S*|programmers?)|beginners?|newbies?|newcomers?)\b|(?:비\s?(?:개발자|전공자|전문가|개발직군)|초보자?|입문자?|초심자|문과|일반인)(?:[가이도용]|한테|에게)?(?:\s?(?:들을|볼|보기|듣기|읽을|읽기)\S*)?(?:\s좋은\S*)?|(?:\S+\s)?(?:아니어도|아니라도|몰라도)\s(?:들을|볼|읽을|이해)\S*|(?<=[가-힣])(?:한테|에게)\s?(?:추천|좋은|맞는|권할)\S*|(?:初心者|非エンジニア)\S{0,3}|\baimed at\b|\b(?:target|intended) audience\b|誰向け\S*|対象(?:者)?は/u,
  aim: /(?:목표|목적|취지|요지)(?:[가이은는도])?(?:\s?(?:뭐|뭔|무엇|어떻)\S*)?|\b(?:goals?|aims?|purpose)\b(?: of)?|(?:目的|目標|狙い)(?:は|って)?(?:何|なに)?\S*/u,
  next: /(?:내년|다음\s?(?:번|해|회|차|행사|모임)?)(?:에는|에도|에|엔|은|의|도)?(?![가-힣])|다음(?=\s[가-힣])|차기|\bnext (?:year(?:'?s)?|time|edition|event|one)\b|\bnext\b|\b(?:the )?(?:20\d\d|upcoming|following) (?:edition|event|conference|one)\b|次回|来年|次は/u,
};

const HELD =
  /열린|열렸|열리|개최|다녀[왔온옴오]|갔[다음]|갔었|참석|참가|에서\s(?:한|했|하는)\s|開催|行われ|開か|参加し|行って(?:き|来)|\b(?:held|hosted|took place|ran (?:on|for|from)|attended|spent|went to|was at|were at|visited|back from|got back)\b/u;
const PLACE =
  /[가-힣\d]{2}에서\s|(?:で|にて)|\b(?:at|in|to)\s(?:the\s|an?\s)?(?:\p{Lu}|[a-z]+ed |old |former )|\b(?:held|took place|hosted)\s(?:online|in|at)\b|온라인으로/u;
const IS_PLACE = /장소는\s\S|\bvenue (?:is|was)\b|会場は/iu;
const CROWD =
  /(?:참가자?|참석자?|관객|청중|방문객|등록|인원|규모|모[였인])[^.]*\d+\s?명|\d+\s?명[^.]*(?:참가|참석|모였|모인|[왔옴]|등록)|\d\s?석[이은]?\s(?:꽉|모두|다|매진)|\d+\s(?:people|attendees|participants|visitors|guests|developers|badges|of us)\b|\d+(?:人|名)/u;
const HOST =
  /(?:주최|주관)\S{0,2}\s?[:：]?\s?\S|\b(?:organi[sz]ed|hosted|run) by\b|\borgani[sz]er,|\bwho(?:['’]s| has| have)? (?:run|runs|organi[sz]es?d?|hosts?|held)\b|主催/u;
const TICKET =
  /티켓|입장권|참가권|참가비|참가\s?비용|입장료|등록비|(?<![가-힣])표\s?(?:값|가격)|\b(?:tickets?|admission|badges|(?:entrance|entry|registration|conference) fees?)\b|チケット|参加費|入場料/iu;
/** An amount of money, or that none is taken. */
const MONEY =
  /(?:\d|(?<![가-힣])[천만])\s?(?:[십백천만]\s?\d*\s?)*(?:원|달러|유로|円|엔(?![가-힣]))|[$€£¥₩]\s?\d|\d\s?(?:usd|eur|krw|dollars|euros)\b|무료|공짜|\bfree\b|無料/iu;
const NEXT =
  /내년(?!부터)|다음\s?(?:번|해|회|행사|모임)?[은는엔에]|次回|来年|\bnext (?:year|one|edition|time|event)\b|\bthe next\b|\bmoves? to\b/iu;
const SEASON =
  /\d{1,2}\s?월|(?:19|20)\d\d\s?년|\b(?:19|20)\d\d\b|\b(?:early|mid|late)\b|[봄가]을?\s|\d\s?[月年]|\b(?:spring|summer|autumn|fall|winter)\b/iu;
const RECORDED = /영상|녹화|녹음본|동영상|\b(?:videos?|recordings?)\b|動画|録画|アーカイブ/iu;
const SLIDES = /발표\s?자료|슬라이드|장표|\b(?:slides?|decks?)\b|スライド|資料/iu;
const PUBLISHED =
  /올라|올린|올려|공개(?!\s?(?:데이터|api|소스))|푼다|푼대|풀린|촬영|찍었|찍지|찍어|유튜브에|(?:행사|노션|깃허브|홈페이지|채널)\S*\s?(?:에만?|에서)|\b(?:up on|appear(?:s|ed)?|promised|published|posted|mail(?:ed)?|no (?:videos?|recordings?|slides)|on youtube|archive)\b|公開され|アップされ|撮影/iu;
const FEW = '(?:\\d+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)';
/** `발표는 세 개였다`, `세션 8건`, `three talks`, `全部で3つのセッション`. */
const TALKS = new RegExp(
  `(?:발표|세션|강연)(?:는|은|이|가)?\\s(?:총|모두|전부)?\\s?${FEW}\\s?[개건편]|${FEW}\\s?[개건편]의\\s(?:발표|세션|강연)|\\b(?:\\d+|two|three|four|five|six|seven|eight|nine|ten)\\s(?:\\w+\\s)?(?:talks|sessions|presentations)\\b|[\\d一二三四五六七八九十]+(?:つ|本|件)の(?:セッション|発表|講演)`,
  'iu',
);
const WHO =
  /(?:의\s(?:발표|강연|세션)(?:입니다|이다|였|로)|[이가]\s(?:발표|강연)(?:했|하였|한|를|을)|발표자는\s\S+(?:입니다|이다)|연사는\s)|(?:登壇者|発表者|講演者)(?:は|[:：])|(?:さん|氏)(?:の|が|による)(?:発表|講演|登壇|話|セッション)|\b(?:talk|session|presentation|lecture)\b[^.]*\b(?:given|presented)?\s?by\s[A-Z]|\b(?:spoke|presented|gave (?:the|this) (?:talk|session))\b/u;

const AUDIENCE =
  /(?:사람|분|이|자|개발자|입문자|팀|기업)[들]?[을를]\s?(?:위해|위한|대상)|대상으로|대상은|대상:|듣기\s?좋|\b(?:aimed at|intended for|meant for|for (?:people|those|anyone|everyone|beginners|developers|engineers) (?:who|that|with|without)|to people who)\b|向け|対象/u;
const AIM =
  /목표|목적|취지|요지|핵심은|결론은|하려는\s?(?:것|이야기)|\b(?:goal|aim|aims|aimed|purpose|point (?:is|was)|wanted to|set out to|takeaway)\b|目的|目標|狙い/iu;

/** What a line tells that begins with a word and a colon: `일시: …`, `Where: …`. */
const LABEL: Readonly<Partial<Record<EventDetail, RegExp>>> = {
  when: /^(?:일시|날짜|언제|일정|when|date|日時|日程)\s?[:：]\s?\S/iu,
  where: /^(?:장소|어디서?|where|venue|place|会場|場所)\s?[:：]\s?\S/iu,
  crowd: /^(?:규모|참가자?|참석자?|인원|attendance|attendees|crowd|参加者)\s?(?:수)?\s?[:：]\s?\S/iu,
  price:
    /^(?:참가비|입장권|티켓|비용|가격|표|tickets?|price|cost|fee|参加費)\s?(?:값|가격)?\s?[:：]?\s.*\d/iu,
  host: /^(?:주최|주관|organi[sz]ers?|hosts?|主催)\s?[:：]\s?\S/iu,
  next: /^(?:내년|다음|next(?: year| one)?|次回)\s?[:：]\s?\S/iu,
  video: /^(?:영상|녹화|videos?|recordings?|動画)\s?[:：]\s?\S/iu,
  slides: /^(?:발표\s?자료|슬라이드|slides?|資料)\s?[:：]\s?\S/iu,
  audience: /^(?:대상|난이도|audience|for|level|対象)\s?[:：]\s?\S/iu,
  aim: /^(?:목표|목적|한\s?줄\s?요약|요지|goal|aim|tl;?dr|目的)\s?[:：]\s?\S/iu,
};

const TELLS: Readonly<Record<EventDetail, (sentence: string) => boolean>> = {
  when: (text) => isDated(text),
  where: (text) => (HELD.test(text) && PLACE.test(text)) || IS_PLACE.test(text),
  who: (text) => WHO.test(text),
  crowd: (text) => CROWD.test(text),
  price: (text) => TICKET.test(text) && MONEY.test(text),
  host: (text) => HOST.test(text),
  next: (text) => NEXT.test(text) && (isDated(text) || SEASON.test(text) || PLACE.test(text)),
  video: (text) => RECORDED.test(text) && PUBLISHED.test(text),
  slides: (text) => SLIDES.test(text) && PUBLISHED.test(text),
  talks: (text) => TALKS.test(text),
  audience: (text) => AUDIENCE.test(text),
  aim: (text) => AIM.test(text),
};

/** How well a sentence tells a detail: 0 for not at all, 2 for a line that is there for it. */
export function detailFit(detail: EventDetail, sentence: string): number {
  if (LABEL[detail]?.test(sentence) === true && (detail !== 'when' || isDated(sentence))) return 2;
  if (!TELLS[detail](sentence)) return 0;
  return detail === 'when' && !HELD.test(sentence) ? 0.6 : 1;
}

/** Sections that a post closes with, and those about what comes next: what holds of the event is told there too. */
export const CLOSING =
  /다음|내년|마무리|마치며|총평|정리|소식|행사|개요|\b(?:next|closing|wrap|event|overview|about|what happened after|odds and ends)\b|次回|まとめ|おわり/iu;
export const NEXT_HEADING = /다음\s?(?:행사|번|회|모임)|내년|\bnext (?:year|time|edition|one)\b|次回|来年/iu;

/** Who knows little of a matter, and how a text says that it is for them. */
const BEGINNERS =
  /비\s?(?:개발자|전공자|전문가|개발직군)|아니어도|아니라도|몰라도|초보|입문|초심|문과|일반인|\bnon-?[a-z]|beginner|newbie|newcomer|初心者|非エンジニア/iu;
const FOR_BEGINNERS: readonly string[] = [
  '아닌',
  '없이',
  '처음',
  '입문',
  '초보',
  'not ',
  'without',
  'beginner',
  '初心者',
  '初めて',
];

/** Words that a sentence had better hold for the sake of whom a question is about. */
export const audienceWords = (question: string): readonly string[] =>
  BEGINNERS.test(question) ? FOR_BEGINNERS : [];

/** True for a question for the recordings or the slides, where these are looked for. */
export const isRecorded = (detail: EventDetail, question: string): boolean =>
  (detail === 'video' && RECORDED.test(question)) || (detail === 'slides' && SLIDES.test(question));

/** True for a sentence about another time that the event takes place. */
export const isOfNext = (sentence: string): boolean => NEXT.test(sentence);

/** The details that a question asks for by name, and what is left of it. */
export function readDetails(question: string): {
  readonly details: readonly EventDetail[];
  readonly left: string;
} {
  let left = question.toLowerCase();
  const details = EVENT_DETAILS.filter((detail) => {
    const pattern = ASKED[detail];
    if (pattern === undefined || !pattern.test(left)) return false;
    left = left.replace(pattern, ' ');
    return true;
  });
  return { details, left };
}
