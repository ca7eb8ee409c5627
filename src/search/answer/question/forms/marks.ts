/** What words of a question tell of what is asked of the thing that it names. */
export type Mark =
  /** Says nothing of it: it addresses, begs, excuses, or says where the name was met, and for whom it is to be told. */
  | 'frame'
  /** The name. */
  | 'name'
  /** Nouns that ask for its meaning, asking words, words that want it told, and not to know it. */
  | 'meaning'
  | 'what'
  | 'tell'
  | 'lost'
  /** Mere interest: that it is what is talked about. */
  | 'interest'
  /** What became of it; when that is asked; and that it is there, in use, or to be had. */
  | 'fate'
  | 'time'
  | 'exists'
  | 'used'
  /** What it is called. */
  | 'called'
  /** What it is good for, and that it is good. */
  | 'advantage'
  | 'good'
  | 'why'
  /** What it is not good for; and that it does away with a trouble, which then is none of its own. */
  | 'drawback'
  | 'solves'
  /** Where it comes from, what would be without it, and that one must have it: with what asks, why it is there. */
  | 'origin'
  | 'without'
  | 'must'
  /** Who made it. Who has used it, and for what; what else may be said of them; and that something is made with it. */
  | 'maker'
  | 'case'
  | 'who'
  | 'setting'
  | 'made'
  | 'where'
  | 'when'
  /** The day or the year when it came, or went, by a noun: `출시일`, `end date`. */
  | 'release'
  | 'ending'
  /** How much of it there is: a number, a size, a time. */
  | 'amount'
  | 'how'
  /** A way to use it, and what happens in it. */
  | 'usage'
  | 'workings'
  /** A verb for what it does, which alone asks whether it does. */
  | 'works'
  | 'feature'
  | 'can'
  /** What it consists of, its kinds, its steps; and that each of them is to be told. */
  | 'part'
  | 'sorts'
  | 'step'
  | 'each';

/** Words by what they mark. Of several that fit at a place, the first counts. */
export type MarkedWords<M = Mark> = readonly (readonly [mark: M, words: string])[];

/** What stands for a name in a text that is read. */
export const NAME = '\u25ae';

/** Which mark the words at a place of a text bear, and where they end. */
export type Reader<M = Mark> = (
  text: string,
  at: number,
) => { readonly mark: M; readonly end: number } | undefined;

/** Makes a reader of marked words. */
export function readerOf<M>(words: MarkedWords<M>): Reader<M> {
  const pattern = new RegExp(words.map(([, one]) => `(${one})`).join('|'), 'uy');
  return (text, at) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null || found[0] === '') return undefined;
    const mark = words[found.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.[0];
    return mark === undefined ? undefined : { mark, end: at + found[0].length };
  };
}

/** Alternatives, written with spaces between them; `_` stands for an optional space. */
export const any = (...lists: readonly string[]): string =>
  `(?:${lists
    .flatMap((list) => list.split(/\s+/u))
    .filter(Boolean)
    .join('|')
    .replaceAll('_', '\\s?')})`;
