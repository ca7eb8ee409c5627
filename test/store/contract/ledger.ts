import { describe, expect } from 'vitest';
import type { Claim } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import {
  at,
  claim,
  lease,
  only,
  place,
  posted,
  type StoreTest,
  settings,
  start,
  subscribed,
} from './shared.ts';

export function ledgerContract(it: StoreTest): void {
  describe('the ledger', () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    const nine = (day: string) => at(`${day}T09:00:00Z`);

    const claimOn = async (store: Store, day: string): Promise<Claim> =>
      only((await claim(store, lease('a', nine(day)))).claims);

    it('remembers what was told, and in which round', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const first = await claimOn(store, '2026-03-02');
      await store.settle(lease('a', nine('2026-03-02')), first.delivery.key, posted('1', 'x', 1));
      const second = await claimOn(store, '2026-03-03');
      await store.settle(lease('a', nine('2026-03-03')), second.delivery.key, posted('2', 'x', 2));
      expect(await store.postedItems(id)).toStrictEqual([{ item: 'x', hash: 'h', round: 2 }]);
      expect((await store.subscription(id))?.round).toBe(2);
    });

    it('a message that exists is the truth, whoever holds the lease', async ({ store }) => {
      await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const { delivery } = await claimOn(store, '2026-03-02');
      const late = nine('2026-03-02').add({ minutes: 5 });
      await store.claimOpen(lease('b', late), 9);
      const gaveUp = await store.settle(lease('a', late), delivery.key, {
        state: 'uncertain',
        reason: 'unavailable',
      });
      expect(gaveUp.written).toBe(false);
      expect((await store.settle(lease('a', late), delivery.key, posted('9'))).written).toBe(true);
      expect((await store.settle(lease('b', late), delivery.key, posted('9'))).written).toBe(false);
    });

    it('a thread is wanted until it is opened', async ({ store }) => {
      await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const { delivery } = await claimOn(store, '2026-03-02');
      const when = nine('2026-03-02');
      await store.settle(lease('a', when), delivery.key, { ...posted('9'), thread: true });
      expect(await store.pendingThreads(when, 9)).toEqual([]);
      const pending = await store.pendingThreads(when.add({ seconds: 1 }), 9);
      expect(only(pending).delivery.messageId).toBe('9');
      await store.threadDone(delivery.key);
      expect(await store.pendingThreads(when.add({ seconds: 1 }), 9)).toEqual([]);
    });

    it('the third local date in a row without access pauses, once', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const results: boolean[] = [];
      for (const day of days.slice(0, 3)) {
        const { delivery } = await claimOn(store, day);
        const settled = { state: 'failed', reason: 'refused', code: 50001, pauses: 'third-date' } as const;
        results.push((await store.settle(lease('a', nine(day)), delivery.key, settled)).paused);
      }
      expect(results).toEqual([false, false, true]);
      const subscription = await store.subscription(id);
      expect(subscription?.state).toBe('paused');
      expect(subscription?.pauseReason).toStrictEqual({ kind: 'unreachable', code: 50001 });
      expect((await claim(store, lease('a', nine('2026-03-05')))).seen).toBe(0);
    });

    it('a post in between begins the count anew', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      for (const [index, day] of days.entries()) {
        const { delivery } = await claimOn(store, day);
        const failed = { state: 'failed', reason: 'refused', code: 50001, pauses: 'third-date' } as const;
        await store.settle(lease('a', nine(day)), delivery.key, index === 1 ? posted('1') : failed);
      }
      const subscription = await store.subscription(id);
      expect(subscription?.state).toBe('active');
      expect(subscription?.unreachableDates).toBe(2);
    });

    it('history is newest first, in pages', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      for (const day of days) {
        const { delivery } = await claimOn(store, day);
        await store.settle(lease('a', nine(day)), delivery.key, {
          state: 'uncertain',
          reason: 'unavailable',
        });
      }
      const first = await store.history({ guildId: '1' }, { offset: 0, limit: 3 });
      expect(first.total).toBe(4);
      expect(first.rows.map((row) => row.delivery.date)).toEqual(['2026-03-05', '2026-03-04', '2026-03-03']);
      const rest = await store.history({ subscriptionId: id }, { offset: 3, limit: 3 });
      expect(only(rest.rows).delivery.date).toBe('2026-03-02');
      expect(only(rest.rows).subscription.id).toBe(id);
      expect(await store.history({ guildId: '2' }, { offset: 0, limit: 3 })).toStrictEqual({
        total: 0,
        rows: [],
      });
    });

    it('items are seen first once', async ({ store }) => {
      const later = start.add({ hours: 1 });
      await store.recordFirstSeen('session', ['1', '2'], start);
      const seen = await store.recordFirstSeen('session', ['2', '3'], later);
      expect([...seen].map(([item, since]) => [item, since.toString()]).sort()).toStrictEqual([
        ['1', start.toString()],
        ['2', start.toString()],
        ['3', later.toString()],
      ]);
      expect((await store.recordFirstSeen('topic', [], later)).size).toBe(0);
    });

    it('a shared lease is held by one, until it ends or is given back', async ({ store }) => {
      const now = nine('2026-03-02');
      const by = (owner: string, from = now, seconds = 60) =>
        store.hold('commands', { owner, now: from, until: from.add({ seconds }) });
      expect(await by('a')).toBe(true);
      expect(await by('b')).toBe(false);
      expect(await store.hold('other', lease('b', now))).toBe(true);
      expect(await by('a', now.add({ seconds: 30 }))).toBe(true);
      expect(await by('b', now.add({ seconds: 60 }))).toBe(false);
      expect(await by('b', now.add({ seconds: 90 }))).toBe(true);
      expect(await by('b', now.add({ seconds: 91 }), 0)).toBe(true);
      expect(await by('a', now.add({ seconds: 91 }))).toBe(true);
      // The clock of whoever held it was an hour ahead.
      expect(await by('a', now.add({ hours: 1 }))).toBe(true);
      expect(await by('b')).toBe(true);
    });

    it('of many who want a lease at once, one gets it', async ({ store }) => {
      const now = nine('2026-03-02');
      const tried = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          store.hold('commands', { owner: `p${i}`, now, until: now.add({ seconds: 60 }) }),
        ),
      );
      expect(tried.filter(Boolean)).toHaveLength(1);
    });

    it('several items of a message are told, each by itself', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const { delivery } = await claimOn(store, '2026-03-02');
      const settled = { ...posted('1'), postedItem: { item: 'a b', hash: 'x y', round: 1 } };
      await store.settle(lease('a', nine('2026-03-02')), delivery.key, settled);
      expect(
        (await store.postedItems(id)).toSorted((one, other) => (one.item < other.item ? -1 : 1)),
      ).toStrictEqual([
        { item: 'a', hash: 'x', round: 1 },
        { item: 'b', hash: 'y', round: 1 },
      ]);
    });

    it('a message is left for a minute to the one that posted it, then to be published until it is done', async ({
      store,
    }) => {
      await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const { delivery } = await claimOn(store, '2026-03-02');
      const when = nine('2026-03-02');
      await store.settle(lease('a', when), delivery.key, { ...posted('9'), publish: true });
      expect(await store.pendingPublications(when, 9)).toEqual([]);
      const left = when.add({ minutes: 1 });
      expect(only(await store.pendingPublications(left, 9)).delivery).toMatchObject({
        messageId: '9',
        publication: 'wanted',
      });
      expect(await store.nextWake()).toStrictEqual(left);
      const nextTry = when.add({ minutes: 30 });
      await store.setPublication(delivery.key, { state: 'wanted', nextTry });
      expect(await store.pendingPublications(left, 9)).toEqual([]);
      expect(await store.pendingPublications(nextTry, 9)).toHaveLength(1);
      await store.setPublication(delivery.key, { state: 'published' });
      expect(await store.pendingPublications(nextTry.add({ hours: 24 }), 9)).toEqual([]);
      const { rows } = await store.history({ guildId: '1' }, { offset: 0, limit: 9 });
      expect(only(rows).delivery.publication).toBe('published');
    });

    it('that nothing is left to tell is said once, until something is told again', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      expect([await store.runDry(id), await store.runDry(id)]).toEqual([true, false]);
      const { delivery } = await claimOn(store, '2026-03-02');
      await store.settle(lease('a', nine('2026-03-02')), delivery.key, posted('1'));
      expect(await store.runDry(id)).toBe(true);
    });

    it('old deliveries are pruned in slices; what was told, the newest and the unfinished stay', async ({
      store,
    }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      for (const [index, day] of days.entries()) {
        const { delivery } = await claimOn(store, day);
        // The second one is left unfinished.
        if (index === 1) continue;
        await store.settle(lease('a', nine(day)), delivery.key, {
          ...posted(`${index}`, `item-${index}`),
          publish: index === 2,
        });
      }
      const later = nine('2027-06-01');
      expect(await store.pruneHistory(nine('2026-03-02'), 9)).toBe(0);
      expect(await store.pruneHistory(later, 1)).toBe(1);
      expect(await store.pruneHistory(later, 1)).toBe(0);
      const { rows } = await store.history({ subscriptionId: id }, { offset: 0, limit: 9 });
      expect(rows.map(({ delivery }) => delivery.date)).toEqual(['2026-03-05', '2026-03-04', '2026-03-03']);
      expect((await store.postedItems(id)).map(({ item }) => item).toSorted()).toEqual([
        'item-0',
        'item-2',
        'item-3',
      ]);
    });

    describe('announcements', () => {
      const soon = start.add({ minutes: 1 });
      const order = (channelId: string) => ({
        place: { ...place(channelId, '1'), what: 'new' as const },
        settings,
        ownerId: '7',
        now: start,
        next: undefined,
        limit: 25,
      });
      const announcing = (subscription: { id: string }, added: ReadonlySet<string>) =>
        [...added].map((item) => ({
          date: '2026-03-02',
          due: soon,
          windowEnd: soon.add({ hours: 24 * 7 }),
          key: `${subscription.id}n${item}`,
          item,
        }));

      it('are written with what is seen for the first time, once, several on a date', async ({ store }) => {
        await store.subscribe(order('10'));
        await subscribed(store, '11', '2026-03-09T09:00:00Z');
        await store.recordFirstSeen('session', ['old'], start);
        await Promise.all(
          [1, 2, 3].map(() => store.recordFirstSeen('session', ['old', 'a', 'b'], start, announcing)),
        );
        await store.recordFirstSeen('session', ['a', 'b'], start, announcing);
        expect(await store.claimOpen(lease('a', start), 9)).toEqual([]);
        expect(await store.nextWake()).toStrictEqual(soon);
        expect((await store.nextDue())?.due).toStrictEqual(soon);
        const claims = await store.claimOpen(lease('a', soon), 9);
        expect(claims.map(({ delivery }) => delivery.item).toSorted()).toEqual(['a', 'b']);
        expect(claims.every(({ delivery }) => delivery.announces && delivery.state === 'intended')).toBe(
          true,
        );
        for (const { delivery } of claims)
          await store.settle(lease('a', soon), delivery.key, posted('5', 'a'));
        expect((await store.history({ guildId: '1' }, { offset: 0, limit: 9 })).total).toBe(2);
      });

      it('are not written for one that is paused, nor for what only another unit has seen', async ({
        store,
      }) => {
        const result = await store.subscribe(order('10'));
        expect.assert(result.kind !== 'full');
        await store.recordFirstSeen('topic', ['a'], start);
        await store.pause(result.subscription.id, { kind: 'asked' });
        await store.recordFirstSeen('session', ['a'], start, announcing);
        expect(await store.claimOpen(lease('a', soon), 9)).toEqual([]);
        await store.resume(result.subscription.id, soon, undefined);
        await store.recordFirstSeen('session', ['b'], soon, announcing);
        expect(only(await store.claimOpen(lease('a', soon), 9)).delivery.item).toBe('b');
      });

      it('that wait for days are not taken before, but those that a wrong clock put off are', async ({
        store,
      }) => {
        await store.subscribe(order('10'));
        const dueAfter = (hours: number) => (subscription: { id: string }, added: ReadonlySet<string>) =>
          announcing(subscription, added).map((one) => ({ ...one, due: start.add({ hours }) }));
        await store.recordFirstSeen('session', ['a'], start, dueAfter(24 * 6));
        await store.recordFirstSeen('session', ['b'], start, dueAfter(24 * 300));
        expect(only(await store.claimOpen(lease('a', start), 9)).delivery.item).toBe('b');
      });

      it('leave the subscription without due times: nothing is planned anew', async ({ store }) => {
        const result = await store.subscribe(order('10'));
        expect.assert(result.kind !== 'full');
        expect(result.subscription.next).toBeUndefined();
        const replanned = { now: start, planned: { after: start.subtract({ hours: 1 }) }, limit: 9 };
        const decide = () => expect.unreachable('it has no due times');
        expect(await store.replan(replanned, decide, () => {})).toBe(0);
        expect((await claim(store, lease('a', soon))).seen).toBe(0);
      });
    });

    it('notes', async ({ store }) => {
      expect(await store.note('a')).toBeUndefined();
      await store.setNote('a', '1');
      await store.setNote('a', '2');
      expect(await store.note('a')).toBe('2');
    });
  });
}
