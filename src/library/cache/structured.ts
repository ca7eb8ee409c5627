import { digest } from '../text/slug.ts';
import type { DiskCache } from './diskCache.ts';

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array, Float64Array };

/** Stands for a typed array in JSON: its kind, and the number of its record. */
interface ArrayMark {
  readonly typedArray: keyof typeof ARRAYS;
  readonly at: number;
}

const isMark = (value: unknown): value is ArrayMark =>
  typeof value === 'object' && value !== null && 'typedArray' in value;

function kindOf(array: ArrayBufferView): ArrayMark['typedArray'] {
  for (const kind of ['Uint8Array', 'Uint16Array', 'Uint32Array', 'Float64Array'] as const)
    if (array instanceof ARRAYS[kind]) return kind;
  throw new TypeError(`${array.constructor.name} cannot be kept`);
}

const arrayKey = (key: string, version: string, at: number): string => `${key}\n${version}\n${at}`;

/**
 * Sets plain data that can be JSON but for its typed arrays. Each of these is a record of its own, written from where it
 * lies: a copy of all together would take as much memory again.
 * @param key of one value; what is set under it later must differ in more than its typed arrays, or be the same
 */
export function setStructured(cache: DiskCache, key: string, value: object): void {
  const arrays: ArrayBufferView[] = [];
  const json = JSON.stringify(value, (_name, part: unknown) =>
    ArrayBuffer.isView(part)
      ? ({ typedArray: kindOf(part), at: arrays.push(part) - 1 } satisfies ArrayMark)
      : part,
  );
  const version = digest(json, 32);
  for (const [at, { buffer, byteOffset, byteLength }] of arrays.entries())
    cache.set(arrayKey(key, version, at), new Uint8Array(buffer, byteOffset, byteLength));
  // Last: where it is whole, so are its arrays.
  cache.set(key, Buffer.from(json));
}

/** What was kept under a key by `setStructured`; undefined where it was not, or not as a whole. */
export function getStructured<T extends object>(cache: DiskCache, key: string): T | undefined {
  const bytes = cache.get(key);
  if (bytes === undefined) return undefined;
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const version = digest(json, 32);
  let isWhole = true;
  const value: T = JSON.parse(json, (_name, part: unknown) => {
    if (!isMark(part)) return part;
    const found = cache.get(arrayKey(key, version, part.at));
    isWhole &&= found !== undefined;
    // Copied: within its record it need not begin where numbers may.
    return new ARRAYS[part.typedArray](new Uint8Array(found ?? []).buffer);
  });
  return isWhole ? value : undefined;
}
