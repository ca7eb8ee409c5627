import type { Code, Nodes, PhrasingContent, RootContent } from 'mdast';
import { forEachLetter, HAN, HANGUL, KANA, OF_WORD } from './letters.ts';
import { sentencesOf } from './sentences.ts';

/** A paragraph, list item, table row or line of code as one line of plain text. */
export interface PlainLine {
  readonly text: string;
  /** True for running text: paragraphs, quotes and list items. */
  readonly prose: boolean;
  /** Set for a paragraph of links alone: `Slides · Recording`. */
  readonly linksAlone?: true;
}

/** True for space that is not one blank between words: seldom, and looking for it is quicker than replacing. */
const LOOSE = /[^\S ]| {2}|^ | $/u;

function squeeze(text: string): string {
  return LOOSE.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
}

/** The text of inline Markdown, without pictures and footnote marks; line breaks become spaces. */
export function phrasingText(nodes: readonly PhrasingContent[]): string {
  const [first, ...others] = nodes;
  if (first === undefined) return '';
  return squeeze(others.length === 0 ? inline(first) : nodes.map(inline).join(''));
}

function inline(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return node.children.map(inline).join('');
    default:
      return '';
  }
}

/** The text of blocks as non-empty lines, in order. */
export function plainLines(blocks: readonly RootContent[]): PlainLine[] {
  return blocks.flatMap(linesOf).filter((line) => line.text !== '');
}

const isLink = ({ type }: PhrasingContent): boolean => type === 'link';

/** An entry of notes, a label and what it tells (`L3: direct contributions`), or what somebody listed by a letter (`・現地で見た`). */
const ENTRY =
  /^\s*(?:(?:[^\p{L}\p{N}\s:：]{1,3}\s*)?[\p{L}\p{N}][^:：]{0,30}[:：]\s+\S|[・•‣◦▪■●○◆▶►※①-⑳]\s*\S)/u;

/** A paragraph as one line, or its entries as a line each, where it is made of these. */
function paragraphLines(children: readonly PhrasingContent[]): PlainLine[] {
  const lines = children
    .map(inline)
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const entries = lines.length < 2 ? 0 : lines.filter((line) => ENTRY.test(line)).length;
  if (entries > 1 && entries * 2 > lines.length)
    return lines.map((line) => ({ text: squeeze(line), prose: true }));
  const text = phrasingText(children);
  const alone =
    children.some(isLink) && !/[\p{L}\p{N}]/u.test(phrasingText(children.filter((child) => !isLink(child))));
  return [alone ? { text, prose: true, linksAlone: true } : { text, prose: true }];
}

/** A sentence in words: nothing that code is made of, and an end as sentences have. */
const SENTENCE = /^[^{}<>=;\\|]*\p{L}{2,}[^{}<>=;\\|]*\s[^{}<>=;\\|]*[.!?。！？…]["'”’)」]*$/u;
const isIndentedProse = ({ lang, value }: Code): boolean =>
  !lang && value.split('\n').every((line) => line.trim() === '' || SENTENCE.test(line.trim()));

function linesOf(node: Nodes): PlainLine[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return paragraphLines(node.children);
    case 'code': {
      const prose = isIndentedProse(node);
      return node.value.split('\n').map((text) => ({ text: text.trim(), prose }));
    }
    case 'table':
      return node.children.map((row) => ({
        text: row.children.map((cell) => phrasingText(cell.children)).join(' | '),
        prose: false,
      }));
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
    case 'root':
      return (node.children as readonly Nodes[]).flatMap(linesOf);
    default:
      return [];
  }
}

const hasStruck = (node: Nodes): boolean =>
  node.type === 'delete' || ('children' in node && node.children.some(hasStruck));

/** A tree without what is struck out. */
function withoutStruck<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  const children = (node.children as readonly Nodes[])
    .filter(({ type }) => type !== 'delete')
    .map(withoutStruck);
  return { ...node, children };
}

/** The lines that a summary is made of: those that read as sentences, without what is struck out, and links and addresses that stand alone. */
export function summaryLines(
  blocks: readonly RootContent[],
  lines = blocks.some(hasStruck) ? plainLines(blocks.map(withoutStruck)) : plainLines(blocks),
): PlainLine[] {
  const prose = lines.filter((line) => line.prose);
  const told = prose.filter(({ text, linksAlone }) => linksAlone !== true && !/^https?:\S+$/u.test(text));
  return told.length > 0 ? told : prose;
}

/** The words of some Markdown without any code. */
export function proseOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : 'children' in node ? proseOf(node.children) : ''))
    .join(' ');
}

const GRAPHEMES = new Intl.Segmenter('ko', { granularity: 'grapheme' });
const CLOSED = /[.!?。！？…:：][)"'”’』」]*$/u;

function cutAtWord(text: string, limit: number): string {
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text.slice(0, limit * 2))) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  const space = kept.lastIndexOf(' ');
  return `${(space > limit / 2 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

/**
 * The first whole sentences of running text, at most `limit` UTF-16 units; a longer first sentence
 * is cut at a word. Empty where there is no text.
 */
export function summarize(lines: readonly PlainLine[], limit: number): string {
  let summary = '';
  for (const line of lines) {
    if (!line.prose) continue;
    const gap = summary === '' ? '' : CLOSED.test(summary) ? ' ' : ' · ';
    let taken = '';
    let whole = line.text.length <= limit * 4;
    if ((summary + gap + line.text).trimEnd().length <= limit) {
      summary += gap + line.text.trimEnd();
      continue;
    }
    for (const { segment } of sentencesOf(line.text.slice(0, limit * 4))) {
      if ((summary + gap + taken + segment).trimEnd().length > limit) {
        whole = false;
        break;
      }
      taken += segment;
    }
    if (summary === '' && taken === '') return cutAtWord(line.text, limit);
    if (taken !== '') summary += gap + taken.trimEnd();
    if (!whole) break;
  }
  return summary;
}

const SUMMARY = 200;

/** The text of a section and the sentences from its front; `lines` are those of its blocks. */
export function plainTextOf(
  blocks: readonly RootContent[],
  lines = plainLines(blocks),
): {
  readonly text: string;
  readonly summary: string;
} {
  const text = lines.map((line) => line.text).join('\n');
  const told = summaryLines(blocks, blocks.some(hasStruck) ? undefined : lines);
  return { text, summary: summarize(told, SUMMARY) };
}

/** The words of each link. */
export function linkTexts(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [phrasingText(node.children)];
    return 'children' in node ? linkTexts(node.children) : [];
  });
}

/** Reading time in minutes, at least 1: 500 Hangul or Han characters or 220 words in other scripts a minute. */
export function readingMinutes(text: string): number {
  let characters = 0;
  let words = 0;
  let inWord = false;
  forEachLetter(text, (bits) => {
    if (bits & (HANGUL | HAN | KANA)) characters += 1;
    const ofWord = (bits & OF_WORD) !== 0;
    if (ofWord && !inWord) words += 1;
    inWord = ofWord;
  });
  return Math.max(1, Math.round(characters / 500 + words / 220));
}
