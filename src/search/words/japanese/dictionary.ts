import { lazy } from '#library/compute/lazy.ts';
import { readWordList } from '../lists/wordList.ts';

/** How a Japanese word inflects, by its last kana: what may stand behind its stem. */
interface Entry {
  readonly korean: string;
  /** What follows the stem in each form; undefined for a word that does not inflect. */
  readonly row: string | undefined;
  readonly kind: WordKind;
}

type WordKind = 'noun' | 'verb' | 'adjective';

/** A word of the dictionary in a text. */
export interface FoundWord {
  readonly korean: string;
  readonly kind: WordKind;
  readonly length: number;
  /** The kana of its form, behind the stem. */
  readonly ending: string;
}

/** The kana that a verb's stem is followed by, by the last kana of its dictionary form. */
const ROWS: Readonly<Record<string, string>> = {
  う: 'わいうえおっ',
  く: 'かきくけこい',
  ぐ: 'がぎぐげごい',
  す: 'さしすせそ',
  つ: 'たちつてとっ',
  ぬ: 'なにぬねのん',
  ぶ: 'ばびぶべぼん',
  む: 'まみむめもん',
  る: 'らりるれろっ',
};
const ADJECTIVE = 'いくかけさす';
/** Verbs that する makes of nouns. */
const DOING = 'する';

/** Kana that stand behind the stem of any verb, and carry no other meaning. */
const AUXILIARIES =
  /^(?:て[いおくみも]?|で(?:い(?=る|た|ま|な))?(?!す|は|も|の|$)|た(?!め)|だ(?!け|っ)|る|ます|まし|ませ|られ|れ|させ|せ|な(?:いで?|かっ|く|けれ|ん)|たい|たく|たら|だら|ば|よう(?!に|な)|そう|すぎ|やす|にく|ちゃ|しま|くれ|もら|ください|ながら|ん(?!で)|んで(?![すしは])|っ|く|い(?=る|た|て|ま|な)|う|え|け)+/u;

const dictionary = lazy((): ReadonlyMap<string, readonly Entry[]> => {
  const entries = new Map<string, Entry[]>();
  const put = (stem: string, entry: Entry): void => {
    const known = entries.get(stem);
    if (known === undefined) entries.set(stem, [entry]);
    else known.push(entry);
  };
  for (const line of readWordList('japanese/words.txt')) {
    const at = line.indexOf('|');
    const korean = line.slice(0, at);
    for (const word of line.slice(at + 1).split(' ')) {
      const last = word.slice(-1);
      const inflects = korean.endsWith('다') && (last === 'い' || ROWS[last] !== undefined);
      put(word, { korean, row: undefined, kind: !inflects ? 'noun' : last === 'い' ? 'adjective' : 'verb' });
      if (!inflects) continue;
      const stem = word.slice(0, -1);
      if (word.endsWith('する')) put(word.slice(0, -2), { korean, row: DOING, kind: 'verb' });
      else if (last === 'い') put(stem, { korean, row: ADJECTIVE, kind: 'adjective' });
      else put(stem, { korean, row: rowOf(stem, last), kind: 'verb' });
    }
  }
  return entries;
});

/** A verb whose stem ends in e or i takes its endings without another kana; behind a character it may be either. */
function rowOf(stem: string, last: string): string {
  const row = ROWS[last] ?? '';
  if (last !== 'る') return row;
  return /[えけせてねへめれげぜでべぺいきしちにみりぎじび]$/u.test(stem) ? '' : `${row} `;
}

/** The longest word, in whichever form, with which a text goes on at `at`. */
export function wordAt(text: string, at: number, longest = 12): FoundWord | undefined {
  let best: FoundWord | undefined;
  for (let size = Math.min(longest, text.length - at); size > 0; size -= 1) {
    for (const { korean, row, kind } of dictionary().get(text.slice(at, at + size)) ?? []) {
      const ending = row === undefined ? '' : endingAt(text, at + size, row, kind);
      if (ending === undefined) continue;
      const length = size + ending.length;
      if (best === undefined || length > best.length) best = { korean, kind, length, ending };
    }
  }
  return best;
}

function endingAt(text: string, at: number, row: string, kind: WordKind): string | undefined {
  if (row === DOING) return doingAt(text, at);
  const first = text[at] ?? '';
  const inRow = first !== '' && row.trim().includes(first);
  if (!inRow && row !== '' && !row.includes(' ')) return undefined;
  const from = inRow ? at + 1 : at;
  const rest = AUXILIARIES.exec(text.slice(from))?.[0] ?? '';
  if (!inRow && rest === '') return undefined;
  return kind === 'adjective'
    ? text.slice(at, from) + (/^(?:て|な[いっかく]*|った|れば|ぎる|ぎ)/u.exec(text.slice(from))?.[0] ?? '')
    : text.slice(at, from) + rest;
}

/** The kana behind a noun that make a verb of it: `処理します`. */
export function doingAt(text: string, at: number): string | undefined {
  const made = /^(?:する|すべき|し(?=[てたまなよちそつ])|さ(?=[れせ])|せず|すれ|できる?)/u.exec(
    text.slice(at),
  )?.[0];
  if (made === undefined) return undefined;
  return made + (AUXILIARIES.exec(text.slice(at + made.length))?.[0] ?? '');
}
