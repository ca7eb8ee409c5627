import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

test('the index leads to a session, to a section, and back', async () => {
  const jimin = world.playground.as('jimin');
  const index = await jimin.invoke('session');
  assert.match(index.text, /Google Cloud Summit 2018/);
  const session = await jimin.choose(index, 0, '5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개');
  assert.equal(session.kind, 'update');
  assert.equal(session.message.id, index.message.id);
  const section = await jimin.choose(session, 0, '/s/5/bigquery-ml');
  assert.match(section.text, /BigQuery ML은 데이터를 ML로 가져가는 대신/);
  const back = await jimin.press(section, '/s/5');
  assert.match(back.text, /Cloud AI Platform 소개/);
});

test('a session is found by number, by part of its title, and by a label in place of a value', async () => {
  const jimin = world.playground.as('jimin');
  for (const name of ['4', 'IoT Edge', '4 · 구글 클라우드에 인텔리전스를 불어넣는 Cloud IoT Edge']) {
    const { text } = await jimin.invoke('session', { options: { name } });
    assert.match(text, /인텔리전스를 불어넣는 Cloud IoT Edge/, name);
  }
});

test('completing gives at most 25, best first, and something for nothing', async () => {
  const jimin = world.playground.as('jimin');
  const all = await jimin.complete('session', 'name', '');
  assert.equal(all.length, 6);
  assert.match(all[0]?.name ?? '', /^1 · /);
  const [first] = await jimin.complete('session', 'section', 'ㅋㅂㅍㄹㅇ', { options: { name: '5' } });
  assert.match(first?.name ?? '', /Kubeflow/);
  const topics = await jimin.complete('topic', 'name', '');
  assert.ok(topics.length > 0 && topics.length <= 25);
  for (const { name, value } of topics) assert.ok(name.length <= 100 && String(value).length <= 100);
});

test('a topic joins sessions, under a name that people type', async () => {
  const { text, labels } = await world.playground
    .as('jimin')
    .invoke('topic', { options: { name: '빅쿼리' } });
  assert.match(text, /BigQuery/);
  assert.match(text, /1 · 빅데이터와 데이터 분석 소개[\s\S]*5 · 데이터 사이언티스트/);
  assert.ok(labels.length > 0);
});

test('a question is answered word for word, and one that the posts do not cover is not', async () => {
  const jimin = world.playground.as('jimin');
  const answer = await jimin.invoke('ask', { options: { question: '에지 컴퓨팅이 왜 중요해?' } });
  assert.match(answer.text.replaceAll('*', ''), /개인 정보 보호|에지 컴퓨팅/);
  const none = await jimin.invoke('ask', { options: { question: '오늘 점심 뭐 먹지?' } });
  assert.doesNotMatch(none.text, /^> /m);
});

test('everybody reads in their own language', async () => {
  const { text } = await world.playground.as('alex').invoke('session', { options: { name: '5' } });
  assert.match(text, /Introducing Cloud AI Platform for data scientists/);
  const chosen = await world.playground
    .as('alex')
    .invoke('session', { options: { name: '5', language: 'ko' } });
  assert.match(chosen.text, /데이터 사이언티스트를 위한/);
});

test('pressed by somebody else, the page is theirs alone and the message stays', async () => {
  const { playground } = world;
  const asked = await playground.as('jimin').invoke('session', { options: { name: '5' } });
  const pressed = await playground.as('alex').press(asked, '/');
  assert.equal(pressed.kind, 'message');
  assert.ok(pressed.isPrivate);
  const after = playground.history(asked.message.channel_id).find(({ id }) => id === asked.message.id);
  assert.deepEqual(after?.embeds, asked.message.embeds);
});

test('a private page is shared for everybody to see, and then belongs to who shared it', async () => {
  const jimin = world.playground.as('jimin');
  const secret = await jimin.invoke('session', { options: { name: '1', private: true } });
  assert.ok(secret.isPrivate);
  const shared = await jimin.press(secret, '채널에 공유');
  assert.equal(shared.kind, 'message');
  assert.ok(!shared.isPrivate);
  assert.equal(shared.message.embeds[0]?.title, secret.message.embeds[0]?.title);
  assert.equal((await jimin.press(shared, '/')).kind, 'update');
});

test("Find in sessions reads anybody's message, in private", async () => {
  const { playground } = world;
  const said = playground.as('alex').say('BigQuery ML 써 본 사람 있나요?');
  const found = await playground.as('jimin').messageCommand('Find in sessions', { ...said });
  assert.ok(found.isPrivate);
  assert.match(found.text, /BigQuery ML/);
});

test('the bot answers in its own messages too', async () => {
  const { text } = await world.playground.as('sora', 'dm').invoke('help');
  assert.match(text, /<\/session:\d+>/);
});

test('nothing that a person typed can ping', async () => {
  const { message } = await world.playground.as('jimin').invoke('ask', {
    options: { question: '@everyone <@1100000000000000102> <@&1100000000000001101> BigQuery' },
  });
  assert.deepEqual([message.mentions, message.mention_roles, message.mention_everyone], [[], [], false]);
});

test('what is sent is within every limit, and no token is in the log', async () => {
  const refused = world.playground.requests().filter(({ status = 200 }) => status >= 400);
  assert.deepEqual(refused, []);
  assert.ok(!JSON.stringify(world.log.lines).includes(world.playground.token));
});
