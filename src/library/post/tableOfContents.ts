import type { List, PhrasingContent } from 'mdast';
import { phrasingText } from '../text/plain.ts';
import { anchorNames } from './anchors.ts';
import type { Block } from './markdown/block.ts';
import type { RawSection } from './outline.ts';

/** Names by which links reach the headings of the post. */
type Own = ReadonlySet<string>;

/** True for a link to a heading of the post itself, also where it is written with the address of the page. */
function isOwn(url: string, own: Own): boolean {
  const [, anchor = ''] = url.split('#');
  return (
    url.startsWith('#') ||
    (anchor !== '' && url.startsWith('/') && anchorNames(anchor).some((name) => own.has(name)))
  );
}

/** Links to the post's own headings and nothing else that can be read. Gives how many there are, or undefined. */
function ownLinks(nodes: readonly PhrasingContent[], own: Own): number | undefined {
  let count = 0;
  for (const node of nodes) {
    if (node.type === 'link' && isOwn(node.url, own)) count += 1;
    else if (node.type === 'strong' || node.type === 'emphasis') {
      const inside = ownLinks(node.children, own);
      if (inside === undefined) return undefined;
      count += inside;
    } else if (node.type !== 'break' && !(node.type === 'text' && !/\p{L}/u.test(node.value)))
      return undefined;
  }
  return count;
}

function linksInList({ children }: List, own: Own): number | undefined {
  let count = 0;
  for (const item of children) {
    for (const block of item.children) {
      const inside =
        block.type === 'list'
          ? linksInList(block, own)
          : block.type === 'paragraph'
            ? ownLinks(block.children, own)
            : undefined;
      if (inside === undefined) return undefined;
      count += inside;
    }
  }
  return count;
}

/** True for a table of contents: at least two links to the post's own headings, in a list or on a line, and no word else. */
function isContents(block: Block, own: Own): boolean {
  if (block.type === 'blockquote')
    return block.children.length > 0 && block.children.every((child) => isContents(child, own));
  if (block.type === 'list') return (linksInList(block, own) ?? 0) > 1;
  return block.type === 'paragraph' && (ownLinks(block.children, own) ?? 0) > 2;
}

/** True for a paragraph that only says that a table of contents stands below. */
const isLabel = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' &&
  NAMES.test(phrasingText(block.children).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));

/** What people call the place where a table of contents stands. */
const NAMES = /^(?:목차|차례|contents|table of contents|toc|目次|もくじ|目录|目錄)$/iu;

/** Takes tables of contents out of a post, and the headings that stood over nothing else. */
export function withoutTableOfContents(sections: readonly RawSection[], own: Own): RawSection[] {
  return sections.flatMap((section, at): RawSection[] => {
    const { blocks: all } = section;
    const isGone = (block: Block | undefined): boolean => block !== undefined && isContents(block, own);
    const blocks = all.filter(
      (block, index) => !isGone(block) && !(isGone(all[index + 1]) && isLabel(block)),
    );
    const shorter = blocks.length < section.blocks.length;
    const next = sections[at + 1]?.level;
    const childless = next === undefined || section.level === undefined || next <= section.level;
    const nothing = blocks.length === 0 && childless;
    if (nothing && (shorter || NAMES.test(section.heading.name)) && section.level !== undefined) return [];
    return [shorter ? { ...section, blocks } : section];
  });
}
