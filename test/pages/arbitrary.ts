import fc from 'fast-check';

const word = fc.constantFrom(
  '데이터',
  '세션이다.',
  'BigQuery',
  'a_b_c',
  '2 * 3',
  '<@1>',
  '@everyone',
  '# 아님',
  '||비밀||',
  'https://a.b/c_d',
  '`x`',
  '👩‍👩‍👧',
  '끝.',
  'word',
  '[x]',
  '\\*',
  '~~',
  '1.',
  '-',
  ':tada:',
  '<b>굵게</b>',
  '&amp;',
  '가'.repeat(90),
  '문장이 끝났습니다.',
  'It ends here.',
  '(괄호)',
  '<t:1:R>',
);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));

const inline: fc.Arbitrary<string> = fc.oneof(
  words,
  words.map((text) => `**${text.replaceAll('*', '')}**`),
  words.map((text) => `*${text.replaceAll('*', '')}*`),
  fc.constantFrom(
    '**굵*기울임*게**',
    '***둘다***',
    '**a***b*',
    '~~지움~~',
    '`` a`b ``',
    '`**`',
    '**`**`**',
    '[링크 [하나]](https://a.b/(c))',
    '[https://x.y](https://z.w)',
  ),
  fc.constantFrom(
    '<https://auto.link/a>',
    '[메일](mailto:a@b.c)',
    '[위험](javascript:alert)',
    '![그림](a.png)',
    '각주[^1]',
    '줄\\\n바꿈',
    '[참조][r]',
    '줄  \n바꿈',
  ),
);
const paragraph = fc.array(inline, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
const long = fc
  .tuple(paragraph, fc.integer({ min: 2, max: 60 }))
  .map(([text, times]) => `${text} `.repeat(times));

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);
const list = fc.letrec<{ readonly list: string; readonly item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small' },
    paragraph,
    fc.tuple(paragraph, tie('list')).map(([text, inner]) => `${text}\n${inner}`),
    paragraph.map((text) => `[x] ${text}`),
    fc.constant('```js\ncode()\n```'),
  ),
  list: fc
    .tuple(fc.boolean(), fc.array(tie('item'), { minLength: 1, maxLength: 6 }))
    .map(([ordered, items]) =>
      items
        .map((item, at) => (ordered ? `${at + 1}. ${indent(item, '   ')}` : `- ${indent(item, '  ')}`))
        .join('\n'),
    ),
})).list;

const code = fc
  .array(fc.constantFrom('SELECT * FROM t;', '', '  // 주석', '~~~', 'x'.repeat(300), '한글 줄', '``'), {
    maxLength: 40,
  })
  .map((lines) => `\`\`\`sql\n${lines.join('\n')}\n\`\`\``);
const cell = fc.constantFrom(
  '수집',
  'Cloud Pub/Sub',
  '**굵게**',
  '[문서](https://a.b)',
  '아주 긴 칸의 글이 여기에 있습니다 그리고 더',
  '',
  '1,234',
  '👍',
);
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 30 }),
  )
  .map(([columns, rows]) =>
    [Array(columns).fill('머리'), Array(columns).fill('---'), ...rows.map((row) => row.slice(0, columns))]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n'),
  );

const block = fc.oneof(
  paragraph,
  long,
  list,
  code,
  table,
  fc
    .tuple(fc.oneof(paragraph, list, code), fc.boolean())
    .map(([text, deeper]) => indent(`> ${text}`, deeper ? '> > ' : '> ')),
  fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  fc.constantFrom(
    '***',
    '<div>\n<p>문단 하나</p>\n<p>둘 &lt;셋&gt;</p>\n</div>',
    '[^1]: 각주의 글',
    '[r]: https://ref.example/a_b',
    '<script>alert(1)</script>',
    '제목\n===',
  ),
);

/** Markdown as people write it, and as they should not. */
export const markdown: fc.Arbitrary<string> = fc
  .array(block, { maxLength: 10 })
  .map((blocks) => blocks.join('\n\n'));

/** Names as they come out of headings and titles. */
export const name: fc.Arbitrary<string> = fc.oneof(
  words,
  fc.constantFrom(
    '',
    ' ',
    '**',
    '가'.repeat(300),
    '👩‍👩‍👧'.repeat(60),
    '<@1> @everyone',
    '_'.repeat(200),
    'a'.repeat(500),
  ),
);
