import type { EVENT_FACTS } from '../../../model.ts';
import { HELD, HOURS, isDayAtVenue, namesDay, PLACE, placeFit, tellsHours } from './whenAndWhere.ts';

/** What a post tells of an event as a whole, in a sentence or a line that is found by its words. */
export type EventDetail =
  | (typeof EVENT_FACTS)[number]
  | 'when'
  | 'where'
  | 'who'
  | 'video'
  | 'slides'
  | 'talks'
  /** That the author was there. */
  | 'visit';

const CROWD =
  /(?:참가자?|참석자?|관객|청중|방문객|등록|인원|규모|(?:온|찾은|모인)\s사람|모[였인])[^.]*\d+\s?명|\d+\s?명[^.]*(?:참가|참석|모였|모인|[왔옴]|등록|신청|들어[갔왔]|찾아\s?[왔온])|\d\s?석[이은]?\s(?:꽉|모두|다|매진)|\d+\s(?:people|attendees|participants|visitors|guests|developers|badges|of us)\b|\d+(?:人|名)/u;
/** `자리가 모자라 서서 들었다`: how full it was, in no number. */
const FULL =
  /(?:자리|좌석)[가이는은]?\s(?:\S+\s)?(?:없|모자라|부족|꽉)|서서\s(?:들|듣|봤)|사람이\s(?:너무\s|정말\s|꽤\s)?(?:많|몰|꽉|가득)|\bstanding[- ]room\b|\b(?:packed|overflowing)\b/iu;
const HOST =
  /(?:주최|주관)\S{0,2}\s?[:：]?\s?\S|[이가]\s(?:[^.\s]+\s){0,5}(?:여는|연|마련한|준비한|운영하는|꾸리는|풀어놓는|만드는)\s(?:\S+\s)?(?:행사|모임|자리|콘퍼런스|컨퍼런스|밋업|세미나)|\b(?:organi[sz]ed|hosted|run|put on) by\b|\borgani[sz]er,|\bwho(?:['’]s| has| have)? (?:run|runs|organi[sz]es?d?|hosts?|held)\b|主催/u;
const TICKET =
  /티켓|입장(?:권|료)|참가권|참가비|참가\s?비용|등록비|회비|무료\S{0,2}\s(?:\S+\s)?(?:추첨|행사|입장)|입장은?\s무료|(?<![가-힣])표\s?(?:값|가격)|\b(?:tickets?|admission|badges|(?:entrance|entry|registration|conference) fees?)\b|チケット|参加費|入場料/iu;
/** An amount of money, or that none is taken. */
const MONEY =
  /(?:\d|(?<![가-힣])[이삼사오육칠팔구]?[천만])\s?(?:[이삼사오육칠팔구십백천만]\s?\d*\s?)*(?:원|달러|유로|円|엔(?![가-힣]))|[$€£¥₩]\s?\d|\d\s?(?:usd|eur|krw|dollars|euros)\b|무료|공짜|\bfree\b|無料/iu;
/** `참가비는 없습니다`. */
const FREE =
  /(?:료|비|값)(?:용)?(?:는|은|도|가|이)?\s?(?:따로\s|별도로?\s)?(?:없|안\s?받|받지\s?않)|\bno (?:entrance |entry |registration )?(?:fee|charge|cost)|(?:参加費|入場料)\S{0,3}(?:かか|な[いし]|いりません)/iu;
const NEXT =
  /내년(?!부터)|다음\s?(?:번|해|회|행사|모임)?[은는엔에]|次回|来年|\bnext (?:year|one|edition|time|event)\b|\bthe next\b|\bmoves? to\b/iu;
/** `내년에도 열린다`: no more is told of it. */
const COMES =
  /열[리린릴려]|개최|(?:도|또|다시)\s(?:한다|합니다|할\s|하기로|해요|하고)|돌아[온옵오]|\b(?:held|happen|take place|(?:be|come|coming) back|returns?|again)\b|開催|開か?[れく]/iu;
const SEASON =
  /\d{1,2}\s?월|(?:19|20)\d\d\s?년|\b(?:19|20)\d\d\b|\b(?:early|mid|late)\b|[봄가]을?\s|\d\s?[月年]|\b(?:spring|summer|autumn|fall|winter)\b/iu;
const RECORDED = /영상|녹화|녹음본|동영상|\b(?:videos?|recordings?)\b|動画|録画|アーカイブ/iu;
const SLIDES = /발표\s?자료|슬라이드|장표|\b(?:slides?|decks?)\b|スライド|資料/iu;
const PUBLISHED =
  /올라|올린|올려|(?:영상|녹화|자료|슬라이드)\S{0,2}\s(?:따로\s)?없|공개(?!\s?(?:데이터|api|소스))|푼다|푼대|풀린|촬영|찍[었지어는은을]|유튜브에|(?:행사|노션|깃허브|홈페이지|채널)\S*\s?(?:에만?|에서)|\b(?:up on|(?:are|is|were|be) (?:up|online|available|out)|(?<=\b(?:videos?|recordings?|slides?|decks?)\s(?:\S+\s){0,3})appear(?:s|ed)?|promised|published|posted|mail(?:ed)?|no (?:videos?|recordings?|slides)|on youtube|archive)\b|公開され|アップされ|撮影/iu;
const FEW = '(?:\\d+|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)';
/** `발표는 세 개였다`, `세션 8건`, `three talks`, `全部で3つのセッション`. */
const TALKS = new RegExp(
  `(?:발표|세션|강연)(?:는|은|이|가)?\\s(?:(?:총|모두|전부|다|다해서|합쳐|합쳐서|통틀어)\\s?)*${FEW}\\s?[개건편]|${FEW}\\s?[개건편]의\\s(?:발표|세션|강연)|\\b(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a dozen)\\s(?:\\w+\\s)?(?:talks|sessions|presentations)\\b|[\\d一二三四五六七八九十]+(?:つ|本|件)の(?:セッション|発表|講演)`,
  'iu',
);
const WHO =
  /(?:의\s(?:발표|강연|세션)(?:입니다|이다|였|로)|[이가]\s(?:발표|강연)(?:했|하였|한|를|을)|발표자는\s\S+(?:입니다|이다)|연사는\s)|(?:登壇者|発表者|講演者)(?:は|[:：])|(?:さん|氏)(?:の|が|による)(?:発表|講演|登壇|話|セッション)|\b(?:talk|session|presentation|lecture)\b[^.]*\b(?:given|presented)?\s?by\s[A-Z]|\b(?:spoke|presented|gave (?:the|this) (?:talk|session))\b/u;

const TIME = '(?:[한두세네첫]|다섯|여섯|일곱|여덟|아홉|열|\\d+)';
const EDITION = new RegExp(
  `(?:올해[가로는]|이번[이으]로?|벌써|어느덧)\\s${TIME}\\s?(?:번\\s?째|회\\s?째?)(?!\\s?(?:발표|세션|글|포스트|강연|이야기|편))|제\\s?\\d+\\s?회|\\d+\\s?회째|\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th))\\s(?:\\w+\\s)?(?:edition|annual)\\b|第\\s?\\d+\\s?回|[\\d一二三四五六七八九十]+回目`,
  'iu',
);
const SPONSOR = /스폰서|후원|협찬|\bsponsor|スポンサー|協賛/iu;
/** Several names one behind the other. */
const NAMES = /[^,、·]+(?:[,、]|\s·)\s?[^,、·]+(?:[,、]|\s·|\sand\s|와\s|과\s)/u;
const THEME =
  /관통하|꿰는|테마[는가]|열쇠말|주제(?:는|가)|\bthemes?\b|\bidea (?:runs through|behind th(?:is|e)|that runs)\b|\b(?:common|red) thread\b|テーマ/iu;
const AUDIENCE =
  /(?:사람|분|이|자|개발자|입문자|팀|기업)[들]?[을를]\s?(?:위해|위한|대상)|[을를]\s위한\s(?:시간|자리|세션|발표|강연|행사|모임|워크숍|글)|대상으로|대상은|대상:|듣기\s?좋|\b(?:aimed at|intended for|meant for|for (?:people|those|anyone|everyone|beginners|developers|engineers) (?:who|that|with|without)|to people who|(?:talk|session|workshop|event|meetup|keynote|track) (?:is|was) (?:mainly |mostly )?for (?![\da]))\b|向け|対象/u;
const AIM =
  /목표|목적|취지|요지|핵심은|결론은|하려는\s?(?:것|이야기)|\b(?:goal|aim|aims|aimed|purpose|point (?:is|was)|wanted to|set out to|takeaway)\b|目的|目標|狙い/iu;
/** `트랙은 A, B 두 개였고`, `one track`. */
const TRACKS =
  /트랙(?:은|이|으로|\s?(?:구성|하나|두|세|네|\d+\s?개))|(?:한|두|세|네|\d+)\s?(?:개의?\s)?트랙|\b(?:\d+|a single|single|one|two|three|four|five|several|parallel)[ -]tracks?\b|\btracks?\s?(?:were|are|:)|トラック(?:は|が)/iu;
const OF_TALK =
  /발표|세션|강연|토크|이날|그날|개는|\b(?:talks?|sessions?|one|day|days|hour|minutes)\b|発表|セッション/iu;
const GOOD = /좋[았은]|만족|즐거|재[밌미]|\b(?:liked|loved|enjoyed|great|lovely|the good)\b|良かった|楽し/iu;
const BAD =
  /아쉬[웠운]|아쉽|별로|불편|너무\s(?:춥|추[웠움]|덥|더[웠움]|좁|시끄|길|짧)|\b(?:sadly|unfortunately|annoying|terrible|disappointing|too (?:cold|hot|loud|small|long|short|crowded))\b|残念|惜し/iu;
const FAVOURITE =
  /베스트|원픽|최애|최고의|(?:제일|가장)\s?(?:좋|재[밌미]|웃|인상|유익|기억|와\s?닿)|\bfavou?rite\b|\bby far the\b|\b(?:best|most (?:useful|interesting|fun|memorable)) (?:talk|session|hour|part)\b|\bhighlight\b|一番(?:良|印象|面白)/iu;
/** `질문이 가장 많았던 세션이다`. */
const MOST =
  /(?:가장|제일|젤)\s?(?:\S+\s)?(?:많|적[었은]|뜨거|크|컸|길|짧|늦|붐)|\b(?:most|least|largest|biggest|longest|fewest)\b|(?:一番|最も)(?:多|長)/iu;
const OF_PEOPLE =
  /참[석가관]자|사람|관객|청중|[가-힣] 분들?[이은]|\b(?:people|attendees|participants|audience|visitors)\b|人|参加者/iu;
const MISSED =
  /못\s?(?:들|봤|본|갔|가)|[듣보]지\s?못(?!하)|놓쳤|놓친|빼먹|\b(?:missed|skipped|couldn['’]t (?:see|attend|make)|didn['’]t (?:see|attend|make it))\b|聞け|聴け|見逃/iu;

const FOOD =
  /(?<![가-힣])밥|식사|점심|간식|다과|먹거리|먹을\s?[것거]|음료|도시락|뷔페|케이터링|커피|맥주|피자|샌드위치|김밥|햄버거|치킨|머핀|쿠키|도넛|떡|과자|\b(?:food|lunch|breakfast|dinner|snacks?|coffee|tea|beers?|pizzas?|sandwich\w*|buffet|catering|drinks?|cookies|cake|donuts?|barbecue|bbq)\b|食事|昼食|弁当|軽食|飲み物|お菓子|ピザ|コーヒー|ビール/iu;
const GIFTS =
  /굿즈|기념품|경품|사은품|스티커|티셔츠|텀블러|에코백|키링|\b(?:swag|merch|goodies|giveaways?|stickers?|t-?shirts?|mugs?|tote bags?|badges?|souvenirs?|freebies)\b|ノベルティ|グッズ|ステッカー|tシャツ|景品/iu;
/** What is done with what there is for everybody: it is given, got, eaten. */
const GIVEN =
  /제공|준비|나[오왔눠온와]|나누어|주[셨는었신]|줬|준다|받[았은아을고]|챙[겼기겨]|먹[었으을고는]|마[셨시신]|있[었어다는]|맛있|맛나|푸짐|배[가를]?\s?(?:고|부)|무료|증정|\b(?:served?|provided|had|got|get|ate|eat|drank|offered|gave|given|handed|received|there (?:was|were|is)|free|included|available|on offer|came with|sponsored)\b|配[らっ布]|もらっ|もらえ|いただ|食べ|飲ん|提供|用意|あり/iu;
/** A line that begins with one of these words, a mark before it or not, and tells behind a colon or a dash what it announces. */
const label = (words: string): RegExp =>
  new RegExp(`^(?:[^\\p{L}\\p{N}\\s]{1,3}\\s?)?(?:${words})(?:\\s?[:：|]|\\s[-–—](?=\\s))\\s?\\S`, 'iu');
/** What a line tells that begins with a word and a colon: `일시: …`, `Where: …`. */
const LABEL: Readonly<Partial<Record<EventDetail, RegExp>>> = {
  when: label(
    '(?:(?:개최|행사|발표)\\s?)?(?:일시|날짜|일자|일)|시간|언제|일정|when|(?:(?:event|talk|recording|recorded)\\s)?dates?|日時|日程|開催日時?',
  ),
  where: new RegExp(
    `${label('(?:개최\\s?)?(?:장소|위치|어디서?)|where|venue|place|location|会場|場所|開催(?:場所|地)').source}|^📍\\s?\\S`,
    'iu',
  ),
  hours: label('일시|시간|time|when|hours|日時|時間'),
  crowd: label('(?:규모|참가자?|참석자?|인원|attendance|attendees|crowd|参加者)\\s?수?'),
  price:
    /^(?:참가비|회비|입장권|티켓|비용|가격|표|tickets?|price|cost|fee|参加費)\s?(?:값|가격)?(?:\s?[:：|]\s.*\d|\s[^.。]*\d[^.。]*$)/iu,
  host: label('주최\\s?[/·]\\s?주관|주최|주관|organi[sz]ers?|hosts?|主催'),
  sponsor: label('후원사?|스폰서|협찬|sponsors?|sponsored by|スポンサー|協賛'),
  next: label('내년|다음|next(?: year| one)?|次回'),
  video: label('영상|녹화|videos?|recordings?|動画'),
  slides: label('발표\\s?자료|슬라이드|slides?|資料'),
  audience: label('대상|난이도|audience|for|level|対象'),
  tracks: label('트랙|tracks?|トラック'),
  food: label('식사|점심|간식|다과|음료|먹거리|food|lunch|snacks?|catering|drinks?|食事|昼食|軽食'),
  gifts: label('굿즈|기념품|경품|swag|merch|goodies|giveaways?|ノベルティ|グッズ'),
  good: label('(?:좋았던|좋은|만족|the good|good|liked|良かった)\\s?[것점거]?'),
  bad: label('(?:아쉬운|아쉬웠던|나빴던|불편했던|the bad|bad|disliked|残念だった)\\s?[것점거]?'),
  aim: label('목표|목적|한\\s?줄\\s?요약|요지|goal|aim|tl;?dr|目的'),
};

/** `내년에 입사하는 분`, `来年入社`: a coming year alone is no day of the next event. */
function tellsNext(text: string): boolean {
  if (!NEXT.test(text)) return false;
  const rest = (text.split('、').find((part) => NEXT.test(part)) ?? text).replace(NEXT, ' ');
  return namesDay(rest) || SEASON.test(rest) || PLACE.test(rest) || COMES.test(rest);
}

const TELLS: Readonly<Record<EventDetail, (sentence: string) => boolean>> = {
  when: namesDay,
  where: (text) => placeFit(text) > 0,
  visit: (text) => HELD.test(text),
  who: (text) => WHO.test(text),
  crowd: (text) => CROWD.test(text),
  full: (text) => FULL.test(text) || CROWD.test(text),
  price: (text) => TICKET.test(text) && (MONEY.test(text) || FREE.test(text)),
  host: (text) => HOST.test(text),
  next: tellsNext,
  edition: (text) => EDITION.test(text),
  sponsor: (text) => SPONSOR.test(text),
  theme: (text) => THEME.test(text),
  video: (text) => RECORDED.test(text) && PUBLISHED.test(text),
  slides: (text) => SLIDES.test(text) && PUBLISHED.test(text),
  talks: (text) => TALKS.test(text),
  audience: (text) => AUDIENCE.test(text),
  aim: (text) => AIM.test(text),
  tracks: (text) => TRACKS.test(text),
  hours: tellsHours,
  food: (text) => FOOD.test(text) && GIVEN.test(text),
  gifts: (text) => GIFTS.test(text) && GIVEN.test(text),
  good: (text) => GOOD.test(text) && !BAD.test(text),
  bad: (text) => BAD.test(text),
  favourite: (text) => FAVOURITE.test(text) && OF_TALK.test(text),
  most: (text) => MOST.test(text) && (OF_TALK.test(text) || OF_PEOPLE.test(text)),
  missed: (text) => MISSED.test(text) && OF_TALK.test(text),
};

/** What a line must hold behind its label. */
const BEHIND: Readonly<Partial<Record<EventDetail, (line: string) => boolean>>> = {
  when: namesDay,
  hours: (line) => HOURS.test(line),
};

const LONGEST_LABEL = 24;
/** True for a heading or a line that only announces a detail: `### 장소`, `**Where**`, `* 開催日`. */
export const announces = (detail: EventDetail, text: string): boolean =>
  text.length <= LONGEST_LABEL &&
  /^[^:：|]+[:：]?$/u.test(text) &&
  LABEL[detail]?.test(`${text.replace(/\s?[:：]$/u, '')}: 1`) === true;

/** `Event: Google I/O 2012` of a note on one talk tells where it was given. */
const EVENT_LABEL =
  /^(?:행사명?|이벤트|컨퍼런스|콘퍼런스|(?:presented |given )?at|(?:event|conference|meetup|venue)(?: name)?|evento|conférence|veranstaltung|イベント|カンファレンス)\s?[:：|]\s?\S/iu;

/** True for a line that tells at which event a talk was given. */
export const isOfEvent = (sentence: string): boolean => EVENT_LABEL.test(sentence);

/** How well a sentence tells a detail: 0 for not at all, 2 for a line that is there for it. */
export function detailFit(detail: EventDetail, sentence: string): number {
  // A row of a table with more columns is no line for it.
  if (detail === 'price' && sentence.split(' | ').length > 2) return 0;
  if (LABEL[detail]?.test(sentence) === true && BEHIND[detail]?.(sentence) !== false) return 2;
  if (detail === 'where') return Math.max(placeFit(sentence), isOfEvent(sentence) ? 1.5 : 0);
  if (!TELLS[detail](sentence)) return 0;
  // Who paid is told by their names, and not by how many they are.
  if (detail === 'sponsor') return NAMES.test(sentence) ? 1.2 : 1;
  if (detail === 'when' && isDayAtVenue(sentence)) return 2;
  return detail === 'when' && !HELD.test(sentence) ? 0.6 : 1;
}

/** Sections that a post closes with, and those about what comes next: what holds of the event is told there too. */
export const CLOSING =
  /다음|내년|마무리|마치며|총평|정리|소식|행사|개요|\b(?:next|closing|wrap|event|conference|overview|about|what happened after|odds and ends)\b|次回|まとめ|おわり/iu;
/** Sections in which who wrote a post says how it was. */
export const IMPRESSIONS =
  /마무리|마치며|총평|느낀|소감|후기|좋았|아쉬|\b(?:closing|wrap|impressions?|verdict|thoughts|good|bad)\b|まとめ|おわり|感想/iu;
export const NEXT_HEADING = /다음\s?(?:행사|번|회|모임)|내년|\bnext (?:year|time|edition|one)\b|次回|来年/iu;

const NOTHING = /(?!)/u;
/** What a text holds at the least that tells a detail in other words than those that are looked for. */
const HOLDS: Readonly<Partial<Record<EventDetail, RegExp>>> = {
  // A date counts nobody.
  crowd:
    /(?:\d|백|천|만)\S{0,2}\s?(?:명|분[이의들]|석)|\d[\d,.k]*\+?\s(?:\p{L}+\s){0,2}(?:people|attendees|participants|visitors|guests|developers|engineers|students|folks|seats|tickets|badges|of us)\b|\b(?:hundreds?|thousands?|dozens?)\b|\d\s?[人名]/iu,
  full: FULL,
  price: new RegExp(`${MONEY.source}|${FREE.source}`, 'iu'),
  host: /주[최관]|운영[진하]|여는|\borgani[sz]e[drs]|\bhost(?:s|ed)?\b|\b(?:run|held) by\b|\bwho runs\b|主催|運営/iu,
  sponsor: SPONSOR,
  edition: /\d\s?회|\d(?:st|nd|rd|th)\b|째|첫|처음|부터|\b(?:first|edition|annual|since)\b|回/iu,
  theme: THEME,
  tracks: TRACKS,
  hours: HOURS,
  food: FOOD,
  gifts: GIFTS,
  // What was good of a talk is no answer.
  good: NOTHING,
  bad: NOTHING,
  favourite: FAVOURITE,
  most: MOST,
  missed: MISSED,
};

/** True for a text that may tell a detail, whatever its words are. */
export const mayTell = (detail: EventDetail, text: string): boolean =>
  detail === 'next' ? tellsNext(text) || PLANNED.test(text) : HOLDS[detail]?.test(text) !== false;
const PLANNED = /예정|\b(?:will|planned|scheduled|announced)\b|予定/iu;

/** True for a question for the recordings or the slides, where these are looked for. */
export const isRecorded = (detail: EventDetail, question: string): boolean =>
  (detail === 'video' && RECORDED.test(question)) || (detail === 'slides' && SLIDES.test(question));

/** True for a sentence that says of what it stands below that the author was not there. */
export const isMissed = (sentence: string): boolean => MISSED.test(sentence);

/** True for a sentence about recordings of talks: others of a post are about videos of any kind. */
export const isOfTalks = (sentence: string): boolean => TALK_VIDEOS.test(sentence);
const TALK_VIDEOS =
  /(?:발표|강연|세션|행사)\S{0,2}\s?(?:녹화|영상|동영상)|\b(?:talk|session|conference) (?:videos?|recordings?)\b|\b(?:videos?|recordings?) of (?:the |all )?(?:talks?|sessions?)\b/iu;

/** True for a sentence about another time that the event takes place. */
export const isOfNext = (sentence: string): boolean => NEXT.test(sentence);
