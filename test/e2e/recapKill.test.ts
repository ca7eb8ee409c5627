import { describe, test } from 'vitest';
import { fanOutAndDie } from './recapCrowd.ts';
import { liveThrough, PLAIN_DEATHS, TROUBLED_DEATHS } from './recapDeaths.ts';
import { openTestbed } from './recapTestbed.ts';

const PLACE = {
  guildId: '1100000000000001000',
  channelId: '1100000000000001002',
  channelKind: 'channel',
} as const;

// In full: recapKill.proof.ts.
describe('a process that is killed neither doubles a recap nor loses one', { concurrent: true }, () => {
  test('at every step of a delivery, on SQLite', async ({ onTestFinished }) => {
    const testbed = await openTestbed();
    onTestFinished(testbed.close);
    const deaths = [...PLAIN_DEATHS, ...TROUBLED_DEATHS.slice(1, 3)];
    await liveThrough(testbed, { deaths, place: PLACE, down: { seconds: 5 } });
  });

  test('three times at random, while many recaps are due', async ({ onTestFinished }) => {
    const testbed = await openTestbed();
    onTestFinished(testbed.close);
    // Discord has forgotten the nonces each time.
    await fanOutAndDie(testbed, { count: 60, kills: 3, seed: 1, down: { minutes: 6 } });
  });
});
