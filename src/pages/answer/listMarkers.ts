import type { Nodes, RootContent } from 'mdast';
import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Section } from '#library/model.ts';
import { plainLines } from '#library/text/plain.ts';

/** The markers of a quote from a section; undefined for one of a single line. */
export const markersFor = (section: Section, quote: string): ReadonlyMap<string, string> | undefined =>
  quote.includes('\n') ? markersOf(section) : undefined;

/** Sections whose markers are kept: their blocks are read for them. */
const KEPT = 200;
const markersOf = memoizeRecent(({ blocks }: Section) => listMarkers(blocks), KEPT);

/** What stands before the items of lists, `- ` or `2. `, by their first lines as plain text. */
function listMarkers(blocks: readonly RootContent[]): ReadonlyMap<string, string> {
  const markers = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'list') {
      const first = node.ordered ? (node.start ?? 1) : undefined;
      for (const [at, item] of node.children.entries()) {
        const [line] = plainLines([item]);
        if (line !== undefined) markers.set(line.text, first === undefined ? '- ' : `${first + at}. `);
      }
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const block of blocks) visit(block);
  return markers;
}
