import { Routes } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { botOn, orderWith, yes } from '../server.ts';

/** Timers that a test lets run by hand. */
const timers = () => {
  const waiting: (() => void)[] = [];
  return {
    after: (_: number, callback: () => void) => {
      waiting.push(callback);
      return () => {};
    },
    /** Lets the first timer run out. */
    next: () => waiting.shift()?.(),
    count: () => waiting.length,
  };
};

const settled = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

test('after one 401 the token is kept, asked about once, and everything goes on', async () => {
  let refusals = 1;
  const time = timers();
  const bot = await botOn((_, response) => {
    refusals -= 1;
    response.writeHead(refusals >= 0 ? 401 : 200, { 'content-type': 'application/json' }).end('{"id":"9"}');
  }, time.after);
  expect(await bot.poster.post(orderWith(yes))).toMatchObject({ kind: 'refused', status: 401 });
  expect(bot.gateway.problem()).toMatch(/token/);
  // Others are sent meanwhile, authorised as before.
  expect(await bot.poster.post(orderWith(yes))).toMatchObject({ kind: 'posted' });
  expect(time.count()).toBe(1);
  time.next();
  await settled(() => bot.gateway.problem() === undefined);
  expect(bot.asked.at(-1)).toBe('GET /users/@me');
  expect(bot.ends).toEqual([]);
});

test('a token that Discord does not know when it is asked about ends the bot with exit code 78 and the reason', async () => {
  const time = timers();
  const bot = await botOn((_, response) => response.writeHead(401).end('{}'), time.after);
  await expect(bot.gateway.rest.get(Routes.user('5'))).rejects.toThrow();
  time.next();
  await settled(() => bot.ends.length > 0);
  expect(bot.ends[0]?.exitCode).toBe(78);
  expect(bot.ends[0]?.message).toMatch(/DISCORD_TOKEN/);
  expect(bot.gateway.problem()).toMatch(/token/);
});

test('where Discord does not say whether it knows the token, it is asked again', async () => {
  let answers = 0;
  const time = timers();
  const bot = await botOn((_, response) => {
    answers += 1;
    const status = [401, 503, 200][answers - 1] ?? 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"id":"9"}');
  }, time.after);
  await bot.poster.post(orderWith(yes));
  time.next();
  await settled(() => time.count() > 0);
  expect(bot.gateway.problem()).toMatch(/token/);
  time.next();
  await settled(() => bot.gateway.problem() === undefined);
  expect(bot.ends).toEqual([]);
});

test('a 401 of an interaction’s own token says nothing of the bot’s', async () => {
  const bot = await botOn((_, response) => response.writeHead(401).end('{}'));
  await expect(bot.gateway.rest.post('/webhooks/1/t', { auth: false, body: {} })).rejects.toThrow();
  expect(bot.gateway.problem()).toBeUndefined();
});
