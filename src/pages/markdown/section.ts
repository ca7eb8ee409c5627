import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Post, Section } from '#library/model.ts';
import { PART } from '../limits.ts';
import { piecesOf, smallPieces } from './blocks.ts';
import type { References } from './inline.ts';
import { type Piece, packPieces, piece } from './pieces.ts';

/** What a post's sections may refer to, wherever in the post it stands. */
interface Notes {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Posts and sections never change, so what was made of one is made once. */
const notes = new WeakMap<Post, Notes>();
const parts = new WeakMap<Section, readonly string[]>();

function notesOf(post: Post): Notes {
  const known = notes.get(post);
  if (known !== undefined) return known;
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  for (const section of post.sections) {
    const root: Root = { type: 'root', children: [...section.blocks] };
    visit(root, (node) => {
      // The first definition counts, as CommonMark says.
      if (node.type === 'definition' && !definitions.has(node.identifier))
        definitions.set(node.identifier, node);
      if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
        footnotes.set(node.identifier, node);
    });
  }
  const made = { definitions, footnotes };
  notes.set(post, made);
  return made;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (value: number): string =>
  String(value).replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));

const isRule = ({ type }: RootContent): boolean => type === 'thematicBreak';

/** A rule at the edge of a section parts it from its neighbours, which are on other pages. */
function withoutEdges(blocks: readonly RootContent[]): readonly RootContent[] {
  const first = blocks.findIndex((block) => !isRule(block));
  return first === -1 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isRule(block)) + 1);
}

function sectionPieces(post: Post, section: Section): readonly Piece[] {
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
  const text = piecesOf(withoutEdges(section.blocks), references, PART.most);
  // Footnotes may refer to footnotes: the list grows while it is walked through.
  const below: Piece[] = [];
  for (let at = 0; at < used.length; at += 1) {
    const made = piecesOf(used[at]?.children ?? [], references, PART.most - 12);
    below.push(
      ...made.map((note, line) =>
        piece(
          note.fenced
            ? note.text
            : `-# ${line === 0 ? `${superscript(at + 1)} ` : ''}${note.text.replaceAll('\n', ' ')}`,
          { glue: at + line === 0 ? '\n\n' : '\n' },
        ),
      ),
    );
  }
  const captions = section.captions.flatMap((caption) => smallPieces(caption, PART.most));
  return [
    ...text,
    ...below,
    ...captions.map((line, at) => (at === 0 ? { ...line, glue: '\n\n' as const } : line)),
  ];
}

/** A section's text as Discord's Markdown, in parts for one message each; none for a section that says nothing. */
export function sectionParts(post: Post, section: Section): readonly string[] {
  const known = parts.get(section);
  if (known !== undefined) return known;
  const made = packPieces(sectionPieces(post, section), PART.wanted, PART.most);
  parts.set(section, made);
  return made;
}
