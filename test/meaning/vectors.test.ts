import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createVectors } from '../../src/meaning/vectors.ts';

const unit = (numbers: readonly number[]): Float32Array => {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (value) => value / length);
};

const piece = (section: string, hash = section) => ({ session: '1', section, hash });
const ref = (section: string) => ({ session: '1', section });

describe('the vectors of a library', () => {
  test('tell the places of sections as exact cosines do, up to what is as good as equal', () => {
    const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });
    const nonzero = numbers.filter((vector) => Math.hypot(...vector) > 0.1);
    fc.assert(
      fc.property(fc.array(nonzero, { minLength: 2, maxLength: 12 }), nonzero, (given, asked) => {
        const vectors = createVectors(
          given.map((_, at) => piece(`s${at}`)),
          16,
        );
        for (const [at, one] of given.entries()) vectors.add(`s${at}`, unit(one));
        const question = unit(asked);
        const nearness = vectors.nearness(question);
        const cosine = (at: number) =>
          unit(given[at] ?? []).reduce((sum, value, i) => sum + value * (question[i] ?? 0), 0);
        for (const [one] of given.entries())
          for (const [other] of given.entries())
            if (cosine(one) > cosine(other) + 0.02)
              expect(nearness?.place(ref(`s${one}`))).toBeLessThan(nearness?.place(ref(`s${other}`)) ?? 0);
      }),
    );
  });

  test('a section is as near as the nearest of its pieces, and unknown without a vector', () => {
    const vectors = createVectors([piece('a', 'a1'), piece('a', 'a2'), piece('b'), piece('c')], 2);
    expect(vectors.nearness(unit([1, 0]))).toBeUndefined();
    vectors.add('a1', unit([0, 1]));
    vectors.add('a2', unit([1, 0.1]));
    vectors.add('b', unit([1, 1]));
    const nearness = vectors.nearness(unit([1, 0]));
    expect(['a', 'b', 'c', 'gone'].map((section) => nearness?.place(ref(section)))).toEqual([
      1,
      2,
      undefined,
      undefined,
    ]);
    expect([...vectors.missing()]).toEqual(['c']);
  });

  test('are carried over to the next library, and compare with nothing of another size', () => {
    const before = createVectors([piece('a'), piece('b')], 2);
    before.add('a', unit([1, 0]));
    const vectors = createVectors([piece('a'), piece('c')], 2, before);
    expect([...vectors.missing()]).toEqual(['c']);
    expect(vectors.nearness(unit([1, 0]))?.place(ref('a'))).toBe(1);
    expect(vectors.nearness(unit([1, 0, 0]))).toBeUndefined();
    expect([...createVectors([piece('a')], 3, before).missing()]).toEqual(['a']);
  });

  test('tell whether the nearest section stands out from the others', () => {
    const sections = Array.from({ length: 40 }, (_, at) => `s${at}`);
    const vectors = createVectors(
      sections.map((section) => piece(section)),
      41,
    );
    const axis = (at: number) => unit(Array.from({ length: 41 }, (_, i) => (i === at ? 1 : 0.05)));
    for (const [at, section] of sections.entries()) vectors.add(section, axis(at));
    expect(vectors.nearness(axis(3))?.standsOut).toBeGreaterThan(2);
    // As far from one as from any other.
    expect(vectors.nearness(axis(40))?.standsOut).toBeLessThan(1);
  });

  test('take a byte a number', () => {
    expect(
      createVectors(
        Array.from({ length: 100 }, (_, at) => piece(`s${at}`)),
        1_024,
      ).bytes,
    ).toBe(100 * 1_028);
  });
});
