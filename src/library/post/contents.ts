import type { List, PhrasingContent } from 'mdast';
import type { Block } from './markdown/block.ts';
import type { RawSection } from './outline.ts';

/** Links to the post's own headings and nothing else that can be read. Gives how many there are, or undefined. */
function ownLinks(nodes: readonly PhrasingContent[]): number | undefined {
  let count = 0;
  for (const node of nodes) {
    if (node.type === 'link' && node.url.startsWith('#')) count += 1;
    else if (node.type === 'strong' || node.type === 'emphasis') {
      const inside = ownLinks(node.children);
      if (inside === undefined) return undefined;
      count += inside;
    } else if (node.type !== 'break' && !(node.type === 'text' && !/\p{L}/u.test(node.value)))
      return undefined;
  }
  return count;
}

function linksInList({ children }: List): number | undefined {
  let count = 0;
  for (const item of children) {
    for (const block of item.children) {
      const inside =
        block.type === 'list'
          ? linksInList(block)
          : block.type === 'paragraph'
            ? ownLinks(block.children)
            : undefined;
      if (inside === undefined) return undefined;
      count += inside;
    }
  }
  return count;
}

/** True for a table of contents: at least two links to the post's own headings, in a list or on a line, and no word else. */
function isContents(block: Block): boolean {
  if (block.type === 'blockquote') return block.children.length > 0 && block.children.every(isContents);
  if (block.type === 'list') return (linksInList(block) ?? 0) > 1;
  return block.type === 'paragraph' && (ownLinks(block.children) ?? 0) > 2;
}

/** What people call the place where a table of contents stands. */
const NAMES = /^(?:목차|차례|contents|table of contents|toc|目次|もくじ|目录|目錄)$/iu;

/** Takes tables of contents out of a post, and the headings that stood over nothing else. */
export function withoutContents(sections: readonly RawSection[]): RawSection[] {
  return sections.flatMap((section, at): RawSection[] => {
    const blocks = section.blocks.filter((block) => !isContents(block));
    const shorter = blocks.length < section.blocks.length;
    const next = sections[at + 1]?.level;
    const childless = next === undefined || section.level === undefined || next <= section.level;
    const nothing = blocks.length === 0 && childless;
    if (nothing && (shorter || NAMES.test(section.heading.name)) && section.level !== undefined) return [];
    return [shorter ? { ...section, blocks } : section];
  });
}
