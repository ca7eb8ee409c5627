import { describe, expect, it } from 'vitest';
import type { ChannelKind, Delivery, Subscription } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import { memoryStore } from '../../store/memoryStore.ts';
import { daily } from '../daily.ts';
import { type FaultProfile, SimDiscord } from '../sim/discord.ts';
import { type Death, startProcess } from '../sim/process.ts';
import { SimTime } from '../sim/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const due = Temporal.Instant.from('2026-03-02T01:00:00Z');
const start = due.subtract({ seconds: 10 });

interface World {
  readonly time: SimTime;
  readonly discord: SimDiscord;
  readonly store: Store;
  readonly subscription: Subscription;
}

async function world(channelKind: ChannelKind = 'channel', thread = false): Promise<World> {
  const time = new SimTime(start);
  const store = await memoryStore();
  const result = await store.subscribe({
    place: { guildId: '1', channelId: '9', channelKind, what: 'session' },
    settings: daily({ time: '01:00', thread }),
    ownerId: '5',
    now: start,
    next: { date: '2026-03-02', due },
    limit: 25,
  });
  if (result.kind === 'full') throw new Error('full');
  return { time, store, discord: new SimDiscord(time), subscription: result.subscription };
}

const ledger = async ({ store, subscription }: World): Promise<readonly Delivery[]> =>
  (await store.history({ subscriptionId: subscription.id }, { offset: 0, limit: 99 })).rows.map(
    (row) => row.delivery,
  );

/** Runs one delivery on a process that dies at a call; gives how many calls a whole delivery takes. */
async function callsOf(kind: ChannelKind, thread: boolean): Promise<number> {
  const there = await world(kind, thread);
  const { mortal, recaps } = startProcess(there);
  await there.time.run(15_000);
  await recaps.stop(0);
  await there.store.close();
  return mortal.calls;
}

/** Dies at a call, stays down for a while, comes back. Asserts one message that the ledger knows. */
async function dieOnce(
  death: Death,
  down: number,
  options: { kind?: ChannelKind; thread?: boolean; weather?: Partial<FaultProfile> } = {},
): Promise<void> {
  const { kind = 'channel', thread = false, weather = {} } = options;
  const there = await world(kind, thread);
  Object.assign(there.discord.weather, weather);
  const first = startProcess({ ...there, death });
  await there.time.run(15_000);
  first.mortal.kill();
  await there.time.run(down);
  Object.assign(there.discord.weather, { post: 'fine', history: 'fine' });
  const second = startProcess(there);
  // The lease of the dead process runs out after a minute.
  await there.time.run(7 * minute);
  const [row, ...others] = await ledger(there);
  const about = `died ${death.when} call ${death.call}, down for ${down / minute} min, ${kind}`;
  expect(others, about).toHaveLength(0);
  expect(row?.state, about).toBe('posted');
  expect(there.discord.messages, about).toHaveLength(1);
  expect(there.discord.messages[0]?.id, about).toBe(row?.messageId);
  if (thread && kind === 'channel') expect(there.discord.threads, about).toHaveLength(1);
  await second.recaps.stop(0);
  await there.store.close();
}

const deaths = (calls: number): Death[] =>
  Array.from({ length: calls }, (_, index) => index + 1).flatMap((call): Death[] => [
    { call, when: 'before' },
    { call, when: 'after' },
  ]);

describe('a process that dies at any call', () => {
  it.each(['channel', 'forum'] as const)(
    'leaves one recap in a $0, after 5 seconds or 3 hours',
    async (kind) => {
      const calls = await callsOf(kind, false);
      expect(calls, `${calls} calls`).toBeGreaterThan(10);
      for (const death of deaths(calls)) {
        if (kind === 'channel') await dieOnce(death, 5_000, { kind });
        await dieOnce(death, 3 * hour, { kind });
      }
    },
  );

  it('leaves one recap with one thread', async () => {
    for (const death of deaths(await callsOf('channel', true)))
      await dieOnce(death, 2 * minute, { thread: true });
  });

  it('leaves one recap when the answer was lost as well', async () => {
    for (const death of deaths(await callsOf('channel', false))) {
      await dieOnce(death, 20 * minute, { weather: { post: 'lost' } });
    }
  });
});

describe('a lost answer', () => {
  it.each(['channel', 'forum'] as const)('does not double a recap in a $0', async (kind) => {
    const there = await world(kind);
    there.discord.weather.post = 'lost';
    const { recaps } = startProcess({ ...there, clockCheckInterval: 5 * minute });
    await there.time.run(30 * minute);
    there.discord.weather.post = 'fine';
    await there.time.run(hour);
    expect(there.discord.messages).toHaveLength(1);
    expect((await ledger(there))[0]?.state).toBe('posted');
    await recaps.stop(0);
    await there.store.close();
  });

  it('with a history that nobody may read ends uncertain, and is not posted again', async () => {
    const there = await world();
    Object.assign(there.discord.weather, { post: 'lost', history: 'forbidden' });
    const { recaps } = startProcess({ ...there, clockCheckInterval: 5 * minute });
    await there.time.run(12 * hour);
    expect(there.discord.messages).toHaveLength(1);
    expect((await ledger(there))[0]?.state).toBe('uncertain');
    Object.assign(there.discord.weather, { post: 'fine' });
    await there.time.run(12 * hour);
    expect(there.discord.messages).toHaveLength(1);
    await there.time.run(2 * hour);
    expect(there.discord.messages).toHaveLength(2);
    await recaps.stop(0);
    await there.store.close();
  });
});
