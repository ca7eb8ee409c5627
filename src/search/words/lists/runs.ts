/** A part of a pattern: a group or its end, a choice, a class, letters that stand for themselves, or what is escaped. */
const PART =
  /\((?:\?:|\?<?=|\?<\w+>|(?<lacks>\?<?!))?|(?<close>\))|(?<or>\|)|\[(?<members>(?:\\.|[^\]\\])*)\]|\\(?<escaped>p\{[^}]*\}|.)|(?<letters>[^\\^$.*+?()[\]{}|](?:[^\\^$.*+?()[\]{}|](?![?*+{]))*)|./suy;
const QUANTIFIER = /(?:(?<lacks>[?*]|\{0)|\+|\{)[\d,]*\}?\??/uy;
/** Members of a class that are letters one by one. */
const LISTED = /^(?!\^)(?:[^\\-]|\\[^\p{L}\p{N}])*$/u;

const DIGITS = [...'0123456789'];

/** Runs of letters of which a text holds one; undefined where none are known. */
type Runs = readonly string[] | undefined;

const shortest = (runs: readonly string[]): number => Math.min(...runs.map(({ length }) => length));

/** Of two demands on a text the one that fewer texts meet. */
function stricter(one: Runs, other: Runs): Runs {
  if (one === undefined || other === undefined) return one ?? other;
  const more = shortest(other) - shortest(one);
  return more > 0 || (more === 0 && other.length < one.length) ? other : one;
}

/** Runs of letters of which every text holds one that fits a pattern; undefined where none are known. */
export const runsIn = (pattern: string): Runs => readRuns(pattern, 0).runs;

/** The same for a choice of patterns, and where the group ends that it stands in. */
function readRuns(pattern: string, start: number): { readonly runs: Runs; readonly end: number } {
  const choices: Runs[] = [];
  let best: Runs;
  let at = start;
  while (at < pattern.length) {
    PART.lastIndex = at;
    const [part = '', ...named] = PART.exec(pattern) ?? [];
    at = PART.lastIndex;
    const [lacks, close, or, members, escaped, letters] = named;
    if (close !== undefined) break;
    if (or !== undefined) {
      choices.push(best);
      best = undefined;
      continue;
    }
    let runs: Runs = letters === undefined ? undefined : [letters];
    if (members !== undefined && LISTED.test(members)) runs = [...members.replaceAll('\\', '')];
    if (escaped !== undefined && !/^\w/u.test(escaped)) runs = [escaped];
    if (escaped === 'd') runs = DIGITS;
    if (part.startsWith('(')) {
      const group = readRuns(pattern, at);
      at = group.end;
      if (lacks === undefined) runs = group.runs;
    }
    QUANTIFIER.lastIndex = at;
    const quantifier = QUANTIFIER.exec(pattern);
    if (quantifier !== null) at = QUANTIFIER.lastIndex;
    if (quantifier?.groups?.['lacks'] === undefined) best = stricter(best, runs);
  }
  choices.push(best);
  const runs = choices.flatMap((choice) => choice ?? []);
  return { runs: choices.includes(undefined) ? undefined : [...new Set(runs)], end: at };
}
