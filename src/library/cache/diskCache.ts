import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * Results computed from unchanged bytes, kept in a file between starts. Without the file, everything is computed anew.
 */
export interface DiskCache {
  /** The value that was kept under a key, until the cache is saved for the first time: then the memory is freed. */
  readonly get: (key: string) => Uint8Array | undefined;
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

/** Before each record: lengths of key and value in bytes, and the checksum of both. */
const HEAD = 12;
/** In bytes. What is set meanwhile is written, where there is nothing from before that may yet be asked for. */
const MUCH = 4 * 2 ** 20;
/** In bytes. A file is not appended to beyond this. */
const LARGEST = 512 * 2 ** 20;

function recordOf(key: string, value: Uint8Array): Buffer {
  const name = Buffer.from(key);
  const record = Buffer.allocUnsafe(HEAD + name.length + value.length);
  record.writeUInt32LE(name.length, 0);
  record.writeUInt32LE(value.length, 4);
  record.set(name, HEAD);
  record.set(value, HEAD + name.length);
  record.writeUInt32LE(crc32(record.subarray(HEAD)), 8);
  return record;
}

/** The records of a file by key, the last of each; and how many bytes of it are whole. */
function recordsIn(file: Buffer): { readonly records: Map<string, Buffer>; readonly whole: number } {
  const records = new Map<string, Buffer>();
  let at = 0;
  while (at + HEAD <= file.length) {
    const name = file.readUInt32LE(at);
    const end = at + HEAD + name + file.readUInt32LE(at + 4);
    if (end > file.length || crc32(file.subarray(at + HEAD, end)) !== file.readUInt32LE(at + 8)) break;
    records.set(file.toString('utf8', at + HEAD, at + HEAD + name), file.subarray(at, end));
    at = end;
  }
  return { records, whole: at };
}

const valueIn = (record: Buffer): Buffer => record.subarray(HEAD + record.readUInt32LE(0));

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Opens the cache; an unreadable or damaged file is an empty one. */
export async function openDiskCache(options: DiskCacheOptions): Promise<DiskCache> {
  const { folder, name, version, onTrouble } = options;
  const fileName = `${name}-${version}`;
  const file = join(folder, fileName);
  const bytes = await readFile(file).catch((error: unknown) => {
    if (!isMissing(error)) onTrouble('the cache cannot be read', error);
    return Buffer.alloc(0);
  });
  const { records, whole } = recordsIn(bytes);
  if (whole < bytes.length) onTrouble(`the cache is damaged from byte ${whole} on; that part is ignored`);
  let kept: Map<string, Buffer> | undefined = records;
  const isNew = records.size === 0;
  let size = bytes.length;
  const used = new Set<string>();
  let fresh: Buffer[] = [];
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  const replace = async (all: readonly Buffer[]): Promise<void> => {
    await mkdir(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, all);
    await rename(draft, file);
    size = all.reduce((sum, { length }) => sum + length, 0);
    const others = (await readdir(folder)).filter(
      (other) => other.startsWith(`${name}-`) && other !== fileName,
    );
    await Promise.all(others.map((other) => rm(join(folder, other), { force: true })));
  };

  const write = async (): Promise<void> => {
    const added = fresh;
    fresh = [];
    waiting = 0;
    const before = kept;
    kept = undefined;
    try {
      if (before !== undefined) {
        const live = [...before].filter(([key]) => used.has(key)).map(([, record]) => record);
        const length = live.reduce((sum, record) => sum + record.length, 0);
        if (whole < size || length < size / 2 || size === 0) {
          if (added.length > 0 || size > 0) await replace([...live, ...added]);
          return;
        }
      }
      const more = added.reduce((sum, { length }) => sum + length, 0);
      if (more === 0 || size + more > LARGEST) return;
      await writeFile(file, added, { flag: 'a' });
      size += more;
    } catch (error) {
      onTrouble('the cache cannot be written', error);
    }
  };

  const save = (): Promise<void> => {
    last = last.then(write);
    return last;
  };

  return {
    get: (key) => {
      const record = kept?.get(key);
      if (record === undefined) return undefined;
      used.add(key);
      return valueIn(record);
    },
    set: (key, value) => {
      const record = recordOf(key, value);
      fresh.push(record);
      used.delete(key);
      waiting += record.length;
      if (waiting > MUCH && isNew) void save();
    },
    save,
  };
}
