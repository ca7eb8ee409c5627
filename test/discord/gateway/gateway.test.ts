import { expect, it, onTestFinished } from 'vitest';
import { createGateway } from '#discord/gateway/gateway.ts';
import type { ShardPlan } from '../../../src/config/shards.ts';
import type { StartError } from '../../../src/exit.ts';
import { logLines, logTo } from '../../e2e/logLines.ts';
import { type FakeDiscord, fakeDiscord, gatewayInformation, sayReady } from '../fakeGateway.ts';

/** A gateway's client on a stand-in; waits of our own last no time, and are written down. */
const gatewayOn = ({ apiUrl }: FakeDiscord, shards: ShardPlan = 'auto') => {
  const log = logLines();
  const ends: StartError[] = [];
  const waits: number[] = [];
  const gateway = createGateway({
    token: 'a.b.c',
    apiUrl,
    log: logTo(log),
    after: (milliseconds, callback) => {
      // The watchdog looks every second, in vain here.
      if (milliseconds <= 1_000) return () => {};
      waits.push(milliseconds);
      const timer = setImmediate(callback);
      return () => clearImmediate(timer);
    },
    elapsed: () => 0,
    onEnd: (reason) => ends.push(reason),
    shards,
  });
  onTestFinished(gateway.close);
  return { gateway, log, ends, waits };
};

it('whatever is sent as an interaction arrives as it is, and nothing else is said about it', async () => {
  const strange = [null, 7, {}, { type: 5, data: {} }, { type: 2, data: { options: null } }, { type: 99 }];
  const discord = await fakeDiscord({
    onIdentify: (say) => {
      sayReady(say);
      for (const text of ['', 'x', 'null', '[]', '{"op":0}', '{"op":77}']) say.raw(text);
      for (const data of strange) say.dispatch('INTERACTION_CREATE', data);
    },
  });
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const { gateway, log } = gatewayOn(discord);
  const arrived: unknown[] = [];
  const all = Promise.withResolvers<void>();
  await gateway.open({
    onInteraction: (interaction) => {
      arrived.push(interaction);
      if (arrived.length === strange.length) all.resolve();
    },
  });
  await all.promise;
  expect(arrived).toEqual(strange);
  expect(unhandled).toEqual([]);
  expect(log.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

const html = { body: '<html>maintenance</html>', headers: { 'content-type': 'text/html' } };

it.each([
  ['520', { status: 520, body: '' }, 'Discord answered with status 520'],
  ['503 with a page', { status: 503, ...html }, 'Discord answered with status 503'],
  ['a page in place of JSON', html, 'What answers is not Discord'],
  ['an object that says nothing', { body: '{}' }, 'What answers is not Discord'],
])(
  'a start waits while /gateway/bot is answered with %s, says why, and goes on',
  async (_name, answer, why) => {
    const discord = await fakeDiscord({
      gatewayBot: (port, times) => (times <= 3 ? answer : { body: gatewayInformation(port) }),
    });
    const { gateway, log, waits } = gatewayOn(discord);
    expect(await gateway.open({ onInteraction: () => {} })).toEqual({
      applicationId: '1',
      botId: '1',
      name: 'bot',
    });
    const told = log.lines.filter(({ msg }) => msg === 'the start has to wait');
    expect(told.map(({ why: reason }) => reason)).toEqual([1, 2, 3].map(() => expect.stringContaining(why)));
    expect(waits).toHaveLength(3);
  },
);

it.each([
  ['asks to wait an hour', { status: 429, headers: { 'retry-after': '3599' }, body: '{}' }, 3_600_000],
  ['has no session left for two hours', { body: gatewayInformation(1, 0, 7_200_000) }, 7_200_000],
])(
  'a start waits as long as it is told to, and says so every minute: Discord %s',
  async (_name, answer, wait) => {
    const discord = await fakeDiscord({
      gatewayBot: (port, times) => (times === 1 ? answer : { body: gatewayInformation(port) }),
    });
    const { gateway, log, waits } = gatewayOn(discord);
    await gateway.open({ onInteraction: () => {} });
    expect(waits.reduce((sum, one) => sum + one, 0)).toBe(wait);
    expect(Math.max(...waits)).toBe(60_000);
    const told = log.lines.filter(({ msg }) => msg === 'the start has to wait');
    expect(told).toHaveLength(wait / 60_000);
    expect(told.slice(0, 2).map(({ seconds }) => seconds)).toEqual([wait / 1_000, wait / 1_000 - 60]);
    expect(discord.asked.filter((asked) => asked === 'GET /gateway/bot').length).toBeLessThan(5);
  },
);

it.each([
  [4004, 78, /DISCORD_TOKEN/],
  [4010, 78, /SHARD_COUNT=2/],
  [4011, 78, /SHARD_COUNT=2/],
  [4012, 78, /newer version/],
  [4013, 78, /newer version/],
  [4014, 78, /Bot page/],
])(
  'a close with code %i at the start ends it with exit code %i and a sentence of its own',
  async (code, exitCode, words) => {
    const discord = await fakeDiscord({ onIdentify: ({ close }) => close(code) });
    const { gateway, ends } = gatewayOn(discord, { ids: [0], count: 2 });
    const refused: unknown = await gateway.open({ onInteraction: () => {} }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'StartError', exitCode, message: expect.stringMatching(words) });
    expect(refused).toMatchObject({ message: expect.not.stringMatching(/network/) });
    expect(ends).toEqual([]);
  },
);
