import type { PhrasingContent } from 'mdast';
import { phrasingText } from '../../text/plain.ts';
import { embedName, htmlTag, isTextInAngleBrackets, watchAddress } from './html.ts';

/** An element within a paragraph that is open. */
interface Frame {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PhrasingContent[];
  /** The first `source` in it. */
  source?: string | undefined;
}

const VOID = new Set(['br', 'img', 'wbr', 'hr', 'input', 'source', 'embed', 'col', 'link', 'meta']);
const SILENT = new Set(['script', 'style', 'template', 'svg', 'rp']);

function embed(address: string | undefined, title: string | undefined): PhrasingContent[] {
  if (!address) return [];
  const url = watchAddress(address);
  return [{ type: 'link', url, children: [{ type: 'text', value: embedName(title, url) }] }];
}

function void_({ name, attributes }: Omit<Frame, 'children'>): PhrasingContent[] {
  if (name === 'br') return [{ type: 'break' }];
  if (name === 'img' && attributes['src'])
    return [{ type: 'image', url: attributes['src'], alt: attributes['alt'] ?? '' }];
  return name === 'embed' ? embed(attributes['src'], attributes['title']) : [];
}

/** What an element with its children is in Markdown. */
function closed({ name, attributes, children, source }: Frame): PhrasingContent[] {
  if (SILENT.has(name)) return [];
  if (name === 'iframe' || name === 'video' || name === 'audio')
    return embed(attributes['src'] ?? source, attributes['title']);
  if (name === 'rt') return [{ type: 'text', value: '(' }, ...children, { type: 'text', value: ')' }];
  if (children.length === 0) return [];
  switch (name) {
    case 'a': {
      const url = attributes['href'];
      return url
        ? [{ type: 'link', url, children: children.filter((child) => child.type !== 'link') }]
        : children;
    }
    case 'b':
    case 'strong':
      return [{ type: 'strong', children }];
    case 'i':
    case 'em':
    case 'mark':
      return [{ type: 'emphasis', children }];
    case 'del':
    case 's':
    case 'strike':
      return [{ type: 'delete', children }];
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return children.every((child) => child.type === 'text')
        ? [{ type: 'inlineCode', value: phrasingText(children) }]
        : children;
    default:
      return children;
  }
}

/** Brings opening and closing tags within a paragraph together. What only looks like a tag is text. */
export function pairTags(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some(({ type }) => type === 'html')) return [...nodes];
  const root: Frame = { name: '', attributes: {}, children: [] };
  const open: Frame[] = [root];
  const top = () => open.at(-1) ?? root;
  const close = (from: number) => {
    while (open.length > from) {
      const frame = open.pop();
      if (frame) top().children.push(...closed(frame));
    }
  };
  for (const node of nodes) {
    if (node.type !== 'html') {
      top().children.push(node);
      continue;
    }
    if (isTextInAngleBrackets(node.value)) {
      top().children.push({
        type: 'text',
        value: node.value,
        ...(node.position && { position: node.position }),
      });
      continue;
    }
    const tag = htmlTag(node.value);
    if (tag === undefined) continue;
    if (tag.name === 'source') top().source ??= tag.attributes['src'];
    if (VOID.has(tag.name)) top().children.push(...void_(tag));
    else if (!tag.closing) {
      if (!/\/\s*>$/u.test(node.value)) open.push({ ...tag, children: [] });
      else top().children.push(...closed({ ...tag, children: [] }));
    } else {
      const at = open.findLastIndex(({ name }) => name === tag.name);
      if (at > 0) close(at);
    }
  }
  // What is never closed marks nothing up.
  while (open.length > 1) {
    const frame = open.pop();
    if (frame) top().children.push(...(SILENT.has(frame.name) ? [] : frame.children));
  }
  return root.children;
}
