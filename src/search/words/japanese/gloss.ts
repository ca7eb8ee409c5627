import { memoize } from '#library/compute/memoize.ts';
import { syllableParts } from '../../letters/hangul.ts';
import { hangulOfKatakana, isKatakana } from '../../letters/loanWords.ts';
import { inUsualWidth } from '../../letters/segments.ts';
import { doingAt, wordAt } from './dictionary.ts';
import { loanWordOf } from './forms.ts';
import { koreanReading } from './readings.ts';

const JAPANESE = /[\u3041-\u30fa\u4e00-\u9fff]/u;
const HANGUL = /[가-힣]/u;
/** Words that ask stand apart from those before them: `月何件`. */
const HAN = /^(?:[何誰]|(?:(?![何誰])[\u4e00-\u9fff々])+)/u;
const KATAKANA = /^[ァ-ヺー・]+/u;

/** What only holds a sentence together, and what Korean says for it; the longest stands first. */
const GRAMMAR: readonly (readonly [pattern: RegExp, korean: string])[] = [
  [
    /^(?:とは|って)(?:いったい|一体)?(?:何|なん|なに)(?:です|でしょう|だ|なの|の)?(?:こと|事)?(?:か|の)?(?=[?？。\s]|$)/u,
    ' 뭐예요',
  ],
  [/^とは(?=[?？。\s]|$)/u, ' 뭐예요'],
  [/^(?:って|は)(?=[?？]?\s*$)/u, ' 뭐예요'],
  [/^何の/u, ' 무슨 '],
  [/^いくら(?:くらい|ぐらい)?(?:かか[るりっ]|掛か[るりっ])\S*/u, ' 얼마 드나요'],
  [/^(?:この|その|あの)/u, ' '],
  [
    /^(?:は|って)?(?:何|なん|なに)(?:です|でしょう|だった?|でした)(?:っけ|か|かね|の|け)?(?=[?？。\s]|$)/u,
    ' 뭐예요',
  ],
  [/^(?:は)?(?:何|なん)(?:ですか)?(?=[?？。\s]*$)/u, ' 뭐예요'],
  [/^(?:何|なに)を(?!する|して|やって|やる)/u, ' 뭘 '],
  [/^(?:何|なに)が/u, ' 뭐가 '],
  [/^(?:から)(?=.*(?:まで|[へに移変]))/u, '에서'],
  [/^から/u, '부터'],
  [/^まで/u, '까지'],
  [/^より/u, '보다'],
  [/^あたり/u, '당'],
  [/^(?:と|とか|や)(?=[^?？]*(?:違|差|比|どちら|どっち|使い分け))/u, '와 '],
  [/^でも/u, '도'],
  [/^も/u, '도'],
  [/^(?:だけ|のみ|しか)/u, '만'],
  [
    /^(?:では|には|での|からの|への|との|とは|とか|など|ので|のに|って|んで|なら|ながら|について|に関して)/u,
    ' ',
  ],
  [/^[はがをのにでとへやかねよぞさ、。・]/u, ' '],
];

/** What stands between the last word and the end of a question. */
const TAIL =
  /^(?:の|ん|か|な|ね|よ|です|でした|でしょう|だろう|だった|だ|っけ|わけ|かな|のか|けど)*\s*[?？。！!]*\s*$/u;

/** Counters behind `何`. */
const COUNTED: Readonly<Record<string, string>> = {
  社: '곳',
  つ: '개',
  個: '개',
  日: '일',
  文字: '글자',
  行: '줄',
  冊: '권',
  本: '개',
  台: '대',
  回: '번',
  時: '시',
  曜日: '요일',
  度: '번',
  匹: '마리',
  頭: '마리',
  歳: '살',
  枚: '장',
  種類: '가지',
  人: '명',
  名: '명',
  番: '번',
  番目: '번째',
  回目: '회째',
  日目: '일차',
  階: '층',
  点: '점',
  言語: '개 언어',
};

/** The final ㄹ of a syllable. */
const FINAL_L = 8;

/** The stem of a Korean verb before ㄴ: `만들다` → `만드`. */
function stemOf(verb: string): string {
  const stem = verb.slice(0, -1);
  const last = stem.charCodeAt(stem.length - 1);
  const [, , final] = syllableParts(last);
  return final === FINAL_L ? stem.slice(0, -1) + String.fromCharCode(last - FINAL_L) : stem;
}

/** A run of Katakana: words of the dictionary, and what is left by its sounds. */
function ofKatakana(run: string): string {
  const whole = wordAt(run, 0, run.length);
  if (whole?.length === run.length) return whole.korean;
  const split = run.split('・').filter(Boolean);
  if (split.length > 1) return split.map(ofKatakana).join(' ');
  for (let size = run.length - 1; size >= 3; size -= 1) {
    const front = run.length - size > 1 ? wordAt(run.slice(0, size), 0, size) : undefined;
    if (front?.length === size) return `${front.korean} ${ofKatakana(run.slice(size))}`;
    const back = run.length - size > 1 ? wordAt(run.slice(-size), 0, size) : undefined;
    if (back?.length === size) return `${ofKatakana(run.slice(0, -size))} ${back.korean}`;
  }
  return loanWordOf(run) ?? hangulOfKatakana(run);
}

/** A run of Chinese characters: words of the dictionary, and pairs of what is left by their reading. */
function ofHan(run: string): string {
  const out: string[] = [];
  let pending = '';
  const flush = (): void => {
    for (let at = 0; at < pending.length; ) {
      const size = pending.length - at === 3 ? 3 : 2;
      const part = pending.slice(at, at + size);
      const read = koreanReading(part) ?? part;
      // A character behind a word belongs to it: `終了` + `日`.
      if (part.length === 1 && at === 0 && out.length > 0) out.push(`${out.pop() ?? ''}${read}`);
      else out.push(read);
      at += size;
    }
    pending = '';
  };
  for (let at = 0; at < run.length; ) {
    const word = wordAt(run, at, run.length - at);
    if (word !== undefined && word.kind === 'noun' && (word.length > 1 || run.length === 1)) {
      flush();
      out.push(word.korean);
      at += word.length;
    } else {
      pending += run[at] ?? '';
      at += 1;
    }
  }
  flush();
  return out.join(' ');
}

/** A sentence in Japanese, whatever is named in it. */
const SENTENCE = /[\u3041-\u3096](?:.*[\u3041-\u30fc\u4e00-\u9fff々])?[^\p{L}\p{N}]*$/u;

/** True for a text in Japanese: what it names may be written in Hangul, as the posts write it (`데이터 레이크の特徴は？`). */
export const isJapanese = (text: string): boolean =>
  JAPANESE.test(text) && (!HANGUL.test(text) || SENTENCE.test(text));

/**
 * A Japanese question word by word in Korean, whose grammar is much the same: `IoT Coreのサービス終了日はいつですか` →
 * `IoT Core 서비스 종료일 언제예요`. Chinese characters are read as Korean reads them, loan words by their sounds. Undefined
 * for a text in another language.
 */
export function koreanGloss(text: string): string | undefined {
  if (!isJapanese(text)) return undefined;
  return glossed(inUsualWidth(text)) || undefined;
}

/** What a part of a text says in Korean, and how long it is. */
interface Part {
  readonly korean: string;
  readonly length: number;
  /** True where it stands right behind what is before it: particles, and verbs that are made of nouns. */
  readonly glued?: boolean;
  readonly verb?: boolean;
}

const glossed = memoize(
  (text: string): string => {
    let out = '';
    let verb = false;
    for (let at = 0; at < text.length; ) {
      const rest = text.slice(at);
      if (out !== '' && TAIL.test(rest)) {
        if (!verb && /^(?:です|でし|だ|な|の|か|っけ)/u.test(rest))
          out += ASKED.test(out) ? '예요' : '인가요';
        break;
      }
      const part = partAt(text, at, verb);
      if (part.korean === ' 뭐예요' && WHO.test(out)) out += ' 누구예요';
      else if (part.korean !== '')
        out += part.glued === true || /(?:^|\d|\s)$/u.test(out) ? part.korean : ` ${part.korean}`;
      if (part.korean.trim() !== '') verb = part.verb === true;
      at += part.length;
    }
    return out.replace(/\s+/gu, ' ').trim();
  },
  500,
  300,
);

const ASKED = /(?:누구|언제|어디|뭐|얼마|얼마나|몇 \S+)$/u;

/** Who is asked for where a question ends with these. */
const WHO = /(?:발표자|사람|대표|저자|담당자|사회자)$/u;

/** The part of a text that begins at `at`. */
function partAt(text: string, at: number, verb: boolean): Part {
  const rest = text.slice(at);
  const foreign = /^[^\u3041-\u30fc\u4e00-\u9fff々]+/u.exec(rest)?.[0];
  if (foreign !== undefined) return { korean: foreign.replace(/[、。〜・]/gu, ' '), length: foreign.length };
  const place = /\d/u.test(text[at - 1] ?? '') ? /^[番回日]目/u.exec(rest)?.[0] : undefined;
  if (place !== undefined) return { korean: `${COUNTED[place] ?? ''} `, length: place.length };
  if (rest.startsWith('つ') && /\d/u.test(text[at - 1] ?? '')) return { korean: '가지 ', length: 1 };
  const counted = countedAt(text, at);
  if (counted !== undefined) return counted;
  const doing = verb ? undefined : doingAt(text, at);
  const word = wordAt(text, at);
  const [pattern, korean] = GRAMMAR.find(([one]) => one.test(rest)) ?? [];
  const length = pattern?.exec(rest)?.[0].length ?? 0;
  const longest = Math.max(word?.length ?? 0, length);
  if (doing !== undefined && doing.length >= longest)
    return {
      korean: formed('하다', 'verb', text.slice(at + doing.length)),
      length: doing.length,
      glued: true,
      verb: true,
    };
  if (korean !== undefined && length === longest) return { korean, length, glued: true };
  const run = KATAKANA.exec(rest)?.[0] ?? HAN.exec(rest)?.[0] ?? '';
  if (word !== undefined && word.length >= run.length)
    return {
      korean: formed(word.korean, word.kind, text.slice(at + word.length)),
      length: word.length,
      verb: word.kind !== 'noun',
    };
  if (run === '') return { korean: '', length: 1 };
  if (isKatakana(run)) return { korean: ofKatakana(run), length: run.length };
  // The last character may begin a verb; alone before kana that are in no list it is one without a reading.
  const last = wordAt(text, at + run.length - 1);
  const taken = last !== undefined && last.length > 1 && run.length > 1 ? run.slice(0, -1) : run;
  if (taken.length === 1 && /^.[ぁ-ん]/u.test(rest) && !/^.[はがをのにでとも]/u.test(rest))
    return { korean: ' ', length: 1 };
  return { korean: ofHan(taken), length: taken.length };
}

/** `何` with what is counted. */
function countedAt(text: string, at: number): Part | undefined {
  if (!/^何(?=[\u4e00-\u9fffァ-ヺヶかつ%％A-Za-z])(?!何故|何処|何か(?!月))/u.test(text.slice(at)))
    return undefined;
  const unit = /^(?:文字|種類|曜日|言語|[番回日]目|.)/u.exec(text.slice(at + 1))?.[0] ?? '';
  const korean = COUNTED[unit];
  const whole = wordAt(text, at + 1)?.length ?? 0;
  return korean === undefined || whole > unit.length
    ? { korean: '몇', length: 1 }
    : { korean: `몇 ${korean}`, length: 1 + unit.length };
}

/** A word in the form that its place asks for: before a noun, at the end of a question, or as it is in the dictionary. */
function formed(korean: string, kind: string, rest: string): string {
  if (kind === 'noun' || !korean.endsWith('다')) return korean;
  if (TAIL.test(rest)) return `${stemOf(korean)}나요`;
  const before = /^[\u4e00-\u9fffァ-ヺA-Za-z0-9]|^(?:もの|こと|やつ|あれ|それ|ところ)/u.test(rest);
  return kind === 'verb' && before ? `${stemOf(korean)}는` : korean;
}
