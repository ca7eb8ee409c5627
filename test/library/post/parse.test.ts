import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parse, parseWhole } from '#library/post/markdown/parseMarkdown.ts';

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

const plain = fc.constantFrom(
  ...[
    '\n\n',
    '\n\n',
    '\n',
    '# ',
    '## ',
    ' ',
    ' ',
    '. ',
    ': ',
    ', ',
    '- ',
    '!',
    '(',
    ') ',
    '"',
    '->',
    '\u00a0',
  ],
  ...[
    '말',
    '바다',
    'word',
    'a',
    '3',
    '**말**',
    ' **a word** ',
    '**',
    ' **',
    '** ',
    '*',
    '**b.**',
    '**3**',
    'é',
    '😀',
  ],
);
const other = fc.constantFrom(
  ...['- item\n\n', '```\n', '    code\n\n', '> quote\n', '<div>\n', '<!--\n', '-->\n', '===\n', '---\n'],
  ...[
    '[a]: /b\n\n',
    '[a]',
    '[^1]: note\n\n',
    '[^1]',
    '1. one\n',
    '  two\n\n',
    '`code`',
    '<b>x</b>',
    '| a |\n|--|\n',
  ],
);

/** A tree without columns, and without the places of what stands within paragraphs and headings. */
function withoutColumns(node: Nodes, within = false): object {
  const { position, ...rest } = node;
  const inside = within || node.type === 'paragraph' || node.type === 'heading';
  const lines = position && !within ? [position.start.line, position.end.line] : undefined;
  const children =
    'children' in node ? node.children.map((child) => withoutColumns(child, inside)) : undefined;
  return { ...rest, lines, children };
}

test.each([
  { name: 'marks', parts: fc.array(piece, { maxLength: 20 }) },
  { name: 'plain words', parts: fc.array(plain, { maxLength: 20 }) },
  { name: 'plain words between others', parts: fc.array(fc.oneof(plain, other), { maxLength: 20 }) },
])('a text is read equally whether or not what cannot be in it is looked for: $name', ({ parts }) => {
  fc.assert(
    fc.property(parts, (all) => {
      const source = all.join('');
      const [{ children: own }, { children: whole }] = [parse(source), parseWhole(source)];
      const [sparing, full] = [own, whole].map((nodes) => nodes.map((node) => withoutColumns(node)));
      expect(sparing).toEqual(full);
    }),
    { numRuns: 300 },
  );
});
