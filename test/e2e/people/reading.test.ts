import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('the index leads to a session, to a section, and back', async () => {
  const jimin = world.playground.as('jimin');
  const index = await jimin.invoke('session');
  expect(index.text).toMatch(/Google Cloud Summit 2018/);
  const session = await jimin.choose(index, 0, '5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개');
  expect(session.kind).toBe('update');
  expect(session.message.id).toBe(index.message.id);
  const section = await jimin.choose(session, 0, '/s/5/bigquery-ml');
  expect(section.text).toMatch(/BigQuery ML은 데이터를 ML로 가져가는 대신/);
  const back = await jimin.press(section, '/s/5');
  expect(back.text).toMatch(/Cloud AI Platform 소개/);
});

test.each(['4', 'IoT Edge', '4 · 구글 클라우드에 인텔리전스를 불어넣는 Cloud IoT Edge'])(
  'a session is found by number, by part of its title, and by a label in place of a value: $0',
  async (name) => {
    const { text } = await world.playground.as('jimin').invoke('session', { options: { name } });
    expect(text).toMatch(/인텔리전스를 불어넣는 Cloud IoT Edge/);
  },
);

test('completing gives at most 25, best first, and something for nothing', async () => {
  const jimin = world.playground.as('jimin');
  const all = await jimin.complete('session', 'name', '');
  expect(all).toHaveLength(6);
  expect(all[0]?.name ?? '').toMatch(/^1 · /);
  const [first] = await jimin.complete('session', 'section', 'ㅋㅂㅍㄹㅇ', { options: { name: '5' } });
  expect(first?.name ?? '').toMatch(/Kubeflow/);
  const topics = await jimin.complete('topic', 'name', '');
  expect(topics.length).toBeGreaterThan(0);
  expect(topics.length).toBeLessThanOrEqual(25);
  for (const { name, value } of topics) {
    expect(name.length).toBeLessThanOrEqual(100);
    expect(String(value).length).toBeLessThanOrEqual(100);
  }
});

test('a topic joins sessions, under a name that people type', async () => {
  const { text, labels } = await world.playground
    .as('jimin')
    .invoke('topic', { options: { name: '빅쿼리' } });
  expect(text).toMatch(/BigQuery/);
  expect(text).toMatch(/1 · 빅데이터와 데이터 분석 소개[\s\S]*5 · 데이터 사이언티스트/);
  expect(labels.length).toBeGreaterThan(0);
});

test('a question is answered word for word, and one that the posts do not cover is not', async () => {
  const jimin = world.playground.as('jimin');
  const answer = await jimin.invoke('ask', { options: { question: '에지 컴퓨팅이 왜 중요해?' } });
  expect(answer.text.replaceAll('*', '')).toMatch(/개인 정보 보호|에지 컴퓨팅/);
  const none = await jimin.invoke('ask', { options: { question: '오늘 점심 뭐 먹지?' } });
  expect(none.text).not.toMatch(/^> /m);
});

test('everybody reads in their own language', async () => {
  const { text } = await world.playground.as('alex').invoke('session', { options: { name: '5' } });
  expect(text).toMatch(/Introducing Cloud AI Platform for data scientists/);
  const chosen = await world.playground
    .as('alex')
    .invoke('session', { options: { name: '5', language: 'ko' } });
  expect(chosen.text).toMatch(/데이터 사이언티스트를 위한/);
});

test('pressed by somebody else, the page is theirs alone and the message stays', async () => {
  const { playground } = world;
  const asked = await playground.as('jimin').invoke('session', { options: { name: '5' } });
  const pressed = await playground.as('alex').press(asked, '/');
  expect(pressed.kind).toBe('message');
  expect(pressed.isPrivate).toBe(true);
  const after = playground.history(asked.message.channel_id).find(({ id }) => id === asked.message.id);
  expect(after?.embeds).toStrictEqual(asked.message.embeds);
});

test('a private page is shared for everybody to see, and then belongs to who shared it', async () => {
  const jimin = world.playground.as('jimin');
  const secret = await jimin.invoke('session', { options: { name: '1', private: true } });
  expect(secret.isPrivate).toBe(true);
  const shared = await jimin.press(secret, '채널에 공유');
  expect(shared.kind).toBe('message');
  expect(shared.isPrivate).toBe(false);
  expect(shared.message.embeds[0]?.title).toBe(secret.message.embeds[0]?.title);
  expect(shared.message.content.split('\n')).toEqual([
    secret.message.content,
    `-# <@${jimin.id}> 님이 공유함`,
  ]);
  expect(shared.message.mentions).toEqual([]);
  const turned = await jimin.press(shared, '/');
  expect(turned.kind).toBe('update');
  expect(turned.message.content).toBe(`**Google Cloud Summit 2018**\n-# <@${jimin.id}> 님이 공유함`);
});

test('a page is shared once, however often it is pressed', async () => {
  const { playground } = world;
  const jimin = playground.as('jimin');
  const secret = await jimin.invoke('session', { options: { name: '2', private: true } });
  const pressed = await Promise.all([1, 2, 3].map(() => jimin.press(secret, '채널에 공유')));
  const [shared, ...others] = pressed.toSorted(
    (one, other) => Number(one.isPrivate) - Number(other.isPrivate),
  );
  expect(shared?.isPrivate).toBe(false);
  for (const other of others) {
    expect([other.isPrivate, other.message.embeds[0]?.title]).toEqual([true, '이미 공유되어 있습니다']);
    expect(JSON.stringify(other.message.components)).toContain(`/${shared?.message.id}`);
  }
  // The channel itself tells: a process that has just started knows it too.
  const another = await jimin.invoke('session', { options: { name: '2', private: true } });
  expect((await jimin.press(another, '채널에 공유')).isPrivate).toBe(true);
});

test("Find in sessions reads anybody's message, in private", async () => {
  const { playground } = world;
  const said = playground.as('alex').say('BigQuery ML 써 본 사람 있나요?');
  const found = await playground.as('jimin').messageCommand('Find in sessions', { ...said });
  expect(found.isPrivate).toBe(true);
  expect(found.text).toMatch(/BigQuery ML/);
});

test('a page is saved to the DM of whoever presses, and its buttons work there', async () => {
  const { playground } = world;
  const jimin = playground.as('jimin');
  const asked = await jimin.invoke('session', { options: { name: '5' } });
  const told = await playground
    .as('alex')
    .press(asked, 'Save to my DMs')
    .catch(() => undefined);
  expect(told).toBeUndefined();
  const saved = await jimin.press(asked, 'DM으로 저장');
  expect([saved.isPrivate, saved.message.embeds[0]?.title]).toEqual([true, 'DM으로 저장했습니다']);
  const kept = jimin.in('dm').messages().at(-1);
  expect.assert(kept);
  const textOf = ({ content, embeds: [embed] }: typeof kept) => [content, embed?.title, embed?.description];
  expect(textOf(kept)).toEqual(textOf(asked.message));
  const read = await jimin.in('dm').press(kept, '처음부터 읽기');
  expect(read.text).toMatch(/Cloud AI Platform/);
});

test('Save in the menu of a message keeps the page, whoever asked for it', async () => {
  const { playground } = world;
  const topic = await playground.as('jimin').invoke('topic', { options: { name: 'Kubeflow' } });
  const alex = playground.as('alex');
  const saved = await alex.messageCommand('Save', topic.message);
  expect([saved.isPrivate, saved.message.embeds[0]?.title]).toEqual([true, 'Saved to your DMs']);
  const kept = alex.in('dm').messages().at(-1);
  expect(kept?.embeds).toEqual(topic.message.embeds);
  expect(kept?.components).toEqual(topic.message.components);
  const said = alex.say('Kubeflow');
  expect((await alex.messageCommand('Save', { ...said })).text).toMatch(/cannot be saved/);
});

test('the bot answers in its own messages too', async () => {
  const { text } = await world.playground.as('sora', 'dm').invoke('help');
  expect(text).toMatch(/<\/session:\d+>/);
});

test('nothing that a person typed can ping', async () => {
  const { message } = await world.playground.as('jimin').invoke('ask', {
    options: { question: '@everyone <@1100000000000000102> <@&1100000000000001101> BigQuery' },
  });
  expect([message.mentions, message.mention_roles, message.mention_everyone]).toEqual([[], [], false]);
});

test('what is sent is within every limit, and no token is in the log', async () => {
  const refused = world.playground.requests().filter(({ status = 200 }) => status >= 400);
  expect(refused).toEqual([]);
  expect(JSON.stringify(world.log.lines)).not.toContain(world.playground.token);
});

test('every answer carries a line for those who see no embeds, which changes with the page and pings nobody', async () => {
  const jimin = world.playground.as('jimin');
  const session = await jimin.invoke('session', { options: { name: '5' } });
  expect(session.message.content).toMatch(
    /^\*\*5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개\*\* — Google Cloud Summit/,
  );
  const section = await jimin.choose(session, 0, '/s/5/bigquery-ml');
  expect(section.message.content).toBe(
    '**5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개** — BigQuery ML',
  );
  const miss = await jimin.invoke('topic', { options: { name: '@everyone <@1> <@&2>' } });
  expect(miss.message.content).toMatch(/^\*\*찾는 주제가 없습니다\*\*/);
  const asked = await jimin.invoke('ask', { options: { question: '@everyone <@1> 점심 뭐 먹지' } });
  expect(asked.message.content).toContain('\\@everyone');
  expect([asked.message.mentions, asked.message.mention_everyone]).toEqual([[], false]);
});

test('a reader of Japanese is spoken to in Japanese, and told which language the posts are in', async () => {
  const { playground } = world;
  const yui = playground.as(playground.addPerson({ username: 'yui', name: 'ゆい', locale: 'ja' }).id);
  const page = await yui.invoke('session', { options: { name: 'セッション5' } });
  expect(page.text).toMatch(/このセッションには日本語の記事がないため/);
  expect(page.labels).toContain('最初から読む');
  const help = await yui.invoke('help');
  expect(help.text).toMatch(/ヘルプ[\s\S]*できることを見ます/);
  const names = playground
    .commands()
    .map(({ command }) => command.name_localizations?.ja)
    .filter((name) => name !== undefined);
  expect(names).toEqual(expect.arrayContaining(['セッション', 'トピック', '質問', 'ヘルプ', 'リキャップ']));
});

test('whoever takes no DMs is told so when saving', async () => {
  const { playground } = world;
  const alex = playground.as('alex');
  const asked = await alex.invoke('session', { options: { name: '1' } });
  playground.faults.refuseDms('alex');
  const told = await alex.press(asked, 'Save to my DMs');
  expect([told.isPrivate, told.message.embeds[0]?.title]).toEqual([true, 'Your DMs are closed to me']);
});
