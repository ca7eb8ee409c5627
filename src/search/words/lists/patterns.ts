import { lazy } from '#library/compute/lazy.ts';
import { linesHeld } from './sought.ts';
import { readWordList } from './wordList.ts';

/** How words are written in a list of patterns. */
export interface Writing {
  /** What `_` and `…` stand for: a space, which may be missing, and the rest of a word. */
  readonly space: string;
  readonly rest: string;
  /** What bounds the words of a line. */
  readonly bound: string;
}

/** Words as patterns, what stands before them, and what bounds or ends each. */
export interface PatternLine {
  readonly head: string;
  readonly words: readonly string[];
  readonly bound: string;
  readonly end: string;
}

/** Lines of patterns; and classes of words, by their names in capitals. */
export interface PatternList {
  readonly lines: readonly PatternLine[];
  readonly classes: ReadonlyMap<string, string>;
}

/** What fits where one of the words of a line stands. */
export const patternOf = ({ words, bound, end }: PatternLine): string =>
  `${bound}(?:${words.join('|')})${end}${bound}`;

const LINE = /^(?:(?<name>[A-Z_]+) = |(?<head>[^\s:]+?)(?:(?<rest>…)| (?<ending>[A-Z]+))?: )(?<words>.+)$/u;

/**
 * Reads a list of words by what they tell, which are patterns with spaces between them: `_` stands for a space, `(` opens a
 * group, `…` is the rest of a word, `<NAME>` one of a class that a line `NAME = …` names. `head…: words` go on in any way,
 * `head NAME: words` end in one of a class.
 * @param known classes that the list does not name itself
 */
export function readPatterns(
  file: string,
  { space, rest, bound }: Writing,
  known: Readonly<Record<string, string>> = {},
): PatternList {
  const classes = new Map(Object.entries(known));
  const classOf = (name: string): string => {
    const words = classes.get(name);
    if (words === undefined) throw new Error(`${file}: no class ${name}`);
    return words;
  };
  const patternsOf = (words: string): readonly string[] =>
    words.split(' ').map((word) =>
      word
        .replaceAll(/(?<!\\)\((?!\?)/gu, '(?:')
        .replaceAll(/<([A-Z_]+)>/gu, (_, name: string) => classOf(name))
        .replaceAll('_', space)
        .replaceAll('…', rest),
    );
  const lines: PatternLine[] = [];
  for (const line of readWordList(file)) {
    const { name, head, ending, words = '', ...more } = LINE.exec(line)?.groups ?? {};
    const end = ending === undefined ? (more['rest'] ?? '').replace('…', rest) : classOf(ending);
    if (name !== undefined) classes.set(name, `(?:${patternsOf(words).join('|')})`);
    else if (head !== undefined) lines.push({ head, words: patternsOf(words), bound, end });
    else throw new Error(`${file}: ${line}`);
  }
  return { lines, classes };
}

/** Reads a list of pairs of lines, `asks: …` and `tells: …`: what a text that tells it holds, of each thing that a question asks for. */
export function readAskedAndTold(
  file: string,
  known: Readonly<Record<string, string>>,
  flags: string,
): (question: string) => readonly RegExp[] {
  const read = lazy(() => {
    const { lines } = readPatterns(file, { space: '\\s?', rest: '', bound: '' }, known);
    const of = (wanted: string): readonly PatternLine[] => lines.filter(({ head }) => head === wanted);
    return {
      asked: linesHeld(
        of('asks').map(({ words }) => words),
        flags,
      ),
      tells: of('tells').map((line) => new RegExp(patternOf(line), flags)),
    };
  });
  return (question) => {
    const { asked, tells } = read();
    return asked(question).flatMap((line) => tells[line] ?? []);
  };
}
