/** Lines of concepts, by where they start in a text. */
export interface ConceptLines {
  lineAt(start: number): string;
  /** Where lines start that hold a phrase which begins with a word, in order. */
  withFirst(word: string): readonly number[];
}

/** How the first word of a phrase is looked up. */
interface FirstWords {
  /** What it is found by: of an English word its stem. */
  keyOf(word: string): string;
  /** Words that are found by a key and do not share its first two letters: `taught` for `teach`. */
  formsOf(key: string): readonly string[];
}

/**
 * Lines that end in a line break, of phrases between ` / `, ` < ` and ` ~ `. Of more than a hundred thousand phrases few are
 * ever looked for: when the text is read it is found out where they stand and by which letters they begin, and what the
 * words are when one with the same first letters is looked for.
 */
export function conceptLines(text: string, { keyOf, formsOf }: FirstWords): ConceptLines {
  const phrasesOf = phrasesBySlot(text, keyOf);
  const looked = new Map<number, ReadonlyMap<string, readonly number[]>>();
  const linesOf = (slot: number): ReadonlyMap<string, readonly number[]> => {
    const known = looked.get(slot);
    if (known !== undefined) return known;
    const made = new Map<string, number[]>();
    for (const phrase of phrasesOf(slot)) {
      const key = keyOf(text.slice(phrase, endOfWord(text, phrase)));
      const line = text.lastIndexOf('\n', phrase) + 1;
      const lines = made.get(key);
      if (lines === undefined) made.set(key, [line]);
      else if (lines.at(-1) !== line) lines.push(line);
    }
    looked.set(slot, made);
    return made;
  };
  return {
    lineAt: (start) => text.slice(start, text.indexOf('\n', start)),
    withFirst(key) {
      const others = formsOf(key);
      if (others.length === 0) return linesOf(slotOf(key)).get(key) ?? [];
      const slots = new Set([key, ...others].map((word) => slotOf(word)));
      const found = new Set([...slots].flatMap((slot) => linesOf(slot).get(key) ?? []));
      return [...found].sort((a, b) => a - b);
    },
  };
}

const NEWLINE = 10;
const SPACE = 32;
const SLOTS = 2 ** 14;
const NONE = -1;

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const lowerCase = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

/** What stands before the word itself: `.net`. */
const isPunctuation = (code: number): boolean => code < 48;

/** A slot for words that begin with the same syllable or two letters, and a few others. */
function slotOf(text: string, at = 0): number {
  const first = lowerCase(text.charCodeAt(at));
  const second = lowerCase(text.charCodeAt(at + 1));
  return (
    (Math.imul(isLetter(first) && isLetter(second) ? first * 128 + second : first, 0x9e3779b1) >>> 7) % SLOTS
  );
}

/** Where a word ends. */
function endOfWord(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) !== SPACE && text.charCodeAt(at) !== NEWLINE) at += 1;
  return at;
}

/** Where phrases start, by the slot of the first word; in order. */
function phrasesBySlot(text: string, keyOf: FirstWords['keyOf']): (slot: number) => readonly number[] {
  const last = new Int32Array(SLOTS).fill(NONE);
  const starts: number[] = [];
  /** The phrase before in the same slot. */
  const before: number[] = [];
  const end = / [/<~] |\n/gu;
  for (let start = 0; end.test(text); start = end.lastIndex) {
    const slot = isPunctuation(text.charCodeAt(start))
      ? slotOf(keyOf(text.slice(start, endOfWord(text, start))))
      : slotOf(text, start);
    before.push(last[slot] ?? NONE);
    last[slot] = starts.length;
    starts.push(start);
  }
  const [places, previous] = [Int32Array.from(starts), Int32Array.from(before)];
  return (slot) => {
    const found: number[] = [];
    for (let at = last[slot] ?? NONE; at !== NONE; at = previous[at] ?? NONE) found.push(places[at] ?? 0);
    return found.reverse();
  };
}
