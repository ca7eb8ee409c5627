import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptList, keptPieces, saveList, useList } from '#library/cache/lists.ts';
import { memory } from './memory.ts';

test('a list is what it was, in pieces that are not long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat()), fc.nat({ max: 300 }), async (some, more) => {
      const list = [...some, ...Array.from({ length: more }, (_, at) => at)];
      const cache = memory();
      await saveList(cache, 'a', list);
      expect(keptList(cache, 'a')).toEqual(list);
      for (const piece of keptPieces(cache, 'a')) expect(piece?.length).toBeLessThanOrEqual(80);
    }),
  );
});

test('a list of which a piece is missing is not given, nor one that was not kept', async () => {
  const cache = memory();
  await saveList(
    cache,
    'a',
    Array.from({ length: 200 }, (_, at) => at),
  );
  for (const [key, value] of [...cache.records]) {
    cache.records.delete(key);
    expect(keptList(cache, 'a')).toBeUndefined();
    cache.records.set(key, value);
  }
  expect(keptList(cache, 'a')).toHaveLength(200);
  expect(keptList(cache, 'b')).toBeUndefined();
});

test('a list that is counted as used is so in all its pieces', async () => {
  const cache = memory();
  await saveList(
    cache,
    'a',
    Array.from({ length: 200 }, (_, at) => at),
  );
  const used = new Set<string>();
  const has = (key: string) => {
    used.add(key);
    return cache.has(key);
  };
  useList({ ...cache, has }, 'a');
  expect([...cache.records.keys()].filter((key) => !used.has(key))).toEqual([]);
});
