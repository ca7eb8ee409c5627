import { type APIMessage, ComponentType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#playground/index.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ playground: { limits: false } });
});
afterAll(() => world.close());

const CHANNEL = '1100000000000001001';
const GUILD = '1100000000000001000';
const SHARE = '채널에 공유';

/** What another program with the bot's token would do: Discord knows no difference. */
const asBot = async (path: string, body: unknown): Promise<unknown> => {
  const response = await fetch(`${world.playground.apiUrl}/v10${path}`, {
    method: 'POST',
    headers: { authorization: `Bot ${world.playground.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return await response.json();
};

const newcomer = (username: string, permissions: bigint, guildId = GUILD): Actor =>
  world.playground.as(world.playground.addPerson({ username, permissions, guildIds: [guildId] }).id);

const privately = (person: Actor) => person.invoke('session', { options: { name: '5', private: true } });

test('in a server that the bot was not invited to, whoever brought it along reads and shares', async () => {
  const { id } = world.playground.addGuild({ name: '밖', botIsMember: false, channels: [{ name: '밖' }] });
  const visitor = newcomer('visitor', PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages, id);
  const shared = await visitor.press(await privately(visitor), SHARE);
  expect(shared.isPrivate).toBe(false);
  expect(shared.text).toMatch(/Cloud AI Platform 소개/);
  expect((await visitor.press(shared, '/s/4')).kind).toBe('update');
});

test('in a group that the bot is no part of, it works the same', async () => {
  const friend = world.playground.addPerson({ username: 'friend' });
  const group = world.playground.addGroup({ name: '친구들', people: ['friend', 'alex'] });
  const person = world.playground.as(friend.id, group);
  const shared = await person.press(await privately(person), SHARE);
  expect(shared.isPrivate).toBe(false);
  const pressed = await world.playground.as('alex', group).press(shared, '/');
  expect([pressed.kind, pressed.isPrivate]).toEqual(['message', true]);
});

test('in a DM a private page is shared with oneself', async () => {
  const dm = world.playground.as('sora', 'dm');
  expect((await dm.press(await privately(dm), SHARE)).isPrivate).toBe(false);
});

const { ViewChannel, SendMessages, SendMessagesInThreads, Administrator } = PermissionFlagsBits;

test.each<
  [name: string, permissions: bigint, where: 'channel' | 'thread', result: 'shares' | 'may not share']
>([
  ['reader', ViewChannel, 'channel', 'may not share'],
  ['writer', ViewChannel | SendMessages, 'channel', 'shares'],
  ['writer-outside', ViewChannel | SendMessages, 'thread', 'may not share'],
  ['writer-inside', ViewChannel | SendMessagesInThreads, 'thread', 'shares'],
  ['threads-alone', ViewChannel | SendMessagesInThreads, 'channel', 'may not share'],
  ['admin', Administrator, 'thread', 'shares'],
])('$0 $3 in a $2', async (name, permissions, where, result) => {
  const { playground } = world;
  const place =
    where === 'channel'
      ? CHANNEL
      : ((await asBot(`/channels/${CHANNEL}/threads`, { name: '이야기', type: 11 })) as { id: string }).id;
  const person = newcomer(name, permissions).in(place);
  const before = playground.history(place).length;
  const pressed = await person.press(await privately(person), SHARE);
  expect(pressed.isPrivate).toBe(result !== 'shares');
  expect(playground.history(place)).toHaveLength(before + (result === 'shares' ? 1 : 0));
  if (result !== 'shares') expect(pressed.text).toMatch(/공유할 수 없습니다/);
});

const press = async (customId: string) => {
  const message = (await asBot(`/channels/${CHANNEL}/messages`, {
    content: 'a message of somebody else with the same token',
    components: [
      {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.Button, style: 2, label: 'press', custom_id: customId }],
      },
    ],
  })) as APIMessage;
  return await world.playground.as('jimin').press(message, customId);
};

test.each(['hello', '/s/../5', '/s/5?p=0', '/a/%ZZ', '/a/', '!', 'recap:pause:1', '__proto__'])(
  'a control that is none of ours gets a polite answer and a line in the log: $0',
  async (customId) => {
    const logged = world.log.next('none of ours');
    const pressed = await press(customId);
    expect(pressed.isPrivate).toBe(true);
    expect(pressed.text).toMatch(/읽을 수 없는 버튼입니다/);
    expect((await logged)['customId']).toBe(customId);
  },
);

test('what is gone is told to whoever pressed, alone, and is not shared', async () => {
  const gone = await press('/s/5/no-such-section');
  expect(gone.text).toMatch(/이제 없는 페이지입니다/);
  expect(gone.isPrivate).toBe(true);
  expect(gone.labels).not.toContain(SHARE);
  expect((await world.playground.as('jimin').choose(gone, 0, '/s/5')).text).toMatch(/Cloud AI Platform/);
  const before = world.playground.history(CHANNEL).length;
  const notShared = await press('!/s/no-such-session');
  expect(notShared.isPrivate).toBe(true);
  // The message with the button, and no more.
  expect(world.playground.history(CHANNEL)).toHaveLength(before + 1);
});

test('Find in sessions reads what a message embeds where it says nothing itself', async () => {
  const { playground } = world;
  const preview = (await asBot(`/channels/${CHANNEL}/messages`, {
    embeds: [{ title: 'Kubeflow', description: 'Kubernetes에서 머신러닝을 하는 도구' }],
  })) as APIMessage;
  const found = await playground.as('jimin').messageCommand('Find in sessions', preview);
  expect(found.text).toMatch(/데이터에서 AI까지|Kubeflow\*\*/);
  const nothing = (await asBot(`/channels/${CHANNEL}/messages`, {
    embeds: [{ color: 1, image: { url: 'https://example.com/a.png' } }],
  })) as APIMessage;
  const none = await playground.as('jimin').messageCommand('Find in sessions', nothing);
  expect(none.text).toMatch(/메시지에 글이 없어/);
});

test('a question as long as Discord lets one be is answered, and shared as the section that answers', async () => {
  const jimin = world.playground.as('jimin');
  const question = '에지 컴퓨팅이 왜 중요해? '.repeat(400).slice(0, 6_000);
  const answer = await jimin.invoke('ask', { options: { question, private: true } });
  expect(answer.isPrivate).toBe(true);
  expect((await jimin.press(answer, SHARE)).text).toMatch(/에지/);
});

test.each([' ', '\u0000', '`````', '🧑‍🚀'.repeat(500)])(
  'a question that asks nothing gets a polite answer: %j',
  async (question) => {
    const { text } = await world.playground.as('jimin').invoke('ask', { options: { question } });
    expect(text).toMatch(/세션 글에 없는 내용입니다/);
  },
);

test('names and descriptions are localized, and nothing of all this was refused or went wrong', async () => {
  const { playground, log } = world;
  const names = playground.commands().map(({ command }) => command.name_localizations?.ko);
  expect(names).toEqual(['세션', '주제', '질문', '도움말', '리캡', '세션에서 찾기', '저장']);
  expect(playground.requests().filter(({ status = 200 }) => status >= 400)).toEqual([]);
  expect(log.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
