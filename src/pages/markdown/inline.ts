import type { Definition, PhrasingContent } from 'mdast';
import { isOpenable, withoutHidden } from '../message/plain.ts';

/** Inline content, reduced to what Discord supports. Soft line breaks become spaces. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'mark'; readonly mark: '**' | '*' | '~~'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] };

/** Targets of references: link definitions and footnote numbers. */
export interface References {
  readonly definition: (identifier: string) => Definition | undefined;
  /** The mark of a footnote, such as `²`; empty for an undefined one. */
  readonly footnote: (identifier: string) => string;
}

/** Longer addresses are dropped; their text is kept. */
const LONGEST_URL = 800;

/** The address if it is safe to link: absolute, http, https or mailto, without a user or a password in it. */
export function safeUrl(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null) return undefined;
  const { protocol, href } = parsed;
  const safe = protocol === 'mailto:' || isOpenable(href);
  // Parentheses and backslashes would break a masked link.
  const written = href.replace(/[()\\<>|*`~\s]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return safe && written.length <= LONGEST_URL ? written : undefined;
}

function linkTo(url: string, children: readonly Inline[]): readonly Inline[] {
  const safe = safeUrl(url);
  if (safe === undefined) return children;
  return [
    { kind: 'link', url: safe, children: children.length > 0 ? children : [{ kind: 'text', text: url }] },
  ];
}

/** Collapses white space, as on a web page. */
function unwrap(text: string): string {
  const lines = text.split(/\r?\n/);
  const trimmed = lines.map((line, at) => {
    const left = at === 0 ? line : line.trimStart();
    return at === lines.length - 1 ? left : left.trimEnd();
  });
  return trimmed.join(' ').replace(/[ \t]{2,}/g, ' ');
}

function one(node: PhrasingContent, references: References): readonly Inline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: unwrap(node.value) }];
    case 'inlineCode':
      return [{ kind: 'code', text: withoutHidden(node.value).replace(/\s+/g, ' ') }];
    case 'break':
      return [{ kind: 'text', text: '\n' }];
    case 'strong':
      return [{ kind: 'mark', mark: '**', children: inlinesOf(node.children, references) }];
    case 'emphasis':
      return [{ kind: 'mark', mark: '*', children: inlinesOf(node.children, references) }];
    case 'delete':
      return [{ kind: 'mark', mark: '~~', children: inlinesOf(node.children, references) }];
    case 'link':
      return linkTo(node.url, inlinesOf(node.children, references));
    case 'linkReference': {
      const url = references.definition(node.identifier)?.url;
      const children = inlinesOf(node.children, references);
      return url === undefined ? children : linkTo(url, children);
    }
    case 'footnoteReference':
      return [{ kind: 'text', text: references.footnote(node.identifier) }];
    // The library has made Markdown of all HTML that has something to read.
    case 'html':
    // Pictures are shown separately.
    case 'image':
    case 'imageReference':
      return [];
    default:
      return [];
  }
}

/** Reduces phrasing content; merges neighbours of one kind, since Discord misreads `**a****b**`. */
export function inlinesOf(nodes: readonly PhrasingContent[], references: References): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of nodes.flatMap((node) => one(node, references))) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + inline.text };
    } else if (inline.kind === 'mark' && last?.kind === 'mark' && last.mark === inline.mark) {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...inline.children] };
    } else if (inline.kind !== 'text' || inline.text !== '') {
      joined.push(inline);
    }
  }
  return joined;
}

/** The plain text. */
export function plainOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : plainOf(inline.children))).join('');
}

/** The content between two offsets of the plain text, with formatting. */
export function sliceInlines(inlines: readonly Inline[], start: number, end: number): readonly Inline[] {
  const kept: Inline[] = [];
  let at = 0;
  for (const inline of inlines) {
    if (at >= end) break;
    const from = at;
    at += 'text' in inline ? inline.text.length : plainOf(inline.children).length;
    if (at <= start) continue;
    if ('text' in inline)
      kept.push({ ...inline, text: inline.text.slice(Math.max(0, start - from), end - from) });
    else kept.push({ ...inline, children: sliceInlines(inline.children, start - from, end - from) });
  }
  return kept;
}

/** Ranges that must not be split: links and code. Sorted, not overlapping. */
export function unbreakableRanges(
  inlines: readonly Inline[],
  from = 0,
): readonly (readonly [number, number])[] {
  let at = from;
  return inlines.flatMap((inline) => {
    const start = at;
    at += 'text' in inline ? inline.text.length : plainOf(inline.children).length;
    if (inline.kind === 'mark') return unbreakableRanges(inline.children, start);
    return inline.kind === 'text' ? [] : [[start, at] as const];
  });
}
