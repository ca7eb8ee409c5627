import type { Table } from 'mdast';
import { withoutHidden } from '../message/plain.ts';
import { type Inline, inlinesOf, plainOf, type References } from './inline.ts';
import { renderInlines } from './render.ts';
import { chop, columnsOf, pad, wrap } from './width.ts';

const LANGUAGE = /^[a-z0-9_+#-]{1,20}$/i;

/** Replaces fences within code, which would end the block. */
const harmless = (line: string): string => line.replace(/`{3,}/g, (run) => Array.from(run).join('\u200B'));

/** A code block in pieces of at most `most` characters: split between lines, each piece with its own fences. */
export function codeInPieces(value: string, language: string, most: number): readonly string[] {
  const head = LANGUAGE.test(language) ? `\`\`\`${language}\n` : '```\n';
  const room = Math.max(1, most - head.length - 4);
  const lines = harmless(withoutHidden(value.toWellFormed()).replace(/\r\n?/g, '\n').replaceAll('\t', '  '))
    .replace(/^\n+/, '')
    .trimEnd()
    .split('\n')
    .flatMap((line) => chop(line, room));
  const pieces: string[] = [];
  let piece: string[] = [];
  let length = 0;
  const close = (): void => {
    // Discord shows the fences of a blank block as text.
    if (piece.some((line) => line.trim() !== '')) pieces.push(`${head}${piece.join('\n')}\n\`\`\``);
    piece = [];
    length = 0;
  };
  for (const line of lines) {
    if (length > 0 && length + line.length > room) close();
    piece.push(line);
    length += line.length + 1;
  }
  close();
  return pieces;
}

/** Columns of monospaced letters in one line on a phone. */
const PHONE_COLUMNS = 44;
const NARROWEST = 8;
const GAP = '  ';

/** Shrinks the widest columns until the table fits a phone, or cannot shrink further. */
function widthsFor(rows: readonly (readonly string[])[]): number[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: count }, (_, at) =>
    rows.reduce(
      (widest, row) => Math.min(200, Math.max(widest, columnsOf((row[at] ?? '').slice(0, 200)))),
      1,
    ),
  );
  const over = (): number =>
    widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - PHONE_COLUMNS;
  for (let widest = Math.max(...widths); over() > 0 && widest > NARROWEST; widest = Math.max(...widths)) {
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** A table as a code block with aligned columns, in pieces that each repeat the header; its links follow as text. */
export function tableInPieces(table: Table, references: References, most: number): readonly string[] {
  const cells = table.children.map((row) => row.children.map((cell) => inlinesOf(cell.children, references)));
  const rows = cells.map((row) => row.map((cell) => plainOf(cell).replace(/\s+/g, ' ').trim()));
  const widths = widthsFor(rows);
  const linesOf = (row: readonly string[]): readonly string[] => {
    const wrapped = widths.map((width, at) => wrap(row[at] ?? '', width));
    const height = Math.max(0, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((width, at) => pad(wrapped[at]?.[line] ?? '', width, table.align?.[at] ?? 'left'))
        .join(GAP)
        .trimEnd(),
    );
  };
  const [head = [], ...body] = rows;
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  const top = [...linesOf(head), rule].join('\n');
  // A header that fills most of a page is not repeated.
  const repeats = top.length < most / 3;
  const pieces: string[] = [];
  let piece = top;
  for (const row of body) {
    const text = linesOf(row).join('\n');
    if (repeats && piece !== top && piece.length + text.length + 12 > most) {
      pieces.push(...codeInPieces(piece, '', most));
      piece = top;
    }
    piece += `\n${text}`;
  }
  pieces.push(...codeInPieces(piece, '', most));
  return [...pieces, ...linksOf(cells.flat(), most)];
}

function linksOf(cells: readonly (readonly Inline[])[], most: number): readonly string[] {
  const collect = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((inline) =>
      inline.kind === 'link' ? [inline] : 'children' in inline ? collect(inline.children) : [],
    );
  const links = cells.flatMap(collect).map((link) => `-# ${renderInlines([link], false)}`);
  return [...new Set(links)].filter((link) => link.length <= most);
}
