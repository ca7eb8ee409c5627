import { createReadStream } from 'node:fs';
import { access, constants, readFile, stat } from 'node:fs/promises';
import type { UploadFile } from '../rest/multipart.ts';

/** Bytes up to which a picture is kept between messages, and bytes that are kept in all. */
const SMALL = 512 * 1024;
const MOST_KEPT = 16 * 2 ** 20;

interface CachedPicture {
  readonly stamp: string;
  readonly data: Promise<Buffer>;
  readonly size: number;
}

/** By path, least recently used first. */
const kept = new Map<string, CachedPicture>();

const keep = (path: string, stamp: string, size: number): CachedPicture => {
  const before = kept.get(path);
  const fresh = before?.stamp === stamp ? before : { stamp, size, data: readFile(path) };
  kept.delete(path);
  kept.set(path, fresh);
  let sum = 0;
  for (const one of kept.values()) sum += one.size;
  for (const [oldest, one] of kept) {
    if (sum <= MOST_KEPT) break;
    kept.delete(oldest);
    sum -= one.size;
  }
  return fresh;
};

/**
 * A picture on disk, to be sent. Small ones are read once and shared by all messages; large ones are read piece by piece
 * as they are sent, so that many at once take no more memory than one.
 * @throws the file system's error where it cannot be read
 */
export const openPicture = async (path: string): Promise<Omit<UploadFile, 'name'>> => {
  const stats = await stat(path);
  // A pipe that has taken the picture's place would be read for ever.
  if (!stats.isFile()) throw new Error('It is no file');
  const { size, mtimeMs, ino } = stats;
  if (size > SMALL) {
    await access(path, constants.R_OK);
    return { size, pieces: { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() } };
  }
  const { data } = keep(path, `${ino}:${size}:${mtimeMs}`, size);
  try {
    const bytes = await data;
    return { size: bytes.length, pieces: [bytes] };
  } catch (error) {
    kept.delete(path);
    throw error;
  }
};
