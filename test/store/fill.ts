import type { Store } from '#store/store.ts';
import { daily } from '../recap/daily.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const due = Temporal.Instant.from('2026-03-02T09:00:00Z');

/** Fills a store with subscriptions of many servers that are due at the same minute. Gives their ids. */
export async function fillStore(store: Store, count: number): Promise<readonly string[]> {
  await store.setNote('which', 'this');
  await store.recordFirstSeen('session', ['1', '2', '3'], now);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const result = await store.subscribe({
      place: {
        guildId: `g${Math.floor(i / 10)}`,
        channelId: `c${i}`,
        channelKind: 'channel',
        what: 'session',
      },
      settings: daily(),
      ownerId: '1',
      now,
      next: { date: '2026-03-02', due },
      limit: 25,
    });
    if (result.kind !== 'full') ids.push(result.subscription.id);
  }
  return ids;
}

/** Claims all that is due, in many transactions. */
export async function claimEverything(store: Store): Promise<number> {
  let count = 0;
  for (;;) {
    const { seen, claims } = await store.claimDue(
      { owner: 'a', now: due, until: due.add({ minutes: 1 }) },
      { limit: 10, missedBecause: 'down' },
      ({ id }) => ({
        claim: { date: '2026-03-02', due, windowEnd: due.add({ hours: 15 }), key: `${id}0001` },
        missed: undefined,
        next: { date: '2026-03-03', due: due.add({ hours: 24 }) },
      }),
      (_, error) => {
        throw error;
      },
    );
    count += claims.length;
    if (seen < 10) return count;
  }
}
