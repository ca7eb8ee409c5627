import { expect, test } from 'vitest';
import type { DueDecision, Lease, RecapPlace } from '#store/model.ts';
import { openStore } from '#store/open.ts';
import type { Store } from '#store/store.ts';
import { daily } from '../../recap/daily.ts';

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
export const start = at('2026-03-02T00:00:00Z');

export const settings = daily({ timeZone: 'Asia/Seoul' });

export const place = (channelId: string, guildId: string | undefined): RecapPlace => ({
  guildId,
  channelId,
  channelKind: guildId === undefined ? 'dm' : 'channel',
  what: 'session',
});

export const lease = (owner: string, now: Temporal.Instant): Lease => ({
  owner,
  now,
  until: now.add({ minutes: 1 }),
});

export const subscribe = (store: Store, channelId: string, due: string, guildId = '1') =>
  store.subscribe({
    place: place(channelId, guildId),
    settings,
    ownerId: '7',
    now: start,
    next: { date: due.slice(0, 10), due: at(due) },
    limit: 25,
  });

export async function subscribed(store: Store, channelId: string, due: string): Promise<string> {
  const result = await subscribe(store, channelId, due);
  return result.kind === 'full' ? '' : result.subscription.id;
}

/** Claims the due date and plans the next day at the same time. */
export const everyDay = (subscription: {
  id: string;
  next: { date: string; due: Temporal.Instant } | undefined;
}): DueDecision => {
  expect.assert(subscription.next);
  const { date, due } = subscription.next;
  const tomorrow = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  return {
    claim: {
      date,
      due,
      windowEnd: due.add({ hours: 6 }),
      key: `${subscription.id}${date.replaceAll('-', '')}`,
    },
    missed: undefined,
    next: { date: tomorrow, due: due.add({ hours: 24 }) },
  };
};

export const noFault = (_: unknown, error: unknown): void => {
  throw error;
};

export const claim = (store: Store, who: Lease, limit = 50, decide = everyDay) =>
  store.claimDue(who, { limit, missedBecause: 'down' }, decide, noFault);

export function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  const [first] = list;
  if (first === undefined) throw new Error('empty');
  return first;
}

export const posted = (messageId: string, item = '1', round = 1) => ({
  state: 'posted' as const,
  messageId,
  messageChannelId: '100',
  postedItem: { item, hash: 'h', round },
  thread: false,
  publish: false,
});

/**
 * A test that is given a store on a new, empty database, and the database's address.
 * @param fresh gives the address of such a database
 */
export const storeTestOn = (fresh: () => Promise<string>) =>
  test
    .extend('address', () => fresh())
    .extend('store', async ({ address }, { onCleanup }) => {
      const store = await openStore(address);
      onCleanup(store.close);
      return store;
    });

export type StoreTest = ReturnType<typeof storeTestOn>;
