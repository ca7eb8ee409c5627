import { expect, test } from 'vitest';
import { check } from '#library/check.ts';
import { layoutOf } from '#library/layout.ts';
import { folder, post } from './folder.ts';

test.each([
  ['_config.yml', ['_posts/a.md', 'about.md'], ['_posts']],
  ['_config.yml', ['source/_posts/a.md', 'source/about/index.md'], ['source/_posts']],
  ['hugo.toml', ['content/posts/a.md', 'content/about.md'], ['content/posts']],
  [
    'config.toml',
    ['content/ko/posts/a.md', 'content/en/posts/a.md'],
    ['content/ko/posts', 'content/en/posts'],
  ],
  [
    'docusaurus.config.ts',
    ['blog/a.md', 'docs/b.md', 'i18n/en/docusaurus-plugin-content-blog/a.md', 'src/pages/c.md'],
    ['blog', 'docs', 'i18n/en/docusaurus-plugin-content-blog'],
  ],
  ['website/docusaurus.config.js', ['website/docs/a.md', 'notes/b.md'], ['website/docs']],
  ['astro.config.mjs', ['src/content/blog/a.mdx', 'src/pages/index.md'], ['src/content/blog']],
  ['eleventy.config.mjs', ['src/posts/a.md', 'src/about.md'], ['src/posts']],
  ['eleventy.config.ts', ['content/blog/a.md', 'content/about.md'], ['content/blog']],
  ['.eleventy.js', ['posts/a.md', 'about/index.md'], ['posts']],
  ['.vitepress', ['posts/a.md', 'pages/tags.md'], ['posts']],
  ['docs/.vitepress', ['docs/blog/a.md', 'docs/about.md', 'notes/b.md'], ['docs/blog']],
  ['docs/.vuepress', ['docs/_posts/a.md', 'docs/about.md'], ['docs/_posts']],
  [
    'nuxt.config.ts',
    ['content/ko/blog/a.md', 'content/en/blog/a.md'],
    ['content/ko/blog', 'content/en/blog'],
  ],
  ['nuxt.config.ts', ['content/2.blog/a.md', 'content/1.index.md'], ['content/2.blog']],
  ['nuxt.config.ts', ['content/a.md', 'README.md'], ['content']],
  ['gatsby-config.js', ['content/blog/hello/index.md', 'content/about.md'], ['content/blog']],
  ['gatsby-config.ts', ['src/pages/blog/a.mdx', 'src/pages/about.mdx'], ['src/pages/blog']],
  ['package.json', ['articles/a.md', 'books/b.md'], ['articles']],
  ['package.json', ['articles/a.md', 'README.md'], ['articles']],
  ['package.json', ['talks/a.md', 'talks/b.md', 'docs/c.md'], ['.']],
])('%s with %j: posts are taken from %j', (setting, posts, folders) => {
  expect(layoutOf(posts, [setting]).folders).toEqual(folders);
});

test('a plain folder is taken whole', () => {
  expect(layoutOf(['docs/a.md', 'talks/b.md', 'c.md'], []).folders).toEqual(['.']);
  expect(layoutOf(['docs/a.md', 'README.md'], []).folders).toEqual(['docs']);
});

test('check says where the posts lie, what is skipped and why, and counts', async () => {
  const made = await folder({
    '_config.yml': 'title: x',
    '_posts/2024-01-02-a.md': post('글', '글이 있다.'),
    '_posts/_index.md': post('장', '글이 있다.'),
    'about.md': post('나', '글이 있다.'),
    'README.md': '# 저장소',
    'LICENSE.md': 'MIT',
  });
  const { text, errors } = await check([made.dir], { siteUrl: undefined, defaultLanguage: 'ko' });
  expect(errors).toBe(0);
  expect(text.replaceAll(`${made.dir}/`, '')).toBe(
    [
      'Posts are taken from _posts: where Jekyll keeps posts (_config.yml).',
      'LICENSE.md:1: note: The file is not read: it is about the repository.',
      'README.md:1: note: The file is not read: it is not in _posts.',
      '_posts/_index.md:1: note: The file is not read: it is the page of a chapter.',
      'about.md:1: note: The file is not read: it is not in _posts.',
      '1 post, 1 session, 1 language (ko), 0 errors, 0 warnings.',
    ].join('\n'),
  );
});

test('a folder of settings whose name begins with a dot tells where the posts lie', async () => {
  const made = await folder({
    'docs/.vitepress/config.mts': 'export default {}',
    'docs/posts/a.md': post('글', '글이 있다.'),
    'docs/about.md': post('나', '글이 있다.'),
  });
  const { text } = await check([made.dir], { siteUrl: undefined, defaultLanguage: 'ko' });
  expect(text).toMatch(/^Posts are taken from \S*docs\/posts: where VitePress keeps posts/u);
});

test('a folder without posts is an error that names what was looked for', async () => {
  const made = await folder({ 'a.txt': 'x' });
  const { errors, text } = await check([made.dir], { siteUrl: undefined, defaultLanguage: 'ko' });
  expect(errors).toBe(1);
  expect(text).toContain('_posts, source/_posts');
  expect(text).toMatch(/\n0 posts, 0 sessions, 0 languages, 1 error, 0 warnings\.$/u);
});
