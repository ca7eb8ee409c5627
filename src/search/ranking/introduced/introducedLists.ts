import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Section } from '#library/model.ts';
import { plainLines } from '#library/text/plain.ts';

/** A list that the paragraph before it introduces, located in the section's text. */
interface IntroducedList {
  /** End of the introducing paragraph, in UTF-16 units. */
  readonly after: number;
  /** End of each item. */
  readonly ends: readonly number[];
}

const NONE: readonly IntroducedList[] = [];
/** Sections whose lists are kept: those of the last few questions. */
const KEPT = 1_000;
const introducedListsOf = memoizeRecent(readLists, KEPT);

/** Lists that directly follow a paragraph. */
function readLists(section: Section): readonly IntroducedList[] {
  const made: IntroducedList[] = [];
  let text = '';
  const read = (block: Parameters<typeof plainLines>[0][number]): void => {
    for (const line of plainLines([block])) text += text === '' ? line.text : `\n${line.text}`;
  };
  let announced = false;
  for (const block of section.blocks) {
    const after = text.length;
    if (block.type === 'list') {
      const ends = block.children.map((item) => {
        read(item);
        return text.length;
      });
      if (announced) made.push({ after, ends });
    } else read(block);
    // Blocks without text, such as pictures, do not separate a list from its paragraph.
    if (text.length > after) announced = block.type === 'paragraph';
  }
  return text === section.text && made.length > 0 ? made : NONE;
}

/**
 * Extends a quote that ends with an introducing paragraph over the list that follows: gives the end of the last item
 * that fits before `limit`, else `end` itself.
 * @param end end of the quote in the section's text, in UTF-16 units.
 */
export function extendThroughList(section: Section, end: number, limit: number): number {
  const list = introducedListsOf(section).find(({ after }) => after === end);
  return list?.ends.findLast((at) => at <= limit) ?? end;
}
