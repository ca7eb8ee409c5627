import type { NestedSection } from './align.ts';

/** The id that kramdown (and so Jekyll) gives a heading by itself. */
function kramdownId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

/** Everything that a link `#…` within a post may lead to: ours, the author's, and the ids that kramdown makes. */
export function anchorsOf(nested: readonly NestedSection[], ids: readonly string[]): ReadonlySet<string> {
  const anchors = new Set(['', ...ids]);
  for (const { section } of nested) {
    if (section.explicitId !== undefined) anchors.add(section.explicitId);
    anchors.add(kramdownId(section.name));
    anchors.add(kramdownId(`${section.numeral ?? ''} ${section.name}`));
  }
  return anchors;
}
