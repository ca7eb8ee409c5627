import { memoize } from '#library/compute/memoize.ts';
import { koreanStems } from '../../../words/korean.ts';
import { isEmptyVerb, verbsOf } from '../../../words/verbs.ts';
import { chatterList } from './chatterList.ts';

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

const english = chatterList('english');
const korean = chatterList('korean');

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
  const is = (name: string): boolean => english(name).has(word);
  const calls = is('call');
  const asks = calls || is('asks');
  const tells = is('tells');
  return {
    calls,
    leads: calls || is('lead'),
    trails: calls || is('tail'),
    called: is('whom'),
    asks,
    tells,
    isSelf: is('self'),
    goesAlong: asks || tells || is('along'),
    ends: is('closing') ? 'surely' : undefined,
    questions: WH.test(word),
    opens: is('opening'),
  };
}

const endOf = (word: string): Chatter['ends'] =>
  ENDS_SURELY.test(word) ? 'surely' : ENDS_PERHAPS.test(word) || isNoted(word) ? 'perhaps' : undefined;

/** Words of questions, whatever they look like. */
const QUESTION = /^(?:뭐|뭘|뭔|무엇|무슨|왜|어떻|어떤|어느|어디|언제|누가|누구|몇|얼마|어케|머)/u;

function ofKorean(word: string): Chatter {
  if (QUESTION.test(word)) return { ...NOTHING, questions: true };
  const is = (name: string, form = word): boolean => korean(name).has(form);
  const isNounOfAsker = (form: string): boolean => is('asker', form) || is('noun', form);
  const isHangul = HANGUL.test(word);
  const calls = is('call') || /^(?:[ㄱ-ㅎ]+|[ㅗㅜㅠㅡ]+)$/u.test(word);
  const bare = word.replace(COPULA, '');
  const isCopula = bare !== word && isNounOfAsker(bare);
  const isNoun = isNounOfAsker(word);
  const asks = calls || isCopula || is('asks');
  const tells = isNoun || (isHangul && koreanStems(word).some(isNounOfAsker));
  const does = isHangul && (isEmptyVerb(word) || verbsOf(word).some((verb) => is('verb', verb)));
  const goesAlong = asks || tells || does || is('along') || COUNTED.test(word);
  return {
    calls,
    leads: calls || is('lead'),
    trails: calls || is('tail'),
    called: is('whom'),
    asks: asks || (goesAlong && REASON.test(word)),
    tells,
    isSelf: is('self'),
    goesAlong,
    ends: isNoun ? undefined : endOf(word),
    questions: false,
    opens: isCopula && is('asker', bare),
  };
}
