import type { List, ListItem, RootContent } from 'mdast';
import { codeInPieces, tableInPieces } from './code.ts';
import { type Inline, inlinesOf, plainOf, type References } from './inline.ts';
import { type Piece, piece } from './pieces.ts';
import { renderInPieces } from './render.ts';

/** Discord has three heading levels. */
const DEEPEST_HEADING = 3;
/** Discord draws no deeper lists; more indentation would waste the width of a phone. */
const DEEPEST_LIST = 6;
const RULE = '⸻';
/** A block that a paragraph can introduce. */
const ENUMERATING: ReadonlySet<string> = new Set(['list', 'table', 'code']);

/** Converts blocks to pieces of Discord's Markdown, each at most `most` characters long. */
export function piecesOf(
  blocks: readonly RootContent[],
  references: References,
  most: number,
): readonly Piece[] {
  return blocks.flatMap((block, at) => {
    const made = blockPieces(block, references, most);
    const announces = block.type === 'paragraph' && ENUMERATING.has(blocks[at + 1]?.type ?? '');
    return announces
      ? made.map((one, row) => (row === made.length - 1 ? { ...one, leads: true } : one))
      : made;
  });
}

function blockPieces(block: RootContent, references: References, most: number): readonly Piece[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphPieces(inlinesOf(block.children, references), most);
    case 'heading':
      return headingPieces(plainOf(inlinesOf(block.children, references)), block.depth, most);
    case 'list':
      return listPieces(block, references, most, 0);
    case 'blockquote':
      return quotePieces(block.children, references, most);
    case 'code':
      return codeInPieces(block.value, block.lang ?? '', most).map((text) =>
        piece(text, { glue: '\n', fenced: true }),
      );
    case 'table':
      return tableInPieces(block, references, most).map((text) =>
        piece(text, { glue: '\n', fenced: text.startsWith('`') }),
      );
    case 'thematicBreak':
      return [piece(RULE)];
    // The library has made Markdown of all HTML that has something to read.
    case 'html':
    // Shown at the references.
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return 'value' in block || 'children' in block ? strayPieces(block, references, most) : [];
  }
}

/** A paragraph longer than a part is split finely, so that parts have about equal length. */
const FINE = 400;

function paragraphPieces(inlines: readonly Inline[], most: number): readonly Piece[] {
  const [whole, ...others] = renderInPieces(inlines, most);
  const texts =
    whole === undefined || others.length === 0
      ? [whole ?? '']
      : renderInPieces(inlines, Math.min(FINE, most));
  const leads = /[:：]\s*$/.test(plainOf(inlines).slice(-8));
  return texts
    .filter((text) => text !== '')
    .map((text, at) =>
      piece(text, { glue: at === 0 ? '\n\n' : ' ', leads: leads && at === texts.length - 1 }),
    );
}

/** Phrasing content in the place of blocks: treated as a paragraph. */
function strayPieces(block: RootContent, references: References, most: number): readonly Piece[] {
  if (block.type === 'listItem' || block.type === 'tableRow' || block.type === 'tableCell') return [];
  if (!('value' in block) && block.type !== 'strong' && block.type !== 'emphasis' && block.type !== 'link')
    return [];
  return blockPieces(
    { type: 'paragraph', children: 'value' in block ? [{ type: 'text', value: block.value }] : [block] },
    references,
    most,
  );
}

function headingPieces(text: string, depth: number, most: number): readonly Piece[] {
  const [name, ...more] = renderInPieces([{ kind: 'text', text: text.replace(/\s+/g, ' ') }], most - 8);
  if (name === undefined) return [];
  const shown = depth <= DEEPEST_HEADING ? `${'#'.repeat(depth)} ${name}` : `**${name}**`;
  return [piece(shown, { leads: true }), ...more.map((rest) => piece(rest, { glue: '\n' }))];
}

/** Prefixes each line; retries with shorter pieces where that makes them too long. */
function decorated(
  make: (most: number) => readonly Piece[],
  most: number,
  decorate: (made: Piece, at: number) => Piece,
): readonly Piece[] {
  for (const room of [most - 80, Math.floor(most / 3)]) {
    const made = make(room).map(decorate);
    if (made.every(({ text }) => text.length <= most)) return made;
  }
  // Only lines of a letter or two are still too long.
  return make(Math.max(16, Math.floor(most / 24)))
    .map(decorate)
    .filter(({ text }) => text.length <= most);
}

function quotePieces(
  children: readonly RootContent[],
  references: References,
  most: number,
): readonly Piece[] {
  const quoted = (made: Piece, at: number, glue: Piece['glue']): Piece => {
    // Discord has no nested quotes: both levels become one.
    const lines = made.text.split('\n').map((line) => (line.startsWith('> ') ? line : `> ${line}`));
    const gap = at > 0 && glue === '\n\n' ? '> \n' : '';
    return { ...made, text: gap + lines.join('\n'), glue: at === 0 ? '\n\n' : '\n' };
  };
  return decorated(
    (room) => piecesOf(children, references, room),
    most,
    (made, at) => quoted(made, at, made.glue),
  );
}

function listPieces(list: List, references: References, most: number, depth: number): readonly Piece[] {
  const first = list.start ?? 1;
  const filled = list.children.filter(
    (item) => item.children.length > 0 || typeof item.checked === 'boolean',
  );
  const items = filled.flatMap((item, at) => {
    const marker = list.ordered ? `${first + at}. ` : '- ';
    return itemPieces(item, marker, references, most, depth);
  });
  return items.map((item, at) => (at === 0 && depth === 0 ? { ...item, glue: '\n' } : item));
}

function itemPieces(
  item: ListItem,
  marker: string,
  references: References,
  most: number,
  depth: number,
): readonly Piece[] {
  const outer = '   '.repeat(Math.min(depth, DEEPEST_LIST));
  const hang = outer + ' '.repeat(Math.min(marker.length, 3));
  const check = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  const [head, ...rest] = item.children;
  const own = head?.type === 'paragraph' ? [head] : [];
  const marked = decorated(
    (room) => {
      const made = piecesOf(own, references, room);
      return made.length > 0 || check === '' ? made : [piece('')];
    },
    most,
    (made, at) => {
      const lines = made.text.split('\n');
      const text = lines
        .map((line, row) => (at + row === 0 ? outer + marker + check + line : hang + line))
        .join('\n');
      return { ...made, text, glue: '\n', depth, leads: made.leads && rest.length > 0 };
    },
  );
  const inner = (own.length > 0 ? rest : item.children).flatMap((child) => {
    if (child.type === 'list')
      return listPieces(child, references, most, marked.length > 0 ? depth + 1 : depth);
    return decorated(
      (room) => blockPieces(child, references, room),
      most,
      (made) => under(made, hang, depth),
    );
  });
  return [...marked, ...inner];
}

/** The content of a list item: indented where Discord supports it within the item, else on separate lines. */
function under(made: Piece, hang: string, depth: number): Piece {
  if (made.fenced || made.text.startsWith('> ')) return { ...made, glue: '\n', depth };
  // A heading would split the list: its name becomes text.
  const text = made.text.replace(/^#{1,3} (.*)$/, '**$1**');
  return {
    ...made,
    text: text
      .split('\n')
      .map((line) => hang + line)
      .join('\n'),
    glue: '\n',
    depth,
  };
}

/** Small text, such as a caption. */
export function smallPieces(text: string, most: number): readonly Piece[] {
  return renderInPieces([{ kind: 'text', text: text.replace(/\s+/g, ' ').trim() }], most - 3).map((line) =>
    piece(`-# ${line}`, { glue: '\n' }),
  );
}
