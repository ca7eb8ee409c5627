import type { Section } from '#library/model.ts';
import { plainLines } from '#library/text/plain.ts';

/** A list that a paragraph leads up to, as it stands in the section's text. */
interface IntroducedList {
  /** Where the paragraph before it ends, in UTF-16 units from the front of the text. */
  readonly after: number;
  /** Where each of its items ends. */
  readonly ends: readonly number[];
}

const NONE: readonly IntroducedList[] = [];
/** Sections never change: each is walked once. */
const known = new WeakMap<Section, readonly IntroducedList[]>();

/** Lists that stand right behind a paragraph. */
function introducedListsOf(section: Section): readonly IntroducedList[] {
  const before = known.get(section);
  if (before !== undefined) return before;
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
    // What leaves no words behind, such as a picture, keeps nothing apart.
    if (text.length > after) announced = block.type === 'paragraph';
  }
  const found = text === section.text && made.length > 0 ? made : NONE;
  known.set(section, found);
  return found;
}

/**
 * Where a quote that ends with a paragraph goes on to, so that it tells the list which the paragraph announces instead
 * of announcing it: the end of the last item that is whole before `limit`, else `end` itself.
 * @param end where the quote ends, in UTF-16 units from the front of the section's text.
 */
export function extendThroughList(section: Section, end: number, limit: number): number {
  const list = introducedListsOf(section).find(({ after }) => after === end);
  return list?.ends.findLast((at) => at <= limit) ?? end;
}
