import { createServer } from 'node:http';
import { proxyRequests } from '@discordjs/proxy';
import { REST } from 'discord.js';
import { expect, onTestFinished } from 'vitest';
import { startPlayground } from '#playground/index.ts';
import { newDatabase } from '../../store/newDatabase.ts';
import { childTest as test } from '../childTest.ts';

/** A stricter Discord than the real one: two processes that know nothing of each other would exceed it at once. */
const GLOBAL = 2;

/** The proxy of discord.js: every request waits here for Discord's limits, whoever it is from. */
const startProxy = async (api: string): Promise<{ readonly url: string; readonly passed: () => number }> => {
  let passed = 0;
  const forward = proxyRequests(new REST({ api, globalRequestsPerSecond: GLOBAL }));
  const server = createServer((request, response) => {
    passed += 1;
    void forward(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api`,
    passed: () => passed,
  };
};

test('two processes behind one proxy keep within limits that they share', async ({ folder: _, start }) => {
  const playground = await startPlayground({
    sharding: { shards: 2, maxConcurrency: 2 },
    // Far less than the proxy's second: its count begins when a request leaves, this one when it comes, on a busy
    // machine half a second later.
    limits: { global: { limit: GLOBAL, windowMs: 300 } },
  });
  onTestFinished(playground.close);
  const proxy = await startProxy(playground.apiUrl);
  const DATABASE_URL = await newDatabase();
  const bots = ['0', '1'].map((SHARDS) =>
    start({
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: proxy.url,
      DATABASE_URL,
      SHARDS,
      SHARD_COUNT: '2',
    }),
  );
  await Promise.all(bots.map(({ log }) => log.until('the commands are registered')));
  await playground.until(() => (playground.bot().sessions === 2 ? true : undefined), 'both shards');
  // The servers of both shards are answered, with pictures and all.
  for (const shard of [0n, 1n]) {
    const { channelIds } = playground.addGuild({ id: ((16_000_000n + shard) << 22n).toString(), name: 's' });
    const person = playground.addPerson({ username: `person${shard}` });
    const reader = playground.as(person.id, channelIds[0]);
    const answers = await Promise.all(
      ['4', '5'].map((name) => reader.invoke('session', { options: { name } })),
    );
    for (const { message } of answers) expect(message.embeds.length).toBeGreaterThan(0);
  }
  const answered = playground.requests();
  expect(answered.filter(({ status }) => status === 429)).toEqual([]);
  expect(proxy.passed()).toBe(answered.length);
});
