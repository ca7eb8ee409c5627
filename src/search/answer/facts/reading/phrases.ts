import { anyOf } from '../../question/anyOf.ts';
import { FOR_WHO_LACKS } from './audience.ts';

/** Expressions of several words, and the word that they stand for in a question about the sessions. */
const PHRASES: readonly (readonly [expression: RegExp, word: string])[] = [
  // When it was.
  [/몇\s(?=(?:월|년도?|일)(?:이|에|날|인|였|쯤|달|꺼|거|지|도|생|\s|[?？]|$))/gu, '몇'],
  [/얼마나\s?(?:된|오래[가-힣]*)|(?:하루|며칠)짜리|(?:며칠|몇일)\s?(?:동안|간)/gu, '언제'],
  [/\bhow recent\b|\b(?:is|was) (?:this|it) (?:recent|new|old)\b/gu, 'when'],
  [/(?:며칠|몇일)\s?날(?:짜)?/gu, '며칠'],
  [/무슨\s?요일|(?:어느|무슨|어떤)\s?날(?![가-힣]{2}|짜)|몇년\s?전|언제\s?적/gu, '언제'],
  [/\bhow old (?:is|was|are|were)\b/gu, 'when was'],
  [/\b(?:what|which) (?:day|date|month|year|weekday)s?\b(?: of (?:the )?(?:week|month|year)\b)?/gu, 'when'],
  [/\bhow long ago\b|\bhow many (?:years|months|weeks) ago\b/gu, 'when'],
  [/何(?:年|月|日|曜日)+/gu, 'いつ'],
  [/開催(?:日時?|時期)/gu, 'いつ '],
  [/\bwhens\b|\b(?:what|which) time of (?:the )?year\b/gu, 'when'],
  [/(?:열린|열렸던|개최된|개최한|진행된|있었던)\s?(?:해|날|때|시점|시기)(?![가-힣]{2})/gu, '언제'],
  // Where it was.
  [
    /(?:열린|열렸던|개최된|개최한|진행된|(?<!발표|강연)(?:한|했던))\s?(?:곳|데)(?=$|[은이인가예였]|\s|[?？])/gu,
    '열린 어디',
  ],
  [/\bwheres\b|\bwhereabouts\b/gu, 'where'],
  [/\b(?:takes?|took|taken|taking) place\b/gu, 'held'],
  [
    /\b(?:in|which|what) (?:building|hall|hotel|room|city|country|place)\b(?= (?:was|did|were|is))/gu,
    'where',
  ],
  [/\b(?:on[- ]site|in[- ]person)\b/gu, 'onsite'],
  [/현장\s?(?=행사|진행|참석|개최)/gu, '오프라인 '],
  [/줌(?:으로|에서)\s?(?=했|하|진행|열|개최)/gu, '온라인 '],
  [/開催(?:地|場所)|会場名/gu, 'どこ '],
  // Whom or what a word is about that stands behind another.
  [/(?<=[가-힣])(?:꺼|껀|껄)(?=[는은이가도야였지]|\s|[?？]|$)/gu, ' 거'],
  [/(발표|강연|세션)(?:한|했던)\s?(?:곳|데)(?=$|[은이가]|\s|[?？])/gu, '$1 어느 회사'],
  [/어디에?서?\s?(?:나와서|나온|나오신|오신)\s?(?=발표|강연|사람|분|연사|거)/gu, '어느 회사 '],
  [/누구(?:의|네)?\s?(?=입장|관점|시각|시선|눈[으에])/gu, '어떤 '],
  [/([一二三四五六七八九十\d]+)(?:つ|本|番|回)目/gu, ' $1 번째 '],
  // How long a talk takes.
  [
    /몇\s?분\s?(?:짜리|씩|동안|간|걸[리려렸]|진행)\S*|(?<=발표|세션|강연)\s?(?:길이|시간)\S{0,2}\s?(?:얼마|몇\s?분)\S*|\bhow (?:long|many minutes) (?:was|were|is|are|did|does|do) (?=(?:\S+ ){0,3}?(?:talks?|sessions?|presentations?)\b)/gu,
    'duration ',
  ],
  // Which talks there were.
  [
    /\bwhat (?:else )?(?:was|were|got) (?:presented|shown|talked about)\b|\bwhat (?:else )?did (?:they|people|the (?:speakers|presenters)) (?:present|show|talk about|speak about|do)\b/gu,
    'which talks',
  ],
  [/1\s?번?\s?(?:부터|에서|~|-)\s?\d{1,2}\s?번?\s?(?:까지)?(?=\s)/gu, '전부 세션 '],
  [/몇\s?(?:부작|편짜리|강(?=[이예]|\s|$))/gu, '세션 몇개'],
  [/(발표|세션|강연)([가이은는]?)\s(?:수(?=[는가를]?(?:\s|[?？]|$))|얼마나)/gu, '$1 몇개'],
  [/일정\s(?=표|순)/gu, '시간표 '],
  [/(?:오프닝|여는|시작하는)\s?(?=세션|발표|강연)|\bopening (?=talk|session|presentation|speaker)/gu, '첫 '],
  [
    /(?:클로징|닫는|끝맺는)\s?(?=세션|발표|강연)|\bclosing (?=talk|session|presentation|speaker)/gu,
    '마지막 ',
  ],
  [/시작할\s?때|처음에\s?한/gu, '첫 '],
  [/맨\s?(?=처음|앞|끝|마지막|뒤)/gu, ''],
  [/\bsum up\b|\btl;?\s?dr\b/gu, 'summary'],
  [/\btable of contents\b|\brunning order\b/gu, 'agenda'],
  [/\bline[ -]up\b/gu, 'lineup'],
  [/첫\s?번?째?\s?부터\s(?:마지막|끝)\s?까지|처음\s?부터\s끝\s?까지/gu, '전부 세션 '],
  // What all of it was about.
  [/\S*(?:관통|꿰)\S*(?:\s\S*(?:주제|생각|키워드|메시지|테마)\S{0,3})?/gu, '공통 테마'],
  [
    /(?:행사|전체|올해|이번)\S{0,2}\s(?:주제|테마|열쇠말|슬로건)\S{0,4}|^\s*주제[는가]?\s?(?:뭐|무엇)\S*\s*[?？]*$/gu,
    '전체 테마',
  ],
  [/\bidea (?:that )?(?:ties|runs|links|connects)\b(?:.*\b(?:together|through)\b)?/gu, 'common theme'],
  [
    /\b(?:main|big|key|core|central|overall|overarching|underlying|one) (?:idea|message|point|thread|thought|subject)\b/gu,
    'theme',
  ],
  [
    /\b(?:common|red|connecting) (?:thread|theme|topic|denominator|ground|idea)\b|\bin common\b/gu,
    'common theme',
  ],
  [
    /\bin general\b|\b(?:all in all|in (?:a nutshell|a word|short|brief|(?:one|a) sentence)|on the whole|as a whole|the whole thing|overall)\b/gu,
    'overall',
  ],
  [/공통(?:된|적인)?\s?(?:키워드|메시지|메세지|생각|주장|아이디어|이야기)/gu, '공통 테마'],
  [/(?:핵심|전체|중심|주요)\s?(?:키워드|메시지|메세지|생각|주장|아이디어|이야기)/gu, '전체 테마'],
  [
    /(?:하고\s?싶은|하고자\s?하는|하려[던는]|전하(?:려는|려던|고자\s?하는|고\s?싶은))\s?(?:말|메시지|메세지|이야기|얘기)/gu,
    '전체 테마',
  ],
  [/말(?:을|만)?\s?하(?:려[던는]?|고\s?싶은|고자\s?하는)\s?(?:것|거|게|바)?/gu, '전체 테마'],
  [
    /(?:다\s?같이|다\s?함께|모두가?|하나같이|공통(?:적)?으로)\s?(?:말하|이야기하|얘기하|주장하|강조하|다루|흐르)는\s?(?:것|거|게|바|점|생각|주제|메시지|이야기)/gu,
    '공통 테마',
  ],
  [
    /(?:계속|자꾸|반복해서|거듭)\s?(?:나오는|등장하는|언급되는|말하는)|공유하는\s?(?=주제|생각|테마)|중심\s?(?=주제|생각)/gu,
    '공통 ',
  ],
  [/\b(?:talks|sessions|presentations) (?:all )?share\b/gu, 'talks common'],
  [/큰\s?(?:줄기|틀|흐름|그림|주제|맥락|메시지|메세지|이야기|뜻)/gu, '전체 테마'],
  [/한\s?(?:줄|마디|문장)[으]?로/gu, '결국 '],
  [/イベント名|行事名/gu, 'イベント 名前'],
  // What is asked of the event as a whole.
  [/(참가|참석|등록|신청|입장)\s(?=인원|비용|비(?![가-힣]{2})|료)/gu, '$1'],
  [/돈\s?(?:을\s)?(?:내|받)\S*(?=\s?(?:들어|입장|참가|참석|가야|가는|하는|행사))/gu, '참가비 '],
  [
    /(?<!(?:운영진|발표자|연사|직원|팀)\S{0,2}\s?)몇\s?명\S{0,3}(?:\s?(?:정도|쯤|이나))?(?:\s?(?:[왔옴]|모[였인]|참[가석]|신청|등록|있었|갔|들어갔)[가-힣]{0,5})?/gu,
    '몇명 ',
  ],
  [
    /사람\S{0,2}\s?(?:많이|몇)\s?[왔옴모참]\S*|\bhow (?:big|large) (?:was|is|were) (?=(?:the |this )?(?:crowd|event|conference|audience))|\bhow many (?:people|ppl|folks|attendees|participants|visitors|guests|registered|attended|came|signed up|(?:turned|showed) up)\b(?: (?:were there|came|attended|(?:turned|showed) up|went|were|did|come|attend|go)\b)*|(?:何[人名]|参加者数?)(?:くらい|ぐらい)?[がは]?(?:来|集ま|参加|い)?[ぁ-ん]*/gu,
    ' headcount ',
  ],
  [
    /\bhow much (?:(?:did|was|is|does) it(?: cost)? )?to (?:get in|attend|enter|go|join)\b|\b(?:entrance|registration|conference) fees?\b|(?:チケット|参加費|入場料)(?:代|の?値段|料金)?[はが]?(?:いくら\S*|無料\S*)?/gu,
    ' admission ',
  ],
  [/\bhow much(?: (?:was|were|is|are|did|does|for))?\b/gu, ' 얼마 '],
  [/((?:주[최관]|스폰서|후원|협찬)\S{0,4})\s(?:누가|누구|어디)\S{0,4}/gu, '$1'],
  [/(?:누가|누구|어디|어느\s?(?:회사|단체|곳|데))(?:에?서|가|이)?\s?(?=주[최관]|후원|협찬)/gu, ''],
  [
    /누가\s?(?:여는|연|열었\S*|운영\S*)(?:\s?(?:행사|모임|거|건)\S{0,3})?|운영\S?\s?(?:누가|주체)\S{0,3}|(?:이[거걸]|행사\S?)\s?(?:연|여는|운영하는)\s?(?:모임|단체|회사|곳|데|사람|분)\S{0,2}(?:\s(?:누구|누가|어디)\S*)?/gu,
    ' 주최 ',
  ],
  [
    /(?:어느|무슨|어떤)\s?(?:회사|기업|단체|업체)(?:가|의|에서|이)?\s?(?:한|하는|연|여는)?\s?(?=(?:행사|이벤트|모임|컨퍼런스|콘퍼런스|밋업|세미나)(?:야|임|지|예요|에요|이야|이에요|인가요?|였[가-힣]+|죠|냐|$|\s*[?？]))/gu,
    '주최 ',
  ],
  [
    /\bwho (?:organi[sz]e[ds]|hosted|hosts|ran|runs|held)\b(?! (?:the |these |those |all |each )*(?:talks?|sessions?))|\bwho(?:'s| is| was) behind\b|\b(?:run|organi[sz]ed|hosted|held|put on) by(?: (?:whom?|an?))?\b|(?:誰が|どこが)?主催者?[はが]?/gu,
    ' who organizer ',
  ],
  [/\b(?:the )?(20\d\d|upcoming|following) (?:edition|event|conference|one)\b/gu, 'next $1'],
  [
    /(?<![가-힣])또\s?(?:하|한|해|할|열)(?!나)[가-힣]{0,4}|\bnext (?:year(?:'?s)?|time|edition|event|one)\b|\banother (?:one|edition|event|year|time)\b|\b(?:happen|held|take place) again\b|次回|来年|次は/gu,
    ' next ',
  ],
  [
    /몇\s?(?:회|번)\s?째?[로에]?\s?(?:열린|열리는|하는|행사|대회|모임)(?:\s?(?:행사|거|건))?\S{0,3}|몇\s?회\s?[째차]?(?![가-힣]{3})\S{0,4}/gu,
    '몇회 ',
  ],
  [
    /몇\s?년도?\s?부터\s?(?:시작|열[린리렸]|[한하해했])\S*|(?:처음|최초)(?:으로)?\s?(?:열[린렸]|시작[한된됐했])\S{0,2}(?:\s(?:해|때|[거것게건])\S{0,3})?|\bsince (?:when|what year)\b|\bhow many times (?:has|was|did)\b|第?何回目?[ぁ-ん]{0,3}/gu,
    ' editions ',
  ],
  [/スポンサー|協賛/gu, ' sponsors '],
  [
    /누구[를을]?\s?(?:들으라고|보라고|위한|위해|대상|한테)\S*(?:\s(?:한|하는|만든)\s(?:시간|자리|거)\S{0,3})?|(?:어떤|무슨)\s?(?:사람|분)(?:들?이?\s?)(?:들으면|보면|듣기)\S*(?:\s좋\S*)?|누가\s?(?:들으면|보면|읽으면)\s?(?:좋|되|돼|도움)\S*|(?<=[가-힣])(?:한테|에게)\s?(?:추천|좋은|맞는|권할)\S*|\bwho(?:m)? (?:is|was|are|were)(?=.*\b(?:for|aimed at)\s*\??$)|\bfor whom\b|\baimed at\b|\b(?:target|intended) audience\b|誰向け\S*|対象者?は/gu,
    ' audience-of ',
  ],
  [FOR_WHO_LACKS, ' beginners-of '],
  [
    /(?<=(?:번째?|세션|발표|강연)\S{0,3}\s?)하려(?:던|는|고\s?한)\s?(?:것|[거게건바])(?=[은이가]|\s|[?？]|$)/gu,
    '목적 ',
  ],
  [/\bset out to(?: (?:do|achieve|show|prove))?\b|(?:目的|目標|狙い)(?:は|って)?(?:何|なに)?\S*/gu, ' aim '],
  // How the bot is used.
  [
    /(?:어떻게|어케|어떡해|어찌)\s?(?:써|쓰|쓸|사용|이용|활용)[가-힣]*(?:\s(?:거|건|것|수)[가-힣]*(?:\s있[가-힣]*)?)?/gu,
    '사용법',
  ],
  [/(?:の|を)?(?:使い方|使いかた|使用方法|利用方法|ヘルプ)/gu, ' 사용법'],
  [/말(?:하|을\s?하)고\s?싶[은었]\S*(?:\s?(?:것|거|게|말))?/gu, '전체 테마'],
  [
    /\bwhat (?:ties|links|connects|unites|binds|joins)\b(?: (?:all|the|these|those|them|two|three|four|five|six|seven|eight|nine|ten))*|\b(?:takeaways?|upshot|bottom line)\b/gu,
    'common theme',
  ],
  [/(?:뭘|무엇을|무슨\s?말을?)\s?(?:말하|얘기하|이야기하)[가-힣]+/gu, '뭘 다루는'],
  [/(?:무슨|뭔)\s?말(?=이|인)/gu, '무슨 얘기'],
  [/\bwhat (?:was|is|were) (?:it|this|that|they) (?:all )?about\b/gu, 'what event about'],
  [/\bwhat (?:field|area|domain|subject)s?\b|\b(?:focus|point) of (?=the|this|it|all)/gu, 'what theme '],
  // Who wrote, and what there is to watch.
  [/누가\s?(?:정리|기록|요약)(?:한|했|하신|해)\S*|誰が書(?:い|き)\S*/gu, ' author '],
  [/\bwhere (?:can|could|do|to) (?:(?:i|we|you) )?(?:re-?)?watch\b/gu, 'videos'],
  // Who spoke.
  [/(?:발표|강연|세션)에\s참[여가]한\s?(?=사람|분)/gu, '발표자 '],
  [/(?:어떤|어느|무슨)\s?(?:분|사람)들?(?:이|께서)/gu, '누가'],
  [/(?:연단|무대|강단|단상)에\s?(?:섰|선|올랐|오른|나왔)[가-힣]*/gu, '발표했어'],
  [
    /\bwho (?:delivered|did|led|held|took) (?:all )?(?:the |these |those )?(?:talks?|sessions?|presentations?)\b/gu,
    'who gave the talks',
  ],
  [/\btook part\b/gu, 'spoke'],
  [
    /\bwho (?:was|were)(?: the)?(?: \w+)?(?: (?:people|persons|folks|speakers))? on (?:the )?stage\b/gu,
    'who spoke',
  ],
  [/(첫|마지막|다음|번째)\s?(?:타자|주자)/gu, '$1 발표자'],
  [/\bwho (?:was|were|is|are) talking\b/gu, 'who spoke'],
  [/\bwho (?:opened|started|began|kicked off)\b/gu, 'who first'],
  [/\bwho (?:closed|ended|finished|wrapped up)\b/gu, 'who last'],
  [
    /\b(?:touch|deal|focus|centre|center)(?:e[sd]|s|d|ing)? (?:up)?(?:on|with|around)\b|\btouch(?:es|ed|ing)?\b|\bdedicated to\b|\bdevoted to\b/gu,
    'about',
  ],
  // What was missed.
  [
    /(?:현장\S?\s|행사\S?\s|발표\S?\s)?못\s?(?:갔|간|가서|가는|본|봤|들었|들은)[가-힣]*(?:\s?(?:거|것))?/gu,
    '',
  ],
  [/다시\s?(?:보려면|보고|볼|보는|들으려면|들을)/gu, '다시보기 '],
  // What is only polite.
  [
    /\bdo you (?:happen to )?know\b|\b(?:any|no) idea\b|\bi (?:wonder|was wondering)\b|\bcan (?:any|some)(?:one|body) tell me\b|\bremind me\b/gu,
    '',
  ],
  [/(?:공유|안내|나열|열거)\s?(?:좀|부탁\S*|해\s?\S*|[됐되돼]\S*)?\s*[?？]*\s*$/gu, ''],
  [
    /\byou (?:please |kindly |maybe |possibly )?(?=(?:tell|show|list|give|name|remind|share|say|explain|summari[sz]e|provide|send)\b)/gu,
    '',
  ],
  [/몇\s?갠/gu, '몇개인'],
  [/몇\s?꼭지/gu, '몇개 '],
  [/번째\s?시간/gu, '번째 세션'],
  [/\bbelong(?:s|ed|ing)?(?: to)?\b|\b(?:in |at )?this time(?: around)?\b/gu, ''],
  // How many, and which one.
  [/\bhow many (?:parts|episodes|entries|instal?lments)\b/gu, 'how many talks'],
  [/(?:마지막|끝|뒤)에서\s?(첫|두|세|네|다섯|\d+)\s?번째/gu, '뒤$1번째'],
  [/\b(?:second|next)[- ](?:to|from)[- ](?:the[- ])?last\b|\bpenultimate\b|\bsecond[- ]last\b/gu, '뒤두번째'],
  [/\b(?:no|nr|num|number)\.? ?(?=\d)/gu, ''],
];
const ANY = anyOf(PHRASES.map(([expression]) => expression));

/** A question with each expression of several words as one. @param lower in lower case */
export const asWords = (lower: string): string =>
  ANY.test(lower)
    ? PHRASES.reduce((text, [expression, word]) => text.replace(expression, word), lower)
    : lower;
