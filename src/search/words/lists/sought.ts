import { lazy } from '#library/compute/lazy.ts';
import { runsIn } from './runs.ts';

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
      runs: runsIn(word) ?? [''],
      pattern: lazy(() => new RegExp(word, flags)),
    })),
  );
  /** Runs of letters with the words that hold one of them, by their first two letters, or by one. */
  const byLetters = new Map<string, { readonly run: string; readonly word: number }[]>();
  for (const [word, { runs }] of words.entries())
    for (const run of runs) {
      const letters = run.slice(0, 2);
      const known = byLetters.get(letters);
      if (known === undefined) byLetters.set(letters, [{ run, word }]);
      else known.push({ run, word });
    }
  const always = (byLetters.get('') ?? []).map(({ word }) => word);
  return (text) => {
    const lower = flags.includes('i') ? text.toLowerCase() : text;
    const found = new Set(always);
    const look = (letters: string, at: number): void => {
      for (const { run, word } of byLetters.get(letters) ?? [])
        if (lower.startsWith(run, at)) found.add(word);
    };
    for (let at = 0; at < lower.length; at += 1) {
      look(lower.charAt(at), at);
      if (at + 1 < lower.length) look(lower.slice(at, at + 2), at);
    }
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
