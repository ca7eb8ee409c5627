import { memoizeLast } from '#library/compute/memoize.ts';
import { anyOf } from './anyOf.ts';
import { asksMaker, MAKER } from './maker.ts';
import { personalFactIn } from './personalFacts.ts';

/** A fact that few posts tell: by which words it is asked for, and what a text that tells it holds. */
interface DemandedFact {
  readonly asks: RegExp;
  readonly tells: RegExp;
}

/** A noun at the end of a question in Korean: `빅쿼리 가격`, `빅쿼리 가격이 어떻게 돼`. */
const atEnd = (nouns: string): string =>
  `(?:${nouns})(?:은|는|이|가|을|를|도|좀)?\\s?(?:정보|좀)?\\s?(?:알려\\s?(?:줘|주세요)|뭐(?:야|예요|에요|임)|어떻게\\s?(?:돼|되\\S*|됨)|얼마\\S*|몇\\S*|있(?:어|나|나요|음)\\S*|누구\\S*|언제\\S*)?\\s*[?？]*\\s*$`;
const facts = (asks: string, tells: RegExp): DemandedFact => ({ asks: new RegExp(asks, 'iu'), tells });

/** An amount of money, or that none is taken. */
const AMOUNT_OF_MONEY =
  '\\d[\\d,.]*\\s?(?:[십백천만억]\\s?\\d*\\s?)*(?:원|달러|유로|円|엔(?![가-힣]))|[$€£¥₩]\\s?\\d|[만천]\\s?원|무료|공짜|무상|\\bfree\\b|無料';
/** An amount of money in a text. */
export const MONEY = new RegExp(AMOUNT_OF_MONEY, 'iu');
const WHEN =
  /\d\s?[년월年月]|\b(?:19|20)\d\d\b|\d{1,2}[/.]\d{1,2}|올해|작년|재작년|지난|이듬해|내년|\b(?:last|this|next) (?:year|month|week|spring|summer|autumn|fall|winter)\b|\bago\b|(?:년|달|개월|주)\s?전|\b(?:january|february|march|april|june|july|august|september|october|november|december|since)\b|今年|昨年|去年|来年/iu;

/** Countries and cities, and what says where a thing stands. */
const PLACE =
  /한국|국내|대한민국|서울|부산|미국|중국|일본|도쿄|유럽|영국|런던|독일|프랑스|인도|싱가포르|대만|홍콩|베트남|호주|캐나다|브라질|리전|본사|\b(?:korean?|seoul|usa?|united states|america|china|japan|tokyo|europe|uk|britain|london|germany|france|india|singapore|taiwan|hong kong|vietnam|australia|canada|brazil|based in|headquarter\w*|regions?|countr(?:y|ies))\b|日本|米国|中国|韓国|東京|リージョン/iu;

const LANGUAGES =
  '파이썬|자바|고랭|러스트|코틀린|스칼라|스위프트|루비|타입스크립트|하스켈|얼랭|엘릭서|(?<![가-힣])(?:고|씨)\\s?언어|\\b(?:python|java(?:script)?|golang|go|rust|kotlin|scala|swift|ruby|typescript|php|haskell|erlang|elixir|ocaml|fortran|cobol)\\b|c\\+\\+|c#';

const FACTS: readonly DemandedFact[] = [
  facts(
    `${atEnd('가격|가격표|요금|요금제|값|비용|이용료|구독료|사용료')}|\\b(?:price|pricing|cost|costs)\\s*[?]*$|^how much (?:does|do|did)\\b[^?]*\\bcosts?\\b`,
    new RegExp(
      `${AMOUNT_OF_MONEY}|가격|요금|값|비용|저렴|비싸|유료|과금|청구|\\b(?:price|pricing|cost|costs|charge[sd]?|pay|paid|bill)\\b`,
      'iu',
    ),
  ),
  facts(
    '얼마(?:해|하나|함|한대|\\s?받아|\\s?받나|\\s?받음|에\\s?팔)',
    new RegExp(`${AMOUNT_OF_MONEY}|\\d\\s?(?:%|퍼센트)`, 'iu'),
  ),
  facts(
    `어디(?:서|에서)\\s?(?:\\S+\\s)?(?:살\\s?수|사[야는니나요]|사\\s*[?？]*$|구매|구입|팔[아고지]|파[나니는])|(?:파는|살\\s?수\\s?있는)\\s?(?:곳|데)|구매처|판매처|구입처|\\bwhere (?:can|do|could|should) (?:i|you|we|people) (?:buy|get|order|purchase)\\b|\\bwhere to (?:buy|get|order)\\b`,
    /판매|구매|구입(?!니)|(?<![가-힣])(?:팔[고며리아았렸]|파는|살 수)|스토어|매장|\b(?:buy|bought|sell|sells|sold|sale|shops?|stores?|order(?:ed)?|retail\w*)\b/iu,
  ),
  facts(
    `언제\\s?(?:처음\\s?)?(?:나왔|출시|발매|공개\\s?[됐되]|생겼|만들어졌|릴리[스즈])|${atEnd('(?:출시|발매|공개|릴리[스즈]|종료)\\s?(?:일|일자|시기|년도|연도)')}|\\b(?:release|launch) (?:date|year)\\b|\\bwhen (?:was|were|did|has|is)\\b[^?]*\\b(?:released?|come out|came out|launch(?:ed)?|announced)\\b`,
    WHEN,
  ),
  facts(
    '언제\\s?(?:쯤\\s|부로\\s)?(?:종료|단종|폐지|폐기|중단|퇴역|없어[졌진]|사라[졌진]|개명|이름이?\\s?바[뀌뀐꼈])|\\bwhen (?:was|were|did|has|is)\\b[^?]*\\b(?:end(?:ed)?|retired?|discontinued|deprecated|renamed|rebranded|shut ?down|sunset)\\b|いつ(?:サービス)?(?:終了|廃止|改名|リリース|発売|出ました|出た)',
    WHEN,
  ),
  facts(
    `최신\\s?버전|\\b(?:latest|newest|current|stable) (?:\\w+ )?(?:version|release) of\\b|\\b(?:latest|newest|current) (?:\\S+ ){0,3}version\\b`,
    /(?<![\p{L}\d])v\s?\d|(?:버전|version)\s?v?\d|\d\S{0,6}\s?(?:버전|version)|[a-z+#]{2,}\s\d{1,3}(?:\.\d+)+/iu,
  ),
  facts(
    `오픈\\s?소스(?:이?야|인가\\S*|임|[예에]요|이에요|입니까|맞\\S*|인지)?\\s*[?？]*$|^(?:is|are|was)\\b[^?]*\\bopen[- ]sourced?\\b`,
    /오픈\s?소스|open[- ]?source|라이선스|licen[sc]e|apache 2|\bmit\b/iu,
  ),
  facts(
    `${atEnd('창업자|설립자|창립자|창시자')}|누가\\s?(?:창업|설립|세운|세웠)|\\bwho founded\\b|\\bfounders?\\b`,
    /창업|설립|창립|창시|세운|세웠|\bfound(?:ed|ers?|ing)\b/iu,
  ),
  facts('회사\\S{0,2}\\s어디에?\\s?있|데이터\\s?센터\\S{0,2}\\s(?:위치|어디)', PLACE),
  facts(
    `${atEnd('설치|설치법|설치\\s?방법|설치\\s?파일')}|설치(?:는|를)?\\s?어떻게|\\b(?:how (?:to|do i|do you|can i) )?install(?:ation)?\\b`,
    /설치|install|깔[아고면기]|\b(?:brew|npm|pip|apt|docker) /iu,
  ),
  facts(
    '(?:어느|어떤|무슨)\\s?(?:나라|국가)(?!\\s?(?:말|언어|글))|\\b(?:which|what) (?:country|countries|city|cities)\\b|どの国|何[国か]国|どこの国',
    PLACE,
  ),
  facts(
    '\\bwhere (?:is|are|was|were)\\b[^?]*\\b(?:made|built|hosted|located|manufactured|stored|from)\\s*[?]*$|(?:제조|생산|원산)(?:국|지)',
    PLACE,
  ),
  facts(
    '\\b(?:is|are)\\b[^?]*\\bdown\\b|서버\\S{0,2}\\s(?:지금\\s|또\\s)?(?:터[져졌지]|죽[었어]|다운|내려[갔가])|\\b(?:won.t|doesn.t|does not|can.t|cannot) (?:start|load|open|connect|respond|boot|turn on|log ?in)\\b|(?:안|못)\\s?(?:켜[져지집]|열[려리]|떠요|뜨)|튕[겨기깁]|먹통',
    /장애|터[졌지]|다운|오류|에러|고장|먹통|죽[었는]|\b(?:outage|down|downtime|errors?|crash\w*|fail\w*|fix\w*)\b/iu,
  ),
  facts(
    '이름\\S{0,2}\\s?(?:의\\s)?(?:유래|어원)|이름\\S{0,2}\\s(?:뜻|왜)|\\bname\\b[^?]*\\bcome from\\b|\\bnamed after\\b|由来',
    /유래|어원|이름(?:은|이|을)\s?.*(?:에서|뜻|따|이유)|따[온서]|줄[임인여]|약자|\b(?:named (?:after|for)|stands for|short for|acronym)\b|由来|略/iu,
  ),
  facts(
    '어떻게\\s?(?:읽(?!어)|발음)|발음|\\bpronounc\\w+|読み方|発音',
    /발음|(?:라고|로)\s?읽|\bpronounc\w+|読み|発音/iu,
  ),
  facts(
    '(?:무슨|어떤|뭔)\\s?(?:프로그래밍\\s?)?언어로\\s?(?:짜|짠|짰|만들|개발|작성|쓰[여인]|구현)|\\b(?:what|which) (?:programming )?language\\b[^?]*\\b(?:written|built|made|implemented|coded) in\\b',
    new RegExp(LANGUAGES, 'iu'),
  ),
  facts(
    '\\bwhere\\b[^?]*\\b(?:stores?|keeps?|saves?)\\b|데이터\\S{0,2}\\s어디에?\\s?(?:저장|보관)',
    /저장|보관|담[아기]|쌓|stor(?:e[ds]?|ing|age)\b|\bkept\b|\bkeeps?\b|리전|\bregion/iu,
  ),
  facts(
    '몇\\s?층|(?:무슨|어느|어떤)\\s?(?:홀|층)|\\b(?:which|what) (?:floor|hall|room)\\b|何階|どの(?:ホール|部屋)',
    /\d\s?층|홀|호실|전시장|룸|\b(?:floor|hall|room|storey|story)\b|\d\s?F\b|ホール|階|会議室/iu,
  ),
];

const ASKS_FACT = anyOf(
  FACTS.map(({ asks }) => asks),
  'iu',
);

/** What a text must hold of each fact that a question asks for. */
export const demandsOf = memoizeLast((question): readonly RegExp[] => [
  ...(ASKS_FACT.test(question) ? FACTS.filter(({ asks }) => asks.test(question)) : []).map(
    ({ tells }) => tells,
  ),
  ...(asksMaker(question) ? [MAKER] : []),
  ...[personalFactIn(question)].filter((tells) => tells !== undefined),
]);
