import type {
  Definition,
  FootnoteDefinition,
  Html,
  Link,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { combineExtensions } from 'micromark-util-combine-extensions';
import { isParticle } from '../../text/names/nameFinder.ts';
import { plainLines } from '../../text/plain.ts';
import { stripLeadingAttributes } from '../dialects/syntax/kramdown.ts';
import { type Block, stripPosition } from './block.ts';
import { chunksOf } from './chunks.ts';
import { elementOf, htmlBlocks, isTextInAngleBrackets, TAG } from './html.ts';
import { pairTags } from './inlineHtml.ts';
import { mergeText } from './paragraphLines.ts';
import { parseSparingly } from './plainText.ts';

/** An element of HTML with a name that links may lead to. */
export interface Anchor {
  readonly id: string;
  /** Line of the body, from 1. */
  readonly line: number;
}

/** A body as blocks with references resolved and HTML turned into text; positions count from the body's first line. */
export interface ParsedBody {
  readonly anchors: readonly Anchor[];
  readonly blocks: readonly Block[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

interface Context {
  readonly anchors: Anchor[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: Map<string, FootnoteDefinition>;
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

/** One tilde is a range of numbers (`10~20`) to people who write Korean, and below the line to others: two strike out. */
const TILDES = { singleTilde: false };

/** Emphasis beside Hangul and Han letters: CommonMark wants a space there, which these languages do not have. */
const SYNTAX = [
  gfmFootnote(),
  gfmTaskListItem(),
  cjkFriendlyExtension(),
  gfmStrikethroughCjkFriendly(TILDES),
];

/** Where a text has these nowhere, nothing in it is taken for a table, or for an address without marks around it. */
const TABLE = /\||:-|-:/u;
const ADDRESS = /[@&\\]|www\.|:\/\//iu;

/** Every letter and every line may begin one of the two: without them a text is read in half the time. */
const READERS = [false, true].map((addresses) => {
  const tree = gfmFromMarkdown().filter(({ transforms }) => addresses || transforms === undefined);
  return [false, true].map((tables) => {
    const more = [...(addresses ? [gfmAutolinkLiteral()] : []), ...(tables ? [gfmTable()] : [])];
    return { extensions: [combineExtensions([...more, ...SYNTAX])], mdastExtensions: [tree] };
  });
});

/** Reads Markdown with a reader that looks for everything. */
export const parseWhole = (source: string): Root => fromMarkdown(source, READERS[1]?.[1]);

/** Reads Markdown without looking for what cannot be in it, with the same result but for columns. */
export const parse = (source: string): Root =>
  parseSparingly(source, (rest) =>
    fromMarkdown(rest, READERS[Number(ADDRESS.test(rest))]?.[Number(TABLE.test(rest))]),
  );

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

function tidyBlocks(nodes: readonly RootContent[], context: Context): Block[] {
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
        default:
          return [node];
      }
    });
}

/** A long body is parsed in pieces, each with the first line of every footnote: the longest version is complete. */
function keepFootnote(node: FootnoteDefinition, context: Context): void {
  const before = context.footnotes.get(node.identifier);
  const children = inner(node.children, context);
  const longer = before && plainLines(before.children).length >= plainLines(children).length;
  if (!longer) context.footnotes.set(node.identifier, { ...node, children });
}

/** A heading inside a quote, list item or footnote does not open a section: it becomes a bold line. */
function inner(nodes: readonly RootContent[], context: Context): Block[] {
  return tidyBlocks(nodes, context).map((node) =>
    node.type === 'heading' ? paragraph([{ type: 'strong', children: node.children }], node) : node,
  );
}

function listItem(item: ListItem, context: Context): ListItem {
  return { ...item, children: inner(item.children, context) };
}

function tableRow(row: TableRow, context: Context): TableRow {
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

function anchorsIn(node: Html, context: Context): void {
  const start = node.position?.start.line ?? 1;
  for (const { 0: tag, index } of node.value.matchAll(TAG)) {
    const id = /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/iu.exec(tag)?.[1];
    if (id !== undefined)
      context.anchors.push({ id, line: start + node.value.slice(0, index).split('\n').length - 1 });
  }
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

function htmlBlock(node: Html, context: Context): Block[] {
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

function tidyPhrasing(nodes: readonly PhrasingContent[], context: Context): PhrasingContent[] {
  for (const node of nodes) if (node.type === 'html') anchorsIn(node, context);
  const tidy = pairTags(nodes).flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'linkReference': {
        const definition = context.definitions.get(node.identifier.toUpperCase());
        const children = tidyPhrasing(node.children, context);
        return definition ? [{ type: 'link', url: definition.url, children }] : children;
      }
      case 'imageReference': {
        const definition = context.definitions.get(node.identifier.toUpperCase());
        if (!definition) return [];
        const image: PhrasingContent = { type: 'image', url: definition.url, alt: node.alt ?? '' };
        return [node.position ? { ...image, position: node.position } : image];
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ ...node, children: tagAlone(node.children) ?? tidyPhrasing(node.children, context) }];
      case 'link':
        return withoutEnding({ ...node, children: tidyPhrasing(node.children, context) });
      default:
        return [node];
    }
  });
  return attributesOut(mergeText(tidy));
}

/** `https://example.com를`: an address that was found in running text takes the Korean particle behind it along. */
function withoutEnding(link: Link): PhrasingContent[] {
  const [only] = link.children;
  if (link.children.length !== 1 || only?.type !== 'text') return [link];
  const ending = /(?<=[\w/?=&#%)-])\p{Script=Hangul}+$/u.exec(only.value)?.[0];
  const written = ending !== undefined && [only.value, `http://${only.value}`].includes(link.url);
  if (!written || !isParticle(ending)) return [link];
  const text = only.value.slice(0, -ending.length);
  const shortened: Link = {
    ...link,
    url: link.url.slice(0, -ending.length),
    children: [{ type: 'text', value: text }],
  };
  return [shortened, { type: 'text', value: ending }];
}

/** `**<Summary>**`: a tag alone within bold text encloses nothing and is a name. */
function tagAlone(nodes: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const [only, ...others] = nodes;
  if (only?.type !== 'html' || others.length > 0 || !/^<[A-Za-z][^=]*>$/u.test(only.value)) return undefined;
  return elementOf(only.value) === 'br' ? undefined : [{ type: 'text', value: only.value }];
}

const CARRIERS = new Set(['image', 'link', 'strong', 'emphasis', 'inlineCode']);

function attributesOut(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text' || !CARRIERS.has(nodes[index - 1]?.type ?? '')) return node;
    return { ...node, value: stripLeadingAttributes(node.value) };
  });
}
