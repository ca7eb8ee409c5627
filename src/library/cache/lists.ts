import { nextTurn } from '../compute/slicedWork.ts';
import type { DiskCache } from './diskCache.ts';

/** How some items of a list become bytes, and items again. */
export interface ListCodec<T> {
  readonly encode: (items: readonly T[]) => Uint8Array;
  readonly decode: (bytes: Buffer) => readonly T[];
  /** About how many UTF-16 units an item comes to. */
  readonly weightOf: (item: T) => number;
}

/**
 * UTF-16 units of a piece. As a string this has room in the young generation, where garbage goes at once; longer ones stay
 * until a full collection.
 */
const PIECE = 32_000;
/** Of a group, a talk or a topic. */
const USUAL_ITEM = 400;
/** Written so many at a time: all of them together would take as much memory as the posts. */
const PIECES_A_WRITE = 10;

const jsonCodec = <T>(): ListCodec<T> => ({
  encode: (items) => Buffer.from(JSON.stringify(items)),
  decode: (bytes) => JSON.parse(bytes.toString()),
  weightOf: () => USUAL_ITEM,
});

const pieceKey = (key: string, piece: number): string => `${key}\n${piece}`;

/** Keeps a list, a piece at a time. By default its items are plain data. */
export async function saveList<T>(
  cache: DiskCache,
  key: string,
  list: Iterable<T>,
  { encode, weightOf }: ListCodec<T> = jsonCodec(),
): Promise<void> {
  let pieces = 0;
  let [items, weight]: [T[], number] = [[], 0];
  const end = async (): Promise<void> => {
    cache.set(pieceKey(key, pieces), encode(items));
    pieces += 1;
    [items, weight] = [[], 0];
    await (pieces % PIECES_A_WRITE === 0 ? cache.save() : nextTurn());
  };
  for (const item of list) {
    items.push(item);
    weight += weightOf(item);
    if (weight >= PIECE) await end();
  }
  if (items.length > 0) await end();
  // Last: where it is whole, so are the pieces.
  cache.set(key, Buffer.from(`${pieces}`));
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The pieces of a list that was kept, in its order; undefined instead of one that is missing. */
export function* keptPieces<T>(
  cache: DiskCache,
  key: string,
  { decode }: ListCodec<T> = jsonCodec(),
): Generator<readonly T[] | undefined> {
  const count = cache.get(key);
  if (count === undefined) yield undefined;
  else
    for (let piece = 0; piece < Number(bufferOf(count).toString()); piece += 1) {
      const bytes = cache.get(pieceKey(key, piece));
      yield bytes && decode(bufferOf(bytes));
    }
}

/** A list that was kept; undefined where it was not, or not as a whole. */
export function keptList<T>(cache: DiskCache, key: string, codec?: ListCodec<T>): T[] | undefined {
  const list: T[] = [];
  for (const items of keptPieces(cache, key, codec)) {
    if (items === undefined) return undefined;
    list.push(...items);
  }
  return list;
}

/** Counts a list as used, without reading it. */
export function useList(cache: DiskCache, key: string): void {
  cache.has(key);
  for (let piece = 0; cache.has(pieceKey(key, piece)); ) piece += 1;
}
