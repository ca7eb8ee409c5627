import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '#library/model.ts';
import type { RecapSettings } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import { memoryStore } from '../store/memoryStore.ts';
import { daily } from './daily.ts';
import { SimDiscord } from './sim/discord.ts';
import { type Death, libraryOf, type SimProcess, startProcess } from './sim/process.ts';
import { SimTime } from './sim/time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Temporal.Instant.from('2026-03-02T10:00:00Z');

let time: SimTime;
let discord: SimDiscord;
let store: Store;
let library: Library;
let process: SimProcess;

/** A library whose posts have texts and titles of their own. */
const posts = (...names: readonly string[]): Library => withTexts(libraryOf(...names.map(named)));

const named = (name: string): readonly [string, string] => [name, name];

/** `b=a`: the file b with the post that a was. */
function withTexts(plain: Library): Library {
  const sessions = plain.sessions.map((session) => {
    const [id = '', was = id] = session.id.split('=');
    const [post] = session.posts;
    return {
      ...session,
      id,
      posts: [{ ...post, fullTitle: `Title of ${was}`, title: was, summary: was }] as const,
    };
  });
  return { ...plain, sessions };
}

const launch = (death?: Death): SimProcess =>
  startProcess({
    time,
    discord,
    store,
    library: () => library,
    clockCheckInterval: 5 * minute,
    ...(death ? { death } : {}),
  });

/** The content changes: the process is told, as by the watcher. */
async function publish(...names: readonly string[]): Promise<void> {
  library = posts(...names);
  void process.recaps.poke();
  await time.run(2 * minute);
}

const subscribe = async (more: Partial<RecapSettings> = {}, channelId = '9'): Promise<string> => {
  const result = await process.recaps.subscribe({
    place: { guildId: '1', channelId, channelKind: 'channel', what: 'new' },
    settings: daily({ atOnce: true, ...more }),
    ownerId: '7',
  });
  if (result.kind === 'full') throw new Error('full');
  return result.subscription.id;
};

const told = (): readonly (string | undefined)[] => discord.messages.map(({ content }) => content);

/** A new world with two posts, a minute after the bot started. */
const begin = async (): Promise<void> => {
  time = new SimTime(start);
  discord = new SimDiscord(time);
  store = await memoryStore();
  library = posts('a', 'b');
  process = launch();
  await time.run(minute);
};

beforeEach(begin);

afterEach(async () => {
  process.mortal.kill();
  await store.close();
});

describe('new posts', () => {
  it('are announced when they appear, once, and what was there before is not', async () => {
    await subscribe();
    await time.run(day);
    expect(told()).toEqual([]);
    await publish('a', 'b', 'c');
    expect(told()).toEqual(['session c 3/3 new']);
    await time.run(3 * day);
    await publish('a', 'b', 'c', 'd');
    expect(told()).toEqual(['session c 3/3 new', 'session d 4/4 new']);
  });

  it('are not what was there at the first reading of a folder, though it is mounted late', async () => {
    process.mortal.kill();
    library = libraryOf();
    store = await memoryStore();
    process = launch();
    await subscribe();
    await time.run(hour);
    await publish('a', 'b', 'c');
    expect(told()).toEqual([]);
    await publish('a', 'b', 'c', 'd');
    expect(told()).toHaveLength(1);
  });

  it.each<[string, readonly (readonly string[])[]]>([
    ['an edit', [['a', 'b']]],
    ['a file that was renamed', [['a', 'c=b']]],
    ['a file that was renamed, seen as gone in between', [['a'], ['a', 'c=b']]],
    ['a branch that was switched back and forth', [['a'], ['a', 'b'], ['b'], ['a', 'b']]],
  ])('are not %s', async (_what, steps) => {
    await subscribe();
    for (const names of steps) {
      await publish(...names);
      await time.run(hour);
    }
    expect(told()).toEqual([]);
  });

  it('are not told again after a rename, a restart, or when they come back', async () => {
    await subscribe();
    await publish('a', 'b', 'c');
    expect(told()).toHaveLength(1);
    await publish('a', 'b');
    await time.run(hour);
    await publish('a', 'b', 'c');
    await publish('a', 'b', 'd=c');
    await process.recaps.stop(0);
    process.mortal.kill();
    process = launch();
    await time.run(day);
    expect(told()).toHaveLength(1);
  });

  it('with the title of one that is still there are new all the same', async () => {
    await subscribe();
    await publish('a', 'b', 'c=b');
    expect(told()).toEqual(['session c 3/3 new']);
  });

  it('that were there for a few seconds alone are not told, unless they come back within a week', async () => {
    await subscribe();
    library = posts('a', 'b', 'c');
    void process.recaps.poke();
    await time.run(5_000);
    library = posts('a', 'b');
    await time.run(2 * hour);
    expect(told()).toEqual([]);
    await publish('a', 'b', 'c');
    await time.run(2 * hour);
    expect(told()).toEqual(['session c 3/3 new']);
  });

  it('wait for the time of day that was chosen', async () => {
    await subscribe({ atOnce: false, time: '18:00' });
    await publish('a', 'b', 'c');
    await time.run(7 * hour);
    expect(told()).toEqual([]);
    await time.run(hour);
    expect(told()).toEqual(['session c 3/3 new']);
  });

  it('wait for the weekday that was chosen, also across a restart', async () => {
    await subscribe({ atOnce: false, time: '18:00', days: [7] });
    await publish('a', 'b', 'c');
    process.mortal.kill();
    process = launch();
    await time.run(6 * day);
    expect(told()).toEqual([]);
    await time.run(day);
    expect(told()).toEqual(['session c 3/3 new']);
  });

  it('more than three at once are told together, each once', async () => {
    await subscribe();
    const many = Array.from({ length: 10 }, (_, index) => `n${index}`);
    await publish('a', 'b', ...many);
    expect(told()).toHaveLength(2);
    const ids = told().flatMap((text) => (text ?? '').split(' ').filter((word) => many.includes(word)));
    expect(ids.toSorted()).toEqual(many.toSorted());
  });

  it('go to the channels whose filters let them through', async () => {
    library = { ...posts('a', 'b') };
    await subscribe({ filter: { kind: 'tag', value: 'cloud' } }, '9');
    await subscribe({ filter: { kind: 'tag', value: 'Web' } }, '10');
    const next = posts('a', 'b', 'c');
    const sessions = next.sessions.map((session) => {
      const [post] = session.posts;
      return session.id === 'c' ? { ...session, posts: [{ ...post, tags: ['web'] }] as const } : session;
    });
    library = { ...next, sessions };
    void process.recaps.poke();
    await time.run(2 * minute);
    expect(discord.messages.map(({ channelId }) => channelId)).toEqual(['10']);
  });

  it('that appear while it is paused are not told later', async () => {
    const id = await subscribe();
    await process.recaps.pause(id);
    await publish('a', 'b', 'c');
    await process.recaps.resume(id);
    await publish('a', 'b', 'c', 'd');
    expect(told()).toEqual(['session d 4/4 new']);
  });

  it('are told though Discord is out of reach for two days', async () => {
    await subscribe();
    discord.weather.post = 'down';
    await publish('a', 'b', 'c');
    await time.run(2 * day);
    discord.weather.post = 'fine';
    await time.run(hour);
    expect(told()).toEqual(['session c 3/3 new']);
  });

  it('are told though the clock was far ahead when they appeared', async () => {
    await subscribe();
    time.offset = 40 * day;
    await publish('a', 'b', 'c');
    time.offset = 0;
    await time.run(hour);
    expect(told()).toEqual(['session c 3/3 new']);
  });
});

describe('a process that dies at any call while a post appears', () => {
  /** The calls of a process from its start to the announcement. */
  async function callsOf(): Promise<number> {
    await subscribe();
    process.mortal.kill();
    library = posts('a', 'b', 'c');
    const { mortal } = launch();
    await time.run(2 * minute);
    mortal.kill();
    expect(told()).toHaveLength(1);
    return mortal.calls;
  }

  it.each(['before', 'after'] as const)('announces it once: %s the call', async (when) => {
    const calls = await callsOf();
    expect(calls).toBeGreaterThan(10);
    for (let call = 1; call <= calls; call += 1) {
      for (const down of [5_000, 3 * hour]) {
        await store.close();
        await begin();
        await subscribe();
        process.mortal.kill();
        library = posts('a', 'b', 'c');
        const { mortal } = launch({ call, when });
        await time.run(2 * minute);
        mortal.kill();
        await time.run(down);
        process = launch();
        await time.run(10 * minute);
        expect(told(), `died ${when} call ${call}, down for ${down} ms`).toEqual(['session c 3/3 new']);
        process.mortal.kill();
      }
    }
  });
});
