import pino from 'pino';
import { expect, test } from 'vitest';
import { retryAtStart } from '../../src/discord/startRetry.ts';

const noNetwork = Object.assign(new Error('getaddrinfo ENOTFOUND discord.com'), { code: 'ENOTFOUND' });

/** Tries until the network is there, or patience is at its end; gives the seconds of each pause that the log tells. */
const start = async (patience: number, failures: number) => {
  const told: { why?: string; seconds?: number }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => told.push(JSON.parse(line)) });
  let left = failures;
  const answer = await retryAtStart(
    async () => {
      left -= 1;
      if (left >= 0) throw noNetwork;
      return 'online';
    },
    {
      after: (_milliseconds, run) => {
        queueMicrotask(run);
        return () => {};
      },
      log,
      signal: new AbortController().signal,
      patience,
    },
  ).catch((error: unknown) => error);
  return { answer, pauses: told.map(({ seconds }) => seconds), why: told[0]?.why };
};

test('without a network the start is tried again, ever more rarely, and says why', async () => {
  const { answer, pauses, why } = await start(300_000, 3);
  expect([answer, pauses]).toEqual(['online', [5, 10, 20]]);
  expect(why).toMatch(/cannot be reached .*ENOTFOUND discord.com/);
});

test('it is given up when the host has waited long enough', async () => {
  expect(await start(12_000, 10)).toMatchObject({ answer: noNetwork, pauses: [5, 7] });
  expect(await start(0, 10)).toMatchObject({ answer: noNetwork, pauses: [] });
});
