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
  /** The value that was saved under a key last, read anew each time. */
  readonly get: (key: string) => Uint8Array | undefined;
  /** True where a value was saved, which from then on counts as used. */
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

/** A file that is read; without descriptor where it is not any more what it was. Closed when nothing can read it any more. */
interface OpenFile {
  descriptor: number | undefined;
}

/** Where a record stands. */
interface Place {
  readonly file: OpenFile;
  readonly at: number;
  /** In bytes, with its head. */
  readonly length: number;
  used: boolean;
}

/** A record that is written, or waits to be. */
type WrittenRecord = Pick<Place, 'length'> & { readonly key: string };

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
  file: OpenFile,
  descriptor: number,
  size: number,
): Promise<{ readonly places: Map<string, Place>; readonly whole: number }> {
  const places = new Map<string, Place>();
  const read = reader(descriptor);
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
    places.set(key, { file, at, length, used: false });
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

function openFile(path: string): OpenFile & { readonly descriptor: number } {
  const file = { descriptor: openSync(path, 'r') };
  closing.register(file, file.descriptor);
  return file;
}

/** Undefined where the file is not any more what it was: then nothing of it is trusted. */
function readRecord(
  { file, at, length }: Place,
  onTrouble: DiskCacheOptions['onTrouble'],
): Buffer | undefined {
  if (file.descriptor === undefined) return undefined;
  try {
    const record = Buffer.allocUnsafe(length);
    if (readSync(file.descriptor, record, 0, length, at) === length && isWhole(record)) return record;
    onTrouble(`the cache is damaged at byte ${at}`);
  } catch (error) {
    onTrouble('the cache cannot be read', error);
  }
  file.descriptor = undefined;
  return undefined;
}

/** Opens the cache; an unreadable or damaged file is an empty one. */
export async function openDiskCache(options: DiskCacheOptions): Promise<DiskCache> {
  const { folder, name, version, onTrouble } = options;
  const fileName = `${name}-${version}`;
  const path = join(folder, fileName);
  let file: OpenFile | undefined;
  let [size, whole] = [0, 0];
  let places = new Map<string, Place>();
  try {
    const opened = openFile(path);
    file = opened;
    size = fstatSync(opened.descriptor).size;
    ({ places, whole } = await placesIn(opened, opened.descriptor, size));
    if (whole < size) onTrouble(`the cache is damaged from byte ${whole} on; that part is ignored`);
  } catch (error) {
    if (!isMissing(error)) onTrouble('the cache cannot be read', error);
  }
  const isNew = places.size === 0;
  let isFirst = true;
  const fresh = collectPortions();
  let waiting: WrittenRecord[] = [];
  let last: Promise<void> = Promise.resolve();

  /** Notes where records were written, one after the other. */
  const place = (written: readonly WrittenRecord[]): void => {
    for (const { key, length } of written) {
      if (file !== undefined) places.set(key, { file, at: size, length, used: true });
      size += length;
    }
  };

  /** Writes what is live of the file, and what was added, into a new one. */
  const replace = async (
    live: ReadonlyMap<string, Place>,
    parts: readonly Uint8Array[],
    added: readonly WrittenRecord[],
  ): Promise<void> => {
    await mkdir(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    const moved: WrittenRecord[] = [];
    const records = function* () {
      if (file?.descriptor === undefined) return;
      const read = reader(file.descriptor);
      for (const [key, { at, length }] of live) {
        for (let done = 0; done < length; ) {
          const part = read(at + done, length - done);
          if (part.length === 0) throw new Error('its file is shorter than it was');
          yield part;
          done += part.length;
        }
        moved.push({ key, length });
      }
    };
    await writeFile(draft, inPortions(records()));
    await writeFile(draft, parts, { flag: 'a' });
    await rename(draft, path);
    file = openFile(path);
    size = 0;
    place([...moved, ...added]);
    const others = (await readdir(folder)).filter(
      (other) => other.startsWith(`${name}-`) && other !== fileName,
    );
    await Promise.all(others.map((other) => rm(join(folder, other), { force: true })));
  };

  const write = async (): Promise<void> => {
    const [parts, added] = [fresh.take(), waiting];
    waiting = [];
    const before = isFirst;
    isFirst = false;
    try {
      if (before) {
        const live = new Map([...places].filter(([, { used }]) => used));
        if (whole < size || lengthOf(live.values()) < (size * 2) / 3 || size === 0) {
          if (added.length > 0 || size > 0) await replace(live, parts, added);
          return;
        }
      }
      const more = lengthOf(added);
      if (more === 0 || size + more > LARGEST) return;
      await writeFile(path, parts, { flag: 'a' });
      place(added);
    } catch (error) {
      onTrouble('the cache cannot be written', error);
    } finally {
      fresh.giveBack(parts);
    }
  };

  const save = (): Promise<void> => {
    last = last.then(write);
    return last;
  };

  const use = (key: string): Place | undefined => {
    const found = places.get(key);
    if (found !== undefined) found.used = true;
    return found;
  };

  return {
    get: (key) => {
      const found = use(key);
      const record = found && readRecord(found, onTrouble);
      return record && valueIn(record);
    },
    has: (key) => use(key) !== undefined,
    set: (key, value) => {
      const record = recordOf(key, value);
      for (const part of record) fresh.add(part);
      waiting.push({ key, length: lengthOf(record) });
      const before = places.get(key);
      if (before !== undefined) before.used = false;
      if (fresh.length() > MUCH && isNew) void save();
    },
    save,
  };
}
