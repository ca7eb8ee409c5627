import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#library/model.ts';
import type { ChannelKind, Delivery } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import { memoryStore } from '../../store/memoryStore.ts';
import { daily } from '../daily.ts';
import { SimDiscord } from '../sim/discord.ts';
import { libraryOf, type SimProcess, sixSessions, startProcess } from '../sim/process.ts';
import { SimTime } from '../sim/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const due = Temporal.Instant.from('2026-03-02T09:00:00Z');

let time: SimTime;
let discord: SimDiscord;
let store: Store;
let processes: SimProcess[];

beforeEach(async () => {
  time = new SimTime(due.subtract({ minutes: 1 }));
  discord = new SimDiscord(time);
  store = await memoryStore();
  processes = [];
});
afterEach(async () => {
  for (const { mortal } of processes) mortal.kill();
  await store.close();
});

const start = (options: Partial<Parameters<typeof startProcess>[0]> = {}): SimProcess => {
  const process = startProcess({ time, discord, store, ...options });
  processes.push(process);
  return process;
};

const subscribe = async (
  channelId: string,
  channelKind: ChannelKind = 'channel',
  at = due,
): Promise<string> => {
  const result = await store.subscribe({
    place: { guildId: `g${channelId}`, channelId, channelKind, what: 'session' },
    settings: daily({
      time: at.toZonedDateTimeISO('UTC').toPlainTime().toString({ smallestUnit: 'minute' }),
    }),
    ownerId: '7',
    now: due.subtract({ hours: 1 }),
    next: { date: '2026-03-02', due: at },
    limit: 25,
  });
  if (result.kind === 'full') throw new Error('full');
  return result.subscription.id;
};

const ledger = async (subscriptionId: string): Promise<readonly Delivery[]> =>
  (await store.history({ subscriptionId }, { offset: 0, limit: 99 })).rows.map(({ delivery }) => delivery);

describe.each(['channel', 'forum'] as const)('in a %s', (kind) => {
  it('a process that sleeps with a lost answer does not post twice', async () => {
    discord.weather.post = 'lost';
    const id = await subscribe('9', kind);
    start();
    await time.run(minute + 5_000);
    discord.weather.post = 'fine';
    await time.suspend(200_000);
    await time.run(10 * minute);
    expect(discord.messages).toHaveLength(1);
    expect((await ledger(id))[0]?.state).toBe('posted');
  });

  it('a lost answer, then 429 for longer than a nonce lasts, is one post', async () => {
    discord.weather.post = 'lost';
    await subscribe('9', kind);
    start();
    await time.run(minute + 5_000);
    discord.weather.post = 'limited';
    await time.run(30_000);
    discord.weather.post = 'fine';
    await time.run(20 * minute);
    expect(discord.messages).toHaveLength(1);
  });

  it('a post that Discord takes 45 s for is one post', async () => {
    discord.weather.post = 'late';
    const id = await subscribe('9', kind);
    start();
    await time.run(minute + 20_000);
    discord.weather.post = 'fine';
    await time.run(10 * minute);
    expect(discord.messages).toHaveLength(1);
    expect((await ledger(id))[0]?.state).toBe('posted');
  });

  it('200 without a message is no post, and is tried again until there is one', async () => {
    discord.weather.post = 'empty';
    const id = await subscribe('9', kind);
    start();
    await time.run(2 * minute);
    expect((await ledger(id))[0]?.state).toBe('intended');
    discord.weather.post = 'fine';
    await time.run(10 * minute);
    expect(discord.messages).toHaveLength(1);
    expect((await ledger(id))[0]?.state).toBe('posted');
  });

  it('what was posted after a backup is found, not posted again', async () => {
    const id = await subscribe('9', kind);
    start();
    await time.run(2 * minute);
    const [posted] = await ledger(id);
    for (const { mortal } of processes) mortal.kill();
    // The backup knows the subscription as it was before.
    await store.close();
    store = await memoryStore();
    const again = await subscribe('9', kind);
    const key = posted?.key.replace(id, again) ?? '';
    const [message] = discord.messages;
    if (message === undefined) throw new Error('nothing was posted');
    discord.messages.splice(0, 1, { ...message, customIds: [`s/1?r=${key}`] });
    await time.run(hour);
    start();
    await time.run(10 * minute);
    expect(discord.messages).toHaveLength(1);
    expect(await ledger(again)).toMatchObject([{ state: 'posted', messageId: message.id, item: '1' }]);
  });
});

it('a process that sleeps in a queue does not send what another one has posted meanwhile', async () => {
  const shared: Store = { ...store, exclusive: false };
  await subscribe('9');
  discord.weather.queue = 150_000;
  start({ store: shared });
  await time.run(minute + 1_000);
  // The first one stops for so long that its lease ends; the second one takes over.
  const [first] = processes;
  discord.weather.queue = 0;
  first?.mortal.kill();
  start({ store: shared });
  await time.run(3 * minute);
  expect(discord.messages).toHaveLength(1);
});

it.each(['pause', 'end'] as const)('%s while a request waits keeps it from leaving', async (what) => {
  const id = await subscribe('9');
  discord.weather.queue = 39_000;
  const { recaps } = start();
  await time.run(minute + 5_000);
  await (what === 'pause' ? recaps.pause(id) : recaps.unsubscribe(id));
  await time.run(hour);
  expect(discord.messages).toHaveLength(0);
  expect(discord.requests.post).toBe(0);
  expect(await ledger(id)).toMatchObject([{ state: 'missed', reason: 'stopped' }]);
});

it('posts that are gone for ten seconds at the due time are told all the same', async () => {
  let library: Library = sixSessions;
  const id = await subscribe('9');
  start({ library: () => library });
  await time.run(55_000);
  library = libraryOf();
  await time.run(10_000);
  library = sixSessions;
  await time.run(5 * minute);
  expect(await ledger(id)).toMatchObject([{ state: 'posted' }]);
});

it('an empty library at the start is not nothing to tell for the day', async () => {
  let library: Library = libraryOf();
  const id = await subscribe('9');
  start({ library: () => library });
  await time.run(10 * minute);
  expect(await ledger(id)).toMatchObject([{ state: 'intended', reason: 'empty' }]);
  library = sixSessions;
  await time.run(hour);
  expect(await ledger(id)).toMatchObject([{ state: 'posted' }]);
});

it('a database that fails in the middle of deliveries is taken up again within seconds', async () => {
  let broken = false;
  const failing = new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) =>
        broken ? Promise.reject(new Error('disk full')) : Reflect.apply(value, target, args);
    },
  });
  const id = await subscribe('9');
  const { recaps, log } = start({
    store: failing,
    checkpoint: (step) => {
      if (step === 'after-reply' && time.real.epochMilliseconds < due.epochMilliseconds + 5_000)
        broken = true;
    },
  });
  await time.run(minute + 30_000);
  expect(recaps.problem()).toMatch(/disk full/);
  broken = false;
  await time.run(8_000);
  expect(recaps.problem()).toBeUndefined();
  // It was tried every few seconds, and told once.
  const tries = log.filter(({ message }) => message === 'The check for due recaps failed');
  expect(tries.length).toBeGreaterThan(1);
  expect(tries.filter(({ level }) => level === 'error')).toHaveLength(1);
  expect(await ledger(id)).toMatchObject([{ state: 'posted' }]);
  expect(discord.messages).toHaveLength(1);
});

it('dates that the clock goes past by itself are said to be so, and are posted when it is put right', async () => {
  const id = await subscribe('9');
  start();
  await time.run(hour);
  time.offset += 72 * hour;
  await time.run(hour);
  expect(await ledger(id)).toMatchObject([
    { date: '2026-03-05', state: 'posted' },
    { date: '2026-03-04', state: 'missed', reason: 'clock', missedFrom: '2026-03-03' },
    { date: '2026-03-02', state: 'posted' },
  ]);
  time.offset -= 72 * hour;
  await time.run(48 * hour);
  const states = (await ledger(id)).map(({ date, state }) => `${date} ${state}`);
  expect(states).toEqual([
    '2026-03-05 posted',
    '2026-03-04 posted',
    '2026-03-03 posted',
    '2026-03-02 posted',
  ]);
  expect(discord.messages).toHaveLength(4);
});

it('sixty channels that answer 429 keep no other waiting', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 85; index += 1) {
    const later = index >= 80;
    ids.push(await subscribe(`c${index}`, 'channel', later ? due.add({ minutes: 1 }) : due));
    if (index < 60) discord.limited.add(`c${index}`);
  }
  start();
  await time.run(minute + 15_000);
  expect(discord.messages).toHaveLength(20);
  await time.run(minute);
  expect(discord.messages).toHaveLength(25);
  discord.limited.clear();
  await time.run(10 * minute);
  expect(discord.messages).toHaveLength(85);
});
