import { describe } from 'vitest';
import { newDatabase } from '../../store/newDatabase.ts';
import { shareAndDie } from './crowd.ts';
import { liveThrough, PLAIN_DEATHS } from './deaths.ts';
import { CHANNEL, testbedTest } from './testbedTest.ts';

const test = testbedTest(newDatabase);

// In full: kill.proof.ts.
describe('a process that is killed neither doubles a recap nor loses one', { concurrent: true }, () => {
  test('at every step of a delivery, on PostgreSQL, coming back when Discord has forgotten the nonce', async ({
    testbed,
  }) => {
    const deaths = PLAIN_DEATHS.filter(({ at }) => at !== 'after-request');
    await liveThrough(testbed, { deaths, place: CHANNEL, down: { minutes: 10 } });
  });

  test('one of three that share the work on PostgreSQL', async ({ testbed }) => {
    await shareAndDie(testbed, { count: 60, seed: 1 });
  });
});
