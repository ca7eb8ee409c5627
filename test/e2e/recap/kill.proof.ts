import { describe } from 'vitest';
import { newDatabase } from '../../store/newDatabase.ts';
import { fanOutAndDie, shareAndDie } from './crowd.ts';
import { announceThrough, liveThrough, PLAIN_DEATHS, TROUBLED_DEATHS } from './deaths.ts';
import { CHANNEL, testbedTest } from './testbedTest.ts';

const PLACES = [
  { name: 'a channel', place: CHANNEL },
  {
    name: 'a forum',
    place: { guildId: CHANNEL.guildId, channelId: '1100000000000001004', channelKind: 'forum' },
  },
  { name: 'a DM', place: { guildId: undefined, channelId: '1100000000000500101', channelKind: 'dm' } },
] as const;
const SEEDS = [1, 2, 3];

const DATABASES = [
  { on: 'SQLite', address: async () => undefined, soon: { seconds: 5 } },
  // A lease on PostgreSQL runs out after a minute.
  { on: 'PostgreSQL', address: newDatabase, soon: { seconds: 65 } },
] as const;

// The proof in full; kill.test.ts is the short one.
describe('a process that is killed neither doubles a recap nor loses one', { concurrent: true }, () => {
  describe.for(DATABASES)('on $on', ({ address, soon }) => {
    const test = testbedTest(address);
    const falls = PLACES.flatMap(({ name, place }) =>
      [soon, { minutes: 10 }, { hours: 5 }].map((down) => ({ name, place, down })),
    );

    test.for(falls)(
      'at every step of a delivery to $name, down for $down',
      async ({ place, down }, { testbed }) => {
        await liveThrough(testbed, { deaths: [...PLAIN_DEATHS, ...TROUBLED_DEATHS], place, down });
      },
    );

    test('at every step of the announcement of a new post', async ({ testbed }) => {
      const deaths = [...PLAIN_DEATHS, ...TROUBLED_DEATHS];
      await announceThrough(testbed, { deaths, down: soon });
    });

    test.for(SEEDS)('three times at random, while 500 recaps are due, seed %i', async (seed, { testbed }) => {
      // Discord remembers the nonces once, and has forgotten them the other times.
      const down = seed === 1 ? soon : { minutes: 6 };
      await fanOutAndDie(testbed, { count: 500, kills: 3, seed, down });
    });
  });

  testbedTest(newDatabase).for(SEEDS)(
    'one of three that share the work of 500 recaps, seed %i',
    async (seed, { testbed }) => {
      await shareAndDie(testbed, { count: 500, seed });
    },
  );
});
