import { expect, it, onTestFinished } from 'vitest';
import { createGateway } from '#discord/gateway.ts';
import type { StartError } from '../../src/exit.ts';
import { logLines, logTo } from '../e2e/logLines.ts';
import { type FakeDiscord, fakeDiscord, sayReady } from './fakeGateway.ts';

/** A gateway's client on a stand-in; waits of our own last no time, and are written down. */
const gatewayOn = ({ apiUrl }: FakeDiscord) => {
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
  await gateway.open((interaction) => {
    arrived.push(interaction);
    if (arrived.length === strange.length) all.resolve();
  });
  await all.promise;
  expect(arrived).toEqual(strange);
  expect(unhandled).toEqual([]);
  expect(log.lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});
