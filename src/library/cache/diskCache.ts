import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createPause } from '../compute/slicedWork.ts';
import { collectPortions, inPortions, PORTION } from './portions.ts';
import { HEAD, isWhole, recordOf, valueIn } from './record.ts';

/**
 * Results computed from unchanged bytes, kept in a file between starts. Without the file, everything is computed anew.
 * The values stay in the file: those of thousands of posts would take as much memory as the posts.
 */
export interface DiskCache {
  /** The value that was kept under a key when the cache was opened, read anew each time. */
  readonly get: (key: string) => Uint8Array | undefined;
  /** True where a value was kept, which from then on counts as used. */
  readonly has: (key: string) => boolean;
  /** The value must not be changed any more. */
  readonly set: (key: string, value: Uint8Array) => void;
  /**
   * Writes the new entries; the first time, entries that were not used are dropped. Never throws: a cache is optional.
   */
  readonly save: () => Promise<void>;
}

export interface DiskCacheOptions {
  readonly folder: string;
  /** Begins the file's name. */
  readonly name: string;
  /** Of the code that computes the values: what another version kept is deleted unread. */
  readonly version: string;
  /** Hears why the file could not be used; everything works without it. */
  readonly onTrouble: (message: string, error?: unknown) => void;
}

/** In bytes. What is set meanwhile is written, where there is nothing from before that may yet be asked for. */
const MUCH = 2 ** 20;
/** In bytes. A file is not appended to beyond this. */
const LARGEST = 512 * 2 ** 20;

/** Where a record stands in the file. */
interface Place {
  readonly at: number;
  /** In bytes, with its head. */
  readonly length: number;
  used: boolean;
}

/** Reads a file from its front to its end: at most so many bytes at a place, from a buffer that is used again. */
function reader(file: number): (at: number, most: number) => Buffer {
  const buffer = Buffer.allocUnsafe(PORTION);
  let [from, end] = [0, 0];
  return (at, most) => {
    const wanted = Math.min(most, PORTION);
    if (at < from || at + wanted > end) {
      from = at;
      end = at + readSync(file, buffer, 0, PORTION, at);
    }
    return buffer.subarray(at - from, Math.min(at - from + wanted, end - from));
  };
}

/** The places of the last record of each key; and how many bytes of the file are whole. */
async function placesIn(
  file: number,
  size: number,
): Promise<{ readonly places: Map<string, Place>; readonly whole: number }> {
  const places = new Map<string, Place>();
  const read = reader(file);
  const pause = createPause();
  let at = 0;
  while (at + HEAD <= size) {
    const head = read(at, HEAD);
    if (head.length < HEAD) break;
    const [nameLength, valueLength, sum] = [head.readUInt32LE(0), head.readUInt32LE(4), head.readUInt32LE(8)];
    const length = HEAD + nameLength + valueLength;
    if (at + length > size || nameLength > PORTION) break;
    const key = read(at + HEAD, nameLength).toString();
    let found = 0;
    for (let done = HEAD; done < length; ) {
      const part = read(at + done, length - done);
      if (part.length === 0) break;
      found = crc32(part, found);
      done += part.length;
    }
    if (found !== sum) break;
    places.set(key, { at, length, used: false });
    at += length;
    await pause();
  }
  return { places, whole: at };
}

const lengthOf = (all: Iterable<{ readonly length: number }>): number => {
  let sum = 0;
  for (const { length } of all) sum += length;
  return sum;
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const closing = new FinalizationRegistry<number>(closeSync);

/** Opens the cache; an unreadable or damaged file is an empty one. */
export async function openDiskCache(options: DiskCacheOptions): Promise<DiskCache> {
  const { folder, name, version, onTrouble } = options;
  const fileName = `${name}-${version}`;
  const path = join(folder, fileName);
  /** Closed when nothing can read it any more. */
  const opened: { file: number | undefined } = { file: undefined };
  let [size, whole] = [0, 0];
  let places = new Map<string, Place>();
  try {
    const file = openSync(path, 'r');
    opened.file = file;
    closing.register(opened, file);
    size = fstatSync(file).size;
    ({ places, whole } = await placesIn(file, size));
    if (whole < size) onTrouble(`the cache is damaged from byte ${whole} on; that part is ignored`);
  } catch (error) {
    if (!isMissing(error)) onTrouble('the cache cannot be read', error);
  }
  const isNew = places.size === 0;
  let isFirst = true;
  const fresh = collectPortions();
  let last: Promise<void> = Promise.resolve();

  /** Undefined where the file is not any more what it was: then nothing of it is trusted. */
  const recordAt = ({ at, length }: Place): Buffer | undefined => {
    const { file } = opened;
    if (file === undefined) return undefined;
    try {
      const record = Buffer.allocUnsafe(length);
      if (readSync(file, record, 0, length, at) === length && isWhole(record)) return record;
      onTrouble(`the cache is damaged at byte ${at}`);
    } catch (error) {
      onTrouble('the cache cannot be read', error);
    }
    opened.file = undefined;
    return undefined;
  };

  const replace = async (live: readonly Place[], added: readonly Uint8Array[]): Promise<void> => {
    await mkdir(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    const records = function* () {
      for (const place of live) {
        const record = recordAt(place);
        if (record !== undefined) yield record;
      }
    };
    await writeFile(draft, inPortions(records()));
    await writeFile(draft, added, { flag: 'a' });
    await rename(draft, path);
    size = lengthOf(live) + lengthOf(added);
    const others = (await readdir(folder)).filter(
      (other) => other.startsWith(`${name}-`) && other !== fileName,
    );
    await Promise.all(others.map((other) => rm(join(folder, other), { force: true })));
  };

  const write = async (): Promise<void> => {
    const added = fresh.take();
    const before = isFirst;
    isFirst = false;
    try {
      if (before) {
        const live = [...places.values()].filter(({ used }) => used);
        if (whole < size || lengthOf(live) < size / 2 || size === 0) {
          if (added.length > 0 || size > 0) await replace(live, added);
          return;
        }
      }
      const more = lengthOf(added);
      if (more === 0 || size + more > LARGEST) return;
      await writeFile(path, added, { flag: 'a' });
      size += more;
    } catch (error) {
      onTrouble('the cache cannot be written', error);
    } finally {
      fresh.giveBack(added);
    }
  };

  const save = (): Promise<void> => {
    last = last.then(write);
    return last;
  };

  const use = (key: string): Place | undefined => {
    const place = places.get(key);
    if (place !== undefined) place.used = true;
    return place;
  };

  return {
    get: (key) => {
      const place = use(key);
      const record = place && recordAt(place);
      return record && valueIn(record);
    },
    has: (key) => use(key) !== undefined,
    set: (key, value) => {
      for (const part of recordOf(key, value)) fresh.add(part);
      const before = places.get(key);
      if (before !== undefined) before.used = false;
      if (fresh.length() > MUCH && isNew) void save();
    },
    save,
  };
}
