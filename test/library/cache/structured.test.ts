import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getStructured, setStructured } from '#library/cache/structured.ts';
import { memory } from './memory.ts';

const arrays = fc.oneof(
  fc.uint8Array({ maxLength: 5 }),
  fc.uint16Array({ maxLength: 5 }),
  fc.uint32Array({ maxLength: 5 }),
  fc.float64Array({ maxLength: 5, noNaN: true }),
);

test('plain data with typed arrays is what it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(arrays, { maxLength: 5 }),
      arrays,
      (text, list, one) => {
        const cache = memory();
        // Views of a part of their buffer are kept without the rest.
        setStructured(cache, 'a', { text, list, inner: { one, part: one.subarray(1, 3) } });
        expect(getStructured(cache, 'a')).toEqual({ text, list, inner: { one, part: one.slice(1, 3) } });
      },
    ),
  );
});

test('plain data of which a typed array is missing is not given', () => {
  const cache = memory();
  setStructured(cache, 'a', { name: 'one', list: [new Uint8Array(1), new Uint8Array(2)] });
  for (const [key, value] of [...cache.records]) {
    cache.records.delete(key);
    expect(getStructured(cache, 'a')).toBeUndefined();
    cache.records.set(key, value);
  }
  expect(getStructured(cache, 'a')).toBeDefined();
  expect(getStructured(cache, 'b')).toBeUndefined();
});

test('plain data that replaces other data is never mixed with it', () => {
  const cache = memory();
  setStructured(cache, 'a', { name: 'one', list: new Uint8Array([1]) });
  const head = cache.get('a');
  setStructured(cache, 'a', { name: 'two', list: new Uint8Array([2]) });
  // As after a crash in between: the arrays are written, the rest is not.
  if (head !== undefined) cache.set('a', head);
  expect(getStructured(cache, 'a')).toEqual({ name: 'one', list: new Uint8Array([1]) });
});
