import type { NestedSection } from './align.ts';

/** Everything that a link `#…` within a post may lead to: our ids, and what the section's anchors say. */
export function anchorsOf(nested: readonly NestedSection[], ids: readonly string[]): ReadonlySet<string> {
  return new Set(['', 'top', ...ids, ...nested.flatMap(({ section }) => section.anchors)]);
}
