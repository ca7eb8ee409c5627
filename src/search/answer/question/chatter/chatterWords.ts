import { lazy } from '#library/compute/lazy.ts';
import { memoize } from '#library/compute/memoize.ts';
import { koreanStems } from '../../../words/korean.ts';
import { readWordList } from '../../../words/lists/wordList.ts';
import { isEmptyVerb, verbsOf } from '../../../words/verbs.ts';

/** What a word may be around a question. */
export interface Chatter {
  /** True for what is said for itself: `안녕하세요`, `ty`. */
  readonly calls: boolean;
  /** The same where a text begins with it, and where it ends with it. */
  readonly leads: boolean;
  readonly trails: boolean;
  /** True for whom a greeting is said to: `team`. */
  readonly called: boolean;
  /** True for what says by itself that something is asked, why, or by whom: `궁금해서`, `초보라`, `wondering`. */
  readonly asks: boolean;
  /** True for what says so beside other words: `내일`, `boss`. */
  readonly tells: boolean;
  /** True for who asks: `my`. */
  readonly isSelf: boolean;
  /** True for what a clause of such words may hold. */
  readonly goesAlong: boolean;
  /** How surely a clause ends with it: `몰라서요` gives a reason, `하는데` may describe what is looked for. */
  readonly ends: 'surely' | 'perhaps' | undefined;
  /** True for a word that asks: `뭐야`, `which`. */
  readonly questions: boolean;
  /** True for a word with which a clause begins behind a question: `thanks`, `초보라`. */
  readonly opens: boolean;
}

/** Reads a file of `lists/chatter`: words by their classes. */
export function chatterList(language: string): (name: string) => readonly string[] {
  const classes = new Map<string, string[]>();
  for (const line of readWordList(`chatter/${language}.txt`)) {
    const [name = '', ...words] = line.split(/\s+/u);
    const before = classes.get(name);
    if (before === undefined) classes.set(name, words);
    else before.push(...words);
  }
  return (name) => classes.get(name) ?? [];
}

const english = lazy(() => {
  const of = chatterList('english');
  const set = (name: string): ReadonlySet<string> => new Set(of(name));
  return {
    call: set('call'),
    whom: set('whom'),
    lead: set('lead'),
    tail: set('tail'),
    asking: set('asks'),
    tells: set('tells'),
    along: set('along'),
    self: set('self'),
    closing: set('closing'),
    opening: set('opening'),
  };
});

const korean = lazy(() => {
  const of = chatterList('korean');
  const set = (name: string): ReadonlySet<string> => new Set(of(name));
  const begins = (name: string): RegExp => new RegExp(`^(?:${of(name).join('|')})`, 'u');
  return {
    call: set('call'),
    lead: set('lead'),
    tail: set('tail'),
    asker: set('asker'),
    noun: set('noun'),
    verb: set('verb'),
    self: set('self'),
    whom: set('whom'),
    along: set('along'),
    begins: begins('begins'),
    asking: begins('asks'),
  };
});

/** What makes a sentence or a clause of a noun: `학생인데요`, `초보라서`. */
const COPULA =
  /(?:이라서요?|라서요?|이라|라|인데요?|입니다만?|입니당|이에요|예요|에요|이고요?|이구요?|고요|구요|이거든요?|거든요?|이지만|지만|이어서|여서|이니까요?|니까요?|이니|이요|이여|이용|임|인|인지라|이다보니|다보니|이자)$/u;
/** What gives a reason or ends a sentence, and what joins a clause to the next one. */
const ENDS_SURELY =
  /(?:(?<![나까가데고구])요|(?<![에로면])서|니까|거든|다가|길래|느라고?|니다만?|줘|중|중인데요?|중이라)$/u;
const ENDS_PERHAPS =
  /(?:(?<!가운)데(?:요|도)?|[나까가]요|고요?|구요?|지만|[려으]려고|[어해아라네돼게]|(?<![마보])다)$/u;
/** What politely gives a reason. */
const REASON = /(?:(?<![에로면])서요|거든요|니까요)$/u;
/** What is noted: `모름`, `큰일남`. */
const isNoted = (word: string): boolean => word.normalize('NFD').endsWith('\u11b7');
const HANGUL = /^[가-힣ㄱ-ㅣ]+$/u;
/** How old somebody is, or how long something takes. */
const COUNTED =
  /^(?:\d+(?:분|시간|일|주|달|개월|년|학년|살|세|기|연)(?:째|차|동안|이나|넘게|생|전|뒤|후|만에|된|쯤|정도)*\S{0,3}|(?:스물|서른|마흔|쉰|예순|일흔|여든)\S{0,4})$/u;

/** What a word may be around a question. @param word in lower case, without the marks around it. */
export const chatterOf: (word: string) => Chatter = memoize(
  (word) =>
    /^\P{L}*$/u.test(word) ? ofMark(word) : /[가-힣ㄱ-ㅣ]/u.test(word) ? ofKorean(word) : ofEnglish(word),
  4_000,
  30,
);

const NOTHING: Chatter = {
  calls: false,
  leads: false,
  trails: false,
  called: false,
  asks: false,
  tells: false,
  isSelf: false,
  goesAlong: false,
  ends: undefined,
  questions: false,
  opens: false,
};

/** Faces are said for themselves; numbers and question marks are not. */
const ofMark = (word: string): Chatter =>
  /[\d?？=]/u.test(word) ? NOTHING : { ...NOTHING, calls: true, leads: true, trails: true };

/** Words with which a clause asks in English. */
const WH = /^(?:what|which|who|whose|when|where|why|how)(?:'s|s|'re)?$/u;

function ofEnglish(word: string): Chatter {
  const { call, whom, lead, tail, asking, tells, along, self, closing, opening } = english();
  const calls = call.has(word);
  const asks = calls || asking.has(word);
  return {
    calls,
    leads: calls || lead.has(word),
    trails: calls || tail.has(word),
    called: whom.has(word),
    asks,
    tells: tells.has(word),
    isSelf: self.has(word),
    goesAlong: asks || tells.has(word) || along.has(word),
    ends: closing.has(word) ? 'surely' : undefined,
    questions: WH.test(word),
    opens: opening.has(word),
  };
}

const endOf = (word: string): Chatter['ends'] =>
  ENDS_SURELY.test(word) ? 'surely' : ENDS_PERHAPS.test(word) || isNoted(word) ? 'perhaps' : undefined;

/** Words of questions, whatever they look like. */
const QUESTION = /^(?:뭐|뭘|뭔|무엇|무슨|왜|어떻|어떤|어느|어디|언제|누가|누구|몇|얼마|어케|머)/u;

function ofKorean(word: string): Chatter {
  if (QUESTION.test(word)) return { ...NOTHING, questions: true };
  const { call, lead, tail, asker, noun, verb, along, self, whom, begins, asking } = korean();
  const isHangul = HANGUL.test(word);
  const calls = call.has(word) || begins.test(word) || /^(?:[ㄱ-ㅎ]+|[ㅗㅜㅠㅡ]+)$/u.test(word);
  const is = (bare: string): boolean => asker.has(bare) || noun.has(bare);
  const bare = word.replace(COPULA, '');
  const isCopula = bare !== word && is(bare);
  const isNoun = is(word);
  const asks = calls || isCopula || asking.test(word);
  const tells = isNoun || (isHangul && koreanStems(word).some(is));
  const does = isHangul && (isEmptyVerb(word) || verbsOf(word).some((one) => verb.has(one)));
  const goesAlong = asks || tells || does || along.has(word) || COUNTED.test(word);
  return {
    calls,
    leads: calls || lead.has(word),
    trails: calls || tail.has(word),
    called: whom.has(word),
    asks: asks || (goesAlong && REASON.test(word)),
    tells,
    isSelf: self.has(word),
    goesAlong,
    ends: isNoun ? undefined : endOf(word),
    questions: false,
    opens: isCopula && asker.has(bare),
  };
}
