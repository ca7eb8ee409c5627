import { tokenOf } from '../../../letters/tokens.ts';
import { lexemeOf } from '../../../words/lexeme.ts';
import type { WordClass } from '../../../words/wordClass.ts';
import { asksBehind, HANGUL, isChatter, KANA, MARK, type Word, wordsOf } from './clauses.ts';
import { askedInJapanese } from './japaneseChatter.ts';

/** What is asked in a text, where clauses around it name nothing. */
export interface AskedClause {
  readonly text: string;
  /** True where each of these clauses says that something is asked, or why. */
  readonly isFramed: boolean;
}

/** Fewer words are no question with clauses around it. */
const FEWEST = 4;
const LONGEST = 400;

/**
 * What is asked in a text without the clauses before and behind it that name nothing, whichever words they are made of:
 * `이해력이 딸려서 그런데 빅쿼리가 뭐야`. Undefined where there are none.
 * @param isNamed true for a text that names something that the posts are about
 */
export function askedClause(text: string, isNamed: (text: string) => boolean): AskedClause | undefined {
  if (text.length > LONGEST) return undefined;
  if (KANA.test(text) && !HANGUL.test(text)) {
    const asked = askedInJapanese(text);
    return asked === text ? undefined : { text: asked, isFramed: true };
  }
  const alone = lastSentence(text, isNamed);
  if (alone !== undefined) return { text: alone, isFramed: true };
  const words = wordsOf(text);
  if (words.length < FEWEST) return undefined;
  const textOf = (some: readonly Word[]): string => text.slice(some[0]?.start, some.at(-1)?.end);
  const dropped: Saying[] = [];
  /** True where a clause falls. */
  const falls = (clause: readonly Word[], isBehind: boolean): boolean => {
    const saying = sayingOf(clause, isBehind, dropped.length > 0);
    if (saying === undefined || isNamed(textOf(clause))) return false;
    dropped.push(saying);
    return true;
  };
  let from = 0;
  for (let at = 0; at < words.length - 1; at += 1)
    if (leadsUp(words[at], words[at + 1]) && falls(words.slice(from, at + 1), false)) from = at + 1;
  let to = words.length;
  for (let at = words.length - 1; at > from; at -= 1)
    if (endsAsking(words[at - 1]) && falls(words.slice(at, to), true)) to = at;
  const asked = words.slice(from, to);
  if (dropped.length === 0 || !asked.some(names)) return undefined;
  return { text: textOf(asked), isFramed: dropped.every((saying) => saying === 'why') };
}

const SENTENCE_END = /(?<=[.!…~])\s+(?=\S)/u;
const ASKS =
  /[?？]\s*$|^(?:what|how|why|which|who|when|where|can|could|is|are|do|does|did|was|were|explain|define|tell)\b/iu;
/** `Not a data person here. What's a clickstream?`: the sentence that asks, where it alone names something. */
function lastSentence(text: string, isNamed: (text: string) => boolean): string | undefined {
  const sentences = text.split(SENTENCE_END);
  const last = sentences.pop();
  if (last === undefined || sentences.length === 0 || !ASKS.test(last) || !isNamed(last)) return undefined;
  return sentences.some((one) => one.includes('?') || isNamed(one)) ? undefined : last;
}

/** True where a clause that leads up to another may end. */
const leadsUp = (word: Word | undefined, next: Word | undefined): boolean =>
  word !== undefined &&
  (MARK.test(word.marks) || word.marks.includes('?') || word.ends !== undefined || asksBehind(word, next));

/** What only a question ends with in Korean. */
const ASKED =
  /(?:[나까가]요|[거이]야|[예에]요|[냐죠]|줘|(?:설명|추천)좀|[었았였했됐][어지]|[돼해써어아]요)$/u;
const WHAT =
  /^(?:뭐야|뭔가요|뭐예요|뭐에요|뭐임|뭐죠|뭐지|뭔지|뭔데요?|뭐냐|뭐니|뭐더라|뭐였\S+|누구\S+|어디\S*[요야])$/u;

/** True where a question may end, and something be said behind it. */
const endsAsking = (word: Word | undefined): boolean =>
  word !== undefined &&
  (/[?.!…~]|^[-–—]/u.test(word.marks) ||
    (HANGUL.test(word.text) && (word.questions ? WHAT : ASKED).test(word.text)));

/** Words that name something. */
const NAMING: ReadonlySet<WordClass> = new Set<WordClass>(['content', 'everyday', 'name', 'demanding']);
/** Words of questions about the talks. */
const ABOUT =
  /^(?:발표|세션|행사|강연|연사|트랙|컨퍼런스|콘퍼런스|이벤트|서밋|써밋|sessions?$|talks?$|events?$|speakers?$|tracks?$|conference|summit|meetup)/u;

const classOf = ({ text }: Word): WordClass => lexemeOf(tokenOf(text)).wordClass;
/** True for a name, of the thesaurus or in no list, and for what asks for a fact. */
function isName({ text }: Word): boolean {
  const { wordClass, common } = lexemeOf(tokenOf(text));
  return wordClass === 'name' || wordClass === 'demanding' || (common && wordClass === 'content');
}
const names = (word: Word): boolean =>
  ABOUT.test(word.text) || (!isChatter(word) && !word.questions && NAMING.has(classOf(word)));

/** What a clause says that is not asked: why something is, or anything. */
type Saying = 'why' | 'anything';

/**
 * What a clause says that asks for nothing and names nothing, or only beside who asks; undefined for others.
 * @param goesOn true where another clause fell before
 */
function sayingOf(words: readonly Word[], isBehind: boolean, goesOn: boolean): Saying | undefined {
  const asks = words.some((word) => word.asks);
  if (words.some(({ questions, marks }) => questions || (!asks && marks.includes('?')))) return undefined;
  const isOwn = asks || words.some(({ isSelf }) => isSelf);
  if (!isOwn && !goesOn && !words.some(({ tells }) => tells)) return undefined;
  const isSaid = words.every(
    (word) => isChatter(word) || (isOwn ? !isName(word) : !NAMING.has(classOf(word))),
  );
  if (!isSaid) return undefined;
  return asks && (!isBehind || words.every(isChatter)) ? 'why' : 'anything';
}
