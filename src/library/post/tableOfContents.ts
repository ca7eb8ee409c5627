import type { List, Paragraph, PhrasingContent } from 'mdast';
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

/** Items of a list, and of the lists in it, and how many of them are the words of a heading of the post and no more. */
function countHeadings({ children }: List, headings: ReadonlySet<string>): { items: number; named: number } {
  const sum = { items: 0, named: 0 };
  for (const block of children.flatMap((item) => item.children)) {
    const inside =
      block.type === 'list'
        ? countHeadings(block, headings)
        : { items: 1, named: block.type === 'paragraph' && isHeading(block, headings) ? 1 : 0 };
    sum.items += inside.items;
    sum.named += inside.named;
  }
  return sum;
}

const isHeading = ({ children }: Paragraph, headings: ReadonlySet<string>): boolean =>
  headings.has(plainName(phrasingText(children)));

/** True for a list, under a heading or a label for contents, that names mostly headings of the post. */
function listsHeadings(block: Block | undefined, headings: ReadonlySet<string>): boolean {
  if (block?.type !== 'list') return false;
  const { items, named } = countHeadings(block, headings);
  return named > 1 && named * 2 > items;
}

/** A heading as a contents list may write it: without its number and signs. */
const plainName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[\d.)\s]+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

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
  const headings = new Set(sections.map(({ heading }) => plainName(heading.name)));
  return sections.flatMap((section, at): RawSection[] => {
    const { blocks: all, heading } = section;
    const isGone = (index: number): boolean => {
      const block = all[index];
      if (block === undefined) return false;
      const isAnnounced = isLabel(all[index - 1]) || (index === 0 && NAMES.test(heading.name));
      return isContents(block, own) || (isAnnounced && listsHeadings(block, headings));
    };
    const blocks = all.filter((block, index) => !isGone(index) && !(isGone(index + 1) && isLabel(block)));
    const shorter = blocks.length < section.blocks.length;
    const next = sections[at + 1]?.level;
    const childless = next === undefined || section.level === undefined || next <= section.level;
    const nothing = blocks.length === 0 && childless;
    if (nothing && (shorter || NAMES.test(section.heading.name)) && section.level !== undefined) return [];
    return [shorter ? { ...section, blocks } : section];
  });
}
