import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, folder, onlyPost, post, postsOf } from '../folder.ts';

test.each<[file: string, frontMatter: string, url: string | undefined]>([
  ['2020-05-06-my-talk.md', 'category: Dev Notes', 'https://x.dev/blog/dev%20notes/2020/05/06/my-talk.html'],
  ['2020-05-06-my-talk.md', 'permalink: /talks/:year/:title/', 'https://x.dev/blog/talks/2020/my-talk/'],
  ['2020-05-06-my-talk.md', 'permalink: pretty', 'https://x.dev/blog/2020/05/06/my-talk/'],
  ['plain.md', 'url: https://other.example/t', 'https://other.example/t'],
  ['plain.md', 'url: javascript:alert(1)', undefined],
  ['plain.md', '', undefined],
  ['plain.md', 'date: 2020-01-02', 'https://x.dev/blog/2020/01/02/plain.html'],
  ['en/2020-05-06-t.md', '', 'https://x.dev/blog/en/2020/05/06/t.html'],
  ['notes/_posts/2020-05-06-t.md', '', 'https://x.dev/blog/notes/2020/05/06/t.html'],
])(
  'a post is published where its front matter says, else where Jekyll puts it: $0 $1',
  async (file, more, url) => {
    const made = await folder({ [file]: post('T', 'Some text', more) });
    expect(onlyPost(await made.read({ siteUrl: 'https://x.dev/blog' })).url).toBe(url);
  },
);

test('a post has no address without a site', async () => {
  const without = await folder({ '2020-05-06-t.md': post('T', 'Text') });
  expect(onlyPost(await without.read()).url).toBeUndefined();
  expect(onlyPost(await without.read({ siteUrl: 'ftp://x.dev' })).url).toBeUndefined();
});

test('pictures come from the content folder, else from the site; kramdown attributes go', async () => {
  const made = await folder({
    'ko/a.md': post(
      'T',
      '# S\n![하나](/assets/one.png){: width="320"}\n\n![둘](two.jpg "title") 글 <img src="/assets/three.webp" alt="셋" width=3>\n\n![넷](/web.png) ![다섯](https://cdn.example/5.gif)\n\n![여섯][pic]\n\n[pic]: ../assets/six.png',
    ),
    'assets/one.png': 'png',
    'ko/two.jpg': 'jpg',
    'assets/three.webp': 'webp',
    'assets/six.png': 'png',
  });
  const one = onlyPost(await made.read({ siteUrl: 'https://x.dev/blog/' }));
  const [found] = one.sections;
  expect(found?.images).toStrictEqual([
    { kind: 'file', alt: '하나', path: join(made.dir, 'assets', 'one.png'), name: 'assets-one.png' },
    { kind: 'file', alt: '둘', path: join(made.dir, 'ko', 'two.jpg'), name: 'ko-two.jpg' },
    { kind: 'file', alt: '셋', path: join(made.dir, 'assets', 'three.webp'), name: 'assets-three.webp' },
    { kind: 'url', alt: '넷', url: 'https://x.dev/blog/web.png' },
    { kind: 'url', alt: '다섯', url: 'https://cdn.example/5.gif' },
    { kind: 'file', alt: '여섯', path: join(made.dir, 'assets', 'six.png'), name: 'assets-six.png' },
  ]);
  expect(found?.text).toBe('글');
  expect(one.image).toStrictEqual(found?.images[0]);
});

test('pictures that are missing, leave the folder, or cannot be shown are named and left out', async () => {
  const made = await folder({
    'in/a.md': post(
      'T',
      '# S\ntext\n\n![a](gone.png)\n![b](../../etc/secret.png)\n![c](draw.svg)\n![d](file:///etc/x.png)\n![e](/root.png)\n![f]()',
    ),
    'in/draw.svg': '<svg/>',
  });
  const library = await made.read();
  expect(onlyPost(library).sections[0]?.images).toEqual([]);
  expect(codes(library)).toEqual([
    'missing-image:7',
    'missing-image:8',
    'image-format:9',
    'unsafe-link:10',
    'missing-image:11',
    'missing-image:12',
  ]);
});

test('links between posts lead to where they are published, and dead ones are named', async () => {
  const made = await folder({
    '2020-01-01-a.md': post(
      'A',
      '# S\n[b](2020-01-02-b.md#part) [gone](nowhere.md) [b2]({% post_url 2020-01-02-b %}) [bad](2020-01-02-b.md#no) [self](#s) [lost](#zzz)',
    ),
    '2020-01-02-b.md': post(
      'B',
      '## Part\ntext [home]({{ site.baseurl }}/about) [old](/2019/01/01/old.html)',
    ),
  });
  const library = await made.read({ siteUrl: 'https://x.dev' });
  const blocks = postsOf(library).map((one) => JSON.stringify(one.sections[0]?.blocks));
  const urls = blocks.map((text) => [...text.matchAll(/"url":"([^"]+)"/gu)].map((match) => match[1]));
  expect(urls).toEqual([
    [
      'https://x.dev/2020/01/02/b.html#part',
      'https://x.dev/2020/01/02/b.html',
      'https://x.dev/2020/01/02/b.html#no',
      'https://x.dev/2020/01/01/a.html#s',
      'https://x.dev/2020/01/01/a.html#zzz',
    ],
    ['https://x.dev/about', 'https://x.dev/2019/01/01/old.html'],
  ]);
  expect(codes(library)).toEqual(['dead-link:5', 'dead-link:5', 'dead-link:5', 'dead-link:5']);
});

test.each([
  ['note.md', '![[hall.png|400]]', '첨부/hall.png'],
  ['note.md', '![](hall.png)', 'deep/er/Hall.png'],
  ['source/_posts/tide.md', '{% asset_img hall.png 그림 %}', 'source/_posts/tide/hall.png'],
  ['docs/a.md', '![](@site/static/img/hall.png)', 'static/img/hall.png'],
  ['content/posts/a/index.md', '{{< figure src="hall.png" >}}', 'content/posts/a/hall.png'],
  ['articles/a.md', '![](/images/hall.png =400x)', 'images/hall.png'],
  ['_posts/2024-01-01-a.md', '![](/assets/hall.png){: width="3"}', 'assets/hall.png'],
  ['바다 0123456789abcdef0123456789abcdef.md', '![](%EB%B0%94%EB%8B%A4/hall.png)', '바다/hall.png'],
])('%s with %s shows %s', async (file, text, picture) => {
  const made = await folder({ [file]: post('글', `글.\n\n${text}`) });
  await made.write(picture, 'x');
  const images = (await made.read()).sessions[0]?.posts[0].sections.flatMap((one) => one.images) ?? [];
  expect(images.map((image) => (image.kind === 'file' ? image.path.endsWith(picture) : image))).toEqual([
    true,
  ]);
});

test('a picture of which only the name is said, and that two folders have, is neither', async () => {
  const made = await folder({ 'note.md': post('글', '글.\n\n![[hall.png]]') });
  for (const place of ['a', 'b']) await made.write(`${place}/hall.png`, 'x');
  expect((await made.read()).findings.map(({ code }) => code)).toContain('missing-image');
});
