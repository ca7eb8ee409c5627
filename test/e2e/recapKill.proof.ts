import { describe, test } from 'vitest';
import { newDatabase } from '../store/newDatabase.ts';
import { fanOutAndDie, shareAndDie } from './recapCrowd.ts';
import { liveThrough, PLAIN_DEATHS, TROUBLED_DEATHS } from './recapDeaths.ts';
import { openTestbed } from './recapTestbed.ts';

const GUILD = '1100000000000001000';
const PLACES = [
  { name: 'a channel', place: { guildId: GUILD, channelId: '1100000000000001002', channelKind: 'channel' } },
  { name: 'a forum', place: { guildId: GUILD, channelId: '1100000000000001004', channelKind: 'forum' } },
  { name: 'a DM', place: { guildId: undefined, channelId: '1100000000000500101', channelKind: 'dm' } },
] as const;
const SEEDS = [1, 2, 3];

// The proof in full; recapKill.test.ts is the short one.
describe('a process that is killed neither doubles a recap nor loses one', { concurrent: true }, () => {
  const databases = [
    { on: 'SQLite', address: async () => undefined, soon: { seconds: 5 } },
    // A lease on PostgreSQL runs out after a minute.
    { on: 'PostgreSQL', address: newDatabase, soon: { seconds: 65 } },
  ] as const;

  for (const { on, address, soon } of databases) {
    for (const { name, place } of PLACES) {
      for (const down of [soon, { minutes: 10 }, { hours: 5 }]) {
        test(`at every step of a delivery to ${name}, on ${on}, down for ${JSON.stringify(down)}`, async ({
          onTestFinished,
        }) => {
          const testbed = await openTestbed(await address());
          onTestFinished(testbed.close);
          await liveThrough(testbed, { deaths: [...PLAIN_DEATHS, ...TROUBLED_DEATHS], place, down });
        });
      }
    }

    for (const seed of SEEDS) {
      test(`three times at random, while 500 recaps are due, on ${on}, seed ${seed}`, async ({
        onTestFinished,
      }) => {
        const testbed = await openTestbed(await address());
        onTestFinished(testbed.close);
        // Discord remembers the nonces once, and has forgotten them the other times.
        const down = seed === 1 ? soon : { minutes: 6 };
        await fanOutAndDie(testbed, { count: 500, kills: 3, seed, down });
      });
    }
  }

  for (const seed of SEEDS) {
    test(`one of three that share the work of 500 recaps, seed ${seed}`, async ({ onTestFinished }) => {
      const testbed = await openTestbed(await newDatabase());
      onTestFinished(testbed.close);
      await shareAndDie(testbed, { count: 500, seed });
    });
  }
});
