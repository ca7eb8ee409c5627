import type { Post, Section } from '#library/model.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';

/** Sections below an empty one that are quoted in its place. */
const MOST = 3;
/** Longest list that is quoted with them. */
const LONGEST = 500;

/**
 * What a heading without text of its own tells: the first sentence of each of the first sections below it, and the
 * headings there that have none before one that does; for the heading that opens a post, the post's summary. Empty where
 * there is no text.
 */
export function textBelow({ sections, summary }: Post, section: Pick<Section, 'id' | 'lead'>): string {
  if (section.lead && summary !== '') return summary;
  const at = sections.findIndex(({ id }) => id === section.id);
  const above = new Set([section.id]);
  const told: string[] = [];
  const headings: string[] = [];
  for (const below of sections.slice(at + 1)) {
    const within = below.parent !== undefined && above.has(below.parent);
    if ((!within && !section.lead) || told.length >= MOST) break;
    above.add(below.id);
    const opening = openingOf(below);
    if (opening === '') headings.push(below.name);
    else told.push(...headings.splice(0), opening);
  }
  return told.join('\n');
}

/** The sentence that a section opens with; with the list that it is in or leads up to. */
function openingOf(section: Section): string {
  const { sentences, lists } = piecesOf(section);
  const [first] = sentences;
  if (first === undefined) return '';
  const list = lists.find(({ lead, start }) => lead === 0 || start === first.start);
  const end = list?.ends.findLast((at) => at - first.start <= LONGEST) ?? first.end;
  return section.text.slice(first.start, end);
}

/** What a heading is shown with where no text stands below it: the headings there, else what its post is about. */
export function outlineBelow({ sections, summary, title }: Post, { id }: Pick<Section, 'id'>): string {
  const below = sections.filter(({ parent }) => parent === id).map(({ name }) => name);
  if (below.length > 0) return below.join(' · ');
  return summary === '' ? title : summary;
}
