import { parseMarkdown } from '#playground/web/markdown/blocks.ts';
import type { Block, Inline, List } from '#playground/web/markdown/model.ts';

/** Kinds of things that Discord would make of a text. */
export type NodeType = Block['type'] | Inline['type'];

const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if ('children' in inline) return inlineText(inline.children);
      return 'text' in inline ? inline.text : `⟦${inline.type}⟧`;
    })
    .join('');

const listText = ({ items }: List): string =>
  items.map(({ children, lists }) => [inlineText(children), ...lists.map(listText)].join('\n')).join('\n');

const blockText = (block: Block): string => {
  if (block.type === 'code') return block.text;
  if (block.type === 'list') return listText(block);
  if (block.type === 'quote') return block.children.map(blockText).join('\n');
  return inlineText(block.children);
};

/** What a reader sees of Discord's Markdown. */
export const visible = (markdown: string): string => parseMarkdown(markdown).map(blockText).join('\n');

const inlineKinds = (inlines: readonly Inline[]): readonly NodeType[] =>
  inlines.flatMap((inline) => [inline.type, ...('children' in inline ? inlineKinds(inline.children) : [])]);

const listKinds = ({ items }: List): readonly NodeType[] =>
  items.flatMap(({ children, lists }) => [
    'list' as const,
    ...inlineKinds(children),
    ...lists.flatMap(listKinds),
  ]);

const blockKinds = (block: Block): readonly NodeType[] => {
  if (block.type === 'code') return ['code'];
  if (block.type === 'list') return listKinds(block);
  if (block.type === 'quote') return ['quote', ...block.children.flatMap(blockKinds)];
  return [block.type, ...inlineKinds(block.children)];
};

/** Everything that Discord makes of a text. */
export const nodeTypesOf = (markdown: string): ReadonlySet<NodeType> =>
  new Set(parseMarkdown(markdown).flatMap(blockKinds));

/** Letters and digits alone: white space and the seams between marks mean nothing. */
export const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

/** A piece of what a reader sees, and whether it is code. */
export interface Span {
  readonly text: string;
  readonly code: boolean;
}

const inlineSpans = (inlines: readonly Inline[]): readonly Span[] =>
  inlines.flatMap((inline) => {
    if ('children' in inline) return inlineSpans(inline.children);
    const text = 'text' in inline ? inline.text : `⟦${inline.type}⟧`;
    return [{ text, code: inline.type === 'code' }];
  });

const END: Span = { text: '\n', code: false };

const listSpans = ({ items }: List): readonly Span[] =>
  items.flatMap(({ children, lists }) => [...inlineSpans(children), END, ...lists.flatMap(listSpans)]);

const blockSpans = (block: Block): readonly Span[] => {
  if (block.type === 'code') return [{ text: block.text, code: true }];
  if (block.type === 'list') return listSpans(block);
  if (block.type === 'quote') return block.children.flatMap(blockSpans);
  return [...inlineSpans(block.children), END];
};

/** What a reader sees of Discord's Markdown, in pieces of prose and of code. */
export const spansOf = (markdown: string): readonly Span[] => parseMarkdown(markdown).flatMap(blockSpans);
