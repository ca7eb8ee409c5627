import type { PhrasingContent } from 'mdast';
import { phrasingText } from '../text/plain.ts';
import { type Attributes, parseAttributeLine, stripTrailingAttributes } from './dialects/syntax/kramdown.ts';
import { type HeadingName, headingName } from './heading.ts';
import type { Block } from './markdown/block.ts';
import { joinLines, type ParagraphLine, splitLines } from './markdown/paragraphLines.ts';
import { placeholders } from './markdown/placeholder.ts';

/** The level of a standalone bold line, below every real heading. */
const BOLD_LEVEL = 7;

/** A heading with its blocks, before cleaning. */
export interface RawSection {
  /** 1 to 6 for headings, 7 for bold lines; undefined for content before the first heading. */
  readonly level: number | undefined;
  readonly heading: HeadingName;
  /** The heading as it is written, numbering included; generators make the ids of headings of it. */
  readonly written: string;
  readonly line: number;
  readonly attributes: Attributes | undefined;
  readonly blocks: Block[];
}

interface Draft {
  level: number | undefined;
  heading: HeadingName;
  written: string;
  line: number;
  attributes: Attributes | undefined;
  blocks: Block[];
}

/** The id and attributes in a kramdown attribute list at the end of a heading. */
function headingOf(nodes: readonly PhrasingContent[]): {
  name: HeadingName;
  written: string;
  attributes: Attributes | undefined;
} {
  const { text, attributes } = stripTrailingAttributes(phrasingText(nodes));
  return { name: headingName(text), written: text, attributes };
}

function strongOf(node: PhrasingContent | undefined): readonly PhrasingContent[] | undefined {
  if (node?.type === 'strong') return node.children;
  const only = node?.type === 'emphasis' && node.children.length === 1 ? node.children[0] : undefined;
  return only?.type === 'strong' ? only.children : undefined;
}

interface BoldLine {
  readonly name: HeadingName;
  readonly attributes: Attributes | undefined;
  /** The text after the bold run on its line: empty or placeholders. */
  readonly behind: readonly PhrasingContent[];
}

/** Parses a line that is one bold run as a heading; undefined for any other line and for a bold sentence. */
function boldLine(line: ParagraphLine): BoldLine | undefined {
  const nodes = line.nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const inside = strongOf(nodes[0]);
  if (inside === undefined || inside.some((node) => node.type === 'link' || node.type === 'image'))
    return undefined;
  const behind = nodes.slice(1);
  const rest = phrasingText(behind);
  const attributes = parseAttributeLine(rest);
  const plain = behind.every((node) => node.type === 'text');
  if (behind.length > 0 && !(plain && (attributes || placeholders(rest)))) return undefined;
  const { name } = headingOf(inside);
  if (name.name === '' || name.name.length > 100 || placeholders(name.name)) return undefined;
  if (!name.bracketed && /[.。,!！]$/u.test(name.name)) return undefined;
  return { name, attributes, behind: attributes ? [] : behind };
}

/**
 * Groups blocks by heading. Headings of all levels count, and so does a bold line that is the first or only line of its
 * paragraph, or whose name is in angle brackets.
 */
export function outline(blocks: readonly Block[]): RawSection[] {
  const opening: Draft = {
    level: undefined,
    heading: { numeral: undefined, name: '', bracketed: false },
    written: '',
    line: 1,
    attributes: undefined,
    blocks: [],
  };
  const sections: Draft[] = [opening];
  for (const block of blocks) {
    if (block.type === 'heading') addHeading(block, sections);
    else if (block.type === 'paragraph') addParagraph(block, sections);
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function addHeading(block: Block & { type: 'heading' }, sections: Draft[]): void {
  const position = block.position;
  const { name, written, attributes } = headingOf(block.children);
  const images = block.children.filter((node) => node.type === 'image');
  const setext = position !== undefined && position.end.line > position.start.line;
  // A paragraph directly above a line "---" is a setext heading, but seldom intended as one.
  const isText = name.name.length > 100 || /[.。,]$/u.test(name.name);
  if (setext && (isText || position.end.line - position.start.line > 1)) {
    sections.at(-1)?.blocks.push({ ...block, type: 'paragraph' });
    return;
  }
  if (name.name !== '') {
    const line = position?.start.line ?? 1;
    sections.push({ level: block.depth, heading: name, written, line, attributes, blocks: [] });
  }
  if (images.length > 0) {
    sections.at(-1)?.blocks.push({ type: 'paragraph', children: images, ...(position && { position }) });
  }
}

/** Attributes stand in braces. */
const hasBrace = (node: PhrasingContent): boolean =>
  'value' in node ? node.value.includes('{') : 'children' in node && node.children.some(hasBrace);

function addParagraph(block: Block & { type: 'paragraph' }, sections: Draft[]): void {
  const start = block.position?.start.line ?? 1;
  const lines = splitLines(block.children, start);
  const bold = lines.map(boldLine);
  const severalBold = lines.length > 1 && bold.every((line) => line !== undefined);
  let pending: ParagraphLine[] = [];
  const flush = () => {
    if (pending.length === 0) return;
    const position = block.position;
    sections.at(-1)?.blocks.push({ ...block, children: joinLines(pending), ...(position && { position }) });
    pending = [];
  };
  lines.forEach((line, index) => {
    const found = bold[index];
    if (found && (found.name.bracketed || (index === 0 && !severalBold))) {
      flush();
      const { name: heading, attributes } = found;
      sections.push({ level: BOLD_LEVEL, heading, written: '', line: line.line, attributes, blocks: [] });
      if (found.behind.length > 0) pending.push({ nodes: found.behind, line: line.line, hard: false });
      return;
    }
    const alone = line.nodes.some(hasBrace) ? parseAttributeLine(phrasingText(line.nodes)) : undefined;
    if (!alone) {
      pending.push(line);
      return;
    }
    const last = sections.at(-1);
    const underHeading = last !== undefined && last.blocks.length === 0 && pending.length === 0;
    if (underHeading && last.attributes === undefined) last.attributes = alone;
  });
  flush();
}
