import fc from 'fast-check';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { cutAt } from '#library/post/frontMatter/cut.ts';

const pieces = [
  '---',
  '+++',
  ';;;',
  '-',
  '...',
  '\n',
  '\n',
  ' ',
  'yaml',
  'title: A',
  '# told',
  '#',
  '일',
  '{"a": 1}',
];

test('a text is cut at its marks as gray-matter cuts it', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(''));
  const marks = fc.constantFrom(
    ['---', '---'],
    ['----', '---'],
    ['+++', '+++'],
    [';;;', ';;;'],
    ['---', '...'],
  );
  fc.assert(
    fc.property(marks, fc.boolean(), text, ([open = '', close = ''], named, rest) => {
      const source = `${open}${named ? ' yaml' : ''}\n${rest}`;
      const blocks: string[] = [];
      const parse = (block: string): object => {
        blocks.push(block);
        return {};
      };
      const { content } = matter(source, {
        language: 'yaml',
        delimiters: [open, close],
        engines: { yaml: parse },
      });
      const cut = cutAt(source, open, close);
      expect(cut.content).toBe(content);
      for (const block of blocks) expect(cut.block).toBe(block);
    }),
    { numRuns: 500 },
  );
});
