import { anyOf } from '../../question/anyOf.ts';
import { FOR_WHO_LACKS } from './audience.ts';

const raw = String.raw;

// Classes of words that expressions are made of.
const HELD = '(?:열린|열렸던|개최된|개최한|진행된|있었던)';
const TIME = '(?:년도?|월|요일|날짜?|일|해|때|시점|시기)';
const TIMES = '(?:day|date|month|year|weekday|time)s?';
const SPOTS = '(?:building|hall|hotel|room|city|country|place)';
const TALK = '(?:세션|발표|강연)';
const TALKS = '(?:talks?|sessions?|presentations?|speakers?)';
const EVENTS = '(?:행사|이벤트|모임|컨퍼런스|콘퍼런스|밋업|세미나)';
const ORG = '(?:회사|기업|단체|업체|모임|곳|데|사람|분)';
const COUNT = '(?:[두세네]|다섯|여섯|two|three|four|five|six|\\d+)';
/** What holds of all the talks, or joins them. */
const OF_ALL = raw`(?:공통(?:된|적인|으로)?|핵심|전체|중심|주요|큰|하나의|[가-힣]*(?:관통|꿰|아우르|아울|엮|묶)[가-힣]*|(?:다\s?같이|다\s?함께|모두가?|하나같이|계속|자꾸|거듭|반복해서)\s[가-힣]+[는은]|(?:하고|말하고|전하고)\s?(?:싶은|싶었던|자\s?하는)|(?:말\s?)?(?:하려|전하려)[던는]?)`;
const MATTER =
  '(?:키워드|메시지|메세지|생각|주장|아이디어|이야기|얘기|주제|테마|말|줄기|틀|흐름|그림|맥락|뜻|것|거|게|바|점)';
const MAIN =
  '(?:main|big|key|core|central|overall|overarching|underlying|unifying|one|common|red|connecting|general)';
const POINT =
  '(?:idea|message|point|thread|thought|subject|theme|topic|denominator|ground|takeaway|upshot|bottom line)s?';
const JOINS = '(?:ties?|runs?|links?|connects?|unites?|binds?|joins?|shares?)';

/** An expression of several words, in any letters and as often as it stands. */
const said = (...sources: readonly string[]): RegExp => new RegExp(sources.join('|'), 'gu');

/** Expressions of several words, and the word that they stand for in a question about the sessions. */
const PHRASES: readonly (readonly [expression: RegExp, word: string])[] = [
  // When and where it was.
  [
    said(
      raw`얼마나\s?(?:된|오래)[가-힣]*|(?:하루|며칠|몇일)\s?(?:짜리|동안|간)|몇\s?년\s?전|언제\s?적`,
      raw`(?:${HELD}|무슨|어느|어떤|몇|며칠|몇일)\s?${TIME}(?!\S*부터)(?=$|[이에인였쯤달꺼거지도생은열]|\s|[?？])`,
      raw`\b(?:what|which) ${TIMES}\b(?: of (?:the )?(?:week|month|year)\b)?`,
    ),
    '언제',
  ],
  [
    said(
      raw`\bhow (?:recent|long ago|many (?:years|months|weeks) ago|old (?:is|was|are|were))\b`,
      raw`\b(?:is|was) (?:this|it) (?:recent|new|old)\b`,
    ),
    'when ',
  ],
  [said('何(?:年|月|日|曜日)+|開催(?:日時?|時期)'), 'いつ '],
  [
    said(
      raw`(?:${HELD}|(?<!${TALK})(?:한|했던))\s?(?:곳|데)(?=$|[은이인가예였]|\s|[?？])`,
      raw`\b(?:in |which |what ){1,2}${SPOTS}\b(?= (?:was|did|were|is))|\bwhereabouts\b`,
      '開催(?:地|場所)|会場名',
    ),
    '열린 어디',
  ],
  [said(raw`\bt(?:akes?|ook|aken|aking) place\b`), 'held'],
  [said(raw`\b(?:on[- ]site|in[- ]person)\b|줌(?:으로|에서)\s?(?=했|하|진행|열|개최)`), '온라인 '],
  // Whom or what a word is about that stands behind another.
  [said('(?<=[가-힣])(?:꺼|껀|껄)(?=[는은이가도야였지]|\\s|[?？]|$)'), ' 거'],
  [
    said(
      raw`(?<=${TALK})(?:한|했던)\s?(?:곳|데)(?=$|[은이가]|\s|[?？])`,
      raw`어디에?서?\s?(?:나와서|나온|나오신|오신|온)(?=\s?(?:발표|강연|사람|분|연사|거))`,
    ),
    ' 어느 회사',
  ],
  [said('([一二三四五六七八九十\\d]+)(?:つ|本|番|回)目'), ' $1 번째 '],
  [
    said(
      raw`몇\s?분\s?(?:짜리|씩|동안|간|걸[리려렸]|진행)\S*|(?<=${TALK})\s?(?:길이|시간)\S{0,2}\s?(?:얼마|몇\s?분)\S*`,
      raw`\bhow (?:long|many minutes) (?:was|were|is|are|did|does|do) (?=(?:\S+ ){0,3}?${TALKS}\b)`,
    ),
    'duration ',
  ],
  // How full it was.
  [
    said(
      raw`사람(?:들)?(?:이|은|도)?\s?(?:많[았이은]|몰[렸려]|꽉|붐[볐비]|북적)[가-힣]*|(?:자리|좌석)(?:가|는|이)?\s?(?:꽉|모자라|부족)[가-힣]*`,
      raw`\b(?:was|were) (?=(?:\S+ ){0,6}?(?:packed|crowded|full|well attended)\b)|\b(?:packed|crowded|well[- ]attended|full house)\b`,
    ),
    ' 만석 ',
  ],
  // Which talks there were.
  [
    said(
      raw`\bwhat (?:else )?(?:(?:was|were|got) (?:presented|shown|talked about)|did (?:they|people|the ${TALKS}) (?:present|show|talk about|speak about|do))\b`,
      raw`1\s?번?\s?(?:부터|에서|~|-)\s?\d{1,2}\s?번?\s?(?:까지)?(?=\s)|(?:첫\s?번?째?|처음)\s?부터\s(?:마지막|끝)\s?까지`,
    ),
    'list talks ',
  ],
  [
    said(
      raw`(?<=${TALK}[가이은는]?)\s(?:수(?=[는가를]?(?:\s|[?？]|$))|얼마나)|\bhow many (?:parts|entries)\b`,
    ),
    ' 몇개 세션',
  ],
  [said(raw`누구(?:의|네)?\s?(?=입장|관점|시각|시선|눈[으에])`), '어떤 '],
  [said(raw`일정\s(?=표|순)`), '시간표 '],
  [
    said(
      raw`(?:오프닝|여는|시작하는)\s?(?=${TALK})|시작할\s?때|처음에\s?한|\bopening (?=${TALKS})`,
      raw`(?<=\bwho )(?:opened|started|began|kicked off)\b`,
    ),
    'first ',
  ],
  [
    said(
      raw`(?:클로징|닫는|끝맺는)\s?(?=${TALK})|\bclosing (?=${TALKS})`,
      raw`(?<=\bwho )(?:closed|ended|finished|wrapped up)\b`,
    ),
    'last ',
  ],
  [said(raw`맨\s?(?=처음|앞|끝|마지막|뒤)`), ''],
  [
    said(
      raw`(?<=(?:번째?|세션|발표|강연|시간)\S{0,3}\s?)하려(?:던|는|고\s?한)\s?(?:것|[거게건바])(?=[은이가]|\s|[?？]|$)`,
      raw`\bset out to(?: (?:do|achieve|show|prove))?\b|(?:目的|目標|狙い)(?:は|って)?(?:何|なに)?\S*`,
    ),
    ' aim ',
  ],
  // What all of it was about.
  [said(raw`\bsum up\b|\btl;?\s?dr\b`), 'summary'],
  [
    said(
      raw`${OF_ALL}\s?${COUNT}?\s?${MATTER}(?=[은는이가을를의로들인였일]|\s|[?？]|$)`,
      raw`\b(?:(?:${MAIN} )?${POINT} (?:that )?|what )${JOINS}\b(?: (?:all|the|these|those|them|${COUNT}))*(?:.*\b(?:together|through)\b)?|\b(?:the )?${MAIN} ${POINT}\b`,
      raw`\bin common\b|\b${TALKS} (?:all )?share\b|\b(?:takeaways?|upshot|bottom line)\b`,
    ),
    ' 공통 테마',
  ],
  [
    said(
      raw`${EVENTS}\S{0,2}\s(?:주제|테마|열쇠말|슬로건)\S{0,4}|^\s*주제[는가]?\s?(?:뭐|무엇)\S*\s*[?？]*$`,
      raw`\bwhat (?:field|area|domain|subject)s?\b|\b(?:focus|point) of (?=the|this|it|all)|\bwhat (?:was|is|were) (?:it|this|that|they) (?:all )?about\b`,
    ),
    ' 전체 테마 ',
  ],
  [
    said(
      raw`\b(?:in general|all in all|in (?:a nutshell|a word|short|brief|(?:one|a) sentence)|on the whole|as a whole|the whole thing)\b`,
      raw`한\s?(?:줄|마디|문장)[으]?로`,
    ),
    '전반 ',
  ],
  [said(raw`(?:뭘|무엇을|무슨\s?말을?)\s?(?:말하|얘기하|이야기하)[가-힣]+`), '뭘 다루는'],
  // What is asked of the event as a whole.
  [said(raw`(참가|참석|등록|신청|입장)\s(?=인원|비용|비(?![가-힣]{2})|료)`), '$1'],
  [said(raw`돈\s?(?:을\s)?(?:내|받)\S*(?=\s?(?:들어|입장|참가|참석|가야|가는|하는|행사))`), '참가비 '],
  [
    /(?<!(?:운영진|발표자|연사|직원|팀)\S{0,2}\s?)몇\s?명\S{0,3}(?:\s?(?:정도|쯤|이나))?(?:\s?(?:[왔옴]|모[였인]|참[가석]|신청|등록|있었|갔|들어갔)[가-힣]{0,5})?/gu,
    '몇명 ',
  ],
  [
    /사람\S{0,2}\s?(?:많이|몇)\s?[왔옴모참]\S*|\bhow (?:big|large) (?:was|is|were) (?=(?:the |this )?(?:crowd|event|conference|audience))|\bhow many (?:people|ppl|folks|attendees|participants|visitors|guests|registered|attended|came|signed up|(?:turned|showed) up)\b(?: (?:were there|came|attended|(?:turned|showed) up|went|were|did|come|attend|go)\b)*|(?:何[人名]|参加者数?)(?:くらい|ぐらい)?[がは]?(?:来|集ま|参加|い)?[ぁ-ん]*/gu,
    ' headcount ',
  ],
  [
    said(
      raw`\bhow much (?:(?:did|was|is|does) it(?: cost)? )?to (?:get in|attend|enter|go|join)\b|\b(?:entrance|registration|conference) fees?\b`,
      raw`(?:チケット|参加費|入場料)(?:代|の?値段|料金)?[はが]?(?:いくら\S*|無料\S*)?`,
    ),
    ' admission ',
  ],
  [said(raw`\bhow much(?: (?:was|were|is|are|did|does|for))?\b`), ' 얼마 '],
  [
    said(
      raw`(?<=(?:주[최관]|스폰서|후원|협찬)\S{0,4})\s(?:누가|누구|어디)\S{0,4}`,
      raw`(?:누가|누구|어디|(?:어느|무슨|어떤)\s?${ORG})(?:에?서|가|이)?\s?(?=주[최관]|후원|협찬)`,
    ),
    '',
  ],
  [
    said(
      raw`누가\s?(?:여는|연|열었\S*|운영\S*)(?:\s?(?:행사|모임|거|건)\S{0,3})?|운영\S?\s?(?:누가|주체)\S{0,3}`,
      raw`(?:이[거걸]|행사\S?|(?:어느|무슨|어떤)\s?${ORG}(?:가|의|에서|이)?)\s?(?:연|여는|운영하는)\s?(?:${ORG}|거|건)\S{0,2}(?:\s(?:누구|누가|어디)\S*)?`,
      raw`(?:어느|무슨|어떤)\s?${ORG}(?:가|의|에서|이)?\s?(?:한|하는|연|여는)?\s?(?=${EVENTS}(?:야|임|지|예요|에요|이야|이에요|인가요?|였[가-힣]+|죠|냐|$|\s*[?？]))`,
    ),
    ' 주최 ',
  ],
  [
    said(
      raw`\bwho (?:organi[sz]e[ds]|hosted|hosts|ran|runs|held)\b(?! (?:the |these |those |all |each )*(?:talks?|sessions?))`,
      raw`\bwho(?:'s| is| was) behind\b|\b(?:run|organi[sz]ed|hosted|held|put on) by(?: (?:whom?|an?))?\b|(?:誰が|どこが)?主催者?[はが]?`,
    ),
    ' who organizer ',
  ],
  [
    said(
      raw`(?<![가-힣])또\s?(?:언제\s?|어디서\s?)?(?:하(?!나(?!요))|한|함|해|할|했|열)[가-힣]{0,4}`,
      raw`\bnext (?:year(?:'?s)?|yr|time|edition|event|one)\b|\banother (?:one|edition|event|year|time)\b|\b(?:happen|held|take place) again\b|\b(?:upcoming|following) (?:edition|event|conference|one)\b|次回|来年|次は`,
    ),
    ' next ',
  ],
  [
    said(
      raw`몇\s?(?:회|번)\s?[째차]?[로에]?\s?(?:열린|열리는|하는|행사|대회|모임)(?:\s?(?:행사|거|건))?\S{0,3}|몇\s?회\s?[째차]?(?![가-힣]{3})\S{0,4}`,
      raw`몇\s?년도?\s?부터\s?(?:시작|열[린리렸]|[한하해했])\S*|(?:처음|최초)(?:으로)?\s?(?:열[린렸]|시작[한된됐했])\S{0,2}(?:\s(?:해|때|[거것게건])\S{0,3})?`,
      raw`\bsince (?:when|what year)\b|\bhow many times (?:has|was|did)\b|第?何回目?[ぁ-ん]{0,3}`,
    ),
    ' editions ',
  ],
  [said('スポンサー|協賛'), ' sponsors '],
  [
    said(
      raw`누구[를을]?\s?(?:들으라고|보라고|위한|위해|대상|한테)\S*(?:\s(?:한|하는|만든)\s(?:시간|자리|거)\S{0,3})?|(?:어떤|무슨)\s?(?:사람|분)(?:들?이?\s?)(?:들으면|보면|듣기)\S*(?:\s좋\S*)?|누가\s?(?:들으면|보면|읽으면)\s?(?:좋|되|돼|도움)\S*|(?<=[가-힣])(?:한테|에게)\s?(?:추천|좋은|맞는|권할)\S*`,
      raw`\bwho(?:m)? (?:is|was|are|were)(?=.*\b(?:for|aimed at)\s*\??$)|\bfor whom\b|\baimed at\b|\b(?:target|intended) audience\b|誰向け\S*|対象者?は`,
    ),
    ' audience-of ',
  ],
  [FOR_WHO_LACKS, ' beginners-of '],
  // How the bot is used.
  [
    said(
      raw`(?:어떻게|어케|어떡해|어찌)\s?(?:써|쓰|쓸|사용|이용|활용)[가-힣]*(?:\s(?:거|건|것|수)[가-힣]*(?:\s있[가-힣]*)?)?`,
      raw`(?:の|を)?(?:使い方|使いかた|使用方法|利用方法|ヘルプ)`,
    ),
    ' 사용법 ',
  ],
  // Who wrote, who spoke, and what there is to watch.
  [said(raw`누가\s?(?:정리|기록|요약)(?:한|했|하신|해)\S*|誰が書(?:い|き)\S*`), ' author '],
  [said(raw`\bwhere (?:can|could|do|to) (?:(?:i|we|you) )?(?:re-?)?watch\b`), 'videos'],
  [
    said(
      raw`${TALK}에\s참[여가]한\s?(?=사람|분)|(?:어떤|어느|무슨)\s?(?:분|사람)들?(?:이|께서)|(?:연단|무대|강단|단상)에\s?(?:섰|선|올랐|오른|나왔)[가-힣]*`,
      raw`\bwho (?:delivered|did|led|held|took) (?:all )?(?:the |these |those )?${TALKS}\b`,
      raw`\bwho (?:was|were|is|are) talking\b|\bwho (?:was|were)(?: the)?(?: \w+)?(?: (?:people|persons|folks|speakers))? on (?:the )?stage\b`,
    ),
    ' 발표자 ',
  ],
  [said(raw`(?<=첫|마지막|다음|째)\s?(?:타자|주자)`), ' 발표자'],
  [
    said(
      raw`(?<=첫|처음|마지막|끝|째|\d번)\s?(?:시간|순서|차례|타임)(?=[은는이가을를에엔의도때]|\s|[?？]|$)`,
    ),
    ' 세션',
  ],
  [
    said(
      raw`\b(?:touch|deal|focus|centre|center)(?:e[sd]|s|d|ing)? (?:up)?(?:on|with|around)\b|\btouch(?:es|ed|ing)?\b|\b(?:dedicated|devoted) to\b`,
    ),
    'about',
  ],
  // What was missed.
  [
    said(
      raw`(?:현장\S?\s|행사\S?\s|발표\S?\s)?못\s?(?:갔|간|가서|가는|본|봤|들었|들은)[가-힣]*(?:\s?(?:거|것))?(?=.*(?:영상|녹화|자료|보|볼|봐))`,
    ),
    '',
  ],
  [said(raw`(못|안)\s(?=들은|들[었을]|봤|본|간|갔|좋)`), '$1'],
  [said(raw`다시\s?(?:보려면|보고|볼|보는|들으려면|들을)`), '다시보기 '],
  // What says nothing of it.
  [
    said(
      raw`(?:공유|안내|나열|열거)\s?(?:좀|부탁\S*|해\s?\S*|[됐되돼]\S*)?\s*[?？]*\s*$`,
      raw`\bbelong(?:s|ed|ing)?(?: to)?\b|\b(?:in |at )?this time(?: around)?\b|\b(?:no|nr|num|number)\.? ?(?=\d)`,
    ),
    '',
  ],
  [said(raw`(?:마지막|끝|뒤)에서\s?(첫|두|세|네|다섯|\d+)\s?번째`), '뒤$1번째'],
  [
    said(raw`\b(?:second|next)[- ](?:to|from)[- ](?:the[- ])?last\b|\bpenultimate\b|\bsecond[- ]last\b`),
    '뒤두번째',
  ],
];
const ANY = anyOf(PHRASES.map(([expression]) => expression));

/** A question with each expression of several words as one. @param lower in lower case */
export const asWords = (lower: string): string =>
  ANY.test(lower)
    ? PHRASES.reduce((text, [expression, word]) => text.replace(expression, word), lower)
    : lower;
