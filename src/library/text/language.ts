import { lazy } from '../compute/lazy.ts';
import { memoize } from '../compute/memoize.ts';
import type { Language } from '../model.ts';
import { CLASSES, forEachLetter, HAN, HANGUL, KANA, LATIN, LETTER } from './letters.ts';

const NAMES = lazy(() => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));

/** The primary tag in lower case where `tag` is a language (`ko-KR` gives `ko`), else undefined. */
export function languageTag(tag: string): Language | undefined {
  return remembered(tag) || undefined;
}

const remembered = memoize((tag) => findTag(tag) ?? '', 10_000);

function findTag(tag: string): Language | undefined {
  const primary = /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*$/u.exec(tag.trim())?.[1]?.toLowerCase();
  if (primary === undefined) return undefined;
  return NAMES().of(primary) === undefined ? undefined : primary;
}

/** What tells the language of a text: its letters by script, and some of its words. */
export interface ScriptCounts {
  readonly letters: number;
  readonly hangul: number;
  readonly kana: number;
  readonly han: number;
  readonly latin: number;
  /** The ISO 15924 code of the script that most of the other letters are of. */
  readonly other: string | undefined;
  /**
   * Words from the front, in lower case, a blank between them; empty where the script alone tells the language.
   */
  readonly words: string;
}

const SAMPLE = 20_000;
const WORDS = 300;
const OTHER_SCRIPTS =
  'Cyrl Arab Deva Thai Grek Hebr Beng Taml Telu Mlym Geor Armn Khmr Laoo Mymr Sinh Gujr Guru Knda Ethi'.split(
    ' ',
  );
const WORD = /(?![\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\p{L}[\p{L}\p{M}]*/gu;

/** Counts letters by script in the first 20,000 characters of a post's prose: code and addresses are no prose. */
export function countScripts(prose: string): ScriptCounts {
  const sample = prose.slice(0, SAMPLE).replace(/\b(?:https?:\/\/|www\.)\S+/gu, ' ');
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const known = scriptsIn(sample);
  const rest = known.letters - known.hangul - known.kana - known.han - known.latin;
  const [most] =
    rest <= known.letters * OTHER_SHARE
      ? []
      : OTHER_SCRIPTS.map((script) => ({ script, found: count(new RegExp(`\\p{sc=${script}}`, 'gu')) })).sort(
          (a, b) => b.found - a.found,
        );
  const counts = { ...known, other: most?.script, words: '' };
  if (CJK.has(scriptOf(counts))) return counts;
  const words = sample
    .matchAll(WORD)
    .take(WORDS)
    .map(([word]) => word.toLowerCase());
  return { ...counts, words: [...words].join(' ') };
}

/** How many letters there are of some scripts. */
function scriptsIn(text: string) {
  const tally = new Uint32Array(CLASSES);
  forEachLetter(text, (bits) => {
    tally[bits] = (tally[bits] ?? 0) + 1;
  });
  const found = { letters: 0, hangul: 0, kana: 0, han: 0, latin: 0 };
  for (let bits = 0; bits < CLASSES; bits += 1) {
    const times = tally[bits] ?? 0;
    if (times === 0) continue;
    if (bits & LETTER) found.letters += times;
    if (bits & HANGUL) found.hangul += times;
    if (bits & KANA) found.kana += times;
    if (bits & HAN) found.han += times;
    if (bits & LATIN) found.latin += times;
  }
  return found;
}

/** Scripts of which each tells its language. */
const CJK: ReadonlySet<string | undefined> = new Set(['Kore', 'Jpan', 'Hani']);

const wordsOf = ({ words }: ScriptCounts): readonly string[] => (words === '' ? [] : words.split(' '));

/** One Han, Hangul or kana letter tells as much as several Latin ones: names of products do not make a text English. */
const CJK_SHARE = 0.15;
const OTHER_SHARE = 0.3;
const KANA_SHARE = 0.05;

/** The ISO 15924 code of the script that the text is written in; undefined where there are no letters. */
export function scriptOf(counts: ScriptCounts): string | undefined {
  const { letters, hangul, kana, han, other } = counts;
  if (letters === 0) return undefined;
  if (hangul + kana + han > letters * CJK_SHARE) {
    if (hangul >= kana + han) return 'Kore';
    return kana > (kana + han) * KANA_SHARE ? 'Jpan' : 'Hani';
  }
  return other ?? 'Latn';
}

/** The script that a language is usually written in. */
const usualScript = memoize((tag) => {
  const script = new Intl.Locale(tag).maximize().script ?? '';
  return script === 'Hans' || script === 'Hant' ? 'Hani' : script;
}, 1_000);

/** True where a text in this script can be in the language; true for a text without letters. */
export function agreesWithScript(language: Language, counts: ScriptCounts): boolean {
  const script = scriptOf(counts);
  return script === undefined || usualScript(language) === script;
}

/** Words that hold English together; texts in other languages have few of them. */
const ENGLISH: ReadonlySet<string> = new Set(
  'the of and to is in that for with this it are you we be how what your can not from have on as or an by at if'.split(
    ' ',
  ),
);
/** A text of which so many words are function words of a language is in that language. */
const TELLING = 0.12;
const ENOUGH_WORDS = 8;

function shareOf(words: readonly string[], list: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => list.has(word)).length / words.length;
}

type FunctionWords = ReadonlyMap<Language, ReadonlySet<string>>;

/** So many different function words tell a language; fewer where its words have letters that English has not. */
const TELLING_WORDS = 4;
const TELLING_WORDS_WITH_MARKS = 2;

/** A text with nearly as many function words of English is English: most texts are. */
const AS_MANY = 0.7;

/** Whether enough words of a text are in a list that it is no accident: `a`, `is` and `ben` are words of many languages. */
function isNoAccident(words: readonly string[], list: ReadonlySet<string>): boolean {
  const hits = new Set(words.filter((word) => list.has(word))).size;
  const marked = words.some((word) => /[^a-z]/u.test(word));
  return hits >= (marked ? TELLING_WORDS_WITH_MARKS : TELLING_WORDS);
}

/** Languages whose function words are known, and under which name they are listed. */
const LISTED = {
  en: 'eng',
  de: 'deu',
  fr: 'fra',
  es: 'spa',
  pt: 'porBr',
  it: 'ita',
  nl: 'nld',
  sv: 'swe',
  da: 'dan',
  no: 'nob',
  fi: 'fin',
  pl: 'pol',
  cs: 'ces',
  hu: 'hun',
  ro: 'ron',
  tr: 'tur',
  vi: 'vie',
  id: 'ind',
  ru: 'rus',
  uk: 'ukr',
  bg: 'bul',
  ar: 'ara',
  fa: 'fas',
  hi: 'hin',
} as const;

let lists: Promise<FunctionWords> | undefined;

/** Read when the first text needs it: most texts are recognized by their script or are plainly English. */
function functionWords(): Promise<FunctionWords> {
  lists ??= import('stopword').then(
    ({ default: words }) =>
      new Map(
        Object.entries(LISTED).map(([language, name]) => [
          language,
          new Set(words[name].map((word) => word.toLowerCase())),
        ]),
      ),
  );
  return lists;
}

/** Listed languages that use the script, those first of whose function words the text has most. */
async function ranked(
  script: string,
  words: readonly string[],
): Promise<{ readonly language: Language; readonly share: number; readonly list: ReadonlySet<string> }[]> {
  return [...(await functionWords())]
    .filter(([language]) => usualScript(language) === script)
    .map(([language, list]) => ({ language, share: shareOf(words, list), list }))
    .sort((a, b) => b.share - a.share);
}

/** So many letters between terms in Latin letters tell the language of a text that has no English words but terms. */
const BETWEEN_TERMS = 4;

/** The language of a few Hangul, kana or Han letters between many names and terms: `Consumer Group 정리`. */
function languageBetweenTerms({ hangul, kana, han }: ScriptCounts): Language | undefined {
  if (hangul + kana + han < BETWEEN_TERMS) return undefined;
  if (hangul >= kana + han) return 'ko';
  return kana > 0 ? 'ja' : 'zh';
}

/** The language that a text is written in, by its letters and its words; undefined where there is too little of it. */
export async function writtenLanguage(counts: ScriptCounts): Promise<Language | undefined> {
  const script = scriptOf(counts);
  if (script === undefined) return undefined;
  if (script === 'Kore') return 'ko';
  if (script === 'Jpan') return 'ja';
  if (script === 'Hani') return 'zh';
  const words = wordsOf(counts);
  if (script === 'Latn') {
    if (words.length < ENOUGH_WORDS) return languageBetweenTerms(counts);
    if (shareOf(words, ENGLISH) >= TELLING) return 'en';
  }
  const all = await ranked(script, words);
  const [best] = all;
  const english = all.find(({ language }) => language === 'en')?.share ?? 0;
  const told =
    best !== undefined &&
    best.share >= TELLING &&
    isNoAccident(words, best.list) &&
    english < best.share * AS_MANY;
  if (told) return best.language;
  return script === 'Latn'
    ? (languageBetweenTerms(counts) ?? 'en')
    : new Intl.Locale(`und-${script}`).maximize().language;
}

/**
 * Whether a text can be in a language that a folder or a file name names. A few words in the right letters are believed
 * where the language is a common one; a longer text has to have its function words.
 */
export async function canBeIn(language: Language, counts: ScriptCounts): Promise<boolean> {
  const script = scriptOf(counts);
  if (script === undefined || usualScript(language) !== script) return false;
  if (CJK.has(script)) return true;
  const written = await writtenLanguage(counts);
  if (written === language) return true;
  const words = wordsOf(counts);
  const all = await ranked(script, words);
  const own = all.find((one) => one.language === language);
  if (own === undefined) return all.length === 0;
  if (words.length < ENOUGH_WORDS) return true;
  // Kin share many small words: Norwegian and Danish, Spanish and Portuguese.
  return own.share >= TELLING && own.share >= (all[0]?.share ?? 0) * 0.7;
}
