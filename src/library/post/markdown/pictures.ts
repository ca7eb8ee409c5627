import type { List, Nodes, PhrasingContent } from 'mdast';
import { phrasingText } from '../../text/plain.ts';
import type { Block } from './block.ts';
import { joinLines, splitLines } from './paragraphLines.ts';

const hasPicture = (node: Nodes): boolean =>
  node.type === 'image' || ('children' in node && node.children.some(hasPicture));

/** Cuts a list behind each item with a picture, and a paragraph around each line that is one, so that it stands beside its text. */
export function splitAtPictures(block: Block): Block[] {
  if (!hasPicture(block)) return [block];
  if (block.type === 'list') return splitList(block);
  if (block.type !== 'paragraph') return [block];
  const start = block.position?.start.line ?? 1;
  const groups = groupsOf(
    splitLines(block.children, start),
    (line, next) => isPictures(line.nodes) !== isPictures(next.nodes),
  );
  return groups.length === 1 ? [block] : groups.map((lines) => ({ ...block, children: joinLines(lines) }));
}

const isPictures = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.some(hasPicture) && phrasingText(nodes) === '';

function splitList(list: List): Block[] {
  const groups = groupsOf(list.children, hasPicture);
  let start = list.start ?? 1;
  return groups.map((children) => {
    const made = { ...list, children, ...(list.ordered ? { start } : {}) };
    start += children.length;
    return made;
  });
}

/** Items in groups that end where `ends` says so of one and the next. */
function groupsOf<T>(items: readonly T[], ends: (item: T, next: T) => boolean): T[][] {
  const groups: T[][] = [];
  items.forEach((item, at) => {
    const last = items[at - 1];
    if (last === undefined || ends(last, item)) groups.push([item]);
    else groups.at(-1)?.push(item);
  });
  return groups;
}
