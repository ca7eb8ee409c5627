import { expect, test } from 'vitest';
import { folder } from '../folder.ts';

/** Who speaks in a library of one post: names, what they do and where. */
async function said(name: string, source: string): Promise<readonly string[]> {
  const [session] = (await (await folder({ [name]: source })).read()).sessions;
  return (session?.speakers ?? []).map(({ names, title, affiliation }) =>
    [names.join(' = '), ...Object.values(title), ...Object.values(affiliation)].join(' | '),
  );
}

test.each([
  ['# A\n\n발표자: 홍길동 (구글)\n\n## 하나\n\n글이 있습니다.\n', ['홍길동 | 구글']],
  ['# A\n\n- 일시: 10시\n- **연사**: 홍길동, 김민수\n\n## 하나\n\n글.\n', ['홍길동', '김민수']],
  ['# A\n\n> Speaker: [Jane Doe](https://jane.dev), Acme\n\nText.\n', ['Jane Doe | Acme']],
  ['# A\n\n## Talk\n\nPresenter: Jane Doe.\n\nText.\n', ['Jane Doe']],
  ['발표자- 홍길동\n\n# A\n\n글.\n', ['홍길동']],
  ['---\ntitle: A\nauthor: John Roe\n---\n\nSpeakers: Jane Doe & Kim Minsu\n', ['Jane Doe', 'Kim Minsu']],
  ['---\ntitle: A\nspeaker: John Roe\n---\n\nSpeaker: Jane Doe\n', ['John Roe']],
  ['# A\n\n*Speaker: Jane Doe, Acme & John Roe, Beta*\n\nText.\n', ['Jane Doe | Acme', 'John Roe | Beta']],
  ['# A\n\n**Speaker:** Jane Doe (Acme / Ops)\n**Event:** B\n\nText.\n', ['Jane Doe | Acme / Ops']],
  ['# A\n\n> **행사**: B  \n> **발표자**: 홍길동  \n> **날짜**: C\n\n글.\n', ['홍길동']],
  ['# A\n\n| | |\n|---|---|\n| 행사 | B |\n| **발표자** | 홍길동 |\n\n글.\n', ['홍길동']],
  ['# A\n\n## Speaker: Jane Doe\n\nText.\n', ['Jane Doe']],
  ['# "Loops Again" by [Jane Doe](https://jane.dev)\n\nText.\n', ['Jane Doe']],
])('who spoke is read from the first lines of a text: %j', async (source, expected) => {
  expect(await said('a.md', source)).toEqual(expected);
});

test('who spoke is read from an element of MDX', async () => {
  const mdx = "# A\n\n<Speaker\n  name='Jane Doe'\n  position='Engineer, Acme'\n/>\n\nText.\n";
  expect(await said('a.mdx', mdx)).toEqual(['Jane Doe | Engineer, Acme']);
});

test.each([
  // Several talks in one post.
  '# A\n\nDay one.\n\n## One\n\nSpeaker: Jane Doe\n\n## Two\n\nSpeaker: John Roe\n',
  '# A\n\nSpeaker: to be announced\n\nText.\n',
  '# A\n\n발표자: 미정\n\n글.\n',
  '# A\n\nSpeakers: we listened to many of them, and all were good at what they do.\n',
  '# A\n\nText.\n\n## One\n\nText.\n\n## Two\n\nSpeaker: hold it to your ear\n',
  '# A\n\n```\nSpeaker: Jane Doe\n```\n',
])('nobody spoke by a text that does not say so: %j', async (source) => {
  expect(await said('a.md', source)).toEqual([]);
});
