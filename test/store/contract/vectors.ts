import { describe, expect } from 'vitest';
import type { StoreTest } from './shared.ts';

const vector = (...numbers: readonly number[]): Float32Array => Float32Array.from(numbers);

export function vectorsContract(test: StoreTest): void {
  describe('vectors of texts', () => {
    test('are given back to the last bit, by model and hash', async ({ store }) => {
      const one = vector(0.1, -1 / 3, 1e-7);
      await store.keepVectors(
        'm',
        new Map([
          ['a', one],
          ['b', vector(1, 0, 0)],
        ]),
      );
      await store.keepVectors('other', new Map([['a', vector(0.5)]]));
      expect(await store.vectors('m', ['a', 'c'])).toEqual(new Map([['a', one]]));
      expect(await store.vectors('other', ['a', 'b'])).toEqual(new Map([['a', vector(0.5)]]));
      expect(await store.vectors('m', [])).toEqual(new Map());
    });

    test('are overwritten by newer ones', async ({ store }) => {
      await store.keepVectors('m', new Map([['a', vector(1, 0)]]));
      await store.keepVectors('m', new Map([['a', vector(0, 1)]]));
      expect((await store.vectors('m', ['a'])).get('a')).toEqual(vector(0, 1));
    });

    test('of texts that are gone are deleted, of every model; thousands at a time', async ({ store }) => {
      const many = Array.from({ length: 1_201 }, (_, at) => [`h${at}`, vector(at)] as const);
      await store.keepVectors('m', new Map(many));
      await store.keepVectors(
        'other',
        new Map([
          ['h0', vector(1)],
          ['h1', vector(1)],
        ]),
      );
      expect(await store.pruneVectors(new Set(['h0', 'h1200']))).toBe(1_200);
      expect(
        [
          ...(
            await store.vectors(
              'm',
              many.map(([hash]) => hash),
            )
          ).keys(),
        ].toSorted(),
      ).toEqual(['h0', 'h1200']);
      expect((await store.vectors('other', ['h0', 'h1'])).size).toBe(1);
    });
  });
}
