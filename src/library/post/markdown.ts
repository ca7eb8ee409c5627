import type {
  BlockContent,
  Definition,
  DefinitionContent,
  FootnoteDefinition,
  Html,
  Link,
  List,
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
import { gfm } from 'micromark-extension-gfm';
import { isParticle } from '../text/names.ts';
import { phrasingText, plainLines } from '../text/plain.ts';
import { chunksOf } from './chunks.ts';
import { stripLeadingAttributes } from './dialects/kramdown.ts';
import { mergeText, repairBold } from './emphasis.ts';
import { elementOf, imagesIn, isTextInAngleBrackets, textIn } from './html.ts';

export type Block = BlockContent | DefinitionContent;

/** Blocks with resolved references and HTML converted to text; positions count from the first line of the body. */
export interface ParsedBody {
  readonly blocks: readonly Block[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

interface Context {
  readonly source: string;
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

/** Liquid tags that Jekyll expands before Markdown is parsed, where a link depends on them. */
function withoutLiquid(body: string): string {
  if (!body.includes('{')) return body;
  return body
    .replace(/(\]\(|=["'])\s*\{\{\s*site\.(?:base)?url\s*\}\}/gu, '$1')
    .replace(/(\]\()\s*(?:\{\{\s*)?\{%\s*post_url\s+([^\s%]+)\s*%\}/gu, '$1$2.md')
    .replace(/(\]\()\s*\{%\s*link\s+([^\s%]+)\s*%\}/gu, '$1/$2')
    .replace(/(\]\(|=["'])\{\{\s*["']([^"'{}\s]+)["']\s*\|\s*(?:relative|absolute)_url\s*\}\}/gu, '$1$2');
}

const SYNTAX = [gfm()];
const TREE = [gfmFromMarkdown()];

function parse(source: string): Root {
  return fromMarkdown(source, { extensions: SYNTAX, mdastExtensions: TREE });
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

/** Parses a post's body, with `\n` line ends, as GitHub Flavored Markdown with kramdown and Jekyll extensions. */
export function parseBody(body: string): ParsedBody {
  const footnotes = new Map<string, FootnoteDefinition>();
  const blocks = chunksOf(withoutLiquid(body)).flatMap(({ text, above }) => {
    const root = parse(text);
    refuseDepth(root);
    if (above > 0) moveDown(root, above);
    const definitions = new Map<string, Definition>();
    collect(root.children, definitions);
    return tidyBlocks(root.children, { source: text, definitions, footnotes });
  });
  return { blocks, footnotes };
}

function paragraph(children: PhrasingContent[], like: RootContent): Paragraph {
  return like.position
    ? { type: 'paragraph', children, position: like.position }
    : { type: 'paragraph', children };
}

function tidyBlocks(nodes: readonly RootContent[], context: Context): Block[] {
  return nodes.filter(isBlock).flatMap((node): Block[] => {
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
        return isContents(node)
          ? []
          : [{ ...node, children: node.children.map((item) => listItem(item, context)) }];
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

/** `* TOC` followed by `{:toc}`: kramdown generates a table of contents. */
function isContents(list: List): boolean {
  const last = list.children.at(-1)?.children.at(-1);
  return last?.type === 'paragraph' && /\{:\s*toc\b[^}]*\}\s*$/u.test(phrasingText(last.children));
}

function htmlBlock(node: Html, context: Context): Block[] {
  const first = /<\/?[A-Za-z][^<>]*>/u.exec(node.value)?.[0];
  if (first !== undefined && node.value.trimStart().startsWith(first) && isTextInAngleBrackets(first)) {
    const root = parse(node.value.replace(/<(?=[A-Za-z/])/gu, '\\<'));
    // Text that only looked like a tag; its lines count from the start of the block.
    return tidyBlocks(root.children, { ...context, source: '' }).map((block) =>
      node.position ? { ...block, position: node.position } : block,
    );
  }
  const images = imagesIn(node.value).map((image): PhrasingContent => {
    return { type: 'image', url: image.src, alt: image.alt };
  });
  const lines = textIn(node.value).map((value) => paragraph([{ type: 'text', value }], node));
  return images.length > 0 ? [paragraph(images, node), ...lines] : lines;
}

function tidyPhrasing(nodes: readonly PhrasingContent[], context: Context): PhrasingContent[] {
  const tidy = nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'html':
        return htmlInline(node);
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
  const merged = attributesOut(mergeText(tidy));
  const escaped = nodes.some((node) => {
    const { start, end } = node.position ?? {};
    return node.type === 'text' && context.source.slice(start?.offset ?? 0, end?.offset ?? 0).includes('\\*');
  });
  return escaped ? merged : repairBold(merged);
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

function htmlInline(node: Html): PhrasingContent[] {
  const element = elementOf(node.value);
  if (element === 'br') return [{ type: 'break' }];
  if (element === 'img')
    return imagesIn(node.value).map(({ src, alt }) => ({ type: 'image', url: src, alt }));
  if (!isTextInAngleBrackets(node.value)) return [];
  const text: PhrasingContent = { type: 'text', value: node.value };
  return [node.position ? { ...text, position: node.position } : text];
}

const CARRIERS = new Set(['image', 'link', 'strong', 'emphasis', 'inlineCode']);

function attributesOut(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text' || !CARRIERS.has(nodes[index - 1]?.type ?? '')) return node;
    return { ...node, value: stripLeadingAttributes(node.value) };
  });
}
