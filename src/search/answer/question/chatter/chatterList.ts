import { readWordList } from '../../../words/lists/wordList.ts';

/** The words of a class. */
interface Words {
  readonly all: ReadonlySet<string>;
  /** True for one of them, and for one that begins with one that may go on. */
  has(word: string): boolean;
}

/**
 * Reads a file of `lists/chatter`: a line names a class, and words of it. Those of a class with `…` may go on, and are
 * written as beginnings of a pattern.
 */
export function chatterList(file: string): (name: string) => Words {
  const known = new Map<string, Words>();
  return (name) => {
    if (known.size === 0) for (const [key, words] of readClasses(file)) known.set(key, words);
    return known.get(name) ?? { all: new Set(), has: () => false };
  };
}

function readClasses(file: string): ReadonlyMap<string, Words> {
  const lines = readWordList(`chatter/${file}.txt`).map((line) => line.split(/\s+/u));
  const wordsOf = (head: string) => lines.flatMap(([first, ...words]) => (first === head ? words : []));
  const names = new Set(lines.map(([head = '']) => head.replace('…', '')));
  return new Map(
    Array.from(names, (name) => {
      const all: ReadonlySet<string> = new Set(wordsOf(name));
      const begin = wordsOf(`${name}…`);
      const begins = begin.length === 0 ? undefined : new RegExp(`^(?:${begin.join('|')})`, 'u');
      return [name, { all, has: (word) => all.has(word) || begins?.test(word) === true }];
    }),
  );
}
