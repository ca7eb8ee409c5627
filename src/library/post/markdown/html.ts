import { createRequire } from 'node:module';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Element, Root } from 'hast';
import type { Link, Nodes, RootContent } from 'mdast';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';

const ELEMENTS = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas
  caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input
  ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup
  option output p param path picture pre progress q rp rt ruby s samp script section select slot small source span
  strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul
  var video wbr`.split(/\s+/u),
);

/** Character references of HTML as letters; names that are not known stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/gu,
    (all, decimal, hex, name) => {
      if (decimal !== undefined) return decodeNumericCharacterReference(decimal, 10);
      if (hex !== undefined) return decodeNumericCharacterReference(hex, 16);
      return decodeNamedCharacterReference(name) || all;
    },
  );
}

/** The lower-case element name of a tag; undefined for comments and unknown elements. */
export function elementOf(tag: string): string | undefined {
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])/u.exec(tag)?.[1]?.toLowerCase();
  return name !== undefined && ELEMENTS.has(name) ? name : undefined;
}

const SWITCHES = new Set(
  `allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert ismap
  itemscope loop multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed selected
  webkitallowfullscreen mozallowfullscreen`.split(/\s+/u),
);

/**
 * True for text that only looks like a tag, such as `<BigQuery ML>` and `<Data Studio>`. A tag has a known element
 * name, followed by attributes with values (`width="320"`) or known boolean attributes (`controls`).
 */
export function isTextInAngleBrackets(tag: string): boolean {
  const inside = /^<([A-Za-z][^<>]*?)\/?>$/u.exec(tag)?.[1]?.trim();
  if (inside === undefined || inside.includes('=')) return false;
  // No product is called so, and what stands within is nothing to read.
  if (/^(?:script|style|template|noscript)\b/iu.test(inside)) return false;
  const words = inside.split(/\s+/u).slice(1);
  return elementOf(tag) === undefined || words.some((word) => !SWITCHES.has(word.toLowerCase()));
}

/** A tag of HTML, attributes with `>` in their quotes included. */
export const TAG = /<\/?[A-Za-z][\w:-]*(?:\s+(?:"[^"]*"|'[^']*'|[^"'<>])*|\/)?>/gu;

const require = createRequire(import.meta.url);

/** Few posts have HTML in them: what reads it is loaded with the first of them. */
function parseHtml(html: string): Root {
  const { fromHtml }: typeof import('hast-util-from-html') = require('hast-util-from-html');
  return fromHtml(html, { fragment: true });
}

/** What may be asked of a single tag. */
export interface HtmlTag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Takes a single tag apart; undefined for comments and the like. */
export function htmlTag(tag: string): HtmlTag | undefined {
  const [, slash = '', name] = /^<(\/?)([A-Za-z][\w:-]*)/u.exec(tag) ?? [];
  if (name === undefined) return undefined;
  const closing = slash === '/';
  const attributes: Record<string, string> = {};
  if (!closing && tag.includes('=')) {
    const [element] = parseHtml(tag).children;
    if (element?.type === 'element') {
      for (const [key, value] of Object.entries(element.properties)) {
        if (typeof value === 'string' || typeof value === 'number')
          attributes[key.toLowerCase()] = String(value).trim();
      }
    }
  }
  return { name: name.toLowerCase(), closing, attributes };
}

/** An address of a player within a page, as one that a person can open. */
export function watchAddress(address: string): string {
  const url = address.startsWith('//') ? `https:${address}` : address;
  const video = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/u.exec(url)?.[1];
  return video === undefined ? url : `https://www.youtube.com/watch?v=${video}`;
}

/** What a link to something embedded is called: its title, else the site that it comes from. */
export function embedName(title: string | undefined, address: string): string {
  return title || URL.parse(address)?.hostname.replace(/^www\./u, '') || address;
}

/** A video, a sound or a page within the page: a link to it. */
function embedded(element: Element): Link | undefined {
  const source = element.children.find((child) => child.type === 'element' && child.tagName === 'source');
  const { src: own, title } = element.properties;
  const src = own ?? (source?.type === 'element' ? source.properties['src'] : undefined);
  if (typeof src !== 'string' || src === '') return undefined;
  const url = watchAddress(src);
  const name = embedName(typeof title === 'string' ? title : undefined, url);
  return { type: 'link', url, title: null, children: [{ type: 'text', value: name }] };
}

type HastChild = Root['children'][number];

/** Puts captions in front of their tables, and says of a summary that more stands under it. */
function readable(node: HastChild): HastChild[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(readable).filter((child) => child.type !== 'doctype');
  if (node.tagName === 'summary') {
    return [{ ...node, tagName: 'p', children: [{ type: 'text', value: '▸ ' }, ...children] }];
  }
  if (node.tagName !== 'table') return [{ ...node, children }];
  const isCaption = (child: HastChild) => child.type === 'element' && child.tagName === 'caption';
  const captions = children.flatMap((child) =>
    child.type === 'element' && isCaption(child) ? [{ ...child, tagName: 'p' }] : [],
  );
  return [...captions, { ...node, children: children.filter((child) => !isCaption(child)) }];
}

/** A table of HTML without a head is given an empty one. */
function withoutEmptyHead(node: Nodes): void {
  if (node.type === 'table' && node.children[0]?.children.every(({ children }) => children.length === 0)) {
    node.children = node.children.slice(1);
  }
  if ('children' in node) node.children.forEach(withoutEmptyHead);
}

/** A piece of HTML as Markdown's blocks; scripts, styles and comments have nothing to read. Names in brackets stay. */
export function htmlBlocks(html: string): RootContent[] {
  const { toMdast }: typeof import('hast-util-to-mdast') = require('hast-util-to-mdast');
  const tree = parseHtml(
    html.replace(TAG, (tag) => (isTextInAngleBrackets(tag) ? tag.replace('<', '&lt;') : tag)),
  );
  const made = toMdast(
    { ...tree, children: tree.children.flatMap(readable) },
    {
      document: true,
      nodeHandlers: { comment: () => undefined },
      handlers: {
        audio: (_, element) => embedded(element),
        iframe: (_, element) => embedded(element),
        video: (_, element) => embedded(element),
        input: () => undefined,
        select: () => undefined,
        menu: (state, element) => state.all(element),
        dialog: (state, element) => state.all(element),
        u: (state, element) => state.all(element),
        q: (state, element) => [
          { type: 'text', value: '“' },
          ...state.all(element),
          { type: 'text', value: '”' },
        ],
        rt: (state, element) => [
          { type: 'text', value: '(' },
          ...state.all(element),
          { type: 'text', value: ')' },
        ],
        rp: () => undefined,
      },
    },
  );
  const blocks = made.type === 'root' ? made.children : [];
  for (const block of blocks) withoutEmptyHead(block);
  return blocks;
}
