import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openWorld, type World } from '../world.ts';

const post = (title: string, event: string, front: string): string =>
  `---\ntitle: ${title}\nlang: ko\ndate: 2024-05-03\nevent: ${event}\n${front}\n---\n# 하나\n항구에서 들은 이야기를 적었다.\n`;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const write = (file: string, text: string) => writeFile(path.join(world.content, file), text);
  await write(
    'lighthouse.md',
    post(
      '등대를 켜는 법',
      '항구의 날',
      'tags: [lights]\nspeakers:\n  - name: 홍길동\n    name_en: Gildong Hong\n    title: 등대지기\n    url: https://hong.example.dev\nslides: https://slides.example.dev/1\nyoutube: dQw4w9WgXcQ\nstarts: 10:00\nduration: 40\nroom: 1번 부두',
    ),
  );
  await write('tides.md', post('밀물과 썰물', '항구의 날', 'speakers: [홍길동(Gildong Hong), 김민수]'));
  await vi.waitFor(async () => {
    const found = await world.playground.as('jimin').complete('session', 'name', '김민수');
    expect(found[0]?.name).toMatch(/김민수/);
  }, 60_000);
});
afterAll(() => world.close());

test('a session tells who spoke, when and where, and leads to slides, recording and speaker', async () => {
  const jimin = world.playground.as('jimin');
  const session = await jimin.invoke('session', { options: { name: '등대를 켜는 법' } });
  expect(session.text).toMatch(/홍길동/);
  expect(session.text).toMatch(/10:00–10:40 · 1번 부두/);
  expect(session.labels).toEqual(expect.arrayContaining(['슬라이드', '녹화 영상']));
  const speaker = await jimin.press(session, '홍길동');
  expect(speaker.text).toMatch(/등대지기[\s\S]*등대를 켜는 법[\s\S]*밀물과 썰물/);
  expect((await jimin.choose(speaker, 0, '밀물과 썰물')).text).toMatch(/항구에서 들은/);
});

test.each(['홍길동', 'gildong', 'ㅎㄱㄷ', 'Gildnog Hong', '홍길돈'])(
  'a speaker is completed as one, and found, by session and topic: %s',
  async (typed) => {
    const jimin = world.playground.as('jimin');
    for (const command of ['session', 'topic']) {
      const [first] = await jimin.complete(command, 'name', typed);
      expect(first?.name).toBe('홍길동 — 발표자');
      const chosen = await jimin.invoke(command, { options: { name: String(first?.value) } });
      expect(chosen.text).toMatch(/등대지기/);
    }
    const byLabel = await jimin.invoke('session', { options: { name: '홍길동 — 발표자' } });
    expect(byLabel.text).toMatch(/등대지기/);
  },
);

test('the bundled session of an organization says so', async () => {
  const { text } = await world.playground.as('jimin').invoke('session', { options: { name: '2' } });
  expect(text).toMatch(/발표: (?:\*\*)?베스핀글로벌/);
});

test('the index is narrowed by event, tag and speaker, each completed', async () => {
  const jimin = world.playground.as('jimin');
  const [event] = await jimin.complete('session', 'event', '항구');
  expect(event?.name).toBe('항구의 날 · 세션 2개');
  const options = { event: String(event?.value), speaker: 'ㄱㅁㅅ' };
  const both = await jimin.invoke('session', { options });
  expect(both.text).toMatch(/항구의 날 · 김민수[\s\S]*밀물과 썰물/);
  expect(both.text).not.toMatch(/등대를/);
  expect((await jimin.invoke('session', { options: { tag: 'lights' } })).text).toMatch(/등대를 켜는 법/);
  expect((await jimin.invoke('session', { options: { year: '1999' } })).text).toMatch(/찾는 연도가 없습니다/);
});
