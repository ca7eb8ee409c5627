import fc from 'fast-check';

const codePointOf = (unit: unknown): number => {
  const code = typeof unit === 'string' ? unit.codePointAt(0) : undefined;
  if (code === undefined || String.fromCodePoint(code) !== unit) throw new Error('not one code point');
  return code;
};

/** Each code point as often as any other. */
const codePoint = fc
  .oneof(
    { arbitrary: fc.integer({ min: 0, max: 0xd7ff }), weight: 1 },
    { arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }), weight: 19 },
  )
  .map((code) => String.fromCodePoint(code), codePointOf);

/**
 * Text of any code points but halves of surrogate pairs, up to a number of them: `fc.string({ unit: 'binary' })`, which
 * takes a second to be made.
 */
export const anyText = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit: codePoint, maxLength });
