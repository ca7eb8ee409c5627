import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Post, Section } from '#library/model.ts';
import { PART } from '../message/limits.ts';
import { piecesOf, smallPieces } from './blocks.ts';
import type { References } from './inline.ts';
import { joinPieces, type Piece, packPieces, piece } from './pieces.ts';

/** Definitions of a post that its sections may refer to. */
interface Notes {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Text in Discord's Markdown, and the picture that stands below it. */
export interface Passage {
  readonly text: string;
  /** Which of the section's pictures, from 0. */
  readonly picture: number | undefined;
}

/** A rendered section. */
export interface SectionText {
  /** The parts of the section; none where it has neither text nor captions nor pictures. */
  readonly parts: readonly (readonly Passage[])[];
  /** True where captions are the only content. */
  readonly bare: boolean;
}

/** Sections that are kept rendered: those of a folder's size, and the popular ones of a large folder. */
const KEPT_SECTIONS = 500;
const KEPT_POSTS = 100;

/** Posts and sections are immutable: results are cached. */
const notesOf = memoizeRecent(readNotes, KEPT_POSTS);

function readNotes(post: Post): Notes {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  for (const section of post.sections) {
    const root: Root = { type: 'root', children: [...section.blocks] };
    visit(root, (node) => {
      // The first definition counts, as in CommonMark.
      if (node.type === 'definition' && !definitions.has(node.identifier))
        definitions.set(node.identifier, node);
      if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
        footnotes.set(node.identifier, node);
    });
  }
  return { definitions, footnotes };
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (value: number): string =>
  String(value).replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));

const isRule = ({ type }: RootContent): boolean => type === 'thematicBreak';

/** The blocks with the pictures between them, without the thematic breaks at the edges of the section. */
function bodyPieces({ blocks, images, imagesAfter }: Section, references: References): readonly Piece[] {
  const first = blocks.findIndex((block) => !isRule(block));
  const end = blocks.findLastIndex((block) => !isRule(block)) + 1;
  const between = (from: number, to: number): readonly Piece[] =>
    first === -1
      ? []
      : piecesOf(blocks.slice(Math.max(from, first), Math.min(to, end)), references, PART.most);
  let at = 0;
  const above = images.flatMap((_, picture) => {
    const from = at;
    at = Math.max(from, imagesAfter[picture] ?? blocks.length);
    return [...between(from, at), piece('', { picture })];
  });
  return [...above, ...between(at, blocks.length)];
}

/** The text of pieces above each picture. */
function passagesOf(pieces: readonly Piece[]): readonly Passage[] {
  const passages: Passage[] = [];
  let above: Piece[] = [];
  for (const one of pieces) {
    if (one.picture === undefined) above.push(one);
    else {
      passages.push({ text: joinPieces(above), picture: one.picture });
      above = [];
    }
  }
  return above.length === 0 ? passages : [...passages, { text: joinPieces(above), picture: undefined }];
}

/** Footnotes in small text, in the order of their references. */
function notePieces(used: readonly FootnoteDefinition[], references: References): readonly Piece[] {
  const pieces: Piece[] = [];
  // Footnotes may refer to footnotes: the list grows during the loop.
  for (let at = 0; at < used.length; at += 1) {
    for (const [row, note] of piecesOf(used[at]?.children ?? [], references, PART.most - 12).entries()) {
      const mark = row === 0 ? `${superscript(at + 1)} ` : '';
      const text = note.fenced ? note.text : `-# ${mark}${note.text.replaceAll('\n', ' ')}`;
      pieces.push(piece(text, { glue: at + row === 0 ? '\n\n' : '\n' }));
    }
  }
  return pieces;
}

const sameWords = (one: string, other: string): boolean => {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(one) === letters(other);
};

/** Captions in small text, in brackets as their authors write them, unless they repeat the heading. */
function captionPieces({ captions, name }: Section): readonly Piece[] {
  return captions
    .filter((caption) => caption.trim() !== '' && !sameWords(caption, name))
    .flatMap((caption) => smallPieces(`(${caption.trim()})`, PART.most))
    .map((line, at) => (at === 0 ? { ...line, glue: '\n\n' as const } : line));
}

function write(section: Section, post: Post): SectionText {
  const { definitions, footnotes } = notesOf(post);
  const used: FootnoteDefinition[] = [];
  const references: References = {
    definition: (identifier) => definitions.get(identifier),
    footnote: (identifier) => {
      const note = footnotes.get(identifier);
      if (note === undefined) return '';
      if (!used.includes(note)) used.push(note);
      return superscript(used.indexOf(note) + 1);
    },
  };
  const body = bodyPieces(section, references);
  const all = [...body, ...notePieces(used, references), ...captionPieces(section)];
  const parts = packPieces(all, PART.wanted, PART.most).map(passagesOf);
  return { parts, bare: body.every(({ picture }) => picture !== undefined) };
}

const rendered = memoizeRecent(write, KEPT_SECTIONS);

/** Renders a section as Discord's Markdown. */
export const sectionText = (post: Post, section: Section): SectionText => rendered(section, post);
