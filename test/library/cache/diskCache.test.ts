import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DiskCache, openDiskCache } from '#library/cache/diskCache.ts';

const folder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-cache-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};

const open = async (dir: string, version = '1', troubles: string[] = []): Promise<DiskCache> =>
  openDiskCache({ folder: dir, name: 'posts', version, onTrouble: (message) => troubles.push(message) });

const text = (value: Uint8Array | undefined): string | undefined => value && Buffer.from(value).toString();

/** A cache on disk that holds these values. */
const kept = async (dir: string, values: Readonly<Record<string, string>>): Promise<void> => {
  const cache = await open(dir);
  for (const [key, value] of Object.entries(values)) cache.set(key, Buffer.from(value));
  await cache.save();
};

describe('a cache on disk', () => {
  test('holds at the next start what was set at this one', async () => {
    const dir = await folder();
    await kept(dir, { 가: '하나', b: '' });
    const cache = await open(dir);
    expect([text(cache.get('가')), text(cache.get('b')), cache.get('c')]).toEqual(['하나', '', undefined]);
  });

  test('is appended to, and the last value of a key holds', async () => {
    const dir = await folder();
    await kept(dir, { a: 'one', b: 'two' });
    const cache = await open(dir);
    cache.get('a');
    cache.get('b');
    await cache.save();
    cache.set('a', Buffer.from('three'));
    await cache.save();
    const next = await open(dir);
    expect([text(next.get('a')), text(next.get('b'))]).toEqual(['three', 'two']);
  });

  test('forgets at the first save what nobody asked for, once that is most of it', async () => {
    const dir = await folder();
    await kept(dir, { used: 'x', unused: 'y'.repeat(1_000) });
    const cache = await open(dir);
    cache.get('used');
    await cache.save();
    const next = await open(dir);
    expect([text(next.get('used')), next.get('unused')]).toEqual(['x', undefined]);
    const [file = ''] = await readdir(dir);
    expect((await stat(join(dir, file))).size).toBeLessThan(100);
  });

  test('keeps what it was asked for without being read', async () => {
    const dir = await folder();
    await kept(dir, { used: 'x', unused: 'y'.repeat(1_000) });
    const cache = await open(dir);
    expect([cache.has('used'), cache.has('other')]).toEqual([true, false]);
    await cache.save();
    const next = await open(dir);
    expect([text(next.get('used')), next.get('unused')]).toEqual(['x', undefined]);
  });

  test('gives what it held when it was opened for as long as it is there, whatever is saved', async () => {
    const dir = await folder();
    const long = '가나다라'.repeat(200_000);
    await kept(dir, { a: 'one', long, unused: long, b: 'two' });
    const cache = await open(dir);
    expect([text(cache.get('a')), text(cache.get('b')), cache.has('long')]).toEqual(['one', 'two', true]);
    cache.set('c', Buffer.from('three'));
    await cache.save();
    await rm(dir, { recursive: true });
    expect([text(cache.get('a')), text(cache.get('b'))]).toEqual(['one', 'two']);
    expect(text(cache.get('long')) === long).toBe(true);
  });

  test('holds values of any length, in whatever order they were set and replaced', async () => {
    const dir = await folder();
    const lengths = [10, 70_000, 600_000, 0, 300_000, 300_000, 64 * 1024, 5];
    const valueAt = (at: number, letter: string) => letter.repeat(lengths[at] ?? 0);
    const cache = await open(dir);
    for (const letter of ['x', 'y', 'z']) {
      for (const at of lengths.keys()) cache.set(`${at}`, Buffer.from(valueAt(at, letter)));
      await cache.save();
    }
    const next = await open(dir);
    for (const at of lengths.keys()) expect(text(next.get(`${at}`)) === valueAt(at, 'z')).toBe(true);
    // What was replaced is left out of the file.
    await next.save();
    const last = await open(dir);
    for (const at of lengths.keys()) expect(text(last.get(`${at}`)) === valueAt(at, 'z')).toBe(true);
  });

  test('gives what was saved since it was opened', async () => {
    const dir = await folder();
    await kept(dir, { a: 'one', unused: 'y'.repeat(1_000) });
    const cache = await open(dir);
    const values = () => ['a', 'b', 'c', 'unused'].map((key) => text(cache.get(key))?.slice(0, 5));
    expect(cache.has('a')).toBe(true);
    cache.set('b', Buffer.from('two'));
    expect(cache.has('b')).toBe(false);
    // Written anew without what was not used, which is there all the same as long as the cache is open.
    await cache.save();
    expect(values()).toEqual(['one', 'two', undefined, 'yyyyy']);
    cache.set('c', Buffer.from('three'));
    cache.set('a', Buffer.from('four'));
    cache.set('a', Buffer.from('five'));
    await cache.save();
    expect(values()).toEqual(['five', 'two', 'three', 'yyyyy']);
    const next = await open(dir);
    expect(['a', 'b', 'c'].map((key) => text(next.get(key)))).toEqual(['five', 'two', 'three']);
  });

  test('leaves what it was given as it is', async () => {
    const cache = await open(await folder());
    const values = [100, 65_537, 512 * 1024].map((length) => new Uint8Array(length).fill(1));
    for (let round = 0; round < 3; round += 1) {
      for (const [at, value] of values.entries()) cache.set(`${at}`, value);
      await cache.save();
      for (let n = 0; n < 20; n += 1) cache.set(`other ${n}`, Buffer.alloc(60_000, 2));
      await cache.save();
    }
    for (const value of values) expect(value.every((byte) => byte === 1)).toBe(true);
  });

  test('of which a value is damaged later does not give it, and says so', async () => {
    const dir = await folder();
    await kept(dir, { a: 'one', b: 'two' });
    const troubles: string[] = [];
    const cache = await open(dir, '1', troubles);
    const file = join(dir, 'posts-1');
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 0xff, bytes.length - 1);
    await writeFile(file, bytes);
    expect([text(cache.get('a')), cache.get('b')]).toEqual(['one', undefined]);
    expect(troubles).toEqual([expect.stringContaining('damaged at byte')]);
  });

  test('of another version is not read, and is deleted when this one is saved', async () => {
    const dir = await folder();
    await kept(dir, { a: 'one' });
    const cache = await open(dir, '2');
    expect(cache.get('a')).toBeUndefined();
    cache.set('a', Buffer.from('two'));
    await cache.save();
    expect(await readdir(dir)).toEqual(['posts-2']);
  });

  test('that is damaged gives what is whole, says so, and is whole after the next save', async () => {
    const dir = await folder();
    await kept(dir, { a: 'one', b: 'two' });
    const file = join(dir, 'posts-1');
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 0xff, bytes.length - 1);
    await writeFile(file, bytes);
    const troubles: string[] = [];
    const cache = await open(dir, '1', troubles);
    expect([text(cache.get('a')), cache.get('b')]).toEqual(['one', undefined]);
    expect(troubles).toEqual([expect.stringContaining('damaged from byte')]);
    cache.set('b', Buffer.from('two'));
    await cache.save();
    const next = await open(dir);
    expect([text(next.get('a')), text(next.get('b'))]).toEqual(['one', 'two']);
  });

  test('that cannot be written is a trouble to tell of, and no error', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'file'), '');
    const troubles: string[] = [];
    const cache = await openDiskCache({
      folder: join(dir, 'file'),
      name: 'posts',
      version: '1',
      onTrouble: (message) => troubles.push(message),
    });
    cache.set('a', Buffer.from('one'));
    await cache.save();
    expect(troubles).toContain('the cache cannot be written');
  });
});
