import { expect } from 'vitest';
import { type Bot, keyOf, ledgerOf, subscribe, type Testbed } from './testbed.ts';

const BEGIN = Temporal.Instant.from('2026-03-02T08:59:00Z');
const DUE = Temporal.Instant.from('2026-03-02T09:00:00Z');
/** A server may have no more recaps. */
const PER_SERVER = 25;

/** Pseudo-random numbers in 0…1 from a seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Crowd {
  readonly subscriptionId: string;
  readonly channelId: string;
}

/** Subscribes so many channels to a recap at the same minute. */
export const subscribeMany = async (testbed: Testbed, count: number): Promise<Crowd[]> => {
  const places = Array.from({ length: Math.ceil(count / PER_SERVER) }, (_, server) => {
    const channels = Array.from(
      { length: Math.min(PER_SERVER, count - server * PER_SERVER) },
      (_, index) => ({
        name: `recaps-${server}-${index}`,
      }),
    );
    const { id, channelIds } = testbed.playground.addGuild({ name: `Server ${server}`, channels });
    return channelIds.map((channelId) => ({ guildId: id, channelId, channelKind: 'channel' as const }));
  }).flat();
  return testbed.withStore(async (store) => {
    const crowd: Crowd[] = [];
    for (const place of places) {
      crowd.push({ subscriptionId: await subscribe(store, place, BEGIN), channelId: place.channelId });
    }
    return crowd;
  });
};

const posts = (testbed: Testbed, crowd: readonly Crowd[]): number =>
  crowd.reduce((sum, { channelId }) => sum + testbed.playground.history(channelId).length, 0);

const allPosted = (testbed: Testbed, crowd: readonly Crowd[]): Promise<unknown> =>
  testbed.playground.until(() => (posts(testbed, crowd) >= crowd.length ? true : undefined), 'all recaps');

/** Asserts one message a channel, no two alike, each of which the ledger knows. */
const assertAllOnce = async (testbed: Testbed, crowd: readonly Crowd[]): Promise<void> => {
  const keys = new Set<string>();
  await testbed.withStore(async (store) => {
    for (const { subscriptionId, channelId } of crowd) {
      const messages = testbed.playground.history(channelId);
      const ledger = await ledgerOf(store, subscriptionId);
      expect(ledger.map(({ state, key, messageId }) => ({ state, key, messageId }))).toStrictEqual(
        messages.map((message) => ({ state: 'posted', key: keyOf(message), messageId: message.id })),
      );
      expect(messages, `${messages.length} messages for ${subscriptionId}`).toHaveLength(1);
      for (const message of messages) keys.add(keyOf(message));
    }
  });
  expect(keys.size).toBe(crowd.length);
};

/** Waits until a bot has nothing left to record: it says so when it is asked to close. */
const finish = async (testbed: Testbed, crowd: readonly Crowd[], bots: readonly Bot[]): Promise<void> => {
  await allPosted(testbed, crowd);
  for (const bot of bots) await bot.end();
};

/**
 * Lets many recaps be due at once and kills the bot again and again, at moments that the seed chooses, before they are
 * all told. Then asserts that each was told once.
 */
export const fanOutAndDie = async (
  testbed: Testbed,
  order: {
    readonly count: number;
    readonly kills: number;
    readonly seed: number;
    /** Between two lives. */
    readonly down: Temporal.DurationLike;
  },
): Promise<void> => {
  const { count, kills, seed, down } = order;
  const crowd = await subscribeMany(testbed, count);
  const random = randomFrom(seed);
  // Four steps a delivery that goes well; each life takes its share of them.
  const share = Math.floor((count * 4) / (kills + 1));
  const some = (): number => 1 + Math.floor(random() * share);
  let at = DUE.add({ seconds: 1 });
  let bot = await testbed.start(BEGIN);
  bot.order({ to: at.toString(), dieAt: some() });
  for (let kill = 1; kill <= kills; kill += 1) {
    await bot.died();
    at = at.add(down);
    bot = await testbed.start(at, kill < kills ? { dieAt: some() } : {});
  }
  await finish(testbed, crowd, [bot]);
  await assertAllOnce(testbed, crowd);
};

/** Three bots on one database share the work of a minute; one is killed on the way. Each recap is told once. */
export const shareAndDie = async (
  testbed: Testbed,
  order: { count: number; seed: number },
): Promise<void> => {
  const { count, seed } = order;
  const crowd = await subscribeMany(testbed, count);
  // Few at a time, so that there is something left for each of them.
  const bots = await Promise.all([1, 2, 3].map(() => testbed.start(BEGIN, { concurrency: 4 })));
  const [mortal, ...others] = bots;
  if (mortal === undefined) throw new Error('There is no bot');
  const began = others.map((bot) => bot.tells('Recap posted'));
  const to = DUE.add({ seconds: 1 }).toString();
  mortal.order({ to, dieAt: 8 + Math.floor(randomFrom(seed)() * 20) });
  for (const bot of others) bot.order({ to });
  await mortal.died();
  await Promise.all(began);
  // The lease of the dead one runs out after a minute; then the others take over what it held.
  for (const bot of others) bot.order({ to: DUE.add({ seconds: 70 }).toString() });
  await finish(testbed, crowd, others);
  await assertAllOnce(testbed, crowd);
};
