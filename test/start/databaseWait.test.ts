import pino from 'pino';
import { expect, test } from 'vitest';
import { StoreError } from '#store/storeError.ts';
import { untilReachable } from '../../src/start/databaseWait.ts';

const away = new StoreError(
  'unreachable',
  'The PostgreSQL database db/lectern cannot be used: nothing listens there.',
);
const refused = new StoreError(
  'refused',
  'The PostgreSQL database db/lectern cannot be used: it has no such database.',
);

/** Opens a database that fails so often; gives what came of it, and the seconds of each wait that the log tells. */
const open = async (patience: number, failures: readonly Error[]) => {
  const told: { readonly why?: string; readonly seconds?: number }[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => told.push(JSON.parse(line)) });
  const left = [...failures];
  const outcome = await untilReachable(
    async () => {
      const failure = left.shift();
      if (failure !== undefined) throw failure;
      return 'open';
    },
    { patience, log, sleep: async () => {} },
  ).catch((error: unknown) => error);
  return { outcome, pauses: told.map(({ seconds }) => seconds), why: told[0]?.why };
};

test('a database that is slower to start than the bot is waited for, and the log says why', async () => {
  const { outcome, pauses, why } = await open(300_000, [away, away, away]);
  expect([outcome, pauses]).toEqual(['open', [1, 2, 4]]);
  expect(why).toMatch(/nothing listens there/);
});

test('it is given up when the host has waited long enough', async () => {
  const failures = Array.from({ length: 100 }, () => away);
  expect(await open(5_000, failures)).toMatchObject({ outcome: away, pauses: [1, 2, 2] });
  expect(await open(0, failures)).toMatchObject({ outcome: away, pauses: [] });
});

test('what somebody has to put right is not waited for', async () => {
  expect(await open(300_000, [refused])).toMatchObject({ outcome: refused, pauses: [] });
  expect(await open(300_000, [new Error('a slip')])).toMatchObject({ pauses: [] });
});
