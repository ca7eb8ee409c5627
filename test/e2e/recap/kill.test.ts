import { describe } from 'vitest';
import { fanOutAndDie } from './crowd.ts';
import { announceThrough, liveThrough, PLAIN_DEATHS, TROUBLED_DEATHS } from './deaths.ts';
import { CHANNEL, testbedTest } from './testbedTest.ts';

const test = testbedTest();

// In full: kill.proof.ts.
describe('a process that is killed neither doubles a recap nor loses one', { concurrent: true }, () => {
  test('at every step of a delivery, on SQLite', async ({ testbed }) => {
    const deaths = [...PLAIN_DEATHS, ...TROUBLED_DEATHS.slice(1, 3)];
    await liveThrough(testbed, { deaths, place: CHANNEL, down: { seconds: 5 } });
  });

  test('at every step of the announcement of a new post, on SQLite', async ({ testbed }) => {
    await announceThrough(testbed, { deaths: PLAIN_DEATHS, down: { seconds: 5 } });
  });

  test('three times at random, while many recaps are due', async ({ testbed }) => {
    // Discord has forgotten the nonces each time.
    await fanOutAndDie(testbed, { count: 60, kills: 3, seed: 1, down: { minutes: 6 } });
  });
});
