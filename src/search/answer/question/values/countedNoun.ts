import { lazy } from '#library/compute/lazy.ts';
import { isEmptyVerb, verbsOf } from '../../../words/verbs.ts';
import { measureIn, takenIn } from './measures.ts';
import { isMoney, moneyIn } from './money.ts';
import { saidFor } from './saidFor.ts';
import { placesIn, placesOfWords, stands, type Telling, tellingOf } from './telling.ts';
import { NUMERAL, units } from './units.ts';

/** What is counted, or measured, as texts tell it. */
export interface Counted {
  /** An amount of it, or of what is counted alike. */
  readonly amount: Telling;
  /** What tells exactly what is asked for: the noun beside its number, the whole sum, what it came to. */
  readonly closest?: Telling | undefined;
}

const TIME_ASKED = /기간|며칠|\bhow long\b/u;
const HOUR =
  /(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?!간)|\d{1,2}:\d{2}|정오|자정/u;

/** `유니티 버전 몇 써`, `which version do they run`; not which there are. */
const VERSION_ASKED =
  /버전[은이]?\s?(?:몇|뭐|뭘|무엇|어떤|어느)|(?:몇|무슨|어떤|어느)\s?버전(?!\S*\s?(?:있|좋|나[아은]))|\b(?:which|what) (?:[\w.+#-]+ ){0,3}?version\b(?! (?:is|are) (?:there|better|best))|\bversion number\b|(?:どの|何の?)バージョン|バージョン(?:は|って)?(?:何|いくつ|どれ)/u;
const VERSION =
  /(?<![\p{L}\d])v\s?\d|(?<![\d.])\d+\.\d+\.\d+(?![.\d])|[\p{L}\d]\s?[:=]\s?\d+\.\d+|(?:버전|version|バージョン)\s?v?\d|\d\S{0,6}\s?(?:버전|version)|[\p{L}\d.#+]{2,}\s\d{1,4}(?:\.(?:\d+|x))*(?=$|[\s,)]|\.(?!\d)|으?로|부터|에서|[을를은는이가의와과]|[をはがので])/iu;

const DAY_ASKED =
  /언제|며칠|몇\s?월|날짜|일정|\b(?:when|what (?:day|month|week)|which (?:day|month|week)|dates?)\b|いつ|日程|日付|何月|何日/u;
const COMING_ASKED =
  /다음(?!\s?(?:중|단계|과정|세대|버전|날)|[가-힣]*[은을과에]\s)|다음번|차기|내년|(?:또|다시)\s?(?:하|해|열|개최|모이)|\b(?:next(?! (?:step|stage|version|generation|day|to))|again|upcoming)\b|次[回の]|また|来年/u;
/** True where a day is asked for, of what is to come: `다음번은 언제`, `the date of the next one`, `来年の日程は`. */
export const asksComing = (plain: string): boolean => DAY_ASKED.test(plain) && COMING_ASKED.test(plain);
const DAY =
  '(?:\\d|(?:다음|이번)\\s?[달주]|내년|봄|여름|가을|겨울|next (?:week|month|year)|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\\b|来[週月年])';
const AHEAD = '(?:다음|차기|내년|예정|\\b(?:next|upcoming|will)\\b|次[回の]|来年|予定)';
const COMING = new RegExp(`${AHEAD}.*?${DAY}|${DAY}.*?${AHEAD}`, 'isu');

/** `언제부터 팔았어`, `since when is it sold`. */
const SINCE_ASKED = /언제(?:부터|까지)|\bsince when\b|\b(?:what|which) year\b|いつから|いつまで/u;
const SINCE =
  /\d\s?[년월일年月日]|(?:19|20)\d{2}|\d{1,2}[/.]\d{1,2}|올해|작년|지난|내년|이듬해|처음|\b(?:last|this|next) (?:year|month|week)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall)\b|今年|昨年|去年|来年/iu;

/** What a date must be told with: where the next is asked for what has been is no answer, and since when takes a day or a year. */
export const dateIn = (plain: string): Telling | undefined =>
  asksComing(plain) ? COMING : SINCE_ASKED.test(plain) ? SINCE : undefined;

/** `몇 퍼센트까지 떨어졌어`, `what percent did it fall to`: what it came to, not where it came from. */
const REACHED_ASKED =
  /몇\s?(?:초|분|시간|일|명|배|대|곳|건|원|점|퍼|프|%|ms|mb|gb)[가-힣]*?(?:까지|으?로)(?![가-힣])|何(?:秒|分|時間|日|人|倍|台|件|円|%|パーセント)(?:まで|に)|\b(?:what|how many) percent(?:age)?\b[^?]* to\b/u;
const reached = (value: string): string =>
  `(?:→|->|\\bto|\\bat)\\s*(?:about |around |only |just )?${value}|${value}(?:까지|으?로|[가이]?\\s?(?:되|된|됐|돼|에\\s이르)|まで|に)`;

/** True for what is told in one way alone: a number of anything else is no price, hour or version, and no past day the next one. */
export const isStrict = (counted: Telling | undefined): boolean =>
  isMoney(counted) || counted === HOUR || counted === VERSION || counted === COMING || counted === SINCE;

/** An amount that a pattern tells; exactly, where it is what something came to, and that is asked. */
const amountOf = (plain: string, source: string, closest?: Telling): Counted => ({
  amount: tellingOf(source),
  closest: REACHED_ASKED.test(plain) ? tellingOf(reached(`(?:${source})`)) : closest,
});

/** Words of a noun in the plural, the last of which is counted: `how many lightning talks did`. */
const HOW_MANY =
  /\b(?:how many|number of) (?:of (?:the|their|its|them) )?(?:(?:different|kinds? of|types? of|sorts? of|more|other) )*((?:[a-z-]+ ){0,3}?(?:[a-z]{2,}s|people|children|men|women|feet))(?![a-z-]|\s(?!(?:does|was|is|has|plus|versus|this|its|us|as)\b)(?:[a-z]{2,}s|people)\b(?! (?:of|in|on|at|to|with|from|for)\b))|\b(?:how many|number of) (?:different |kinds of |types of |more )?([a-z]+)/u;

/** `분야 총 몇 개`, `분야가 다 합쳐서 몇 개`: says of the number that it is of all of them, and is not what is counted. */
const IN_ALL =
  /(?<![가-힣])(?:(?:다|모두|전부|싹)\s)?(?:총|모두|전부|전체|통틀어|합쳐|합쳐서|합하면|합해서|다\s?해서|대략|대충)\s(?=몇)/u;

/** `지원 언어 수가 어느 정도예요`, `언어 개수는?` */
const NUMBER_OF =
  /([가-힣a-z]{2,}?)의?\s(?:수|개수|갯수|숫자)(?:[는은가이도]|\s(?:총|대략))*\s*(?:얼마|어느\s?정도|어떻|어케|몇|총|대략|알[려고]|궁금|[?？]*$)/u;

/** What is counted, by the unit or the noun that `몇` and `how many` stand beside; undefined where any number may be meant. */
export function countedIn(asked: string): Counted | undefined {
  const plain = asked.replace(IN_ALL, '');
  if (/\b(?:what|how many) percent/u.test(plain)) return amountOf(plain, `${NUMERAL}\\s?(?:%|percent)`);
  const english = HOW_MANY.exec(plain);
  const noun = english?.[1]?.split(' ').at(-1) ?? english?.[2];
  if (noun !== undefined)
    return {
      amount: either(countOf(noun), tellingOf(`${NUMERAL}[천만억]?\\s?(?:${koreanUnit(noun)})|${OF_THEM}`)),
    };
  // Who asks for the time that it takes too is answered by any number.
  const money = moneyIn(plain);
  if (money !== undefined) return TIME_ASKED.test(plain) ? undefined : { amount: money };
  if (VERSION_ASKED.test(plain)) return { amount: VERSION };
  const measure = measureIn(plain);
  if (measure !== undefined) return amountOf(plain, measure, takenIn(plain, measure));
  if (/몇\s?시(?!간)/u.test(plain)) return { amount: HOUR };
  if (/며칠/u.test(plain)) {
    const days = `${NUMERAL}\\s?(?:여\\s?)?(?:일|주|달|개월|days?|weeks?|months?|日|週間|[かヶカ]月)(?!\\S*요일)`;
    return amountOf(plain, days, takenIn(plain, days));
  }
  const japanese =
    /何(ミリ秒|キロ|グラム|ワット|ボルト|ヘルツ|ギガ|メガ|テラ|バイト|ビット|ピクセル|インチ|センチ|メートル|位|点|階|級|ドル|ユーロ|[kmgt]b|個|回|人|名|社|台|件|種類|言語|文字|行|冊|つ|か国|カ国|[かヶカ]月|週間|倍|秒|分|時間|日|年|歳|円|%|パーセント)/u.exec(
      plain,
    )?.[1];
  if (japanese !== undefined)
    return amountOf(
      plain,
      `(?:\\d[\\d,.]*|[一二三四五六七八九十百千]+)\\s?[万億兆]?(?:${japaneseUnit(japanese)})`,
    );
  // A measure that no list knows is told by its own name: `몇 tops`.
  const written = /몇\s?([a-z]{2,8})(?![a-z])/u.exec(plain)?.[1];
  if (written !== undefined) return amountOf(plain, `${NUMERAL}\\s?${written}(?![a-z])`);
  const numbered = NUMBER_OF.exec(plain)?.[1];
  if (numbered !== undefined) {
    const closest = countOf(numbered);
    return { amount: either(closest, tellingOf(OF_THEM)), closest };
  }
  // `몇 분야`: fields, or minutes.
  if (/몇\s?분야/u.test(plain)) return { amount: either(countOf('분야'), tellingOf(`${NUMERAL}\\s?분`)) };
  const [found = '', before, unit = ''] = countedKorean().exec(plain) ?? [];
  const follows = new RegExp(
    `${RegExp.escape(found)}(?:의|나)?\\s([가-힣]{2,}?)(?:을|를|이|가|은|는|까지)?(?:\\s|$)`,
    'u',
  ).exec(plain)?.[1];
  // `몇 가지 나왔어`: a verb is not counted.
  const behind = follows === undefined || !isThing(follows) ? undefined : follows;
  const what = behind ?? (before !== undefined && isThing(before) ? before : undefined);
  if (/^(?:개|가지)$/u.test(unit)) {
    if (what === undefined) return undefined;
    const closest = countOf(what);
    return { amount: either(closest, tellingOf(`${NUMERAL}\\s?(?:개|가지)(?!월|국)|${OF_THEM}`)), closest };
  }
  if (unit === '') return undefined;
  const amount = `${NUMERAL}\\s?(?:여\\s?)?(?:${units().get(unit) ?? RegExp.escape(unit)})`;
  const beside = OF_TIME.has(unit)
    ? takenIn(plain, amount)
    : what === undefined || !OF_THINGS.has(unit)
      ? undefined
      : besideOf(what, amount);
  return amountOf(plain, amount, beside);
}

/** True where a time, a size or the like is asked for, and no number of things. */
export function isMeasured(question: string): boolean {
  const plain = question.toLowerCase();
  const unit = countedKorean().exec(plain)?.[2];
  const isUnit =
    unit !== undefined && !OF_THINGS.has(unit) && !/^(?:개|가지|단계|스텝|번|배|점|층)$/u.test(unit);
  return isUnit || measureIn(plain) !== undefined || VERSION_ASKED.test(plain);
}

/** `개발자 몇 명`. */
const countedKorean = lazy(
  () =>
    new RegExp(
      `(?:([가-힣a-z]{2,}?)(?:을|를|이|가|은|는|도)?\\s*)?몇\\s?(?:[십백천만억]\\s?)?(${[...units().keys(), '개(?!월|국)'].join('|')}|%|[mgtk]b|ms|px|kg|km|cm|mm|fps|hz|ghz|mah)`,
      'u',
    ),
);
/** Units by which things are counted, and not measured: which things, is said beside them. */
const OF_THINGS: ReadonlySet<string> = new Set([
  '명',
  '사람',
  '대',
  '곳',
  '군데',
  '건',
  '편',
  '권',
  '장',
  '팀',
  '종',
]);
const OF_TIME: ReadonlySet<string> = new Set(['초', '분', '시간', '일', '주', '달', '개월', '년']);
/** What is counted was named before: `They deleted 71 of them`. */
const OF_THEM = `${NUMERAL} of (?:them|these|those)\\b|(?:그중|이\\s?중|그\\s?가운데)\\S{0,2}\\s(?:\\S+\\s)?${NUMERAL}`;

const isThing = (word: string): boolean => verbsOf(word).length === 0 && !isEmptyVerb(word);

/** What a thing is called, in whichever words, in lower case. */
const namesOf = (noun: string): readonly string[] => [
  ...new Set([noun.replace(/(?<=[a-z]{2})(?:ies|es|s)$/u, ''), ...saidFor(noun)]),
];

const either = (one: Telling, other: Telling): Telling => ({
  test: (text) => one.test(text) || other.test(text),
});

const MEASURED_NUMBER =
  /[$£€₩¥]\s?\d[\d.,]*|(?<![\d.,])(?:19|20)\d\d(?![\d.,]|\s?(?:명|개|건|people))|\d[\d.,:]*\s?(?:%|percent\b|ms\b|[kmgt]b\b|(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|st|nd|rd|th|am|pm)\b|초|분|시|시간|일|주|달|개월|년|월|원|달러|배|퍼센트|번째|秒|分|時|時間|日|週|年|月|円|倍|%)/giu;

/** A text with spaces in the place of times, shares, prices and years: what is left may count things. */
export const withoutMeasured = (text: string): string =>
  text.replaceAll(MEASURED_NUMBER, (value) => ' '.repeat(value.length));

/** Of things that are counted: from their number to what they are called, and the other way. */
const TO_NAME = /^\s?(?:개|가지)?\S{0,3}\s?(?:\S+\s){0,2}$/u;
const TO_NUMBER = /^\S{0,3}\s(?:\S+\s){0,6}$/u;

/** A number of things: behind it or before it stands what they are called, in whichever words. */
function countOf(noun: string): Telling {
  const names = namesOf(noun);
  return {
    test(text) {
      const lower = text.toLowerCase();
      const named = placesOfWords(names, lower);
      const numbers = named.length === 0 ? [] : placesIn(NUMERAL, withoutMeasured(lower));
      return stands(lower, numbers, named, TO_NAME) || stands(lower, named, numbers, TO_NUMBER);
    },
  };
}

/** What stands between an amount and what it is of. */
const NEAR = /^.{0,25}$/u;

/** An amount near the noun that it is counted of. @param amount the source of a pattern */
function besideOf(noun: string, amount: string): Telling {
  const names = namesOf(noun);
  return {
    test(text) {
      const lower = text.toLowerCase();
      const named = placesOfWords(names, lower);
      const amounts = named.length === 0 ? [] : placesIn(amount, lower);
      return stands(lower, named, amounts, NEAR) || stands(lower, amounts, named, NEAR);
    },
  };
}

const UNIT_NOUNS = lazy(() =>
  Array.from(units().values(), (unit) => ({ unit, noun: new RegExp(`(?:^|\\|)(?:${unit})$`, 'u') })),
);

/** What a noun is counted with in Korean: its own counter, else those of all things. */
const koreanUnit = (asked: string): string =>
  UNIT_NOUNS().find(({ noun }) => noun.test(asked))?.unit ?? '개|건|명|대|곳|가지';

function japaneseUnit(unit: string): string {
  if (/[かヶカ]月/u.test(unit)) return '[かヶカ]月';
  return unit === '%' || unit === 'パーセント' ? '%|％|パーセント' : RegExp.escape(unit);
}
