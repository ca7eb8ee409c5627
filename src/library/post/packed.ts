import type { RootContent } from 'mdast';
import type { Draft, DraftSection } from './model.ts';

/** The part of a section that holds its blocks. */
type Packed = Pick<DraftSection, 'packed'>;

/** Blocks as a string, which takes a tenth of the memory of the tree. */
export const packBlocks = (blocks: readonly RootContent[]): string => JSON.stringify(blocks);

/** The blocks of a section: a tree of its own each time. */
export const blocksOf = ({ packed }: Packed): readonly RootContent[] => JSON.parse(packed);

/** What stands before the texts of an encoded draft. */
interface Head extends Omit<Draft, 'sections'> {
  readonly sections: readonly (Omit<DraftSection, 'packed' | 'text'> & {
    /** UTF-16 units of `packed` and of `text`. */
    readonly lengths: readonly [number, number];
  })[];
}

const LENGTH = 4;

/** A draft as bytes. Long texts stand behind the JSON of the rest, so that reading them back is copying alone. */
export function encodeDraft({ sections, ...rest }: Draft): Uint8Array<ArrayBuffer> {
  const head: Head = {
    ...rest,
    sections: sections.map(({ packed, text, ...section }) => ({
      ...section,
      lengths: [packed.length, text.length],
    })),
  };
  const json = Buffer.from(JSON.stringify(head));
  const texts = Buffer.from(sections.map(({ packed, text }) => packed + text).join(''));
  const bytes = new Uint8Array(LENGTH + json.length + texts.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, LENGTH);
  bytes.set(texts, LENGTH + json.length);
  return bytes;
}

/** The draft that was encoded. */
export function decodeDraft(bytes: Uint8Array): Draft {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = LENGTH + buffer.readUInt32BE(0);
  const head: Head = JSON.parse(buffer.toString('utf8', LENGTH, end));
  const texts = buffer.toString('utf8', end);
  let at = 0;
  const next = (length: number): string => {
    at += length;
    return texts.slice(at - length, at);
  };
  return {
    ...head,
    sections: head.sections.map(({ lengths: [packed, text], ...section }) => ({
      ...section,
      packed: next(packed),
      text: next(text),
    })),
  };
}
