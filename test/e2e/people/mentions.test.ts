import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#playground/index.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  // Messages come by the gateway alone. More of them are sent to one channel than Discord takes in five seconds.
  world = await openWorld({
    transport: 'gateway',
    settings: { MENTIONS_PER_PERSON: '100' },
    playground: { limits: { messages: { limit: 50, windowMs: 5_000 } } },
  });
});
afterAll(() => world.close());

const mention = (): string => `<@${world.playground.applicationId}>`;

/** The bot's answer to what a person writes. */
const answerTo = async (who: Actor, content: string, replyTo?: APIMessage): Promise<APIMessage> => {
  const said = who.say(content, replyTo);
  return await world.playground.until(
    () => who.messages().find(({ message_reference: to }) => to?.message_id === said.id),
    `an answer to "${content}"`,
  );
};

const textOf = ({ content, embeds }: APIMessage): string =>
  [content, ...embeds.flatMap(({ title, description }) => [title, description])].join('\n');

describe('a message that asks the bot', () => {
  test('is answered as a reply that pings nobody', async () => {
    const answer = await answerTo(world.playground.as('jimin'), `${mention()} 텐서가 뭐야?`);
    expect(textOf(answer)).toMatch(/텐서/);
    expect(answer.mentions).toEqual([]);
    expect(answer.type).toBe(19);
  });

  test('is answered in a DM without a mention, in the language of the question', async () => {
    const dm = world.playground.as('jimin').in('dm');
    expect(textOf(await answerTo(dm, 'how many sessions are there?'))).toMatch(/6/);
  });

  test('shows help where it asks nothing', async () => {
    expect(textOf(await answerTo(world.playground.as('jimin'), mention()))).toMatch(/\/session/);
  });

  test('may point to what the bot said before', async () => {
    const jimin = world.playground.as('jimin');
    const first = await answerTo(jimin, `${mention()} IoT Core가 뭐야?`);
    const second = await answerTo(jimin, '그건 아직 쓸 수 있어?', first);
    expect(textOf(second)).toMatch(/2023/);
  });

  test('leaves the buttons of its answer to who asked; others get theirs privately', async () => {
    const jimin = world.playground.as('jimin');
    const answer = await answerTo(jimin, `${mention()} 에지 컴퓨팅이 왜 중요해?`);
    const others = await world.playground.as('alex').press(answer, '섹션 열기');
    expect(others.message.id).not.toBe(answer.id);
    const own = await jimin.press(answer, '섹션 열기');
    expect(own.message.id).toBe(answer.id);
  });
});

test('in a DM a question may point to the last answer without replying to it', async () => {
  const dm = world.playground.as('jimin').in('dm');
  await answerTo(dm, 'IoT Core가 뭐야?');
  expect(textOf(await answerTo(dm, '그건 아직 쓸 수 있어?'))).toMatch(/2023/);
});

test('where the bot may not write, it says so in the log, once an hour, and goes on elsewhere', async () => {
  const jimin = world.playground.as('jimin');
  const lines = () => world.log.lines.filter(({ msg }) => msg?.includes('may not write in this channel'));
  world.playground.faults.deny(jimin.channelId, PermissionFlagsBits.SendMessages);
  jimin.say(`${mention()} 텐서가 뭐야?`);
  await world.log.until('may not write in this channel');
  jimin.say(`${mention()} POS가 뭐야?`);
  await answerTo(jimin.in('dm'), 'POS가 뭐야?');
  expect(lines()).toHaveLength(1);
  world.playground.faults.allow(jimin.channelId, PermissionFlagsBits.SendMessages);
  await answerTo(jimin, `${mention()} POS가 뭐야?`);
});

test.each(['그냥 하는 말이에요', '`<@BOT>` 이라고 쓰세요', '> <@BOT> 텐서가 뭐야?'])(
  'a message that asks nothing of the bot is left alone: %s',
  async (content) => {
    const jimin = world.playground.as('jimin');
    const said = jimin.say(content.replace('<@BOT>', mention()));
    // What comes after it is answered: by then it would have been, too.
    await answerTo(jimin, `${mention()} POS가 뭐야?`);
    expect(jimin.messages().some(({ message_reference: to }) => to?.message_id === said.id)).toBe(false);
  },
);
