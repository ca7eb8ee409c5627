import { graphemeEnd } from '../message/cut.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Scripts and symbols of width two in a monospaced font (Unicode Standard Annex 11, wide and fullwidth). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{1FA70}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

/** Width of a text in columns of a monospaced font. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text))
    columns += WIDE.test(segment) || EMOJI.test(segment) ? 2 : 1;
  return columns;
}

/** Pads a text to so many columns. */
export function pad(text: string, columns: number, align: 'left' | 'right' | 'center'): string {
  const missing = Math.max(0, columns - columnsOf(text));
  const left = align === 'right' ? missing : align === 'center' ? missing >> 1 : 0;
  return ' '.repeat(left) + text + ' '.repeat(missing - left);
}

/** The longest prefix of a text, at least a grapheme, that fits into so many columns. */
function fitting(text: string, columns: number): number {
  let end = 0;
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    taken += columnsOf(segment);
    if (taken > columns && end > 0) break;
    end += segment.length;
  }
  return end;
}

/** Wraps a text at so many columns, between words where possible. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((piece) => piece !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (columnsOf(line) > columns) {
      const end = fitting(line, columns);
      if (end >= line.length) break;
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Splits a text at so many code units, between graphemes. */
export function chop(line: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const end = graphemeEnd(rest, most);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
