import { afterAll, beforeAll, describe, test } from 'vitest';
import { type PostgresServer, startPostgres } from '../store/postgresServer.ts';
import { fanOutAndDie, shareAndDie } from './recapCrowd.ts';
import { liveThrough, PLAIN_DEATHS, TROUBLED_DEATHS } from './recapDeaths.ts';
import { openTestbed } from './recapTestbed.ts';

const PLACE = {
  guildId: '1100000000000001000',
  channelId: '1100000000000001002',
  channelKind: 'channel',
} as const;

// In full: recapKill.chaos.ts.
describe('a process that is killed neither doubles a recap nor loses one', { concurrent: true }, () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  test('at every step of a delivery, on SQLite', async ({ onTestFinished }) => {
    const testbed = await openTestbed();
    onTestFinished(testbed.close);
    const deaths = [...PLAIN_DEATHS, ...TROUBLED_DEATHS.slice(1, 3)];
    await liveThrough(testbed, { deaths, place: PLACE, down: { seconds: 5 } });
  });

  test('at every step of a delivery, on PostgreSQL, coming back when Discord has forgotten the nonce', async ({
    onTestFinished,
  }) => {
    const testbed = await openTestbed(await postgres.database());
    onTestFinished(testbed.close);
    const deaths = PLAIN_DEATHS.filter(({ at }) => at !== 'after-request');
    await liveThrough(testbed, { deaths, place: PLACE, down: { minutes: 10 } });
  });

  test('three times at random, while many recaps are due', async ({ onTestFinished }) => {
    const testbed = await openTestbed();
    onTestFinished(testbed.close);
    // Discord has forgotten the nonces each time.
    await fanOutAndDie(testbed, { count: 60, kills: 3, seed: 1, down: { minutes: 6 } });
  });

  test('one of three that share the work on PostgreSQL', async ({ onTestFinished }) => {
    const testbed = await openTestbed(await postgres.database());
    onTestFinished(testbed.close);
    await shareAndDie(testbed, { count: 60, seed: 1 });
  });
});
