import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newDatabase } from '../../store/newDatabase.ts';
import { ledgerOf, openTestbed, subscribe, type Testbed } from './testbed.ts';

/** Seconds that pass for everybody: longer than Discord remembers a nonce, and than a lease lasts. */
const SUSPENDED = 200;
const BEFORE = Temporal.Instant.from('2026-03-02T08:59:50Z');
const DUE = Temporal.Instant.from('2026-03-02T09:00:05Z');

const open = async (address?: string): Promise<Testbed> => {
  const testbed = await openTestbed(address);
  onTestFinished(testbed.close);
  return testbed;
};

/** Channels of the playground's server, each with a recap that is due at the same time. */
const subscribeMany = async (testbed: Testbed, count: number) => {
  const guildId = '1100000000000001000';
  const channels = Array.from({ length: count }, (_, at) =>
    testbed.playground.addChannel(guildId, { name: `recaps-${at}` }),
  );
  const ids = await testbed.withStore((store) =>
    Promise.all(
      channels.map((channelId) => subscribe(store, { guildId, channelId, channelKind: 'channel' }, BEFORE)),
    ),
  );
  return { channels, ids };
};

const posted = ({ playground }: Testbed, channels: readonly string[]): readonly number[] =>
  channels.map((channel) => playground.history(channel).length);

const statesOf = (testbed: Testbed, ids: readonly string[]): Promise<readonly string[]> =>
  testbed.withStore(async (store) =>
    (await Promise.all(ids.map((id) => ledgerOf(store, id)))).flat().map(({ state }) => state),
  );

/** Until something holds; the playground tells of each change. */
const reached = (testbed: Testbed, holds: () => boolean, what: string): Promise<true> =>
  testbed.playground.until(() => (holds() ? true : undefined), what);

// Real time has to pass: what is tried is what the clocks of the machine and of the process say afterwards.
describe('a process that is suspended for longer than Discord remembers', { concurrent: true }, () => {
  test('with requests sent whose answers it has not read posts none of them again', async () => {
    const testbed = await open();
    const { channels, ids } = await subscribeMany(testbed, 8);
    const bot = await testbed.start(BEFORE);
    const held = testbed.playground.faults.next(
      'POST /channels/:id/messages',
      { kind: 'late', ms: null },
      null,
    );
    bot.order({ to: DUE.toString() });
    await reached(testbed, () => posted(testbed, channels).every((count) => count === 1), 'eight posts');
    bot.suspend();
    await setTimeout(SUSPENDED * 1_000);
    testbed.setTime(DUE.add({ seconds: SUSPENDED }));
    held.release();
    bot.wake();
    await setTimeout(60_000);
    await bot.end();
    expect(posted(testbed, channels)).toEqual(channels.map(() => 1));
    expect(await statesOf(testbed, ids)).toEqual(ids.map(() => 'posted'));
  });

  test('with requests that wait out a limit sends none of them after another one has taken over', async () => {
    const testbed = await open(await newDatabase());
    const { channels, ids } = await subscribeMany(testbed, 12);
    const first = await testbed.start(BEFORE);
    const { faults } = testbed.playground;
    faults.next('POST /channels/:id/messages', { kind: 'status', status: 429, retryAfter: 4 }, 12);
    first.order({ to: DUE.toString() });
    const refused = (): number => testbed.playground.requests().filter(({ status }) => status === 429).length;
    await reached(testbed, () => refused() >= 12, 'twelve requests that wait');
    first.suspend();
    const second = await testbed.start(DUE.add({ seconds: 5 }));
    await setTimeout(SUSPENDED * 1_000);
    testbed.setTime(DUE.add({ seconds: SUSPENDED }));
    await reached(testbed, () => posted(testbed, channels).every((count) => count === 1), 'twelve posts');
    first.wake();
    await setTimeout(60_000);
    expect(posted(testbed, channels)).toEqual(channels.map(() => 1));
    await second.end();
    await first.end();
    expect(await statesOf(testbed, ids)).toEqual(ids.map(() => 'posted'));
  });
});
