import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Library } from '#library/model.ts';
import type { Step } from '#recap/model.ts';
import type { ChannelKind, Delivery, RecapSettings, Store } from '#store/model.ts';
import { openStore } from '#store/open.ts';
import { SimDiscord } from './sim/discord.ts';
import { drawSimply, libraryOf, type SimProcess, sixSessions, startProcess } from './sim/process.ts';
import { SimTime } from './sim/time.ts';

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
  store = await openStore('sqlite::memory:');
  library = sixSessions;
  process = undefined;
});

afterEach(async () => {
  process?.mortal.kill();
  await store.close();
});

const settings: RecapSettings = {
  time: '09:00',
  timeZone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
  language: 'ko',
  mentionRoleId: undefined,
  thread: false,
  repeat: 'again',
};

async function subscribe(
  channelId = '9',
  more: Partial<RecapSettings> = {},
  channelKind: ChannelKind = 'channel',
): Promise<string> {
  process ??= startProcess({ time, discord, store, library: () => library, clockCheckInterval: 5 * minute });
  const result = await process.recaps.subscribe({
    place: { guildId: '1', channelId, channelKind, unit: 'session' },
    settings: { ...settings, ...more },
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
      place: { guildId: `g${index >> 4}`, channelId: `c${index}`, channelKind: 'channel', unit: 'session' },
      settings,
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
  it('tells one session a day, in order, and begins anew', async () => {
    await subscribe();
    await time.run(8 * day);
    assert.deepEqual(
      discord.messages.map(({ content }) => content),
      ['1', '2', '3', '4', '5', '6', '1', '2'].map((id) => `session ${id} ${id}/6`),
    );
  });

  it('stops when all is told, and goes on with what is new', async () => {
    const id = await subscribe('9', { repeat: 'stop' });
    await time.run(7 * day);
    assert.equal(discord.messages.length, 6);
    assert.equal((await states(id))[0], '2026-03-08 nothing all-told');
    library = libraryOf(['0', 'new'], ['1', 'a'], ['2', 'b'], ['3', 'c'], ['4', 'd'], ['5', 'e'], ['6', 'f']);
    await time.run(day);
    assert.equal(discord.messages.at(-1)?.content, 'session 0 1/7 new');
    await time.run(day);
    assert.equal(discord.messages.length, 7);
  });

  it('tells first what has changed since it was told', async () => {
    await subscribe();
    await time.run(2 * day);
    library = libraryOf(['1', 'changed'], ['2', 'b'], ['3', 'c'], ['4', 'd'], ['5', 'e'], ['6', 'f']);
    await time.run(2 * day);
    assert.deepEqual(
      discord.messages.slice(2).map(({ content }) => content),
      ['session 1 1/6 changed', 'session 3 3/6'],
    );
  });

  it('is not posted while paused, nor after it was unsubscribed', async () => {
    const id = await subscribe();
    await time.run(day);
    await process?.recaps.pause(id);
    await time.run(2 * day);
    assert.equal(discord.messages.length, 1);
    await process?.recaps.resume(id);
    await time.run(day);
    assert.equal(discord.messages.length, 2);
    await process?.recaps.unsubscribe(id);
    await time.run(2 * day);
    assert.equal(discord.messages.length, 2);
    await subscribe();
    await time.run(day);
    assert.equal(discord.messages.at(-1)?.content, 'session 3 3/6');
  });

  it('is not posted twice on a day on which its time was changed', async () => {
    const id = await subscribe();
    await time.run(hour);
    await subscribe('9', { time: '18:00' });
    const upcoming = await process?.recaps.upcoming((await store.subscription(id)) ?? assert.fail(), 2);
    assert.deepEqual(
      upcoming?.map((one) => one.due.toString()),
      ['2026-03-03T18:00:00Z', '2026-03-04T18:00:00Z'],
    );
    await time.run(day);
    assert.equal(discord.messages.length, 1);
    await time.run(12 * hour);
    assert.equal(discord.messages.length, 2);
  });

  it('opens a thread under each message of a channel, once', async () => {
    await subscribe('9', { thread: true });
    await time.run(2 * day);
    assert.deepEqual(discord.threads, ['1', '2']);
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
    assert.equal(discord.messages.length, 1);
    assert.deepEqual(await states(bad), ['2026-03-02 intended fault']);
    broken = false;
    await time.run(hour);
    assert.equal(discord.messages.length, 2);
  });
});

describe('when Discord does not answer', () => {
  it('it is tried again with growing pauses until it does', async () => {
    discord.weather.post = 'down';
    const id = await subscribe();
    await time.run(3 * hour);
    const tries = discord.requests.post;
    assert.ok(tries > 5 && tries < 25, `${tries} requests in 3 hours`);
    discord.weather.post = 'fine';
    await time.run(hour);
    assert.deepEqual(await states(id), ['2026-03-02 posted']);
    assert.equal(discord.messages.length, 1);
  });

  it('until the window closes: then history says why', async () => {
    discord.weather.post = 'down';
    const id = await subscribe();
    await time.run(16 * hour);
    assert.deepEqual(await states(id), ['2026-03-02 failed unavailable']);
    discord.weather.post = 'fine';
    await time.run(day);
    assert.deepEqual(await states(id), ['2026-03-03 posted', '2026-03-02 failed unavailable']);
  });
});

describe('when Discord refuses', () => {
  for (const code of [50001, 50013, 10003, 10004]) {
    it(`with ${code} it pauses after the third local date, and the owner is told once`, async () => {
      discord.weather.refusal = code;
      const id = await subscribe();
      await time.run(1.9 * day);
      assert.equal((await store.subscription(id))?.state, 'active');
      await time.run(5 * day);
      const subscription = await store.subscription(id);
      assert.equal(subscription?.state, 'paused');
      assert.deepEqual(subscription?.pauseReason, { kind: 'unreachable', code });
      assert.deepEqual(discord.notices, [{ userId: '7', nonce: `${id}-paused` }]);
      assert.equal((await ledger(id)).length, 3);
      assert.ok(discord.requests.post < 50, `${discord.requests.post} requests`);
    });
  }

  it('a permission that comes back in time is used', async () => {
    discord.weather.refusal = 50013;
    const id = await subscribe();
    await time.run(2 * hour);
    discord.weather.refusal = undefined;
    await time.run(3 * hour);
    assert.deepEqual(await states(id), ['2026-03-02 posted']);
    assert.equal((await store.subscription(id))?.unreachableDates, 0);
  });

  it('what it will never take is not tried again', async () => {
    discord.weather.refusal = 50035;
    const id = await subscribe();
    await time.run(12 * hour);
    assert.equal(discord.requests.post, 1);
    const [row] = await ledger(id);
    assert.equal(row?.state, 'failed');
    assert.equal(row?.code, 50035);
    await time.run(5 * day);
    assert.equal((await store.subscription(id))?.state, 'active');
  });

  it('many channels at once do not make many invalid requests', async () => {
    discord.weather.refusal = 50013;
    await subscribeMany(1_080);
    await time.run(9 * minute);
    assert.ok(discord.requests.post <= 1_100, `${discord.requests.post} requests`);
    discord.weather.refusal = undefined;
    await time.run(6 * hour);
    assert.equal(discord.messages.length, 1_080);
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
    assert.ok(atOnce > 0 && atOnce <= 50, `${atOnce} in the first half second`);
    await time.run(minute);
    assert.equal(discord.messages.length, 100);
    assert.deepEqual(await states(ids[0] ?? ''), ['2026-03-05 posted', '2026-03-04 missed down']);
    assert.equal((await ledger(ids[0] ?? ''))[1]?.missedFrom, '2026-03-02');
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
    assert.deepEqual(await states(id), ['2026-03-02 posted']);
    assert.equal(discord.messages.length, 1);
  });
});

describe('several processes on one store', () => {
  it('share the work, and none is posted twice', async () => {
    const processes = [1, 2, 3].map(() => startProcess({ time, discord, store, clockCheckInterval: minute }));
    process = processes[0];
    discord.weather.latency = 700;
    await subscribeMany(400);
    await time.run(10 * minute);
    assert.equal(discord.messages.length, 400);
    assert.equal(new Set(discord.messages.map(({ channelId }) => channelId)).size, 400);
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
    assert.deepEqual(
      steps.filter((step) => step !== 'before-intent'),
      ['after-intent', 'after-request', 'after-reply', 'after-record'],
    );
    assert.equal(steps[0], 'before-intent');
  });
});
