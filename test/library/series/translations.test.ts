import { expect, test } from 'vitest';
import { languagesOf, locateSection, postIn } from '#library/find.ts';
import type { Session } from '#library/model.ts';
import { codes, type Folder, folder, post } from '../folder.ts';

const spoken = (session: Session) => session.posts.map((one) => one.language);

async function onlySession(made: Folder): Promise<Session> {
  const { sessions } = await made.read();
  const [first] = sessions;
  if (!first || sessions.length > 1)
    throw new Error(`One session was expected: ${sessions.map((one) => one.id).join(', ')}`);
  return first;
}

const KO = '# 시작\n하나\n\n# BigQuery ML\n둘\n\n## 장점\n셋\n\n## 단점\n넷\n\n# 정리\n다섯';
const EN =
  '# Beginning\none\n\n# BigQuery ML\ntwo\n\n## Upsides\nthree\n\n## Downsides\nfour\n\n# Wrap-up\nfive';

test('the same file in ko/ and en/ is one session with the same section ids', async () => {
  const made = await folder({ 'en/a.md': post('Talk', EN), 'ko/a.md': post('이야기', KO) });
  const session = await onlySession(made);
  expect(spoken(session)).toEqual(['ko', 'en']);
  expect(session.posts.map((one) => one.sections.map((found) => found.id))).toEqual([
    ['sijak', 'bigquery-ml', 'jangjeom', 'danjeom', 'jeongni'],
    ['sijak', 'bigquery-ml', 'jangjeom', 'danjeom', 'jeongni'],
  ]);
  expect(codes(await made.read())).toEqual([]);
});

test.each(['2020-01-02-orig.md', 'orig', '7', '#7', 'sub/2020-01-02-orig'])(
  'translation_of names the original by file, by slug, or by number: $0',
  async (key) => {
    const made = await folder({
      'sub/2020-01-02-orig.md': post('모임(7)-이야기', KO),
      'other.md': post('Meeting - the seventh tale', EN, `lang: en\ntranslation_of: ${JSON.stringify(key)}`),
    });
    const session = await onlySession(made);
    expect(session.id).toBe('sub--2020-01-02-orig');
    expect(spoken(session)).toEqual(['ko', 'en']);
  },
);

test('posts of one event with one number and different languages are one session', async () => {
  const made = await folder({
    'a.md': post('Sky Summit 하늘과 땅 이야기(3)-별', KO),
    'b.md': post('Sky Summit Heaven and earth(3)-Stars', EN),
  });
  expect(spoken(await onlySession(made))).toEqual(['ko', 'en']);
});

test('a translation of nothing is named and stands by itself', async () => {
  const made = await folder({ 'a.md': post('Talk', EN, 'lang: en\ntranslation_of: nowhere.md') });
  const library = await made.read();
  expect(library.sessions).toHaveLength(1);
  expect(codes(library)).toEqual(['no-original:4']);
});

test('sections are matched by explicit ids, by product names, and by what they look like', async () => {
  const made = await folder({
    'ko/a.md': post(
      '이야기',
      '# 가\nAlpha 1 이다.\n\n# 나\nBeta 22 이다.\n\n# 다\nGamma 333 이다.\n\n# 라 {#four}\n끝',
    ),
    'en/a.md': post('Talk', '# B\nThis is Beta 22.\n\n# C\nThis is Gamma 333.\n\n# D {#four}\nend'),
  });
  const session = await onlySession(made);
  expect(session.posts[1]?.sections.map((one) => one.id)).toEqual(['na', 'da', 'four']);
});

test('a section of one language alone keeps an id of its own and is named', async () => {
  const made = await folder({
    'ko/a.md': post('이야기', '# 가\n하나'),
    'en/a.md': post('Talk', '# A\none\n\n# Only here {#extra}\ntwo'),
  });
  const library = await made.read();
  const [session] = library.sessions;
  expect(session?.posts[1]?.sections.map((one) => one.id)).toEqual(['ga', 'extra']);
  expect(library.findings.map(({ file, line, code }) => [file, line, code])).toEqual([
    ['en/a.md', 7, 'outline-differs'],
  ]);
  const place = locateSection(library, { session: 'a', section: 'extra' }, 'ko');
  expect([place?.post.language, place?.section.name, place?.index]).toEqual(['en', 'Only here', 1]);
  expect(languagesOf(library)).toEqual(['ko', 'en']);
});

test('ids of two translations never name different sections', async () => {
  const made = await folder({
    'ko/a.md': post('이야기', '# 가\n하나'),
    'en/a.md': post('Talk', '# A\none\n\n# Extra\ntwo'),
    'ja/a.md': post('お話', '# A\n一\n\n# Extra\n二\n\n# Extra\n三'),
  });
  const session = await onlySession(made);
  for (const one of session.posts) {
    const ids = one.sections.map((found) => found.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe('ga');
  }
});

test('the language is what the post says, else its folder, else its letters, else the default', async () => {
  const made = await folder({
    'a.md': post('Talk', 'Text', 'lang: ja-JP'),
    'fr/b.md': post('Bonjour', 'Texte'),
    'it/c.md': post('서버 이야기', '서버를 옮긴 이야기를 적는다.'),
    'd.md': post('Words', 'Enough English words to tell that this is no Korean text at all.'),
    'e.md': post('123', '456'),
  });
  const library = await made.read();
  const languages = Object.fromEntries(library.sessions.map(({ posts: [one] }) => [one.file, one.language]));
  expect(languages).toStrictEqual({
    'a.md': 'ja',
    'fr/b.md': 'fr',
    'it/c.md': 'ko',
    'd.md': 'en',
    'e.md': 'ko',
  });
});

test('a reader gets the wanted language, else the other one, else the original', async () => {
  const session = await onlySession(
    await folder({ 'ko/a.md': post('이야기', KO), 'en/a.md': post('Talk', EN) }),
  );
  expect(postIn(session, 'en').language).toBe('en');
  expect(postIn(session, 'ja', 'en').language).toBe('en');
  expect(postIn(session, 'ja').language).toBe('ko');
});
