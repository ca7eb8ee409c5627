import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFlatYaml } from '#library/post/frontMatter/flatYaml.ts';
import { readStrictYaml } from '#library/post/frontMatter/yaml.ts';

test.each([
  '\ntitle: Plain words, and more\ndate: 2018-10-25 10:00:00 +0900',
  '\ntitle: "In quotes: a colon # and a mark"\ntags: [a, b c, 3]\n',
  "\ntitle: 'Single'\ncategories:\n  - one\n  - two words\nnumber: 5\ndraft: false\nsubtitle:\n",
  '\ntitle: 구글 클라우드 넥스트(5)-빅쿼리\nlang: ko\ntags:\n- 가\n- 나',
])('front matter of lines is read without the whole of YAML: %j', (source) => {
  const read = readFlatYaml(source);
  expect(read).toBeDefined();
  expect(read).toEqual(readStrictYaml(source));
});

test.each([
  '\ntitle: [Kotlin]',
  '\ntitle: >\n  folded',
  '\ntitle: a: b',
  '\ntitle: a # not a part of it',
  '\nspeakers:\n  - name: A\n',
  '\ntitle: one\n  line more',
  '\ntitle: "a \\" b"',
  '\ntitle: a\ntitle: b',
  '\n: x',
])('all else is left to a whole reader of YAML: %j', (source) => {
  expect(readFlatYaml(source)).toBeUndefined();
});

const piece = fc.constantFrom(
  ...[
    'title',
    'date',
    'a',
    'true',
    'null',
    'no',
    'y',
    'tags',
    '가',
    '2018-10-25',
    '10:00',
    '+0900',
    '5',
    '05',
    '1.5',
    '0x1f',
  ],
  ...[
    ':',
    ': ',
    ' ',
    '  ',
    '\n',
    '\n  ',
    '- ',
    '\n- ',
    '\n  - ',
    '#',
    ' #',
    '"',
    "'",
    '\\',
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
  ],
  ...[
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '~',
    '-',
    '.',
    '...',
    '\t',
    '\u00a0',
    'é',
    'b c',
    '=',
    '<<',
    'a/b',
  ],
);
const value = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
const line = fc
  .tuple(
    fc.constantFrom('title', 'date', 'tags', 'lang', 'x', 'Null', 'a-b'),
    fc.constantFrom(': ', ':', ':  '),
    value,
  )
  .map((parts) => parts.join(''));

test('whatever is read line by line, YAML reads equally', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(line, value), { maxLength: 5 }), (parts) => {
      const source = `\n${parts.join('\n')}`;
      const read = readFlatYaml(source);
      if (read !== undefined) expect(read).toEqual(readStrictYaml(source));
    }),
    { numRuns: 2000 },
  );
});
