import type { SectionRef } from '#library/model.ts';
import type { Nearness } from '#search/model.ts';
import type { Piece } from './pieces.ts';

/** A piece without its text. */
export type PieceRef = Omit<Piece, 'text'>;

/** The vectors of a library, in one buffer: a byte a number, and four for each vector. */
export interface Vectors {
  /** The hashes of pieces that have no vector yet. */
  readonly missing: () => ReadonlySet<string>;
  /** Takes the vector of a piece, of length 1 and `dimension` numbers. */
  readonly add: (hash: string, vector: Float32Array) => void;
  /** How near the sections are to a vector of length 1; undefined where none is known yet. */
  readonly nearness: (question: Float32Array) => Nearness | undefined;
  /** A single vector, for the buffer that comes after this one. */
  readonly row: (hash: string) => { readonly numbers: Int8Array; readonly scale: number } | undefined;
  readonly dimension: number;
  /** Bytes of the buffer. */
  readonly bytes: number;
}

const keyOf = ({ session, section }: SectionRef): string => `${session}\n${section}`;

/** What the nearest of `count` numbers that say nothing reaches, in standard deviations above the mean. */
const expectedTop = (count: number): number => Math.sqrt(2 * Math.log(count));

/** So few sections have no mean to stand above. */
const FEWEST = 8;

const nearnessOf = (similarity: Float32Array, indexOf: ReadonlyMap<string, number>): Nearness | undefined => {
  let count = 0;
  let sum = 0;
  let squares = 0;
  let top = -1;
  for (const value of similarity) {
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
    if (value > top) top = value;
  }
  if (count === 0) return undefined;
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
  return {
    standsOut: count < FEWEST || deviation === 0 ? 0 : (top - mean) / deviation / expectedTop(count),
    place: (section) => {
      const value = similarity[indexOf.get(keyOf(section)) ?? -1] ?? Number.NaN;
      if (Number.isNaN(value)) return undefined;
      let place = 1;
      for (const other of similarity) if (other > value) place += 1;
      return place;
    },
  };
};

/**
 * Room for the vectors of pieces. A number is kept as a byte of its vector's own scale, by which a cosine is off by some
 * ten-thousandths.
 * @param before from where vectors that are needed again are taken
 */
export const createVectors = (pieces: readonly PieceRef[], dimension: number, before?: Vectors): Vectors => {
  const rows = new Map<string, number>();
  for (const { hash } of pieces) if (!rows.has(hash)) rows.set(hash, rows.size);
  const missing = new Set(rows.keys());
  const buffer = new Int8Array(rows.size * dimension);
  const scales = new Float32Array(rows.size);
  const indexOf = new Map<string, number>();
  for (const piece of pieces) if (!indexOf.has(keyOf(piece))) indexOf.set(keyOf(piece), indexOf.size);
  /** For each piece its row, and its section. */
  const rowOf = Int32Array.from(pieces, ({ hash }) => rows.get(hash) ?? 0);
  const sectionOf = Int32Array.from(pieces, (piece) => indexOf.get(keyOf(piece)) ?? 0);

  for (const [hash, row] of rows) {
    const known = before?.dimension === dimension ? before.row(hash) : undefined;
    if (known === undefined) continue;
    buffer.set(known.numbers, row * dimension);
    scales[row] = known.scale;
    missing.delete(hash);
  }

  const cosines = (question: Float32Array): Float32Array => {
    const out = new Float32Array(rows.size);
    for (let row = 0; row < out.length; row += 1) {
      const from = row * dimension;
      let sum = 0;
      for (let at = 0; at < dimension; at += 1) sum += (buffer[from + at] ?? 0) * (question[at] ?? 0);
      // A row without a vector has no scale, and no cosine.
      out[row] = scales[row] === 0 ? Number.NaN : sum * (scales[row] ?? 0);
    }
    return out;
  };

  return {
    dimension,
    bytes: buffer.byteLength + scales.byteLength,
    missing: () => missing,
    row: (hash) => {
      const row = rows.get(hash);
      if (row === undefined || missing.has(hash)) return undefined;
      const from = row * dimension;
      return { numbers: buffer.subarray(from, from + dimension), scale: scales[row] ?? 0 };
    },
    add: (hash, vector) => {
      const row = rows.get(hash);
      if (row === undefined || vector.length !== dimension) return;
      let most = 0;
      for (const value of vector) most = Math.max(most, Math.abs(value));
      const scale = most / 127 || 1;
      scales[row] = scale;
      for (let at = 0; at < dimension; at += 1)
        buffer[row * dimension + at] = Math.round((vector[at] ?? 0) / scale);
      missing.delete(hash);
    },
    nearness: (question) => {
      if (question.length !== dimension) return undefined;
      const byRow = cosines(question);
      const similarity = new Float32Array(indexOf.size).fill(Number.NaN);
      for (let piece = 0; piece < rowOf.length; piece += 1) {
        const value = byRow[rowOf[piece] ?? 0] ?? Number.NaN;
        const section = sectionOf[piece] ?? 0;
        // A section is as near as the nearest of its pieces.
        if (!(value <= (similarity[section] ?? Number.NaN)) && !Number.isNaN(value))
          similarity[section] = value;
      }
      return nearnessOf(similarity, indexOf);
    },
  };
};
