import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#library/model.ts';
import type { Step } from '#recap/model.ts';
import type { ChannelKind, Delivery, RecapSettings } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import { memoryStore } from '../../store/memoryStore.ts';
import { daily } from '../daily.ts';
import { SimDiscord } from '../sim/discord.ts';
import { drawSimply, libraryOf, type SimProcess, sixSessions, startProcess } from '../sim/process.ts';
import { SimTime } from '../sim/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const due = Temporal.Instant.from('2026-03-02T09:00:00Z');

let time: SimTime;
let discord: SimDiscord;
let store: Store;
let library: Library;
let process: SimProcess | undefined;

beforeEach(async () => {
  time = new SimTime(due.subtract({ minutes: 1 }));
  discord = new SimDiscord(time);
  store = await memoryStore();
  library = sixSessions;
  process = undefined;
});

afterEach(async () => {
  process?.mortal.kill();
  await store.close();
});

async function subscribe(
  channelId = '9',
  more: Partial<RecapSettings> = {},
  channelKind: ChannelKind = 'channel',
): Promise<string> {
  process ??= startProcess({ time, discord, store, library: () => library, clockCheckInterval: 5 * minute });
  const result = await process.recaps.subscribe({
    place: { guildId: '1', channelId, channelKind, what: 'session' },
    settings: daily(more),
    ownerId: '7',
  });
  if (result.kind === 'full') throw new Error('full');
  return result.subscription.id;
}

/** Many at once, each in a channel of its own, behind the back of the process. */
async function subscribeMany(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const result = await store.subscribe({
      place: { guildId: `g${index >> 4}`, channelId: `c${index}`, channelKind: 'channel', what: 'session' },
      settings: daily(),
      ownerId: '7',
      now: time.real,
      next: { date: '2026-03-02', due },
      limit: 25,
    });
    if (result.kind !== 'full') ids.push(result.subscription.id);
  }
  process ??= startProcess({ time, discord, store, clockCheckInterval: 5 * minute });
  return ids;
}

async function ledger(subscriptionId: string): Promise<readonly Delivery[]> {
  const { rows } = await store.history({ subscriptionId }, { offset: 0, limit: 99 });
  return rows.map((row) => row.delivery);
}

const states = async (id: string) =>
  (await ledger(id)).map(({ date, state, reason }) => `${date} ${state} ${reason ?? ''}`.trim());

describe('a recap', () => {
  it('is recorded when a check that was asked for is over', async () => {
    const subscriptionId = await subscribe();
    await time.settle();
    discord.weather.latency = 2_000;
    // The clock is moved on, as the playground does: no timer tells the process.
    time.offset = 2 * minute;
    const state = process?.recaps.poke().then(async () => {
      const { rows } = await store.history({ subscriptionId }, { offset: 0, limit: 1 });
      return rows[0]?.delivery.state;
    });
    await time.run(20_000);
    expect(await state).toBe('posted');
  });

  it('is looked for again where that is asked for while the store says when the next one is due', async () => {
    let looks = 0;
    const counting: Store = {
      ...store,
      check: async () => {
        looks += 1;
        await store.check();
      },
      nextWake: async () => {
        if (looks === 1) void process?.recaps.poke();
        return await store.nextWake();
      },
    };
    process = startProcess({ time, discord, store: counting, clockCheckInterval: 5 * minute });
    await time.run(minute / 2);
    expect(looks).toBe(2);
  });

  it('tells one session a day, in order, and begins anew', async () => {
    await subscribe();
    await time.run(8 * day);
    expect(discord.messages.map(({ content }) => content)).toEqual(
      ['1', '2', '3', '4', '5', '6', '1', '2'].map((id) => `session ${id} ${id}/6`),
    );
  });

  it('stops when all is told, and goes on with what is new', async () => {
    const id = await subscribe('9', { repeat: 'stop' });
    await time.run(7 * day);
    expect(discord.messages).toHaveLength(6);
    expect((await states(id))[0]).toBe('2026-03-08 nothing all-told');
    library = libraryOf(['0', 'new'], ['1', 'a'], ['2', 'b'], ['3', 'c'], ['4', 'd'], ['5', 'e'], ['6', 'f']);
    await time.run(day);
    expect(discord.messages.at(-1)?.content).toBe('session 0 1/7 new');
    await time.run(day);
    expect(discord.messages).toHaveLength(7);
  });

  it('tells first what has changed since it was told', async () => {
    await subscribe();
    await time.run(2 * day);
    library = libraryOf(['1', 'changed'], ['2', 'b'], ['3', 'c'], ['4', 'd'], ['5', 'e'], ['6', 'f']);
    await time.run(2 * day);
    expect(discord.messages.slice(2).map(({ content }) => content)).toEqual([
      'session 1 1/6 changed',
      'session 3 3/6',
    ]);
  });

  it('is not posted while paused, nor after it was unsubscribed', async () => {
    const id = await subscribe();
    await time.run(day);
    await process?.recaps.pause(id);
    await time.run(2 * day);
    expect(discord.messages).toHaveLength(1);
    await process?.recaps.resume(id);
    await time.run(day);
    expect(discord.messages).toHaveLength(2);
    await process?.recaps.unsubscribe(id);
    await time.run(2 * day);
    expect(discord.messages).toHaveLength(2);
    await subscribe();
    await time.run(day);
    expect(discord.messages.at(-1)?.content).toBe('session 3 3/6');
  });

  it('is not posted twice on a day on which its time was changed', async () => {
    const id = await subscribe();
    await time.run(hour);
    await subscribe('9', { time: '18:00' });
    const upcoming = await process?.recaps.upcoming(
      (await store.subscription(id)) ?? expect.unreachable(),
      2,
    );
    expect(upcoming?.map((one) => one.due.toString())).toEqual([
      '2026-03-03T18:00:00Z',
      '2026-03-04T18:00:00Z',
    ]);
    await time.run(day);
    expect(discord.messages).toHaveLength(1);
    await time.run(12 * hour);
    expect(discord.messages).toHaveLength(2);
  });

  it('opens a thread under each message of a channel, once', async () => {
    await subscribe('9', { thread: true });
    await time.run(2 * day);
    expect(discord.threads).toEqual(['1', '2']);
  });

  it('waits while a page cannot be drawn, and goes on with the others', async () => {
    let broken = true;
    process = startProcess({
      time,
      discord,
      store,
      clockCheckInterval: 5 * minute,
      draw: (order) => {
        if (broken && order.mentionRoleId === '5') throw new Error('a fault');
        return drawSimply(order);
      },
    });
    const bad = await subscribe('9', { mentionRoleId: '5' });
    await subscribe('10');
    await time.run(hour);
    expect(discord.messages).toHaveLength(1);
    expect(await states(bad)).toEqual(['2026-03-02 intended fault']);
    broken = false;
    await time.run(hour);
    expect(discord.messages).toHaveLength(2);
  });
});

describe('when Discord does not answer', () => {
  it('it is tried again with growing pauses until it does', async () => {
    discord.weather.post = 'down';
    const id = await subscribe();
    await time.run(3 * hour);
    const tries = discord.requests.post;
    expect(tries, `${tries} requests in 3 hours`).toBeGreaterThan(5);
    expect(tries, `${tries} requests in 3 hours`).toBeLessThan(25);
    discord.weather.post = 'fine';
    await time.run(hour);
    expect(await states(id)).toEqual(['2026-03-02 posted']);
    expect(discord.messages).toHaveLength(1);
  });

  it('until the window closes: then history says why', async () => {
    discord.weather.post = 'down';
    const id = await subscribe();
    await time.run(16 * hour);
    expect(await states(id)).toEqual(['2026-03-02 failed unavailable']);
    discord.weather.post = 'fine';
    await time.run(day);
    expect(await states(id)).toEqual(['2026-03-03 posted', '2026-03-02 failed unavailable']);
  });
});

describe('when Discord refuses', () => {
  it.each([50001, 50013, 10003, 10004])(
    'with $0 it pauses after the third local date, and the owner is told once',
    async (code) => {
      discord.weather.refusal = code;
      const id = await subscribe();
      await time.run(1.9 * day);
      expect((await store.subscription(id))?.state).toBe('active');
      await time.run(5 * day);
      const subscription = await store.subscription(id);
      expect(subscription?.state).toBe('paused');
      expect(subscription?.pauseReason).toStrictEqual({ kind: 'unreachable', code });
      expect(discord.notices).toStrictEqual([{ userId: '7', nonce: `${id}-paused` }]);
      expect(await ledger(id)).toHaveLength(3);
      expect(discord.requests.post, `${discord.requests.post} requests`).toBeLessThan(50);
    },
  );

  it('a permission that comes back in time is used', async () => {
    discord.weather.refusal = 50013;
    const id = await subscribe();
    await time.run(2 * hour);
    discord.weather.refusal = undefined;
    await time.run(3 * hour);
    expect(await states(id)).toEqual(['2026-03-02 posted']);
    expect((await store.subscription(id))?.unreachableDates).toBe(0);
  });

  it('what it will never take is not tried again, and pauses on the third date', async () => {
    discord.weather.refusal = 50035;
    const id = await subscribe();
    await time.run(12 * hour);
    expect(discord.requests.post).toBe(1);
    const [row] = await ledger(id);
    expect(row?.state).toBe('failed');
    expect(row?.code).toBe(50035);
    await time.run(5 * day);
    expect((await store.subscription(id))?.state).toBe('paused');
    expect(discord.requests.post).toBe(3);
    expect(discord.notices).toHaveLength(1);
  });

  it('for good, it pauses at once, and the owner is told', async () => {
    discord.weather.refusal = 40067;
    const id = await subscribe('9', {}, 'forum');
    await time.run(hour);
    expect((await store.subscription(id))?.pauseReason).toStrictEqual({ kind: 'unreachable', code: 40067 });
    expect(discord.notices).toStrictEqual([{ userId: '7', nonce: `${id}-paused` }]);
    await time.run(3 * day);
    expect(discord.requests.post).toBe(1);
  });

  it('many channels at once do not make many invalid requests', async () => {
    discord.weather.refusal = 50013;
    await subscribeMany(1_080);
    await time.run(9 * minute);
    expect(discord.requests.post, `${discord.requests.post} requests`).toBeLessThanOrEqual(1_100);
    discord.weather.refusal = undefined;
    await time.run(6 * hour);
    expect(discord.messages).toHaveLength(1_080);
  });
});

describe('after a pause of the process', () => {
  it('what is late is posted once, spread over time, and missed days become one row', async () => {
    const ids = await subscribeMany(100);
    process?.mortal.kill();
    await time.run(3 * day + hour);
    process = startProcess({ time, discord, store, clockCheckInterval: 5 * minute });
    await time.run(500);
    const atOnce = discord.messages.length;
    expect(atOnce, `${atOnce} in the first half second`).toBeGreaterThan(0);
    expect(atOnce, `${atOnce} in the first half second`).toBeLessThanOrEqual(50);
    await time.run(minute);
    expect(discord.messages).toHaveLength(100);
    expect(await states(ids[0] ?? '')).toEqual(['2026-03-05 posted', '2026-03-04 missed down']);
    expect((await ledger(ids[0] ?? ''))[1]?.missedFrom).toBe('2026-03-02');
  });

  it('a claim is given back when the process is asked to end', async () => {
    const id = await subscribe();
    discord.weather.latency = 10 * minute;
    await time.run(2 * minute);
    const stopped = process?.recaps.stop(1_000);
    await time.run(2_000);
    await stopped;
    discord.weather.latency = 0;
    process = startProcess({ time, discord, store, clockCheckInterval: 5 * minute });
    await time.run(minute);
    expect(await states(id)).toEqual(['2026-03-02 posted']);
    expect(discord.messages).toHaveLength(1);
  });
});

describe('several processes on one store', () => {
  it('share the work, and none is posted twice', async () => {
    const processes = [1, 2, 3].map(() => startProcess({ time, discord, store, clockCheckInterval: minute }));
    process = processes[0];
    discord.weather.latency = 700;
    await subscribeMany(400);
    await time.run(10 * minute);
    expect(discord.messages).toHaveLength(400);
    expect(new Set(discord.messages.map(({ channelId }) => channelId)).size).toBe(400);
    for (const other of processes) other.mortal.kill();
  });
});

describe('the steps of a delivery', () => {
  it('are told in their order', async () => {
    const steps: Step[] = [];
    process = startProcess({
      time,
      discord,
      store,
      clockCheckInterval: 5 * minute,
      checkpoint: (step) => {
        steps.push(step);
      },
    });
    await subscribe();
    steps.length = 0;
    await time.run(2 * minute);
    expect(steps.filter((step) => step !== 'before-intent')).toEqual([
      'after-intent',
      'after-request',
      'after-reply',
      'after-record',
    ]);
    expect(steps[0]).toBe('before-intent');
  });
});
