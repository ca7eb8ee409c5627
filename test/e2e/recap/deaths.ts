import { expect } from 'vitest';
import type { Playground } from '#playground/index.ts';
import type { Step } from '#recap/model.ts';
import type { RecapPlace } from '#store/model.ts';
import { daily } from '../../recap/daily.ts';
import { assertOnceEach, type Bot, ledgerOf, subscribe, type Testbed } from './testbed.ts';
import { CHANNEL } from './testbedTest.ts';

/** One way for a process to end in the middle of a delivery. */
export interface Death {
  readonly name: string;
  /** The step at which it kills itself; left out, it is killed from outside while Discord's answer is held back. */
  readonly at?: Step;
  readonly faults?: (faults: Playground['faults'], route: string) => void;
}

const lost = (times: number): NonNullable<Death['faults']> => {
  return (faults, route) => faults.next(route, { kind: 'lost' }, times);
};
const answered = (status: number, times: number): NonNullable<Death['faults']> => {
  return (faults, route) => faults.next(route, { kind: 'status', status, retryAfter: 0.05 }, times);
};

/** Dying at each step while all is well. */
export const PLAIN_DEATHS: readonly Death[] = [
  { name: 'before the intent', at: 'before-intent' },
  { name: 'after the intent', at: 'after-intent' },
  { name: 'as the request leaves', at: 'after-request' },
  { name: 'while the answer is awaited' },
  { name: 'after the reply', at: 'after-reply' },
  { name: 'after the record', at: 'after-record' },
];

/** Dying while Discord has troubles of its own. discord.js asks three times before it gives up. */
export const TROUBLED_DEATHS: readonly Death[] = [
  { name: 'after the reply to a repetition, the first reply being lost', at: 'after-reply', faults: lost(1) },
  { name: 'after every reply was lost', at: 'after-reply', faults: lost(3) },
  { name: 'after 5xx alone', at: 'after-reply', faults: answered(500, 3) },
  { name: 'after 429 and a reply', at: 'after-reply', faults: answered(429, 1) },
  { name: 'as the request leaves into a 502', at: 'after-request', faults: answered(502, 1) },
];

const DATE = Temporal.PlainDate.from('2026-03-02');
const dayOf = (day: number): string => DATE.add({ days: day }).toString();
const dueOn = (day: number): Temporal.Instant => Temporal.Instant.from(`${dayOf(day)}T09:00:00Z`);

const dieOnce = async (
  testbed: Testbed,
  bot: Bot,
  death: Death,
  due: Temporal.Instant,
  route: string,
): Promise<void> => {
  const to = due.add({ seconds: 1 }).toString();
  const { faults } = testbed.playground;
  death.faults?.(faults, route);
  if (death.at !== undefined) {
    bot.order({ to, dieAt: death.at });
    await bot.died();
  } else {
    const before = testbed.playground.requests().length;
    const held = faults.next(route, { kind: 'late', ms: null });
    bot.order({ to });
    await held.met;
    // The request has been carried out once it stands on the wire; its answer has not left.
    await testbed.playground.until(
      () =>
        testbed.playground
          .requests()
          .slice(before)
          .some(({ method, fault }) => method === 'POST' && fault === 'late') || undefined,
      'the request whose answer is held back',
    );
    await bot.kill();
  }
  faults.clear();
};

/** The messages that a place's recaps are, oldest first. */
const messagesAt = async (testbed: Testbed, place: Omit<RecapPlace, 'what'>) => {
  const { playground } = testbed;
  if (place.channelKind !== 'forum') return playground.history(place.channelId);
  const answer = await fetch(`${playground.apiUrl}/v10/guilds/${place.guildId}/threads/active`, {
    headers: { authorization: `Bot ${playground.token}` },
  });
  const { threads }: { threads: { id: string }[] } = await answer.json();
  const ids = threads.map(({ id }) => id).toSorted((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
  return ids.flatMap((id) => playground.history(id));
};

/**
 * Lets a bot die once on each of some days, in the ways given, and come back after `down`; then lives one day in peace.
 * Asserts one message a day, and that the history says so.
 */
export const liveThrough = async (
  testbed: Testbed,
  order: {
    readonly deaths: readonly Death[];
    readonly place: Omit<RecapPlace, 'what'>;
    readonly down: Temporal.DurationLike;
    readonly thread?: boolean;
  },
): Promise<void> => {
  const { deaths, place, down, thread = false } = order;
  const forum = place.channelKind === 'forum';
  const route = `POST /channels/${place.channelId}/${forum ? 'threads' : 'messages'}`;
  const begin = dueOn(0).subtract({ minutes: 1 });
  const subscriptionId = await testbed.withStore((store) => subscribe(store, place, begin, { thread }));
  let bot = await testbed.start(begin);
  for (const [day, death] of deaths.entries()) {
    await dieOnce(testbed, bot, death, dueOn(day), route);
    bot = await testbed.start(dueOn(day).add(down));
    // Without a nonce, a request that may still be under way is waited for.
    if (forum) bot.order({ to: dueOn(day).add(down).add({ minutes: 4 }).toString() });
    // What was recorded before the death needs nothing more.
    if (death.at !== 'after-record') await bot.told('Recap posted');
    const messages = await messagesAt(testbed, place);
    expect(messages, death.name).toHaveLength(day + 1);
  }
  const recorded = bot.tells('Recap posted');
  bot.order({ to: dueOn(deaths.length).add({ seconds: 1 }).toString() });
  await recorded;
  await bot.end();
  const messages = await messagesAt(testbed, place);
  const dates = Array.from({ length: deaths.length + 1 }, (_, day) => dayOf(day));
  await testbed.withStore((store) => assertOnceEach(store, { subscriptionId, messages, dates }));
};

/** For how long new posts are let come to rest before they are announced. */
const REST = { seconds: 20 } as const;

/**
 * Lets a post appear on each of some days, and a bot die once while it announces it, in the ways given. Asserts that
 * each post is announced once, and that the history says so.
 */
export const announceThrough = async (
  testbed: Testbed,
  order: { readonly deaths: readonly Death[]; readonly down: Temporal.DurationLike },
): Promise<void> => {
  const { deaths, down } = order;
  const route = `POST /channels/${CHANNEL.channelId}/messages`;
  const begin = dueOn(0).subtract({ minutes: 1 });
  const subscriptionId = await testbed.withStore(async (store) => {
    const result = await store.subscribe({
      place: { ...CHANNEL, what: 'new' },
      settings: daily({ language: 'en', atOnce: true }),
      ownerId: '1100000000000000101',
      now: begin,
      next: undefined,
      limit: 25,
    });
    expect.assert(result.kind !== 'full');
    return result.subscription.id;
  });
  let bot = await testbed.start(begin);
  // What is there by then is no news.
  await bot.told('The posts were read for the first time');
  for (const [day, death] of deaths.entries()) {
    bot.order({ to: dueOn(day).toString() });
    const found = bot.tells('New posts are to be announced');
    await testbed.addTalk(`New ${day}`);
    await found;
    await dieOnce(testbed, bot, death, dueOn(day).add(REST), route);
    bot = await testbed.start(dueOn(day).add(REST).add(down));
    if (death.at !== 'after-record') await bot.told('Recap posted');
    expect(testbed.playground.history(CHANNEL.channelId), death.name).toHaveLength(day + 1);
  }
  await bot.end();
  const messages = testbed.playground.history(CHANNEL.channelId);
  expect(messages.map(({ embeds }) => embeds[0]?.title)).toEqual(deaths.map((_, day) => `New ${day}`));
  const ledger = await testbed.withStore((store) => ledgerOf(store, subscriptionId));
  expect(ledger.map(({ state, messageId }) => [state, messageId])).toEqual(
    messages.map(({ id }) => ['posted', id]),
  );
};
