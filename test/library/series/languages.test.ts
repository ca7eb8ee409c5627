import { expect, test } from 'vitest';
import type { Library } from '#library/model.ts';
import { codes, folder, post } from '../folder.ts';

const TEXT = {
  ko: '서버를 옮긴 이야기를 적는다. 처음에는 쉬워 보였지만 그렇지 않았다.',
  en: 'This is the story of how we moved our servers, and of what we have learned from it.',
  ja: 'この記事では、サーバーを移した話を書きます。最初は簡単に見えました。',
  zh: '本文介绍我们如何迁移服务器，以及从中学到的经验。',
  de: 'In diesem Beitrag zeigen wir, wie wir unsere Server umgezogen haben und was wir dabei gelernt haben.',
  es: 'En este artículo contamos cómo movimos nuestros servidores y lo que hemos aprendido de todo esto.',
  ru: 'В этой статье мы расскажем, как мы перенесли наши серверы и чему мы научились.',
};

const languages = (library: Library): Record<string, string> =>
  Object.fromEntries(
    library.sessions.flatMap(({ posts }) => posts.map(({ file, language }) => [file, language])),
  );

/** The files of each session that has several. */
const merged = (library: Library): string[][] =>
  library.sessions
    .filter(({ posts }) => posts.length > 1)
    .map(({ posts }) => posts.map(({ file }) => file).sort())
    .sort();

test('the language is that of the prose, whatever code there is', async () => {
  const code = `\`\`\`js\n${'const answer = computeTheAnswerOfEverything(input);\n'.repeat(40)}\`\`\``;
  const made = await folder(
    Object.fromEntries(
      Object.entries(TEXT).map(([language, text]) => [
        `${language}-post.md`,
        post('Kafka', `${text}\n\n${code}`),
      ]),
    ),
  );
  for (const [file, language] of Object.entries(languages(await made.read())))
    expect(file).toBe(`${language}-post.md`);
});

test('two posts in one language with one number are two sessions, both to be read', async () => {
  const code = `\`\`\`js\n${'const answer = computeTheAnswerOfEverything(input);\n'.repeat(40)}\`\`\``;
  const made = await folder({
    'a.md': post('가을 모임(1)-하나', `# 처음\n${TEXT.ko}\n\n# 다음\n${TEXT.ko}`),
    'b.md': post('가을 모임(1)-둘', `# 처음\n${TEXT.ko}\n\n${code}\n\n# 다음\n${TEXT.ko}`),
  });
  expect((await made.read()).sessions).toHaveLength(2);
});

test('folders and names that only look like language tags are none', async () => {
  const files = {
    'ml/keynote.md': TEXT.ko,
    'os/keynote.md': TEXT.ko,
    'ar/intro.md': TEXT.en,
    'it/intro.md': TEXT.en,
    'socket.io.md': TEXT.ko,
    'krypt.co.md': TEXT.en,
    'next.js.md': TEXT.ko,
    'is/keynote.md': TEXT.en,
  };
  const made = await folder(
    Object.fromEntries(Object.entries(files).map(([file, text]) => [file, post('Post', text)])),
  );
  const library = await made.read();
  expect(merged(library)).toEqual([]);
  expect(languages(library)).toEqual({
    'ml/keynote.md': 'ko',
    'os/keynote.md': 'ko',
    'ar/intro.md': 'en',
    'it/intro.md': 'en',
    'socket.io.md': 'ko',
    'krypt.co.md': 'en',
    'next.js.md': 'ko',
    'is/keynote.md': 'en',
  });
});

test('translations are known by their paths, as generators lay them out', async () => {
  const pairs: [string, string][] = [
    ['a.md', 'a.ja.md'],
    ['talk/index.md', 'talk/index.en.md'],
    ['content/ko/posts/b.md', 'content/en/posts/b.md'],
    ['_posts/2020-01-02-fest-ko.md', '_posts/2020-01-02-fest-en.md'],
    ['meetup/index.md', 'meetup-en/index.md'],
    ['kr/c.md', 'jp/c.md'],
    ['blog/2024-05-03-x/index.md', 'i18n/en/docusaurus-plugin-content-blog/2024-05-03-x/index.md'],
    ['docs/guide/d.md', 'i18n/ja/docusaurus-plugin-content-docs/current/guide/d.mdx'],
    ['e.md', 'de/e.md'],
  ];
  for (const [original, translation] of pairs) {
    const language = /\b(en|ja|jp|de)\b/u.exec(translation)?.[1]?.replace('jp', 'ja') ?? '';
    const text = language === 'en' ? TEXT.en : language === 'de' ? TEXT.de : TEXT.ja;
    const made = await folder({ [original]: post('글', TEXT.ko), [translation]: post('Post', text) });
    const library = await made.read();
    expect(languages(library), translation).toEqual({ [original]: 'ko', [translation]: language });
    expect(merged(library), translation).toEqual([[original, translation].sort()]);
  }
});

test('a copy that nobody translated yet counts where its language is told by the place', async () => {
  const made = await folder({
    'docs/a.md': post('Guide', TEXT.en),
    'i18n/fr/docusaurus-plugin-content-docs/current/a.md': post('Guide', TEXT.en),
  });
  expect(merged(await made.read())).toHaveLength(1);
});

test('front matter says what belongs together', async () => {
  const made = await folder({
    'x.md': post('글', TEXT.ko, 'translationKey: move'),
    'y.md': post('Post', TEXT.en, 'translationKey: move'),
    'z.md': post('글', TEXT.ko, 'ref: other'),
    'w.md': post('記事', TEXT.ja, 'ref: other'),
  });
  expect(merged(await made.read())).toEqual([
    ['w.md', 'z.md'],
    ['x.md', 'y.md'],
  ]);
});

test('a number and an event make translations only where the outlines agree', async () => {
  const ko = '# Kafka\n글 1\n\n# Spark\n글 2\n\n## Druid 9\n글 3';
  const en = '# Kafka\ntext 1\n\n# Spark\ntext 2\n\n## Druid 9\ntext 3';
  const other = '# Something\nelse\n\n### deeper\nand more\n\n### deeper still\nand more\n\n# End\nof it';
  const read = async (text: string) =>
    (
      await folder({
        'a.md': post('Sky Summit 하늘(3)-별', ko, 'lang: ko'),
        'b.md': post('Sky Summit Heaven(3)-Stars', text, 'lang: en'),
      })
    ).read();
  expect(merged(await read(en))).toHaveLength(1);
  expect(merged(await read(other))).toEqual([]);
});

test('a post that is a title alone is an error', async () => {
  const made = await folder({ 'a.md': post('제목만 있는 글', '') });
  expect(codes(await made.read())).toEqual(['no-text:1']);
});

test.each([
  [
    'ko',
    '## 용어\n- Sliding Window Protocol : 설명\n- Selective Repeat Acknowledgement Timer : 설명\n- Congestion Control : 설명',
  ],
  [
    'zh',
    'Docker 是一个 container 平台，用 Dockerfile build image，然后 run container，docker compose multi container application',
  ],
  ['ja', '環境構築手順。仮想環境作成、依存関係導入、動作確認を行う。'],
  [
    'en',
    '<h2>Horns</h2>\nA horn, loud and low, carries far. Bells do not. One blast, two blasts, back to horns.',
  ],
])('a text of terms, or of few words, is in the language between them: %s', async (language, text) => {
  const library = await (await folder({ 'a.md': text })).read();
  expect(library.sessions[0]?.posts[0].language).toBe(language);
});
