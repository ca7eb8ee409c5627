import { memoizeLast } from '#library/compute/memoize.ts';
import {
  asksBehind,
  HANGUL,
  hear,
  isChatter,
  isFinished,
  KANA,
  MARK,
  saysWhy,
  type Told,
  type Word,
  wordsOf,
} from './clauses.ts';
import { withoutJapaneseChatter } from './japaneseChatter.ts';

/** Longer texts are no question with words around it. */
const LONGEST = 400;

/**
 * What is asked, without what people say before and behind it: who they are, why they ask, greetings, excuses, thanks.
 * The text as it is where nothing would be left. `안녕하세요 초보인데요 빅쿼리가 뭐야? 감사합니다` → `빅쿼리가 뭐야?`
 */
export const withoutChatter = memoizeLast((text): string => {
  if (text.length > LONGEST) return text;
  if (KANA.test(text) && !HANGUL.test(text)) return withoutJapaneseChatter(text);
  const heard = HEARD_AGAIN.exec(text)?.[1];
  if (heard !== undefined) return `${heard} 뭐야`;
  const start = GREETING.exec(text)?.[0].length ?? 0;
  const signed = withoutSignature(text).slice(start);
  const words = wordsOf(signed);
  const from = leading(words);
  const asked = words.slice(from, trailing(words, from));
  const [first, last] = [asked[0], asked.at(-1)];
  if (first === undefined || last === undefined || asked.every((word) => isChatter(word) || word.called))
    return text;
  const isWhole = asked.length === words.length && signed === text;
  return isWhole ? text : signed.slice(first.start, last.end);
});

/** `회의에서 사일로 사일로 하던데 그게 무슨 말이야`: a name that others say again and again, and who asks does not know. */
const HEARD_AGAIN =
  /(?:^|\s)(\S{2,}(?:\s\S+)?)[\s,]+\1\s?(?:하|해|거리|그러|그래|떠들|노래)\S*(?:데|길래|서|라고?|니|만|지만)요?[\s,.!?]+(?=(?:\S+\s){0,3}?(?:무슨|뭔|뭐|머|무엇|모르))/u;

/** `what's up`, which asks for nothing. */
const GREETING =
  /^(?:\p{L}+[\s,!]+)?(?:what'?s up|how(?:'s| is) (?:it going|everyone)|how are (?:you|things)(?: (?:all|doing|today))*|how do you do)[\s,.!?]+(?=\S+ \S)/iu;

/** Who wrote it: `Kind regards, Helen`, `김민수 드림`. */
const SIGNATURE =
  /(?:[,.!?~\s](?:(?:[Kk]ind |[Ww]arm |[Bb]est )?[Rr]egards|[Bb]est wishes|[Aa]ll the best|[Bb]est|[Ss]incerely|[Yy]ours truly|[Cc]heers|[Tt]hanks|[Tt]hank you|[Mm]any thanks|BR),?\s+\p{Lu}\p{L}+\.?(?:\s\p{Lu}\p{L}*\.?)?|\s-{1,2}\s?\p{Lu}\p{L}+|[.?!\s]Sent from my \p{L}+(?: \p{L}+)?|[.?!~\n요다]\s+(?:[가-힣]{2,4}\s)?[가-힣]{2,4}\s?(?:드림|올림|배상))\s*[.!]*\s*$/u;

function withoutSignature(text: string): string {
  const at = SIGNATURE.exec(text)?.index;
  // The mark before it belongs to the question.
  return at === undefined ? text : text.slice(0, at + 1);
}

/** How many words lead up to a question. */
function leading(words: readonly Word[]): number {
  const told: Told = { asks: false, tells: false, isSelf: false };
  let from = 0;
  for (let next = clauseAfter(words, 0, told); next > from; next = clauseAfter(words, from, told))
    from = next;
  return from;
}

/** `저..`: what is said before something is asked. */
const PAUSE = /^(?:\.\.|…|~|-)/u;

/** Where a word or a clause ends that only leads up to what follows; `from` where none begins there. */
function clauseAfter(words: readonly Word[], from: number, told: Told): number {
  let to = from;
  for (let at = from; at < words.length - 1; at += 1) {
    const word = words[at];
    const isCalled = to === at && at > from && word?.called === true;
    if (word === undefined || isAsked(word, words[at + 1]) || !(isChatter(word) || isCalled)) break;
    hear(told, word);
    const isCall = to === at && (word.leads || isCalled || PAUSE.test(word.marks));
    if (isCall || closes(word, words[at + 1], told)) to = at + 1;
  }
  return to;
}

/** True for a word that also belongs to what is asked: `네 번째 세션`, `또 언제 열려`. */
const isAsked = ({ text }: Word, next: Word | undefined): boolean =>
  BELONGS[text]?.test(next?.text ?? '') === true;
const BELONGS: Readonly<Record<string, RegExp>> = {
  네: /^(?:번째|가지|개|명|건|편|곳|단계|종류|시간)/u,
  또: /^(?:언제|어디서|열[려리]|하|한|함|해)/u,
};

function closes(word: Word, next: Word | undefined, told: Told): boolean {
  // `여쭤봐도 될까요?`
  if (word.marks.includes('?')) return told.asks && (word.ends !== undefined || !HANGUL.test(word.text));
  const saysSo = saysWhy(told);
  if (word.ends === 'surely') return saysSo || (told.tells && HANGUL.test(word.text));
  if (word.ends === 'perhaps') return saysSo;
  return saysSo && (MARK.test(word.marks) || asksBehind(word, next));
}

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
  if (HANGUL.test(before.text)) return word.calls || word.opens || isFinished(before);
  return word.calls || (word.opens && !UNFINISHED.test(before.text));
}
