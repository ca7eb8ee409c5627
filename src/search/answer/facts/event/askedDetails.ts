import { usualSpelling } from '../../../words/colloquial.ts';
import { anyOf } from '../../question/anyOf.ts';
import { EVENT_DETAILS, type EventDetail } from './eventDetails.ts';

const raw = String.raw;
const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'gu');

/** Who knows little of a matter: `개발 1도 모르는 사람`, `no tech background`, `エンジニアじゃない人`. */
const LACKING: readonly string[] = [
  raw`비\s?(?:개발자?|전공자?|전문가|개발직군)`,
  raw`(?:왕?초보|입문|초심)자?`,
  raw`뉴비|문과생?|일반인`,
  raw`(?:개발자|엔지니어|프로그래머|기술자|전문가|전공자)(?:가|는|도)?\s?아니?[가-힣]{1,3}`,
  raw`(?:코딩|개발|기술|프로그래밍|컴퓨터|전문|기초)\S{0,2}\s?(?:지식\S{0,2}\s)?(?:(?:1도|하나도|전혀|아예|잘|거의|못)\s)*(?:모르|몰라|없|못\s?하)[가-힣]*`,
  raw`\S+\s(?:1도|하나도|전혀|아예)\s(?:모르|몰라)[가-힣]*`,
  raw`\S+\s(?:아니어도|아니라도|몰라도)(?=\s(?:들을|볼|읽을|이해))`,
  raw`\bnon-?\s?(?:developers?|engineers?|technical|programmers?|tech)\b`,
  raw`\b(?:beginners?|newbies?|newcomers?|novices?)\b`,
  raw`\bnot (?:an? )?(?:engineers?|developers?|programmers?|technical|experts?|techies?)\b`,
  raw`\b(?:no|without(?: any| an?)?|little) (?:tech\w*|coding|programming|engineering) ?(?:background|knowledge|experience|skills?)?\b`,
  raw`\b(?:don't|do not|doesn't|can't|cannot) (?:code|program)\b`,
  raw`初心者|非エンジニア|エンジニア(?:じゃ|では)ない`,
];
const LACKS = new RegExp(LACKING.join('|'), 'u');
const BEFORE_LACKING = raw`(?:(?:meant |aimed |good )?(?:for|at|by) (?:an? )?)?(?:(?:total|complete|absolute) )?(?:(?:i|i'm|people|someone|those|folks|anyone|ones?) )?(?:(?:who|that|with) )?(?:(?:is|are|am|'m) )?`;
const BEHIND_LACKING = raw`(?:들?(?:가|이|도|용|은|는)(?![가-힣])|한테|에게|向け|でも)?の?(?:\s?(?:사람|분)\S{0,3}|人|方)?(?:\s?(?:위한|위해|대상|맞는|들을|볼|보기|듣기|읽을|읽기|이해할)[가-힣]*)?(?:\s좋은\S*)?(?: people\b| folks\b| person\b)?`;

/** Words by which a question asks for a detail, which are no words about talks. */
const ASKED: Readonly<Partial<Record<EventDetail, RegExp>>> = {
  crowd: any(
    raw`몇(?<!(?:운영진|발표자|연사|직원|팀)\S{0,2}\s?몇)\s?명\S{0,3}(?:\s?(?:정도|쯤|이나))?(?:\s?(?:[왔옴]|모[였인]|참[가석]|신청|등록|있었|갔|들어갔)[가-힣]{0,5})?`,
    raw`(?:참가자|참석자|관객|참가\s?인원|인원|등록자|신청자)\s?(?:수|몇|얼마|규모)?\S{0,3}`,
    raw`how many (?:registered|attended|came|signed up|turned up|showed up)\b`,
    raw`how many (?:people|ppl|folks|attendees|participants|visitors|guests)\b(?: (?:were there|came|attended|turned up|showed up|went|were|did|come|attend|go)\b)*`,
    raw`(?:何[人名]|参加者数?)(?:くらい|ぐらい)?(?:が|は)?(?:来|集ま|参加|い)?[ぁ-ん]*`,
  ),
  price: any(
    raw`^(?:행사\S*\s)?(?:무료|공짜|유료)(?:야|임|인가요?|였\S*|[예에]요|이에요)\s*[?？]*$`,
    raw`(?:티켓|입장권|참가권|참가비|참가\s?비용|입장료|등록비|회비|(?<![가-힣])표)\s?(?:값|가격|요금|비용)?(?:\S{0,2}\s?(?:얼마\S*|무료\S*|공짜\S*|유료\S*)|(?:이랑|랑|하고|과|와|[은는이가도])?(?![가-힣]))`,
    raw`\b(?:what did (?:a|the) )?(?:how much (?:was|were|is|are|did|does|for) )?(?:(?:a|the|to get) )?(?:tickets?|admission|entry|(?:entrance|entry|registration|conference) fees?)\b(?: (?:price|cost|fee)s?)?`,
    raw`how much (?:(?:did|was|is|does) it(?: cost)? )?to (?:get in|attend|enter|go|join)\b`,
    raw`\b(?:student|early[- ]bird|regular|group) (?:prices?|fees?|rates?|discounts?)\b|(?:학생|얼리버드|단체|일반)\s?(?:가격|요금|할인|할인가|표|티켓)(?:[은는이가도])?(?![가-힣])`,
    raw`(?:チケット|参加費|入場料)(?:代|の?値段|料金)?(?:は|が)?(?:いくら\S*|無料\S*)?`,
  ),
  host: any(
    raw`(?:누가\s)?주[최관]\S{0,4}(?:\s(?:누가|누구|어디)\S{0,3})?`,
    raw`(?:누가|어느\s?(?:회사|단체|곳)(?:가|에서))\s?(?:여는|연|열었\S*|운영\S*)(?:\s?(?:행사|모임|거|건)\S{0,3})?`,
    raw`(?:어느|무슨|어떤)\s?(?:회사|기업|단체|업체)(?:가|의|에서|이)?\s?(?:한|하는|연|여는)?\s?(?=(?:행사|이벤트|모임|컨퍼런스|콘퍼런스|밋업|세미나)(?:야|임|지|예요|에요|이야|이에요|인가요?|였[가-힣]+|죠|냐|$|\s*[?？]))`,
    raw`(?:운영진|운영\S{0,2}\s?(?:하는|누가|주체))\S{0,3}(?:\s(?:누구|누가|어디|사람)\S{0,3})?`,
    raw`\bwho (?:organi[sz]ed|organi[sz]es|hosted|hosts|ran|runs|held)\b(?! (?:the |these |those |all |each )*(?:talks?|sessions?))`,
    raw`\bwho(?:'s| is| was) behind\b`,
    raw`\b(?:run|organi[sz]ed|hosted|held|put on) by(?: (?:whom?|an?))?\b`,
    raw`\borgani[sz]ers?\b`,
    raw`(?:誰が|どこが)?主催(?:者)?(?:は|が)?`,
  ),
  next: any(
    raw`(?:내년|다음\s?(?:번|해|회|차|행사|모임)?)(?:에는|에도|에|엔|은|의|도)?(?![가-힣])`,
    raw`다음(?=\s[가-힣])|차기|(?<![가-힣])또\s?(?:하|한|해|할|열)(?!나)[가-힣]{0,4}`,
    raw`\bnext (?:year(?:'?s)?|time|edition|event|one)\b|\bnext\b`,
    raw`\b(?:the )?(?:20\d\d|upcoming|following) (?:edition|event|conference|one)\b`,
    raw`\banother (?:one|edition|event|year|time)\b|\b(?:happen|held|take place) again\b`,
    raw`次回|来年|次は`,
  ),
  edition: any(
    raw`몇\s?(?:회|번)\s?째?(?:로|에)?\s?(?:열린|열리는|하는|행사|대회|모임)(?:\s?(?:행사|거|건))?\S{0,3}`,
    raw`몇\s?회\s?(?:째|차)?(?![가-힣]{3})\S{0,4}`,
    raw`\b(?:how many|which|what) editions?\b|\bhow many times (?:has|was|did)\b`,
    raw`第?何回目?[ぁ-ん]{0,3}`,
  ),
  sponsor: any(
    raw`(?:스폰서|후원(?:사|한|했)?|협찬)\S{0,3}(?:\s(?:누구|누가|어디)\S{0,4})?`,
    raw`\bsponsors?(?:ed|ing)?\b`,
    raw`スポンサー|協賛`,
  ),
  audience: any(
    raw`누구[를을]?\s?(?:들으라고|보라고|위한|위해|대상|한테)\S*`,
    raw`(?:대상|청중)(?:[이은는]\s?(?:누구|어떤|뭐)\S*|(?=\s|$|\?))`,
    raw`(?:어떤|무슨)\s?(?:사람|분)(?:들?이?\s?)(?:들으면|보면|듣기)\S*(?:\s좋\S*)?`,
    raw`\bwho(?:m)? (?:is|was|are|were)(?=.*\b(?:for|aimed at)\s*\??$)|\bfor whom\b`,
    `${BEFORE_LACKING}(?:${LACKING.join('|')})${BEHIND_LACKING}`,
    raw`(?<=[가-힣])(?:한테|에게)\s?(?:추천|좋은|맞는|권할)\S*`,
    raw`\baimed at\b|\b(?:target|intended) audience\b|誰向け\S*|対象(?:者)?は`,
  ),
  aim: any(
    raw`(?:목표|목적|취지)(?:[가이은는도])?(?:\s?(?:뭐|뭔|무엇|어떻)\S*)?`,
    raw`\b(?:goals?|aims?|purpose)\b(?: of)?`,
    raw`(?:目的|目標|狙い)(?:は|って)?(?:何|なに)?\S*`,
  ),
  theme: any(
    raw`\S*(?:관통|꿰)\S*(?:\s\S*(?:주제|생각|키워드|메시지|테마)\S{0,3})?`,
    raw`(?:행사|전체|올해|이번)\S{0,2}\s(?:주제|테마|열쇠말|슬로건)\S{0,4}`,
    raw`(?<![가-힣])(?:테마|슬로건|열쇠말)\S{0,3}`,
    raw`^\s*주제(?:는|가)?\s?(?:뭐|무엇)\S*\s*[?？]*$`,
    raw`\b(?:overall |main |common )?(?:themes?|slogan|motto|common thread)\b`,
    raw`\b(?:one |main )?idea (?:that )?(?:ties|runs|links|connects)\b(?:.*\b(?:together|through)\b)?`,
    raw`(?:全体の)?テーマ(?:は|って)?`,
  ),
};

/** How a text says that it is for those who know little of a matter. */
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

/** True where who knows little of a matter is asked for. */
export const isForBeginners = (question: string): boolean => LACKS.test(question.toLowerCase());

/** Words that a sentence had better hold for the sake of whom a question is about. */
export const audienceWords = (question: string): readonly string[] =>
  isForBeginners(question) ? FOR_BEGINNERS : [];

const ASKS_DETAIL = anyOf(Object.values(ASKED));

/** The details that a question asks for by name, and what is left of it. */
export function readDetails(question: string): {
  readonly details: readonly EventDetail[];
  readonly left: string;
} {
  let left = usualSpelling(question.toLowerCase()).replaceAll('’', "'");
  if (!ASKS_DETAIL.test(left)) return { details: [], left: question };
  const details = EVENT_DETAILS.filter((detail) => {
    const pattern = ASKED[detail];
    const before = left;
    if (pattern !== undefined) left = left.replace(pattern, ' ');
    return left !== before;
  });
  return { details, left };
}
