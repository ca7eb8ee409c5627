import { memoizeLast } from '#library/compute/memoize.ts';
import { type Chatter, chatterOf } from './chatterWords.ts';
import { withoutJapaneseChatter } from './japaneseChatter.ts';

interface Word extends Chatter {
  /** In lower case, without marks. */
  readonly text: string;
  /** The marks behind it. */
  readonly marks: string;
  readonly start: number;
  readonly end: number;
}

const KANA = /[\u3041-\u30fa]/u;
const HANGUL = /[가-힣]/u;
/** Longer texts are no question with words around it. */
const LONGEST = 400;

/**
 * What is asked, without what people say before and behind it: who they are, why they ask, greetings, excuses, thanks.
 * The text as it is where nothing would be left. `안녕하세요 초보인데요 빅쿼리가 뭐야? 감사합니다` → `빅쿼리가 뭐야?`
 */
export const withoutChatter = memoizeLast((text): string => {
  if (text.length > LONGEST) return text;
  if (KANA.test(text) && !HANGUL.test(text)) return withoutJapaneseChatter(text);
  const words = wordsOf(withoutSignature(text));
  const from = leading(words);
  const to = trailing(words, from);
  const asked = words.slice(from, to);
  const [first, last] = [asked[0], asked.at(-1)];
  if (asked.length === words.length || first === undefined || last === undefined) return text;
  return asked.every((word) => isChatter(word) || word.called) ? text : text.slice(first.start, last.end);
});

/** Who wrote it: `Kind regards, Helen`, `김민수 드림`. */
const SIGNATURE =
  /(?:[,.!?~\s](?:(?:[Kk]ind |[Ww]arm |[Bb]est )?[Rr]egards|[Bb]est wishes|[Aa]ll the best|[Bb]est|[Ss]incerely|[Yy]ours truly|[Cc]heers|[Tt]hanks|[Tt]hank you|[Mm]any thanks|BR),?\s+\p{Lu}\p{L}+\.?(?:\s\p{Lu}\p{L}*\.?)?|\s[가-힣]{2,4}\s?(?:드림|올림|배상))\s*[.!]*\s*$/u;

function withoutSignature(text: string): string {
  const at = SIGNATURE.exec(text)?.index;
  // The mark before it belongs to the question.
  return at === undefined ? text : text.slice(0, at + 1);
}

const wordsOf = (text: string): readonly Word[] =>
  Array.from(text.matchAll(/(\S+?)([^\p{L}\p{N}\s]*)(?=\s|$)/gu), (match): Word => {
    const [raw, front = '', marks = ''] = match;
    const end = match.index + raw.length;
    const bare = front
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/^[^\p{L}\p{N}]+/u, '');
    const chatter = chatterOf(bare === '' ? raw : bare);
    const behind = text[end] === '\n' ? '.' : bare === '' ? raw : marks;
    return { ...chatter, text: bare, marks: behind, start: match.index, end };
  });

const isChatter = (word: Word): boolean => word.goesAlong || word.leads || word.trails;

/** What the words of a clause tell together. */
interface Told {
  asks: boolean;
  tells: boolean;
  isSelf: boolean;
}

function hear(told: Told, { asks, tells, isSelf }: Word): void {
  told.asks ||= asks;
  told.tells ||= tells;
  told.isSelf ||= isSelf;
}

const saysWhy = ({ asks, tells, isSelf }: Told): boolean => asks || (tells && isSelf);

/** How many words lead up to a question. */
function leading(words: readonly Word[]): number {
  const told: Told = { asks: false, tells: false, isSelf: false };
  let from = 0;
  for (let next = clauseAfter(words, 0, told); next > from; next = clauseAfter(words, from, told))
    from = next;
  return from;
}

/** Words with which a clause asks in English. */
const WH = /^(?:what|which|who|whose|when|where|why|how)(?:'s|s|'re)?$/u;
/** `through which`. */
const BEFORE_WH =
  /^(?:to|for|of|in|on|at|by|with|about|from|through|into|over|since|until|after|before|than|as)$/u;
/** `저..`: what is said before something is asked. */
const PAUSE = /^(?:\.\.|…|~|-)/u;
const MARK = /[.,!:;…~\-–—)。、，！]/u;

/** Where a word or a clause ends that only leads up to what follows; `from` where none begins there. */
function clauseAfter(words: readonly Word[], from: number, told: Told): number {
  let to = from;
  for (let at = from; at < words.length - 1; at += 1) {
    const word = words[at];
    const isCalled = to === at && at > from && word?.called === true;
    if (word === undefined || !(isChatter(word) || isCalled)) break;
    hear(told, word);
    const isCall = to === at && (word.leads || isCalled || PAUSE.test(word.marks));
    if (isCall || closes(word, words[at + 1], told)) to = at + 1;
  }
  return to;
}

function closes(word: Word, next: Word | undefined, told: Told): boolean {
  if (word.marks.includes('?')) return false;
  const saysSo = saysWhy(told);
  if (word.ends === 'surely') return saysSo || (told.tells && HANGUL.test(word.text));
  if (word.ends === 'perhaps') return saysSo;
  return saysSo && (MARK.test(word.marks) || (WH.test(next?.text ?? '') && !BEFORE_WH.test(word.text)));
}

/** What a question ends with in Korean. */
const FINISHED =
  /(?:[요까니나냐지죠음임됨함줘좀뭐나봐돼해써대래데]|[었았였했됐갔왔봤줬났있없]어|[이거]야|뭔지|더라|[다라]고|란)$/u;
/** What no question ends with in English. */
const UNFINISHED =
  /^(?:do|does|did|should|can|could|would|will|may|might|must|if|when|that|what|which|who|how|why|where|to|for|the|a|an|of|in|on|with|is|are|was|were|and|or|not|be|it|about|by|from|at|as|i|we|you|my)$/u;

/** How many words stand before what is said behind a question. */
function trailing(words: readonly Word[], from: number): number {
  const told: Told = { asks: false, tells: false, isSelf: false };
  let to = words.length;
  let givesReason = false;
  for (let at = words.length - 1; at > from; at -= 1) {
    const word = words[at];
    const before = words[at - 1];
    if (word === undefined || before === undefined || !(isChatter(word) || word.called)) break;
    hear(told, word);
    givesReason ||= word.ends === 'surely' && at === words.length - 1;
    const isCall = to === at + 1 && (word.trails || (word.called && (before.calls || before.marks !== '')));
    if (isCall || ((saysWhy(told) || (told.tells && givesReason)) && begins(word, before))) to = at;
  }
  return to;
}

function begins(word: Word, before: Word): boolean {
  if (/[?!.。？！…~,]/u.test(before.marks)) return true;
  if (HANGUL.test(before.text)) return word.calls || word.opens || FINISHED.test(before.text);
  return word.opens && !UNFINISHED.test(before.text);
}
