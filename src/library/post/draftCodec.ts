import type { RootContent } from 'mdast';
import { NONE } from '../compute/compact.ts';
import type { Draft, DraftSection } from './model.ts';

/** Blocks as a string, which takes a tenth of the memory of the tree. */
export const serializeBlocks = (blocks: readonly RootContent[]): string => JSON.stringify(blocks);

/** The blocks of a section: a tree of its own each time. */
export const blocksOf = ({
  serializedBlocks,
}: Pick<DraftSection, 'serializedBlocks'>): readonly RootContent[] => JSON.parse(serializedBlocks);

/** What most sections have none of. */
type Lists = 'anchors' | 'aliases' | 'linkTexts' | 'images' | 'captions' | 'links';

/** A text, or how many UTF-16 units of the section's text it repeats. */
type Part = string | number;

/** A section without its long texts and empty lists. */
interface SectionHead
  extends Omit<DraftSection, 'serializedBlocks' | 'text' | 'summary' | 'openings' | Lists> {
  readonly lists: { readonly [key in Lists]: DraftSection[key] | undefined };
  /** UTF-16 units of `serializedBlocks` and of `text`. */
  readonly lengths: readonly [number, number];
  /** Repeats the front of the text. */
  readonly summary: Part;
  /** They follow each other in the text, a line end between them. */
  readonly openings: readonly Part[];
}

/** What stands before the texts of an encoded draft. */
interface Head extends Omit<Draft, 'sections'> {
  readonly sections: readonly SectionHead[];
}

const LENGTH = 4;

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** What of a section repeats its text. */
function partsOf({ text, summary, openings }: DraftSection): Pick<SectionHead, 'summary' | 'openings'> {
  let at = 0;
  return {
    summary: text.startsWith(summary) ? summary.length : summary,
    openings: openings.map((opening) => {
      if (!text.startsWith(opening, at)) return opening;
      at += opening.length + 1;
      return opening.length;
    }),
  };
}

function headOf(section: DraftSection): SectionHead {
  const { serializedBlocks, text, summary: _, openings: __, ...own } = section;
  const { anchors, aliases, linkTexts, images, captions, links, ...rest } = own;
  const lists = {
    anchors: some(anchors),
    aliases: some(aliases),
    linkTexts: some(linkTexts),
    images: some(images),
    captions: some(captions),
    links: some(links),
  };
  return { ...rest, lists, lengths: [serializedBlocks.length, text.length], ...partsOf(section) };
}

/** A draft as bytes. Long texts stand behind the JSON of the rest, so that reading them back is copying alone. */
export function encodeDraft({ sections, ...rest }: Draft): Uint8Array<ArrayBuffer> {
  const head: Head = { ...rest, sections: sections.map(headOf) };
  const json = Buffer.from(JSON.stringify(head));
  const texts = Buffer.from(sections.map(({ serializedBlocks, text }) => serializedBlocks + text).join(''));
  const bytes = new Uint8Array(LENGTH + json.length + texts.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, LENGTH);
  bytes.set(texts, LENGTH + json.length);
  return bytes;
}

function sectionIn(head: SectionHead, serializedBlocks: string, text: string): DraftSection {
  const { lists, summary, openings } = head;
  let at = 0;
  return {
    level: head.level,
    line: head.line,
    numeral: head.numeral,
    name: head.name,
    bracketed: head.bracketed,
    explicitId: head.explicitId,
    anchors: lists.anchors ?? NONE,
    aliases: lists.aliases ?? NONE,
    serializedBlocks,
    blockCount: head.blockCount,
    linkTexts: lists.linkTexts ?? NONE,
    openings:
      openings.length === 0
        ? NONE
        : openings.map((part) => {
            if (typeof part === 'string') return part;
            at += part + 1;
            return text.slice(at - part - 1, at - 1);
          }),
    text,
    summary: typeof summary === 'string' ? summary : text.slice(0, summary),
    images: lists.images ?? NONE,
    captions: lists.captions ?? NONE,
    links: lists.links ?? NONE,
  };
}

/** The draft that was encoded. `shared` gives a long text that is in memory already, for an equal one. */
export function decodeDraft(bytes: Uint8Array, shared: (text: string) => string = (text) => text): Draft {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = LENGTH + buffer.readUInt32BE(0);
  const head: Head = JSON.parse(buffer.toString('utf8', LENGTH, end));
  const texts = buffer.toString('utf8', end);
  let at = 0;
  const next = (length: number): string => {
    at += length;
    return shared(texts.slice(at - length, at));
  };
  const { front } = head;
  const { talk } = front;
  return {
    ...head,
    front: {
      ...front,
      tags: some(front.tags) ?? NONE,
      categories: some(front.categories) ?? NONE,
      aliases: some(front.aliases) ?? NONE,
      talk: {
        ...talk,
        speakers: some(talk.speakers) ?? NONE,
        slides: some(talk.slides) ?? NONE,
        video: some(talk.video) ?? NONE,
        code: some(talk.code) ?? NONE,
        room: some(talk.room) ?? NONE,
        level: some(talk.level) ?? NONE,
        languages: some(talk.languages) ?? NONE,
      },
    },
    problems: some(head.problems) ?? NONE,
    sections: head.sections.map((section) =>
      sectionIn(section, next(section.lengths[0]), next(section.lengths[1])),
    ),
  };
}
