import type { List, RootContent } from 'mdast';
import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Section } from '#library/model.ts';
import { plainLines } from '#library/text/plain.ts';
import { sentencesOf } from '#library/text/sentences.ts';
import { tellsNothing } from './asides.ts';

/** A sentence of a section's text. Offsets are UTF-16 units into it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph or list item that it stands in. */
  readonly line: number;
  /** The list that it is in, -1 for none. */
  readonly list: number;
  /** End of what stands below it, as an item of a list; its own end where nothing does. */
  readonly below: number;
  /** The last sentence of the item that it stands below; -1 for none. */
  readonly above: number;
  /** How many items it stands below. */
  readonly depth: number;
}

/** A list with the paragraph that leads up to it; or a table, whose rows are its items. */
export interface ListPiece extends FoundList {
  /** The first and the last sentence, with the one that leads up to it, as far as it is quoted; `to` is before `from` for none. */
  readonly from: number;
  readonly to: number;
}

interface FoundList {
  /** True for a table: a row says nothing without the heads of its columns. */
  readonly table: boolean;
  /** True for a list below an item of another one, which leads up to it. */
  readonly nested: boolean;
  /** The last sentence before the list, -1 where none leads up to it. */
  readonly lead: number;
  readonly ordered: boolean;
  readonly start: number;
  /** End of each item, in order. */
  readonly ends: readonly number[];
}

/** Longest list that is quoted. */
export const LONGEST_LIST = 1_300;

function withExtent(list: FoundList, sentences: readonly Sentence[]): ListPiece {
  const { lead, start, ends } = list;
  const end = ends.findLast((at) => at - start <= LONGEST_LIST) ?? ends[0] ?? start;
  const from = lead < 0 ? sentences.findIndex((one) => one.start >= start) : lead;
  if (from < 0) return { ...list, from: 0, to: -1 };
  return { ...list, from, to: sentences.findLastIndex((one) => one.end <= end) };
}

/** A list while its section is read. */
interface ReadList extends Omit<FoundList, 'lead' | 'start'> {
  /** Number of its first line. */
  readonly after: number;
  /** True where a list of one item stands above it, and leads up to it. */
  readonly labelled: boolean;
}

/** What of a section can be quoted: its sentences, rows of tables and lists, without code, headings and contents lists. */
export interface Pieces {
  readonly sentences: readonly Sentence[];
  readonly lists: readonly ListPiece[];
  /** Lines that say nothing themselves, and are left out of a quote that goes on behind them. */
  readonly asides: readonly Stretch[];
}

/** A part of a text, by UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longest text that is read for a quote. */
const READ = 12_000;
/** Sections whose pieces are kept: those of the last few questions. */
const KEPT = 1_000;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly prose: boolean;
  readonly list: number;
  readonly below: number;
  /** Number of the item's last line that it stands below, -1 for none; and how many it stands below. */
  readonly above: number;
  readonly depth: number;
  /** True for the row of a table: it is no sentences. */
  readonly row: boolean;
}

/** The sentences and lists of a section. */
export const piecesOf: (section: Section) => Pieces = memoizeRecent(readPieces, KEPT);

function readPieces(section: Section): Pieces {
  const lines: Line[] = [];
  const blocks = section.blocks.flatMap(unquoted);
  const lists: ReadList[] = [];
  const nested: ReadList[] = [];
  const asides: Stretch[] = [];
  let text = '';
  const read = (block: RootContent, list: number, above = -1, depth = 0): void => {
    for (const line of plainLines([block])) {
      const start = text === '' ? 0 : text.length + 1;
      text += text === '' ? line.text : `\n${line.text}`;
      const row = block.type === 'table';
      const isAside = !row && list < 0 && tellsNothing(line);
      if (isAside) asides.push({ start, end: text.length });
      const prose = row || (line.prose && block.type !== 'heading' && !isAside);
      lines.push({ start, end: text.length, prose, list, below: text.length, above, depth, row });
    }
  };
  const readItems = (
    { children, ordered }: List,
    list: number,
    labelled: boolean,
    above = -1,
    depth = 0,
  ): ReadList => {
    const after = lines.length;
    const ends = children.map((item) => {
      readItem(item, list, above, depth);
      return text.length;
    });
    return { after, ordered: ordered === true, table: false, nested: depth > 0, labelled, ends };
  };
  const readItem = (item: List['children'][number], list: number, above: number, depth: number): void => {
    const at = lines.length;
    let own = at - 1;
    for (const child of item.children) {
      if (child.type === 'list')
        nested.push(readItems(child, list, false, own < at ? above : own, depth + 1));
      else {
        read(child, list, above, depth);
        own = lines.length - 1;
      }
    }
    const first = lines[at];
    if (first !== undefined) lines[at] = { ...first, below: text.length };
  };
  for (const [at, block] of blocks.entries()) {
    if (text.length > READ) break;
    if (block.type === 'table') {
      const after = lines.length;
      read(block, lists.length);
      const ends = lines.slice(after).map(({ end }) => end);
      lists.push({ after, ordered: false, table: true, nested: false, labelled: false, ends });
    } else if (block.type === 'list') lists.push(readItems(block, lists.length, isLabel(blocks[at - 1])));
    else read(block, -1);
  }
  // A section whose text was made otherwise is read by its lines alone.
  const whole = section.text.startsWith(text);
  const found = whole ? lines : linesIn(section.text.slice(0, READ));
  const sentences: Sentence[] = [];
  const lastOf: number[] = [];
  found.forEach((line, at) => {
    const above = lastOf[line.above] ?? -1;
    if (line.prose) sentences.push(...sentencesIn(section.text, { ...line, above }, at));
    lastOf.push(sentences.at(-1)?.line === at ? sentences.length - 1 : -1);
  });
  const told = whole
    ? [...lists, ...nested].flatMap(({ after, ordered, table, nested, labelled, ends }) => {
        const start = lines[after]?.start;
        if (start === undefined) return [];
        const lead = sentences.findLastIndex(({ end }) => end <= start);
        const before = sentences[lead];
        const stands = before?.line === after - 1 && (nested || before.list === -1 || labelled);
        const announces = stands && (!table || /[:：]$/u.test(section.text.slice(before.start, before.end)));
        return [{ lead: announces ? lead : -1, ordered, table, nested, start, ends }];
      })
    : [];
  return {
    sentences,
    asides: whole ? asides : [],
    lists: [...enumerationsIn(section.text, sentences), ...told].map((list) => withExtent(list, sentences)),
  };
}

/** What stands in a quote is read as if it stood alone: `> - Drawbacks`, `> 1. It is heavy`. */
const unquoted = (block: RootContent): readonly RootContent[] =>
  block.type === 'blockquote' ? block.children.flatMap(unquoted) : [block];

/** A list of one item, on one line: `- **Drawbacks**` above a list of numbers. */
const isLabel = (block: RootContent | undefined): boolean =>
  block?.type === 'list' && block.children.length === 1 && block.children[0]?.children.length === 1;

const FIRST = /^(?:첫째|첫\s?번째(?:는|로)?|하나는|먼저|first(?:ly)?|one)[\s,:]/iu;
const NEXT =
  /^(?:둘째|셋째|넷째|다섯째|여섯째|두\s?번째|세\s?번째|네\s?번째|다른 하나|또 하나|다음으로|끝으로|마지막으로|마지막은|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|last(?:ly)?|another|the other)[\s,:은는로]/iu;

/** Lists that are told in sentences: `첫째, … 둘째, …`. */
function enumerationsIn(text: string, sentences: readonly Sentence[]): FoundList[] {
  const out: FoundList[] = [];
  const textOf = (at: number): string => text.slice(sentences[at]?.start, sentences[at]?.end);
  for (let at = 0; at < sentences.length; at += 1) {
    const first = sentences[at];
    if (first === undefined || !FIRST.test(textOf(at))) continue;
    const ends: number[] = [];
    let next = at + 1;
    let last = at;
    for (; next < sentences.length && sentences[next]?.line === first.line; next += 1) {
      if (!NEXT.test(textOf(next))) continue;
      ends.push(sentences[next - 1]?.end ?? first.end);
      last = next;
    }
    if (last === at) continue;
    ends.push(sentences[last]?.end ?? first.end);
    const before = sentences[at - 1];
    out.push({
      lead: before?.line === first.line ? at - 1 : -1,
      ordered: true,
      table: false,
      nested: false,
      start: first.start,
      ends,
    });
    at = last;
  }
  return out;
}

function linesIn(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return {
      start: from,
      end: from + line.length,
      prose: true,
      list: -1,
      below: start - 1,
      above: -1,
      depth: 0,
      row: false,
    };
  });
}

/** @param of the line, with the sentence that it stands below. */
function sentencesIn(text: string, of: Line, line: number): Sentence[] {
  const { start, end, list, below, above, depth, row } = of;
  if (row) return [{ start, end, line, list, below, above, depth }];
  const out: Sentence[] = [];
  for (const { segment, index } of sentencesOf(text.slice(start, end))) {
    const from = start + index + segment.length - segment.trimStart().length;
    const to = start + index + segment.trimEnd().length;
    if (to > from) out.push({ start: from, end: to, line, list, below: Math.max(below, to), above, depth });
  }
  return out;
}
