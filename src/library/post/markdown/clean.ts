import type { FootnoteDefinition, Image, ListItem, Nodes, PhrasingContent, TableCell } from 'mdast';
import { phrasingText } from '../../text/plain.ts';
import type { Problem, RawImage, RawLink } from '../model.ts';
import { type Block, stripPosition } from './block.ts';
import { embedName } from './html.ts';
import { joinLines, splitLines } from './paragraphLines.ts';
import { splitAtPictures } from './pictures.ts';
import { placeholders, withoutPlaceholders } from './placeholder.ts';

/** Blocks with text only, and the parts removed from them. */
export interface CleanBlocks {
  /** Relative links keep their target as written. */
  readonly blocks: readonly Block[];
  readonly images: readonly RawImage[];
  readonly captions: readonly string[];
  readonly links: readonly RawLink[];
  readonly problems: readonly Problem[];
}

interface Basket {
  readonly images: (RawImage & { after: number })[];
  readonly captions: string[];
  readonly links: RawLink[];
  readonly problems: Problem[];
}

/** Whether an address is absolute and safe, relative, or must not be followed. */
export function addressKind(address: string): 'safe' | 'relative' | 'unsafe' {
  const url = URL.parse(address.trim());
  if (url === null) return /^[A-Za-z][A-Za-z\d+.-]*:/u.test(address.trim()) ? 'unsafe' : 'relative';
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? 'safe' : 'unsafe';
}

/** Removes pictures, placeholders and unsafe links from blocks, and drops empty blocks. Lines count from the body. */
export function cleanBlocks(blocks: readonly Block[]): CleanBlocks {
  const basket: Basket = { images: [], captions: [], links: [], problems: [] };
  const clean: Block[] = [];
  for (const block of blocks.flatMap(splitAtPictures)) {
    const from = basket.images.length;
    clean.push(...cleanBlock(block, 1, basket));
    for (const image of basket.images.slice(from)) image.after = clean.length;
  }
  let first = 0;
  let end = clean.length;
  while (clean[first]?.type === 'thematicBreak') first += 1;
  while (end > first && clean[end - 1]?.type === 'thematicBreak') end -= 1;
  const kept = clean.slice(first, end);
  for (const image of basket.images) image.after = Math.min(Math.max(0, image.after - first), kept.length);
  for (const block of kept) stripPosition(block);
  return { blocks: kept, ...basket };
}

function cleanBlock(block: Block, above: number, basket: Basket): Block[] {
  const line = block.position?.start.line ?? above;
  switch (block.type) {
    case 'paragraph': {
      const children = cleanParagraph(block.children, line, basket);
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case 'blockquote': {
      const children = block.children.flatMap((child) => cleanBlock(child, line, basket));
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case 'list': {
      const children = block.children.flatMap((item) => cleanItem(item, line, basket));
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case 'table': {
      const children = block.children.map((row) => ({
        ...row,
        children: row.children.map((cell): TableCell => {
          return {
            ...cell,
            children: cleanParagraph(cell.children, cell.position?.start.line ?? line, basket),
          };
        }),
      }));
      return [{ ...block, children }];
    }
    case 'footnoteDefinition':
      return [cleanFootnote(block, line, basket)];
    default:
      return [block];
  }
}

function cleanFootnote(node: FootnoteDefinition, line: number, basket: Basket): FootnoteDefinition {
  return { ...node, children: node.children.flatMap((child) => cleanBlock(child, line, basket)) };
}

function cleanItem(item: ListItem, line: number, basket: Basket): ListItem[] {
  const children = item.children.flatMap((child) => cleanBlock(child, line, basket));
  return children.length === 0 ? [] : [{ ...item, children }];
}

function cleanParagraph(nodes: readonly PhrasingContent[], start: number, basket: Basket): PhrasingContent[] {
  const lines = splitLines(nodes, start).flatMap((line) => {
    const text = phrasingText(line.nodes);
    const captions = placeholders(text);
    const from = basket.captions.length;
    const pictures = basket.images.length;
    const kept = cleanPhrasing(line.nodes, line.line, basket);
    if (captions) {
      basket.captions.splice(from, Infinity, ...captions);
      return [];
    }
    const isEmpty = basket.images.length > pictures ? !hasWords(kept) : !hasText(kept);
    return isEmpty && !kept.some((node) => node.type === 'footnoteReference')
      ? []
      : [{ ...line, nodes: kept }];
  });
  return trim(joinLines(lines));
}

/** Mostly the first node tells. */
const hasText = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.some((node) => node.type === 'text' && node.value.trim() !== '') || phrasingText(nodes) !== '';

/** Marks around a picture, such as brackets or the colon of a definition, say nothing without it. */
const hasWords = (nodes: readonly PhrasingContent[]): boolean => /[^\p{P}\s]/u.test(phrasingText(nodes));

function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    let { value } = node;
    if (index === 0) value = value.trimStart();
    if (index === nodes.length - 1) value = value.trimEnd();
    return value === '' ? [] : [{ ...node, value }];
  });
}

function cleanPhrasing(nodes: readonly PhrasingContent[], start: number, basket: Basket): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    const line = node.position?.start.line ?? start;
    switch (node.type) {
      case 'image':
        if (NO_PICTURE.test(node.url)) return cleanLink(node.url, linkText(node), line, basket);
        basket.images.push({ src: node.url.trim(), alt: (node.alt ?? '').trim(), line, after: 0 });
        return [];
      case 'text': {
        const { text, captions } = withoutPlaceholders(node.value);
        basket.captions.push(...captions);
        return text === '' ? [] : [{ ...node, value: text }];
      }
      case 'link':
        return cleanLink(node.url, cleanPhrasing(node.children, line, basket), line, basket);
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const children = cleanPhrasing(node.children, line, basket);
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      default:
        return [node];
    }
  });
}

/** Films, documents and pages that are written as a picture. */
const NO_PICTURE =
  /^(?:https?:)?\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch|embed|shorts)|youtu\.be\/|(?:www\.|player\.)?vimeo\.com\/)|\.(?:mp4|webm|mov|m4v|mp3|pdf)(?:[?#].*)?$/iu;

const linkText = ({ alt, url }: Image): PhrasingContent[] => [
  { type: 'text', value: (alt ?? '').trim() || embedName(undefined, url) },
];

function cleanLink(
  address: string,
  children: PhrasingContent[],
  line: number,
  basket: Basket,
): PhrasingContent[] {
  if (children.length === 0) return [];
  const target = address.trim().startsWith('//') ? `https:${address.trim()}` : address.trim();
  const kind = addressKind(target);
  if (kind === 'unsafe') {
    basket.problems.push({
      level: 'warning',
      line,
      code: 'unsafe-link',
      message: `The link to "${target.slice(0, 80)}" is shown as text; only http, https and mailto can be followed.`,
    });
    return children;
  }
  if (target === '') return children;
  if (kind === 'relative') basket.links.push({ target, line });
  return [{ type: 'link', url: target, children }];
}

/** Replaces relative links by absolute ones, or by their text where `resolve` gives no address. */
export function resolveLinks<T extends Nodes>(node: T, resolve: (target: string) => string | undefined): T {
  if (!('children' in node)) return node;
  const children = (node.children as readonly Nodes[]).flatMap((child): Nodes[] => {
    const inside = resolveLinks(child, resolve);
    if (inside.type !== 'link' || addressKind(inside.url) !== 'relative') return [inside];
    const url = resolve(inside.url);
    return url === undefined ? inside.children : [{ ...inside, url }];
  });
  return { ...node, children };
}
