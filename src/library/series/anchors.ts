import type { NestedSection } from './align.ts';

/** The id that kramdown (and so Jekyll) generates for a heading. */
function kramdownId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

/** All valid anchors of a post: generated ids, explicit ids, and kramdown's ids. */
export function anchorsOf(nested: readonly NestedSection[], ids: readonly string[]): ReadonlySet<string> {
  const anchors = new Set(['', ...ids]);
  for (const { section } of nested) {
    if (section.explicitId !== undefined) anchors.add(section.explicitId);
    anchors.add(kramdownId(section.name));
    anchors.add(kramdownId(`${section.numeral ?? ''} ${section.name}`));
  }
  return anchors;
}
