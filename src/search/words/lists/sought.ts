import { lazy } from '#library/compute/lazy.ts';
import { beginningOf } from './beginnings.ts';

/** A line of which a text may hold some words, by its number, and the patterns of these. */
export type HeldLine = readonly [line: number, words: readonly RegExp[]];

/**
 * Finds of lines of words, which are patterns in lower case, those of which a text may hold some, in order. Most words
 * stand in few texts: what is long to make and to look for is a pattern of all of them. So each is found by letters that
 * it holds, and made into a pattern with the first text that holds these.
 */
export function soughtLines(
  lines: readonly (readonly string[])[],
  flags: string,
): (text: string) => readonly HeldLine[] {
  const words = lines.flatMap((line, at) =>
    line.map((word) => ({
      line: at,
      run: longestRun(word),
      pattern: lazy(() => new RegExp(word, flags)),
      word,
    })),
  );
  /** Words by the first two letters that stand for them, or by one. */
  const byLetters = new Map<string, number[]>();
  for (const [at, { word, run }] of words.entries())
    for (const letters of run.length > 1 ? [run.slice(0, 2)] : lettersOf(word, run)) {
      const known = byLetters.get(letters);
      if (known === undefined) byLetters.set(letters, [at]);
      else known.push(at);
    }
  return (text) => {
    const lower = flags.includes('i') ? text.toLowerCase() : text;
    const found = new Set(byLetters.get(''));
    for (let at = 0; at < lower.length; at += 1)
      for (const letters of [lower.charAt(at), lower.slice(at, at + 2)])
        for (const word of byLetters.get(letters) ?? [])
          if (lower.startsWith(words[word]?.run ?? '', at)) found.add(word);
    const held = new Map<number, RegExp[]>();
    for (const at of [...found].sort((a, b) => a - b)) {
      const { line, pattern } = words[at] ?? {};
      if (line !== undefined && pattern !== undefined) held.set(line, [...(held.get(line) ?? []), pattern()]);
    }
    return [...held];
  };
}

/** The numbers of the lines of which a text holds a word. */
export function linesHeld(
  lines: readonly (readonly string[])[],
  flags: string,
): (text: string) => readonly number[] {
  const mayHold = soughtLines(lines, flags);
  return (text) =>
    mayHold(text).flatMap(([line, words]) => (words.some((word) => word.test(text)) ? [line] : []));
}

/** Single letters of which a text must hold one for a word; none where that is not known. One space is known of those there are. */
function lettersOf(word: string, run: string): readonly string[] {
  if (run !== '') return [run];
  const { first } = beginningOf(word);
  return first === undefined || first.has(' ') ? [''] : [...first];
}

/** What is no letter that is known: what is escaped, and classes. */
const UNKNOWN = /\\(?:p\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]/gsu;
const GROUP = /\([^()]*\)/gu;
const MAY_LACK = /.(?:[?*]|\{[^}]*\})\??|[.^$+]/gsu;

/** The longest run of letters that whatever fits a pattern holds; none where that is not known. */
function longestRun(pattern: string): string {
  let rest = pattern.replaceAll(UNKNOWN, '\0');
  while (rest.includes('(')) rest = rest.replaceAll(GROUP, '\0');
  if (rest.includes('|')) return '';
  return rest
    .replaceAll(MAY_LACK, '\0')
    .split('\0')
    .reduce((longest, run) => (run.length > longest.length ? run : longest));
}
