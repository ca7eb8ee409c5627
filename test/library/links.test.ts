import { expect, test } from 'vitest';
import { linkedPlaces } from '#library/links.ts';
import type { Library } from '#library/model.ts';
import { folder, post } from './folder.ts';

/** Where the links of a post lead, as `file` or `file#name of the section`. */
function places(library: Library, file: string): string[] {
  const session = library.sessions.find(({ posts }) => posts.some((one) => one.file === file));
  const found = session?.posts.find((one) => one.file === file);
  if (!session || !found) return expect.unreachable(file);
  return found.sections.flatMap((section) =>
    linkedPlaces(library, { session, post: found, section }).map(({ session: to, section: id }) => {
      const name = to.posts[0].sections.find((one) => one.id === id)?.name;
      return to.posts[0].file + (name === undefined ? '' : `#${name}`);
    }),
  );
}

const HEADINGS = `## 데이터 수집
글

## 끝맺는 말
글

## 끝맺는 말
글

## 1. 번호 제목
글

## Q & A: What is it?
글

<a id="my-anchor"></a>
## 🚀 앵커
글

<a name="named"></a>

## 이름
글

## 정해진 {#fixed}
글
`;

test.each([
  ['#데이터-수집', '데이터 수집'],
  ['#%EB%8D%B0%EC%9D%B4%ED%84%B0-%EC%88%98%EC%A7%91', '데이터 수집'],
  ['#끝맺는-말-1', '끝맺는 말'],
  ['#1-번호-제목', '번호 제목'],
  ['#번호-제목', '번호 제목'],
  ['#q--a-what-is-it', 'Q & A: What is it?'],
  ['#-앵커', '🚀 앵커'],
  ['#my-anchor', '🚀 앵커'],
  ['#named', '이름'],
  ['#fixed', '정해진'],
])('%s leads to the section "%s", from its own post and from another', async (anchor, name) => {
  const made = await folder({
    'b.md': post('비', `[여기](${anchor})\n\n${HEADINGS}`),
    'a.md': post('에이', `[저기](b.md${anchor})`),
  });
  const library = await made.read();
  expect(places(library, 'a.md')).toEqual([`b.md#${name}`]);
  expect(places(library, 'b.md')).toEqual([`b.md#${name}`]);
  expect(library.findings.filter(({ code }) => code === 'dead-link')).toEqual([]);
});

test.each([
  'talk.md',
  './talk.md',
  'talk',
  'talk/',
  'talk.html',
  '/2024/talk.md',
  '../2024/talk.md',
  '/2024/05/03/talk.html',
  '/blog/talk/',
  'talk.md?x=1#gone',
])('%s leads to the session', async (link) => {
  const made = await folder({
    '2024/talk.md': post('발표', '글이다.'),
    '2024/a.md': post('에이', `[저기](${link})`),
  });
  expect(places(await made.read(), '2024/a.md')).toEqual(['2024/talk.md']);
});

test.each(['talk.png', '/tags/talk/', 'https://x.dev/talk', 'nowhere.md', '#top', 'a.md'])(
  '%s leads nowhere within the posts, or to where one is',
  async (link) => {
    const made = await folder({
      'talk.md': post('발표', '글이다.'),
      'a.md': post('에이', `[저기](${link})`),
    });
    expect(places(await made.read(), 'a.md')).toEqual([]);
  },
);

test('two posts of one name are told apart by their paths alone', async () => {
  const made = await folder({
    '2024/keynote.md': post('하나', '[옆](keynote.md) [저기](../2025/keynote.md) [어디](/x/keynote.md)'),
    '2025/keynote.md': post('둘', '글이다.'),
  });
  expect(places(await made.read(), '2024/keynote.md')).toEqual(['2025/keynote.md']);
});
