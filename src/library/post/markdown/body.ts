import type {
  Code,
  Definition,
  FootnoteDefinition,
  Html,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import { plainLines } from '../../text/plain.ts';
import { type Block, stripPosition } from './block.ts';
import { chunksOf } from './chunks.ts';
import { htmlBlocks, isTextInAngleBrackets, TAG } from './html.ts';
import { linesOfHtml } from './htmlEnd.ts';
import { parse } from './parseMarkdown.ts';
import { type Anchor, anchorsIn, type BodyContext, tidyPhrasing } from './phrasing.ts';

/** A body as blocks with references resolved and HTML turned into text; positions count from the body's first line. */
export interface ParsedBody {
  readonly anchors: readonly Anchor[];
  readonly blocks: readonly Block[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

const INLINE_ONLY = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
  'yaml',
  'listItem',
  'tableCell',
  'tableRow',
]);

function isBlock(node: RootContent): node is Block {
  return !INLINE_ONLY.has(node.type);
}

function collect(nodes: readonly RootContent[], into: Map<string, Definition>): void {
  for (const node of nodes) {
    if (node.type === 'definition') {
      const key = node.identifier.toUpperCase();
      if (!into.has(key)) into.set(key, node);
    } else if ('children' in node) {
      collect(node.children, into);
    }
  }
}

/** The nesting limit: recursive walks of the tree must not overflow the stack. */
const DEEPEST = 100;

function refuseDepth(root: Root): void {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Error(`nested deeper than ${DEEPEST} levels`);
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
}

function moveDown(node: Nodes, lines: number): void {
  if (node.position) {
    node.position.start.line += lines;
    node.position.end.line += lines;
  }
  if ('children' in node) for (const child of node.children) moveDown(child, lines);
}

/** An empty line would end a table of HTML, and the rest of it be code or text: it becomes a comment. */
function wholeTables(body: string): string {
  if (!/<table\b/iu.test(body)) return body;
  return body.replace(/^[ \t]{0,3}<table\b(?:(?!\n(?:```|~~~))[\s\S])*?<\/table\s*>/gimu, (table) =>
    table.replace(/\n[ \t]*(?=\n)/gu, '\n<!-- -->'),
  );
}

/** Reads a post's body, given with `\n` line ends, as GitHub Flavored Markdown. */
export function parseBody(body: string): ParsedBody {
  const footnotes = new Map<string, FootnoteDefinition>();
  const anchors: Anchor[] = [];
  const blocks = chunksOf(wholeTables(body)).flatMap(({ text, above }) => {
    const root = parse(text);
    refuseDepth(root);
    if (above > 0) moveDown(root, above);
    const definitions = new Map<string, Definition>();
    collect(root.children, definitions);
    return tidyBlocks(root.children, { anchors, definitions, footnotes });
  });
  return { anchors, blocks, footnotes };
}

function paragraph(children: PhrasingContent[], like: RootContent): Paragraph {
  return like.position
    ? { type: 'paragraph', children, position: like.position }
    : { type: 'paragraph', children };
}

function tidyBlocks(nodes: readonly RootContent[], context: BodyContext): Block[] {
  return htmlPieces(nodes)
    .filter(isBlock)
    .flatMap((node): Block[] => {
      switch (node.type) {
        case 'definition':
          return [];
        case 'footnoteDefinition':
          keepFootnote(node, context);
          return [];
        case 'html':
          return htmlBlock(node, context);
        case 'paragraph':
          return [paragraph(tidyPhrasing(node.children, context), node)];
        case 'heading':
          return [{ ...node, children: tidyPhrasing(node.children, context) }];
        case 'blockquote':
          return [{ ...node, children: inner(node.children, context) }];
        case 'list':
          return [{ ...node, children: node.children.map((item) => listItem(item, context)) }];
        case 'table':
          return [{ ...node, children: node.children.map((row) => tableRow(row, context)) }];
        case 'code':
          return isIndentedList(node) ? nestedBlocks(node.value, node, 0, context) : [node];
        default:
          return [node];
      }
    });
}

/** A long body is parsed in pieces, each with the first line of every footnote: the longest version is complete. */
function keepFootnote(node: FootnoteDefinition, context: BodyContext): void {
  const before = context.footnotes.get(node.identifier);
  const children = inner(node.children, context);
  const longer = before && plainLines(before.children).length >= plainLines(children).length;
  if (!longer) context.footnotes.set(node.identifier, { ...node, children });
}

/** A heading inside a quote, list item or footnote does not open a section: it becomes a bold line. */
function inner(nodes: readonly RootContent[], context: BodyContext): Block[] {
  return tidyBlocks(nodes, context).map((node) =>
    node.type === 'heading' ? paragraph([{ type: 'strong', children: node.children }], node) : node,
  );
}

function listItem(item: ListItem, context: BodyContext): ListItem {
  return { ...item, children: inner(item.children, context) };
}

function tableRow(row: TableRow, context: BodyContext): TableRow {
  return {
    ...row,
    children: row.children.map((cell) => ({ ...cell, children: tidyPhrasing(cell.children, context) })),
  };
}

/** HTML blocks that stand side by side are one piece: a table may have empty lines in it. */
function htmlPieces(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (
      node.type === 'html' &&
      last?.type === 'html' &&
      /<(?:table|ul|ol|dl|tr|thead|tbody)\b/iu.test(last.value)
    ) {
      out[out.length - 1] = { ...last, value: `${last.value}\n${node.value}` };
    } else out.push(node);
  }
  return out;
}

function placed(node: Block, position: Html['position']): Block {
  stripPosition(node);
  if (!position) return node;
  // A heading of Markdown that goes over lines is judged by that; one of HTML is not.
  return {
    ...node,
    position: node.type === 'heading' ? { start: position.start, end: position.start } : position,
  };
}

/** Markdown that a block turned out to be, from its line `from` on. */
function nestedBlocks(text: string, of: RootContent, from: number, context: BodyContext): Block[] {
  const root = parse(text);
  moveDown(root, (of.position?.start.line ?? 1) - 1 + from);
  return tidyBlocks(root.children, context);
}

const ITEM = /^\s*(?:[-*+]|\d{1,2}\.)\s+(?![-\w]+:\s)\S/u;

/** True for a list that is indented as a whole, and therefore read as code: each line of it is an item in words. */
function isIndentedList({ lang, value, position }: Code): boolean {
  const lines = value.split('\n');
  const isFenced = position === undefined || position.end.line - position.start.line + 1 > lines.length;
  return !lang && !isFenced && lines.every((line) => line.trim() === '' || ITEM.test(line));
}

function htmlBlock(node: Html, context: BodyContext): Block[] {
  const { value } = node;
  const lines = linesOfHtml(value);
  if (lines === undefined) return wholeHtml(node, context);
  const all = value.split('\n');
  const head = { ...node, value: all.slice(0, lines).join('\n') };
  return [...wholeHtml(head, context), ...nestedBlocks(all.slice(lines).join('\n'), node, lines, context)];
}

function wholeHtml(node: Html, context: BodyContext): Block[] {
  anchorsIn(node, context);
  const first = TAG.exec(node.value)?.[0];
  TAG.lastIndex = 0;
  if (first !== undefined && node.value.trimStart().startsWith(first) && isTextInAngleBrackets(first)) {
    const root = parse(node.value.replace(/<(?=[A-Za-z/])/gu, '\\<'));
    // Text that only looked like a tag; its lines are counted from where the block began.
    return tidyBlocks(root.children, context).map((block) =>
      node.position ? { ...block, position: node.position } : block,
    );
  }
  if (
    !/<[A-Za-z]/u.test(node.value) &&
    !/[^\s<>]/u.test(node.value.replace(/<!--[\s\S]*?(?:-->|$)|<\/?[^<>]*>/gu, ''))
  )
    return [];
  return htmlBlocks(node.value)
    .filter(isBlock)
    .map((block) => placed(block, node.position));
}
