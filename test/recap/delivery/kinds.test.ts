import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#library/model.ts';
import type { ChannelKind, Delivery, RecapSettings, RecapWhat } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import { memoryStore } from '../../store/memoryStore.ts';
import { daily } from '../daily.ts';
import { SimDiscord } from '../sim/discord.ts';
import { libraryOf, type SimProcess, sixSessions, startProcess } from '../sim/process.ts';
import { SimTime } from '../sim/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const due = Temporal.Instant.from('2026-03-02T09:00:00Z');

let time: SimTime;
let discord: SimDiscord;
let store: Store;
let library: Library;
let process: SimProcess;

const launch = (keepHistoryDays = 400): SimProcess =>
  startProcess({
    time,
    discord,
    store,
    library: () => library,
    // A look every half hour is enough where days pass.
    clockCheckInterval: 30 * minute,
    keepHistoryDays,
  });

beforeEach(async () => {
  time = new SimTime(due.subtract({ minutes: 1 }));
  discord = new SimDiscord(time);
  store = await memoryStore();
  library = sixSessions;
  process = launch();
});

afterEach(async () => {
  process.mortal.kill();
  await store.close();
});

async function subscribe(
  what: RecapWhat,
  more: Partial<RecapSettings> = {},
  channelKind: ChannelKind = 'channel',
): Promise<string> {
  const result = await process.recaps.subscribe({
    place: { guildId: '1', channelId: '9', channelKind, what },
    settings: daily(more),
    ownerId: '7',
  });
  if (result.kind === 'full') throw new Error('full');
  return result.subscription.id;
}

const ledger = async (subscriptionId: string): Promise<readonly Delivery[]> =>
  (await store.history({ subscriptionId }, { offset: 0, limit: 99 })).rows.map(({ delivery }) => delivery);

/** The sessions that a message tells. */
const told = (): readonly (string | undefined)[] =>
  discord.messages.map(({ content }) => /^session ([\d ]+?) \d+\//.exec(content ?? '')?.[1]);

describe('a digest', () => {
  it('tells so many at a time, to the end of the round, and begins anew', async () => {
    await subscribe('digest', { count: 4 });
    await time.run(4 * day);
    expect(told()).toEqual(['1 2 3 4', '5 6', '1 2 3 4', '5 6']);
  });

  it('comes on its days alone, and is one message though its answer is lost', async () => {
    const id = await subscribe('digest', { count: 3, days: [1] });
    discord.weather.post = 'lost';
    await time.run(minute * 3);
    discord.weather.post = 'fine';
    await time.run(13 * day);
    expect(told()).toEqual(['1 2 3', '4 5 6']);
    expect((await ledger(id)).map(({ item }) => item)).toEqual(['4 5 6', '1 2 3']);
    expect((await store.postedItems(id)).map(({ item }) => item).toSorted()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });
});

describe('what runs dry', () => {
  const tagged = (tag: string, ids: readonly string[]): Library => ({
    ...sixSessions,
    sessions: sixSessions.sessions.map((session) => {
      const [post] = session.posts;
      return ids.includes(session.id) ? { ...session, posts: [{ ...post, tags: [tag] }] as const } : session;
    }),
  });

  it('by its filter is told to the owner once, and again after something fitted', async () => {
    library = tagged('web', ['2']);
    const id = await subscribe('session', { filter: { kind: 'tag', value: 'Web' } });
    await time.run(2 * minute);
    expect(told()).toEqual(['2']);
    library = sixSessions;
    await time.run(4 * day);
    expect(discord.notices).toStrictEqual([{ userId: '7', nonce: `${id}-filtered` }]);
    expect((await ledger(id))[1]).toMatchObject({ state: 'nothing', reason: 'filtered' });
    library = tagged('web', ['3']);
    await time.run(hour);
    expect(told()).toEqual(['2', '3']);
    library = sixSessions;
    await time.run(2 * day);
    expect(discord.notices).toHaveLength(2);
  });

  it('because all is told is told to the owner once', async () => {
    library = libraryOf(['1', 'a'], ['2', 'b']);
    const id = await subscribe('session', { repeat: 'stop' });
    await time.run(6 * day);
    expect(discord.notices).toStrictEqual([{ userId: '7', nonce: `${id}-all-told` }]);
  });
});

describe('an announcement channel', () => {
  const published = async (id: string) => (await ledger(id)).map(({ publication }) => publication);

  it('is published to those that follow it, each recap once', async () => {
    const id = await subscribe('session', {}, 'announcement');
    await time.run(2 * day);
    expect(discord.published).toEqual(['1', '2']);
    expect(await published(id)).toEqual(['published', 'published']);
  });

  it('is published later where Discord asks to wait, by another process as well', async () => {
    const id = await subscribe('session', {}, 'announcement');
    discord.weather.publish = 'limited';
    await time.run(10 * minute);
    expect(await published(id)).toEqual(['wanted']);
    discord.weather.publish = 'fine';
    await time.run(10 * minute);
    expect(discord.published).toEqual([]);
    process.mortal.kill();
    process = launch();
    await time.run(30 * minute);
    expect(discord.published).toEqual(['1']);
    expect(await published(id)).toEqual(['published']);
  });

  it('is not published after a day of waiting, nor where it may not be', async () => {
    const id = await subscribe('session', { days: [1] }, 'announcement');
    discord.weather.publish = 'limited';
    await time.run(2 * day);
    expect(await published(id)).toEqual(['late']);
    discord.weather.publish = 'forbidden';
    await time.run(6 * day);
    expect(await published(id)).toEqual(['refused', 'late']);
    expect(discord.messages).toHaveLength(2);
  });

  it('is published once, whenever the process dies', async () => {
    await subscribe('session', {}, 'announcement');
    process.mortal.kill();
    const whole = launch();
    await time.run(2 * minute);
    const { calls } = whole.mortal;
    whole.mortal.kill();
    for (const when of ['before', 'after'] as const) {
      for (let call = 1; call <= calls; call += 1) {
        await store.close();
        time = new SimTime(due.subtract({ minutes: 1 }));
        discord = new SimDiscord(time);
        store = await memoryStore();
        process = launch();
        await subscribe('session', {}, 'announcement');
        process.mortal.kill();
        const dying = startProcess({
          time,
          discord,
          store,
          clockCheckInterval: 5 * minute,
          death: { call, when },
        });
        await time.run(3 * minute);
        dying.mortal.kill();
        process = launch();
        await time.run(12 * minute);
        expect(discord.messages, `died ${when} call ${call}`).toHaveLength(1);
        // Discord answers a second request with 40033, which changes nothing.
        expect(new Set(discord.published), `died ${when} call ${call}`).toEqual(new Set(['1']));
        process.mortal.kill();
      }
    }
  });
});

it('history that is too old goes, and nothing is told twice for it', async () => {
  process.mortal.kill();
  process = launch(10);
  const id = await subscribe('session', { repeat: 'stop' });
  await time.run(18 * day);
  expect(told()).toEqual(['1', '2', '3', '4', '5', '6']);
  const rows = await ledger(id);
  expect(rows.length).toBeLessThan(13);
  expect(rows.every(({ state }) => state === 'nothing' || state === 'intended')).toBe(true);
});
