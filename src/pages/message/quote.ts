import { lazy } from '#library/compute/lazy.ts';
import { cut } from './cut.ts';
import { escapeText, urlRanges } from './escape.ts';

/** Longest quotation; passages are usually shorter. */
const LONGEST = 1_500;

type Range = readonly [start: number, end: number];

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** True for ASCII but line ends, and for whole syllables of Hangul: between two of them a grapheme ends. */
const isWhole = (unit: number): boolean =>
  (unit >= 32 && unit < 127) || (unit >= 0xac00 && unit <= 0xd7a3) || Number.isNaN(unit);
const isBetween = (text: string, at: number): boolean =>
  isWhole(text.charCodeAt(at - 1)) && isWhole(text.charCodeAt(at));

/** Merges and widens marks to whole graphemes, outside of addresses: a partly bold address would break. */
function tidyMarks(text: string, marks: readonly Range[]): readonly Range[] {
  const segments = lazy(() => graphemes.segment(text));
  const urls = urlRanges(text);
  const tidy: Range[] = [];
  for (const mark of marks) {
    const start = isBetween(text, mark[0])
      ? Math.min(mark[0], text.length)
      : (segments().containing(mark[0])?.index ?? text.length);
    const to = Math.min(mark[1], text.length);
    const last = isBetween(text, to) ? undefined : segments().containing(to - 1);
    const end = isBetween(text, to) ? to : last === undefined ? start : last.index + last.segment.length;
    const before = tidy.at(-1);
    if (end <= start || urls.some(([from, to]) => start < to && end > from)) continue;
    if (before !== undefined && start <= before[1])
      tidy[tidy.length - 1] = [before[0], Math.max(before[1], end)];
    else tidy.push([start, end]);
  }
  return tidy;
}

/**
 * A verbatim quotation with matches in bold, at most about 1,500 characters.
 * @param marks UTF-16 offsets, sorted, not overlapping.
 * @param markers What stands before the lines that are items of lists; shown where there are several of them.
 */
export function drawQuote(
  quote: string,
  marks: readonly Range[],
  markers: ReadonlyMap<string, string> = new Map(),
): string {
  const shown = cut(quote, LONGEST);
  let text = '';
  let at = 0;
  const add = (end: number, bold: boolean): void => {
    const words = shown.slice(at, end);
    const trimmed = words.trim();
    const escaped = escapeText(trimmed, text === '' || text.endsWith('\n') || /^\s*\n/.test(words));
    const lead = words.slice(0, words.indexOf(trimmed));
    // The marker of the next line would break bold text across a line end.
    const marked = bold && trimmed !== '' && !trimmed.includes('\n') ? `**${escaped}**` : escaped;
    text += lead + marked + words.slice(lead.length + trimmed.length);
    at = end;
  };
  for (const [start, end] of tidyMarks(shown, marks)) {
    add(start, false);
    add(end, true);
  }
  add(shown.length, false);
  const before = shown.split('\n').map((line) => markers.get(line.trim()) ?? '');
  const areItems = before.filter((marker) => marker !== '').length > 1;
  return text
    .split('\n')
    .map((line, at) => (line.trim() === '' ? '' : `> ${areItems ? before[at] : ''}${line}`))
    .filter((line) => line !== '')
    .join('\n');
}
