/** An indivisible piece of Discord's Markdown, and its separator from the piece before. */
export interface Piece {
  readonly text: string;
  /** A space within a paragraph, `\n` within a block, `\n\n` between blocks. */
  readonly glue: ' ' | '\n' | '\n\n';
  /** Depth within a list, from 0: lists are split between outer items first. */
  readonly depth: number;
  /** True for a heading, or a line that introduces the next piece: it never ends a part. */
  readonly leads: boolean;
  /** True for fenced code: it cannot be indented. */
  readonly fenced: boolean;
}

export function piece(text: string, more: Partial<Omit<Piece, 'text'>> = {}): Piece {
  return { text, glue: '\n\n', depth: 0, leads: false, fenced: false, ...more };
}

export const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text, glue }, at) => sum + text.length + (at === 0 ? 0 : glue.length), 0);

/** A code block has its own margin below. */
export const joinPieces = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, glue }, at) => (at === 0 ? text : (pieces[at - 1]?.fenced ? '\n' : glue) + text))
    .join('');

/** Quality of a split before `next`: 0 where it is forbidden. */
function quality(last: Piece | undefined, next: Piece): number {
  if (last === undefined || last.leads) return 0;
  if (next.glue === '\n\n') return 4;
  if (next.glue === ' ') return 1;
  return next.depth === 0 ? 3 : 2;
}

/** Number of pieces in the next part: as near to `wanted` as good splits allow. */
function nextPart(pieces: readonly Piece[], wanted: number, most: number): number {
  let length = 0;
  let best = { count: 1, score: 0 };
  for (const [at, current] of pieces.entries()) {
    const longer = length + current.text.length + (at === 0 ? 0 : current.glue.length);
    if (at > 0 && longer > most) return best.count;
    length = longer;
    const next = pieces[at + 1];
    if (next === undefined) return at + 1;
    const nearness = 1 - Math.abs(length - wanted) / most;
    const score = quality(current, next) === 0 ? nearness / 100 : quality(current, next) / 8 + nearness;
    if (score >= best.score) best = { count: at + 1, score };
  }
  return pieces.length;
}

/**
 * Packs pieces into parts of at most `most` characters, of about equal length near `wanted`, at the best splits.
 * No part is empty.
 */
export function packPieces(pieces: readonly Piece[], wanted: number, most: number): readonly string[] {
  const total = lengthOf(pieces);
  if (total <= most) return pieces.length === 0 ? [] : [joinPieces(pieces)];
  const equal = Math.min(wanted, total / Math.ceil(total / wanted));
  const parts: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    // A window, so that a section of megabytes is not scanned again for every part.
    const window = pieces.slice(at, at + most);
    const rest = lengthOf(window);
    const count = rest <= most ? window.length : nextPart(window, equal, most);
    parts.push(joinPieces(window.slice(0, count)));
    at += count;
  }
  return parts;
}
