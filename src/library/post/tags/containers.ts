import { BLOCK_START, calloutTitle, type QuotedLines, quoteLines } from './callout.ts';
import type { ContainerReading } from './model.ts';

/** No line that opens a container is longer; trying longer ones takes too long. */
const LONGEST_LINE = 500;
const LINE = new RegExp(String.raw`^(${BLOCK_START})(:{3,})[ \t]*(.*?)[ \t]*:*$`, 'u');
const OPENING = /^([A-Za-z][\w-]*)?(?:#[\w-]+)?[ \t]*(?:\[([^\]]*)\])?[ \t]*(\{[^}]*\})?[ \t]*(.*)$/u;

interface Open {
  readonly colons: number;
  readonly line: number;
  readonly indent: string;
  readonly reading: ContainerReading;
}

/** Kinds whose first word behind the name says how urgent it is: `:::message alert`. */
const LEVELS = /^(?:alert|warn|info|warning|danger|tip)$/u;

/** Rewrites `::: kind Title` … `:::` as quotes, which may stand in one another. One that is not closed ends nowhere. */
export function rewriteContainers(text: string, table: Readonly<Record<string, ContainerReading>>): string {
  const lines = text.split('\n');
  const open: Open[] = [];
  const quotes: QuotedLines[] = [];
  lines.forEach((line, at) => {
    if (line.length > LONGEST_LINE) return;
    const [, indent = '', colons = '', rest = ''] = LINE.exec(line) ?? [];
    if (colons === '') return;
    if (rest === '') {
      const index = open.findLastIndex((one) => one.colons <= colons.length);
      const opening = open[index];
      lines[at] = indent;
      if (!opening) return;
      open.splice(index);
      if (opening.reading === 'quote') quotes.push({ from: opening.line, to: at, indent: opening.indent });
      return;
    }
    const [, kind = '', label, attributes = '', title = ''] = OPENING.exec(rest) ?? [];
    const named = /\b(?:title|summary)="([^"]*)"/u.exec(attributes)?.[1];
    const level = LEVELS.test(title) ? title : kind.toLowerCase();
    const said = (label ?? named ?? (LEVELS.test(title) ? '' : title)).replace(/[ \t]*\{[#.][^{}]*\}$/u, '');
    lines[at] = indent + calloutTitle(level, said);
    const reading = Object.hasOwn(table, kind) ? table[kind] : undefined;
    open.push({ colons: colons.length, line: at, indent, reading: reading ?? 'quote' });
  });
  return quoteLines(lines.join('\n'), quotes);
}
