import { LIMITS } from '../message/limits.ts';

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
  /** Which of the section's pictures stands here, from 0; a picture has no text. */
  readonly picture: number | undefined;
}

export function piece(text: string, more: Partial<Omit<Piece, 'text'>> = {}): Piece {
  return { text, glue: '\n\n', depth: 0, leads: false, fenced: false, picture: undefined, ...more };
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
  // A picture stands below the text that it belongs to.
  if (next.picture !== undefined && last.picture === undefined) return 1;
  if (next.glue === '\n\n') return 4;
  if (next.glue === ' ') return 1;
  return next.depth === 0 ? 3 : 2;
}

/** Embeds that the pieces take: one for each picture with the text above it, and one for the text below the last. */
const embedsOf = (pieces: readonly Piece[]): number =>
  pieces.filter(({ picture }) => picture !== undefined).length +
  (pieces.length > 0 && pieces.at(-1)?.picture === undefined ? 1 : 0);

/** Number of pieces in the next part: as near to `wanted` as good splits allow. */
function nextPart(pieces: readonly Piece[], wanted: number, most: number): number {
  let length = 0;
  let pictures = 0;
  let best = { count: 1, score: 0 };
  for (const [at, current] of pieces.entries()) {
    const longer = length + current.text.length + (at === 0 ? 0 : current.glue.length);
    pictures += current.picture === undefined ? 0 : 1;
    const embeds = pictures + (current.picture === undefined ? 1 : 0);
    if (at > 0 && (longer > most || embeds > LIMITS.embeds)) return best.count;
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
 * Packs pieces into parts of at most `most` characters and as many embeds as a message holds, of about equal length near `wanted`, at the best splits.
 * No part is empty.
 */
export function packPieces(
  pieces: readonly Piece[],
  wanted: number,
  most: number,
): readonly (readonly Piece[])[] {
  const total = lengthOf(pieces);
  const fits = (some: readonly Piece[]): boolean => lengthOf(some) <= most && embedsOf(some) <= LIMITS.embeds;
  if (fits(pieces)) return pieces.length === 0 ? [] : [pieces];
  const equal = Math.min(wanted, total / Math.ceil(total / wanted));
  const parts: (readonly Piece[])[] = [];
  for (let at = 0; at < pieces.length; ) {
    // A window, so that a section of megabytes is not scanned again for every part.
    const window = pieces.slice(at, at + most);
    const count = fits(window) ? window.length : nextPart(window, equal, most);
    parts.push(window.slice(0, count));
    at += count;
  }
  return parts;
}
