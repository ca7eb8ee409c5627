import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '#library/post/markdown/markdown.ts';

const piece = fc.constantFrom(
  ...['a', 'b c', '가나', '바다를', 'www.', 'http', '://', 'x.com', '@', '&#64;', '&amp;', '\\', ':'],
  ...[
    '|',
    '-',
    ':-',
    '-:',
    '\n',
    '\n\n',
    '\n- ',
    '\n> ',
    '\n1. ',
    '\n---\n',
    '\n| a | b |\n|---|---|\n',
    '\n:-\n',
  ],
  ...[
    '~~',
    '~',
    '**',
    '*',
    '_',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '[^1]',
    '\n[^1]: ',
    '[ ] ',
    '[x] ',
    '<',
    '>',
    '!',
    '#',
    ' ',
  ],
);

test('a text is read equally whether or not what cannot be in it is looked for', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
      const source = parts.join('');
      expect(parse(source)).toEqual(parse(source, false));
    }),
    { numRuns: 150 },
  );
});
