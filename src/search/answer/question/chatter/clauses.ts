import { type Chatter, chatterOf } from './chatterWords.ts';

/** A word of a text between spaces, and what it may be around a question. */
export interface Word extends Chatter {
  /** In lower case, without marks. */
  readonly text: string;
  /** The marks behind it. */
  readonly marks: string;
  readonly start: number;
  readonly end: number;
}

export const HANGUL = /[가-힣]/u;
export const KANA = /[\u3041-\u30fa]/u;

const WORD = /(\S+?)([^\p{L}\p{N}\s]*)(?=\s|$)/gu;
/** `이게 뭔지 몰라서`, `뭐 하나 물어봐도`, `무슨 말인지`, `얼마 안 됐는데`: words of questions that ask for nothing here. */
const IS_SAID =
  /^(?:\S+ (?:몰라|몰랐|모르|모름|모릅|헷갈|까먹|잊)|뭐 (?:하나|좀|물어|여쭤)|무슨 (?:말|소린|뜻|얘긴)\S*지|얼마 (?:안|되지|안됐)|어디서 (?:들었는데|들은|들어서|봤는데|본|주워)\S*)/u;
/** `does anyone know`. */
const WHETHER_ANYONE = /^(?:do|does|can|could|would|will|has|is) (?:any|some)(?:one|body)$/u;

/** The words of a text, with their UTF-16 offsets. */
export function wordsOf(text: string): readonly Word[] {
  const words = Array.from(text.matchAll(WORD), (match): Word => {
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
  return words.map((word, at) => {
    const pair = `${word.text} ${words[at + 1]?.text ?? ''}`;
    if (word.questions && IS_SAID.test(pair)) return { ...word, questions: false, goesAlong: true };
    return WHETHER_ANYONE.test(pair) ? { ...word, goesAlong: true, opens: true } : word;
  });
}

/** True for a word that may be said around a question. */
export const isChatter = (word: Word): boolean => word.goesAlong || word.leads || word.trails;

/** What the words of a clause tell together. */
export interface Told {
  asks: boolean;
  tells: boolean;
  isSelf: boolean;
}

/** Adds what a word tells. */
export function hear(told: Told, { asks, tells, isSelf }: Word): void {
  told.asks ||= asks;
  told.tells ||= tells;
  told.isSelf ||= isSelf;
}

/** True where it says that something is asked, why, or by whom. */
export const saysWhy = ({ asks, tells, isSelf }: Told): boolean => asks || (tells && isSelf);

/** The marks behind a clause. */
export const MARK = /[.,!:;…~\-–—)。、，！]/u;

/** `through which`. */
const BEFORE_WH =
  /^(?:to|for|of|in|on|at|by|with|about|from|through|into|over|since|until|after|before|than|as)$/u;
/** True where a clause in English begins to ask behind a word. */
export const asksBehind = (word: Word, next: Word | undefined): boolean =>
  next?.questions === true && !HANGUL.test(next.text) && !BEFORE_WH.test(word.text);

/** What a question ends with in Korean. */
const FINISHED =
  /(?:[요까니나냐죠음임됨함줘좀봐거돼해써대래데]|(?<![인는은할될울을일])지|[었았였했됐갔왔봤줬났있없]어|[이거뭐제구디]야|뭔지|더라|[다라]고|란)$/u;

/** True for the last word of a question in Korean; `얼마나` goes on. */
export const isFinished = ({ text, questions }: Word): boolean =>
  questions ? /^(?:뭐|뭥미)$|[^몰마]?[야요죠지냐니까데임]$/u.test(text) : FINISHED.test(text);
