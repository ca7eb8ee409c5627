import { parseInline } from './inline.ts';
import type { Block, List, ListItem } from './model.ts';

const HEADING = /^(#{1,3})[ \t]+(\S.*)$/;
const SUBTEXT = /^-#[ \t]+(\S.*)$/;
const ITEM = /^( *)([-*]|\d{1,9}\.)[ \t]+(\S.*)$/;
const FENCE = '```';
const MAX_LIST_DEPTH = 11;

/** The rest of the input, and the result: lines of plain text are collected until a block interrupts them. */
interface Reader {
  rest: string;
  lines: string[];
  readonly blocks: Block[];
}

/**
 * Discord's Markdown of a message's content, an embed's description or a field's value (support article
 * "Markdown Text 101"): headings, subtext, lists, quotes, code blocks and lines of text. Never throws.
 */
export function parseMarkdown(source: string): readonly Block[] {
  return parseBlocks(source.replace(/\r\n?/g, '\n'), false);
}

function parseBlocks(source: string, quoted: boolean): readonly Block[] {
  const reader: Reader = { rest: source, lines: [], blocks: [] };
  let more = source !== '';
  while (more) {
    const taken = (!quoted && takeQuote(reader)) || takeLineBlock(reader) || takeFence(reader);
    if (taken) {
      more = reader.rest !== '';
    } else {
      more = reader.rest.includes('\n');
      reader.lines.push(takeLine(reader));
    }
  }
  flush(reader);
  return reader.blocks;
}

function peekLine(reader: Reader): string {
  const end = reader.rest.indexOf('\n');
  return end === -1 ? reader.rest : reader.rest.slice(0, end);
}

function takeLine(reader: Reader): string {
  const line = peekLine(reader);
  reader.rest = reader.rest.slice(line.length + 1);
  return line;
}

function flush(reader: Reader): void {
  const text = reader.lines.join('\n');
  if (text !== '') reader.blocks.push({ type: 'text', children: parseInline(text) });
  reader.lines = [];
}

function push(reader: Reader, block: Block): true {
  flush(reader);
  reader.blocks.push(block);
  return true;
}

function takeQuote(reader: Reader): boolean {
  if (reader.rest.startsWith('>>> ')) {
    const inner = reader.rest.slice(4);
    reader.rest = '';
    return push(reader, { type: 'quote', children: parseBlocks(inner, true) });
  }
  const lines: string[] = [];
  while (/^> /.test(reader.rest) || (lines.length > 0 && /^>\n/.test(reader.rest)))
    lines.push(takeLine(reader).slice(2));
  if (lines.length === 0) return false;
  return push(reader, { type: 'quote', children: parseBlocks(lines.join('\n'), true) });
}

function takeLineBlock(reader: Reader): boolean {
  const line = peekLine(reader);
  const heading = HEADING.exec(line);
  if (heading) {
    takeLine(reader);
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
    return push(reader, { type: 'heading', level, children: parseInline((heading[2] ?? '').trimEnd()) });
  }
  const subtext = SUBTEXT.exec(line);
  if (subtext) {
    takeLine(reader);
    return push(reader, { type: 'subtext', children: parseInline(subtext[1] ?? '') });
  }
  return ITEM.test(line) && takeList(reader);
}

/** A fence may begin in the middle of a line; without its end it is text. */
function takeFence(reader: Reader): boolean {
  const line = peekLine(reader);
  const open = line.indexOf(FENCE);
  if (open === -1 || line.charAt(open - 1) === '\\') return false;
  const close = reader.rest.indexOf(FENCE, open + FENCE.length);
  if (close === -1) return false;
  const inner = reader.rest.slice(open + FENCE.length, close);
  const head = /^([a-z0-9_+\-.#]+)\n(?=[\s\S]*\S)/i.exec(inner);
  const text = inner.slice(head?.[0].length ?? 0).replace(/^\n+|\n+$/g, '');
  if (text.trim() === '') return false;
  if (open > 0) reader.lines.push(line.slice(0, open));
  reader.rest = reader.rest.slice(close + FENCE.length).replace(/^\n/, '');
  return push(reader, { type: 'code', language: head?.[1] ?? '', text });
}

interface OpenItem {
  readonly indent: number;
  readonly ordered: boolean;
  readonly start: number;
  readonly text: string[];
  readonly depth: number;
}

function takeList(reader: Reader): true {
  const items: OpenItem[] = [];
  while (reader.rest !== '') {
    const line = peekLine(reader);
    const match = ITEM.exec(line);
    if (match) {
      const indent = match[1]?.length ?? 0;
      const marker = match[2] ?? '-';
      const ordered = marker.endsWith('.');
      const depth = depthOf(items, indent);
      items.push({
        indent,
        ordered,
        start: ordered ? Number.parseInt(marker, 10) : 1,
        text: [match[3] ?? ''],
        depth,
      });
    } else if (/^ {2,}\S/.test(line) && !line.includes(FENCE)) {
      items.at(-1)?.text.push(line.trim());
    } else {
      break;
    }
    takeLine(reader);
  }
  flush(reader);
  reader.blocks.push(...nest(items, 0));
  return true;
}

function depthOf(items: readonly OpenItem[], indent: number): number {
  const last = items.at(-1);
  if (!last) return 0;
  if (indent > last.indent) return Math.min(last.depth + 1, MAX_LIST_DEPTH);
  const sibling = items.findLast((item) => item.indent <= indent);
  return sibling ? sibling.depth : 0;
}

/** Builds the lists of the items at `depth`; a change between bullets and numbers begins a new list. */
function nest(items: readonly OpenItem[], depth: number): List[] {
  const lists: { type: 'list'; ordered: boolean; start: number; items: ListItem[] }[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (!item) break;
    let end = at + 1;
    while ((items[end]?.depth ?? -1) > depth) end += 1;
    const entry: ListItem = {
      children: parseInline(item.text.join('\n')),
      lists: nest(items.slice(at + 1, end), depth + 1),
    };
    const list = lists.at(-1);
    if (list && list.ordered === item.ordered) list.items.push(entry);
    else lists.push({ type: 'list', ordered: item.ordered, start: item.start, items: [entry] });
    at = end;
  }
  return lists;
}
