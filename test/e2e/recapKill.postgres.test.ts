import { describe, test } from 'vitest';
import { newDatabase } from '../store/newDatabase.ts';
import { shareAndDie } from './recapCrowd.ts';
import { liveThrough, PLAIN_DEATHS } from './recapDeaths.ts';
import { openTestbed } from './recapTestbed.ts';

const PLACE = {
  guildId: '1100000000000001000',
  channelId: '1100000000000001002',
  channelKind: 'channel',
} as const;

// In full: recapKill.proof.ts.
describe('a process that is killed neither doubles a recap nor loses one', { concurrent: true }, () => {
  test('at every step of a delivery, on PostgreSQL, coming back when Discord has forgotten the nonce', async ({
    onTestFinished,
  }) => {
    const testbed = await openTestbed(await newDatabase());
    onTestFinished(testbed.close);
    const deaths = PLAIN_DEATHS.filter(({ at }) => at !== 'after-request');
    await liveThrough(testbed, { deaths, place: PLACE, down: { minutes: 10 } });
  });

  test('one of three that share the work on PostgreSQL', async ({ onTestFinished }) => {
    const testbed = await openTestbed(await newDatabase());
    onTestFinished(testbed.close);
    await shareAndDie(testbed, { count: 60, seed: 1 });
  });
});
