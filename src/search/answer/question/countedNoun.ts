import { lazy } from '#library/compute/lazy.ts';
import { tokensOf } from '../../letters/tokens.ts';
import { lexemeOf } from '../../words/lexeme.ts';
import { synonymsAt } from '../../words/thesaurus.ts';
import { verbsOf } from '../../words/verbs.ts';

const NUMERAL =
  '(?:\\d[\\d,.]*(?:\\s?[천만억조](?:\\s?\\d[\\d,]*천?)?)?|(?<![가-힣])(?:한(?!다|데|[은는\\s])|한(?=\\s(?:개|가지|명|곳|군데|번|사람|대|건|달|시간|해|종|권|줄|장|단계|팀|분))|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|수백)|one|two|three|four|five|six|seven|eight|nine|ten|a hundred)';
/** What is counted in Korean, as posts write it in any language; the longer before the shorter that it begins with. */
const UNITS: Readonly<Record<string, string>> = {
  시간: '시간|hours?|時間',
  밀리초: '밀리초|ms|milliseconds?|ミリ秒',
  밀리: '밀리|m[lms]\\b|milli\\w+|ミリ',
  그램: '그램|g\\b|kg|킬로|grams?|グラム',
  와트: '와트|w\\b|kw|watts?|ワット',
  볼트: '볼트|v\\b|volts?|ボルト',
  암페어: '암페어|m?ah?\\b|amp\\w*|アンペア',
  헤르츠: '헤르츠|hz|hertz|ヘルツ',
  기가헤르츠: '기가\\s?헤르츠|ghz|gigahertz|ギガヘルツ',
  메가: '메가|mb|megabytes?|メガ',
  기가: '기가|gb|gigabytes?|ギガ',
  테라: '테라|tb|terabytes?|テラ',
  바이트: '바이트|[kmgtp]?b\\b|bytes?|バイト',
  비트: '비트|bits?\\b|ビット',
  픽셀: '픽셀|px|pixels?|ピクセル',
  인치: '인치|inch\\w*|″|インチ',
  센티: '센티|cm|centi\\w+|センチ',
  평: '평(?![가-힣])|㎡|제곱',
  위: '위(?![가-힣])|등(?![가-힣])|rank\\w*|place|位',
  등급: '등급|grades?|級',
  달러: '달러|\\$|dollars?|usd|ドル',
  유로: '유로|€|euros?|ユーロ',
  만원: '만\\s?원|원(?![가-힣])|円',
  개월: '개월|달|months?|[かヶカ]月',
  개국: '개국|개\\s?(?:나라|국가)|countries|か国',
  글자: '글자|자(?![가-힣])|characters?|letters?|glyphs?|文字',
  단어: '단어|words?|語',
  단계: '단계|steps?|stages?|phases?|levels?|段階',
  가지: '가지|종류|kinds?|types?|ways?|sorts?|種類',
  사람: '명|사람|인(?![가-힣])|people|persons?|users?|人|名',
  페이지: '페이지|쪽|pages?|ページ',
  프레임: '프레임|frames?|fps|フレーム',
  리터: '리터|litres?|liters?|ℓ',
  미터: '미터|m\\b|met(?:er|re)s?|メートル',
  킬로: '킬로|k[gm]\\b|kilos?',
  코어: '코어|cores?|コア',
  대: '대|servers?|machines?|nodes?|台',
  초: '초|ms|s\\b|seconds?|秒',
  분: '분|minutes?|mins?\\b|分',
  일: '일|days?|日',
  주: '주|weeks?|週間?',
  달: '달|개월|months?|[かヶカ]月',
  월: '월|month|月',
  년: '년|years?|年',
  명: '명|사람|인(?![가-힣])|people|persons?|users?|engineers?|developers?|members?|人|名',
  배: '배|times|x\\b|-?fold|倍',
  번: '번|회|차례|times|回',
  편: '편|본|episodes?|本',
  곳: '곳|군데|places?|sites?|companies|社',
  건: '건|items?|cases?|requests?|件',
  원: '원|won|円',
  점: '점|points?|点',
  층: '층|layers?|floors?|層|階',
  장: '장|sheets?|pages?|slides?|images?|pictures?|photos?|枚',
  권: '권|books?|copies|冊',
  줄: '줄|lines?|行',
  행: '행|줄|rows?|lines?|行',
  자: '자(?![가-힣])|글자|characters?|文字',
  도: '도(?![가-힣])|degrees?|°|度',
  팀: '팀|teams?|チーム',
  살: '살|세|years? old|歳',
  퍼: '%|퍼센트|프로|percent|パーセント',
  프: '%|퍼센트|프로|percent',
  까: '%|퍼센트|\\S',
};
const UNIT_ASKED = new RegExp(
  `몇\\s?(?:[십백천만억]\\s?)?(${Object.keys(UNITS).join('|')}|%|[mgtk]b|ms|px|kg|km|cm|mm|fps|hz|ghz|mah)`,
  'u',
);

/** `참가비 얼마`, `how much is a ticket`. */
const PRICE_ASKED =
  /(?:비|비용|료|요금|가격|값|금액|월급|연봉|표|티켓|구독)(?:은|는|이|가|도)?\s*(?:한\s달에\s|월\s)?얼마(?!나|만큼)|(?:적자|흑자|손해|예산|총액|돈)\S{0,2}\s?(?:총\s)?얼마|얼마(?:나|쯤|정도)?\s?(?:들[어었]|듦|든대|드나|드는|냈|낸\s|벌[었어]|날렸|잃|물[었어]줬?|아꼈)|얼마에\s?(?:[팔파판샀살]|사[나는니요]?(?![가-힣])|구[매입해했할])|\bhow much (?:is|was|does|did|do|are|were) [^?]*\b(?:cost|costs|ticket|tickets|price|fee|fees|pay|charge|sell|sold|spend|spent|lose|lost|earn|earned|raise|raised)\b|\bhow much (?:is|are|was|were) (?:the|an?|one) (?![^?]*\b(?:latency|traffic|data|memory|time|delay|load|gain|accuracy|difference)\b)|\bwhat (?:does|do|did) [^?]*\bcost\b(?=\s*\??$| (?:per|a|an|to|for|in|now)\b)|いくら/u;
const TIME_ASKED = /기간|며칠|\bhow long\b/u;
const PRICE =
  /\d[\d,.]*\s?(?:만|천|억|백만|万|億|千)?\s?(?:원|달러|유로|엔|円|ドル|%|퍼센트)|[$€£¥₩]\s?\d|\d\s?(?:dollars?|euros?|pounds?|won)\b|[만천]\s?원|무료|공짜|무상|\bfree\b|無料/iu;

const HOUR =
  /(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?!간)|\d{1,2}:\d{2}|정오|자정/u;

/** `유니티 버전 몇 써`, `which version do they run`; not which there are. */
const VERSION_ASKED =
  /버전[은이]?\s?(?:몇|뭐|뭘|무엇|어떤|어느)|(?:몇|무슨|어떤|어느)\s?버전(?!\S*\s?(?:있|좋|나[아은]))|\b(?:which|what) (?:[\w.+#-]+ ){0,3}?version\b(?! (?:is|are) (?:there|better|best))|\bversion number\b|(?:どの|何の?)バージョン|バージョン(?:は|って)?(?:何|いくつ|どれ)/u;
const VERSION =
  /(?<![\p{L}\d])v\s?\d|(?<![\d.])\d+\.\d+\.\d+(?![.\d])|[\p{L}\d]\s?[:=]\s?\d+\.\d+|(?:버전|version|バージョン)\s?v?\d|\d\S{0,6}\s?(?:버전|version)|[\p{L}\d.#+]{2,}\s\d{1,4}(?:\.(?:\d+|x))*(?=$|[\s,)]|\.(?!\d)|으?로|부터|에서|[을를은는이가의와과]|[をはがので])/iu;

/** `다음번은 언제`, `when is the next one`. */
const NEXT_ASKED =
  /다음(?!\s?(?:중|단계|과정|세대|버전|날)|[가-힣]*[은을과에])\S*\s(?:\S+\s){0,3}?(?:언제|며칠|몇\s?월)|다음번은?\s(?:\S+\s){0,2}?(?:언제|며칠|몇\s?월)|(?:차기|내년)\S*\s(?:\S+\s){0,2}?(?:언제|며칠|몇\s?월)|언제\s?(?:또|다시)\s?(?:하|해|열|개최|모이)|\bwhen(?:'s| is| are| will| do| does)\b[^?]*\b(?:next|again)\b|次(?:回|の)\S*いつ|いつまた/u;
const DAY =
  '(?:\\d|(?:다음|이번)\\s?[달주]|내년|봄|여름|가을|겨울|next (?:week|month|year)|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\\b|来[週月年])';
const AHEAD = '(?:다음|차기|내년|예정|\\b(?:next|upcoming|will)\\b|次[回の]|来年|予定)';
const COMING = new RegExp(`${AHEAD}.*?${DAY}|${DAY}.*?${AHEAD}`, 'isu');

/** `언제부터 팔았어`, `since when is it sold`. */
const SINCE_ASKED = /언제(?:부터|까지)|\bsince when\b|\b(?:what|which) year\b|いつから|いつまで/u;
const SINCE =
  /\d\s?[년월일年月日]|(?:19|20)\d{2}|\d{1,2}[/.]\d{1,2}|올해|작년|지난|내년|이듬해|처음|\b(?:last|this|next) (?:year|month|week)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall)\b|今年|昨年|去年|来年/iu;

/** What a date must be told with: where the next is asked for what has been is no answer, and since when takes a day or a year. */
export const dateIn = (plain: string): RegExp | undefined =>
  NEXT_ASKED.test(plain) ? COMING : SINCE_ASKED.test(plain) ? SINCE : undefined;

/** `몇 퍼센트까지 떨어졌어`, `what percent did it fall to`: what it came to, not where it came from. */
const REACHED_ASKED =
  /몇\s?(?:초|분|시간|일|명|배|대|곳|건|원|점|퍼|프|%|ms|mb|gb)[가-힣]*?(?:까지|으?로)(?![가-힣])|何(?:秒|分|時間|日|人|倍|台|件|円|%|パーセント)(?:まで|に)|\b(?:what|how many) percent(?:age)?\b[^?]* to\b/u;
const reached = (value: string): string =>
  `(?:→|->|\\bto|\\bat)\\s*(?:about |around |only |just )?${value}|${value}(?:까지|으?로|[가이]?\\s?(?:되|된|됐|돼|에\\s이르)|まで|に)`;

/** What is asked for by how it is measured: `how long did it take`, `얼마나 걸려`, `how big is it`. */
const MEASURES: readonly (readonly [asked: RegExp, measure: string])[] = [
  [
    /\bhow long (?:did|does|do|is|was|will|has|have|it)\b|\bhow (?:fast|quickly|soon)\b|(?:얼마나|얼마|얼만큼)\s?(?:\S+\s)?(?:걸[리려렸]|기다|빨[라랐]|빠르)|기간\S*\s?(?:얼마|몇|어느)|どの?(?:くらい|ぐらい)(?:の時間|かか)|何で終わ/u,
    '(?:밀리초|초|분|시간|일|주|달|개월|년|ms|s\\b|secs?\\b|seconds?|min(?:ute)?s?\\b|hours?|days?|weeks?|months?|years?|秒|分|時間|日|週間|か月|ヶ月|年)',
  ],
  [
    /\bhow (?:big|large)\b|용량|(?:크기|사이즈)\S*\s?(?:얼마|몇)/u,
    '(?:바이트|[kmgtp]b\\b|bytes?|킬로|메가|기가|테라)|페타\\s?바이트|테라\\s?바이트|\\b(?:peta|tera|exa)bytes?',
  ],
  [
    /\bhow heavy\b|무게\S*\s?(?:얼마|몇|어느)|얼마나\s?(?:무거|무겁)/u,
    '(?:kg|g\\b|그램|킬로|톤|grams?|kilos?|tons?|pounds?|lbs?)',
  ],
  [
    /\bhow (?:tall|high|wide|deep|thick|thin)\b|(?:높이|너비|두께|깊이|길이)\S*\s?(?:얼마|몇|어느)/u,
    '(?:[mck]?m\\b|미터|센티|킬로|밀리|인치|층|met(?:er|re)s?|inch\\w*|feet|foot|ft|layers?|px|픽셀)',
  ],
  [/\bhow old\b|나이\S*\s?(?:얼마|몇|어떻)/u, '(?:살|세|년|years?|歳|年)'],
  [/\bhow (?:hot|cold|warm)\b/u, '(?:도|°|degrees?|度)'],
  [/\bhow loud\b/u, '(?:db|dB|데시벨|decibels?)'],
  [
    /\bhow often\b|얼마나\s?자주/u,
    '(?:번|회|times?\\b|回)|매(?:일|주|달|월|년|시간)|\\b(?:every|daily|weekly|monthly|hourly|once|twice|per)\\b|毎',
  ],
];

/** True for what is told in one way alone: a number of anything else is no price, hour or version, and no past day the next one. */
export const isStrict = (counted: RegExp | undefined): boolean =>
  counted === PRICE || counted === HOUR || counted === VERSION || counted === COMING || counted === SINCE;

/** A pattern of what is counted with its number: the unit or the noun that `몇` and `how many` stand beside. */
export function countedIn(plain: string): RegExp | undefined {
  const counted = valueIn(plain);
  if (counted === undefined || isStrict(counted) || !REACHED_ASKED.test(plain)) return counted;
  return new RegExp(reached(`(?:${counted.source})`), counted.flags);
}

function valueIn(plain: string): RegExp | undefined {
  if (/\b(?:what|how many) percent/u.test(plain)) return new RegExp(`${NUMERAL}\\s?(?:%|percent)`, 'iu');
  const english = /\b(?:how many|number of) (?:different |kinds of |types of |more )?([a-z]+)/u.exec(
    plain,
  )?.[1];
  if (english !== undefined)
    return new RegExp(`${countOf(english)}|${NUMERAL}[천만억]?\\s?(?:${koreanUnit(english)})`, 'iu');
  // Who asks for the time that it takes too is answered by any number.
  if (PRICE_ASKED.test(plain)) return TIME_ASKED.test(plain) ? undefined : PRICE;
  if (VERSION_ASKED.test(plain)) return VERSION;
  const measure = MEASURES.find(([asked]) => asked.test(plain))?.[1];
  if (measure !== undefined) return new RegExp(`${NUMERAL}\\s?(?:여\\s?)?${measure}`, 'iu');
  if (/몇\s?시(?!간)/u.test(plain)) return HOUR;
  if (/며칠/u.test(plain)) return new RegExp(`${NUMERAL}\\s?(?:여\\s?)?(?:일|주|달|개월)(?!\\S*요일)`, 'iu');
  const japanese =
    /何(ミリ秒|キロ|グラム|ワット|ボルト|ヘルツ|ギガ|メガ|テラ|バイト|ビット|ピクセル|インチ|センチ|メートル|位|点|階|級|ドル|ユーロ|[kmgt]b|個|回|人|名|社|台|件|種類|言語|文字|行|冊|つ|か国|カ国|[かヶカ]月|週間|倍|秒|分|時間|日|年|歳|円|%|パーセント)/u.exec(
      plain,
    )?.[1];
  if (japanese !== undefined)
    return new RegExp(
      `(?:\\d[\\d,.]*|[一二三四五六七八九十百千]+)\\s?[万億兆]?(?:${japaneseUnit(japanese)})`,
      'u',
    );
  const unit = UNIT_ASKED.exec(plain)?.[1];
  const follows = /몇\s?(?:개|가지)(?:의|나)?\s([가-힣]{2,}?)(?:을|를|이|가|은|는|까지)?(?:\s|$)/u.exec(
    plain,
  )?.[1];
  // `몇 가지 나왔어`: a verb is not counted.
  const behind = follows === undefined || verbsOf(follows).length > 0 ? undefined : follows;
  const before = /([가-힣a-z]{2,}?)(?:을|를|이|가|은|는)?\s*몇\s?(?:개|가지)/u.exec(plain)?.[1];
  const what = behind ?? before;
  if (what !== undefined) return new RegExp(countOf(what), 'iu');
  // `몇 분야`: fields, or minutes.
  if (/몇\s?분야/u.test(plain)) return new RegExp(`${countOf('분야')}|${NUMERAL}\\s?분`, 'iu');
  return unit === undefined
    ? undefined
    : new RegExp(`${NUMERAL}\\s?(?:여\\s?)?(?:${UNITS[unit] ?? RegExp.escape(unit)})`, 'iu');
}

/** A number of things, as a pattern: behind it or before it stands what they are called, in whichever words. */
function countOf(noun: string): string {
  const [token] = tokensOf(noun, 1);
  const forms = token === undefined ? [] : lexemeOf(token).forms;
  const others = synonymsAt([forms], 0).flatMap(({ describes, phrases }) =>
    describes ? [] : phrases.flatMap(({ length, 0: word = '' }) => (length === 1 ? [word] : [])),
  );
  const names = [...new Set([noun.replace(/(?<=[a-z]{2})(?:ies|es|s)$/u, ''), ...others])].map(
    (name) => `${/^[a-z]/u.test(name) ? '\\b' : ''}${RegExp.escape(name)}`,
  );
  const named = `(?:${names.join('|')})`;
  return `${NUMERAL}\\s?(?:개|가지)?\\S{0,3}\\s?(?:\\S+\\s){0,2}?${named}|${named}\\S{0,2}\\s(?:\\S+\\s){0,6}?${NUMERAL}`;
}

const UNIT_NOUNS = lazy(() =>
  Object.values(UNITS).map((unit) => ({ unit, noun: new RegExp(`(?:^|\\|)(?:${unit})$`, 'u') })),
);

/** What a noun is counted with in Korean: its own counter, else those of all things. */
const koreanUnit = (asked: string): string =>
  UNIT_NOUNS().find(({ noun }) => noun.test(asked))?.unit ?? '개|건|명|대|곳|가지';

function japaneseUnit(unit: string): string {
  if (/[かヶカ]月/u.test(unit)) return '[かヶカ]月';
  return unit === '%' || unit === 'パーセント' ? '%|％|パーセント' : RegExp.escape(unit);
}
