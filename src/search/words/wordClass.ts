import { lazy } from '#library/compute/lazy.ts';
import { isParticle, syllableBeforeParticle } from './korean.ts';
import { readWordList } from './lists/wordList.ts';
import { VENDORS } from './shortNames.ts';
import { isName } from './thesaurus.ts';
import { isEmptyPast, isEmptyVerb, verbsOf } from './verbs.ts';

const set = (...files: readonly string[]): (() => ReadonlySet<string>) =>
  lazy(() => new Set(files.flatMap((file) => readWordList(`words/${file}`))));

/** Words that name the kind of answer wanted, not its subject. */
const asking = set('asking.txt', 'asking-ko.txt', 'asking-en.txt', 'fillers-ko.txt', 'fillers-en.txt');

/** True for a word that only asks. */
export const isAsking = (word: string): boolean => asking().has(word);

/** Words that tell nothing of what is asked for or about. */
const fillers = set('fillers-ko.txt', 'fillers-en.txt');

/** True for an adverb, a connecting word or an interjection, which changes nothing of a question. */
export const isFiller = (word: string): boolean => fillers().has(word);

/** Everyday words, which any question may contain: weak evidence. */
const everyday = set('everyday.txt', 'everyday-ko.txt', 'everyday-en.txt');

/** Common verbs, adjectives and adverbs, which have many paraphrases: missing one is weak evidence. */
const plain = set('plain.txt');

/** Words that ask for a fact: a price, a job, a telephone number. */
const demanding = set('demanding.txt');

/** What names something, and that beside what asks for a fact of it. */
export const THINGS: ReadonlySet<WordClass> = new Set<WordClass>(['content', 'name', 'everyday']);
export const NAMING: ReadonlySet<WordClass> = new Set<WordClass>([...THINGS, 'demanding']);

/** True for a word of one of the lists. */
export const isListed = (word: string): boolean =>
  everyday().has(word) || asking().has(word) || plain().has(word) || demanding().has(word);

/** Counters, after a number or `몇`. */
const COUNTED = new Set([...'개분명번대시초일달년월주원건배살곳편장군팀점층줄쪽']);

/** A Korean word with an ending of sentences or clauses: it has many paraphrases too. */
const VERBAL =
  /(나요|까요|가요|을까|할까|는지|은지|인지|어요|아요|해요|예요|습니까|는가|려면|으면|면서|어서|아서|지만|다가|다고|다는|라는|았어|었어|했어|졌어|됐어|않고|않아|않는|않게|어야|아야|세요|지요|네요|거야|았나|었나|했나|졌나|했는데|있는|없는|하는|되는|하기|하고|하게|해서|하면|한다|된다|었던|았던|했던|진다|준다|인데|던가|을지|르기|리기|기기|내기|보기|이기|우기|추기|주기|바꾸기|찾기|만들기|쓰기|읽기|돌리기|고르기)$/;

const HANGUL = /^[가-힣]+$/u;

/** A syllable with the ending of a question: `뜻이야`. */
const ASKED = /^([가-힣])(?:이야|이에요|예요|인가|인가요|인지|이지|이죠|이냐|임|일까|일까요|입니까)$/;

/** Words that begin as question words do, and what asks whether something is meant so: `뭐하는앱임`, `어디더라`, `얘긴가`. */
const ASKS =
  /^(?:뭐|뭘|뭔|뭣|무슨|무엇|어찌|어째|어떡|어쩌|어떻|어떤|어느|어디|어딨|언제|누구|누가|며칠|얼마)|^(?:얘기|이야기|소리)(?:야|임|죠|지|예요|인가요?|인지)$|^(?:얘긴가|건가|거지|되남|하남|돼용|되나[욤용]|된대|된대요|되는[감교]|아니에요|아닌가|예정이래)요?$|글자로$/u;

/**
 * The class of a word in a question: `asking` frames it, `plain` has many paraphrases (verbs, adverbs, numbers),
 * `everyday` is a common noun, `demanding` asks for a fact that few posts have (a price, a job), `name` is a Latin word
 * in no list, and `content` carries the topic.
 */
export type WordClass = 'asking' | 'plain' | 'everyday' | 'demanding' | 'name' | 'content';

/** @param forms a word and its stems, in lower case. */
export function wordClassOf(forms: readonly string[]): WordClass {
  const [word = ''] = forms;
  // A syllable before a particle counts as a word only where it is a counter.
  const whole = forms.filter((form) => form.length > 1 || form === word);
  const are = (set: ReadonlySet<string>): boolean => whole.some((form) => set.has(form));
  if (are(demanding())) return 'demanding';
  if (are(asking()) || are(VENDORS) || asking().has(ASKED.exec(word)?.[1] ?? '')) return 'asking';
  if (HANGUL.test(word) && (ASKS.test(word) || isEmptyPast(word))) return 'asking';
  if (are(plain()) || isCounted(word)) return 'plain';
  if (are(everyday()) || everyday().has(syllableBeforeParticle(word) ?? '')) return 'everyday';
  if (HANGUL.test(word) && saysNothing(word) && !isName(forms)) return 'asking';
  return /^[0-9]/.test(word) || VERBAL.test(word) || verbsOf(word).length > 0 ? 'plain' : 'content';
}

/** Endings that no noun of two syllables has but by chance: `알면`, `가서`. */
const ENDED = /[고면서며니요던돼줘]$/u;
/** Nouns that need another word before them: `데가`, `것도`, `쪽으로`. */
const BOUND = /^[데것거꺼쪽]/u;

/** True for a form of a verb without a meaning of its own, and for a bound noun with its particle. */
const saysNothing = (word: string): boolean =>
  (BOUND.test(word) && isParticle(word.slice(1))) ||
  ((word.length > 2 || ENDED.test(word)) && isEmptyVerb(word));

/** True for a counter with its particle: `분까지`. */
function isCounted(word: string): boolean {
  return COUNTED.has(word.slice(0, 1)) && (word.length === 1 || isParticle(word.slice(1)));
}

/** Weight of a word of each class where a passage contains it, 0 to 1. */
export const MATCH_WEIGHT: Readonly<Record<WordClass, number>> = {
  asking: 0.15,
  plain: 0.5,
  everyday: 0.75,
  demanding: 0.5,
  name: 1,
  content: 1,
};

/** Penalty for a word of each class where a passage does not contain it, 0 to 1. */
export const MISS_PENALTY: Readonly<Record<WordClass, number>> = {
  asking: 0.15,
  plain: 0.4,
  everyday: 0.6,
  demanding: 1,
  name: 1,
  content: 1,
};
