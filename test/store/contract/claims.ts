import { describe, expect } from 'vitest';
import { at, claim, everyDay, lease, noFault, only, posted, type StoreTest, subscribed } from './shared.ts';

export function claimsContract(it: StoreTest): void {
  describe('claims', () => {
    const due = '2026-03-02T09:00:00Z';
    const now = at('2026-03-02T09:00:30Z');

    it('each due date once, oldest first, moving the subscription on', async ({ store }) => {
      await subscribed(store, '11', '2026-03-02T09:00:20Z');
      await subscribed(store, '10', due);
      await subscribed(store, '12', '2026-03-02T09:01:00Z');
      const first = await claim(store, lease('a', now), 1);
      expect(only(first.claims).subscription.channelId).toBe('10');
      const rest = await claim(store, lease('b', now));
      expect(only(rest.claims).subscription.channelId).toBe('11');
      expect((await claim(store, lease('c', now))).seen).toBe(0);
      expect(await store.nextWake()).toStrictEqual(at('2026-03-02T09:01:00Z'));
    });

    it('at the same moment never the same one', async ({ store }) => {
      for (let i = 0; i < 40; i += 1) await subscribed(store, `${i}`.padStart(4, '9'), due);
      const owners = ['a', 'b', 'c', 'd'];
      const all = await Promise.all(owners.map((owner) => claim(store, lease(owner, now), 10)));
      const keys = all.flatMap((one) => one.claims.map((claimed) => claimed.delivery.key));
      expect(new Set(keys).size).toBe(keys.length);
      const left = await claim(store, lease('e', now), 50);
      expect(keys.length + left.claims.length).toBe(25);
    });

    it('a date that was posted is not claimed again', async ({ store }) => {
      const id = await subscribed(store, '10', due);
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      expect(await store.settle(lease('a', now), delivery.key, posted('55'))).toStrictEqual({
        written: true,
        paused: false,
      });
      await store.resume(id, now, { date: '2026-03-02', due: at(due) });
      const again = await claim(store, lease('a', now));
      expect(again.seen).toBe(1);
      expect(again.claims).toEqual([]);
      expect(await store.takenDates(id, '2026-03-01')).toEqual(['2026-03-02']);
    });

    it('a missed date may still be claimed when the clock went back', async ({ store }) => {
      const id = await subscribed(store, '10', due);
      const missing = await claim(store, lease('a', now), 50, (subscription) => {
        const { claim: wanted, next } = everyDay(subscription);
        return { claim: undefined, missed: wanted && { ...wanted, from: '2026-02-28' }, next };
      });
      expect(missing.claims).toEqual([]);
      expect(only(missing.missed)).toMatchObject({
        subscription: { id },
        delivery: { state: 'missed', missedFrom: '2026-02-28', date: '2026-03-02' },
      });
      const { rows } = await store.history({ subscriptionId: id }, { offset: 0, limit: 9 });
      expect(only(rows).delivery.state).toBe('missed');
      expect(only(rows).delivery.missedFrom).toBe('2026-02-28');
      await store.resume(id, now, { date: '2026-03-02', due: at(due) });
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      expect(delivery.state).toBe('intended');
      expect(delivery.missedFrom).toBeUndefined();
    });

    it('a subscription that cannot be planned stands in nobody’s way', async ({ store }) => {
      const bad = await subscribed(store, '10', due);
      await subscribed(store, '11', due);
      const faults: string[] = [];
      const { claims } = await store.claimDue(
        lease('a', now),
        { limit: 50, missedBecause: 'down' },
        (subscription) => {
          if (subscription.channelId === '10') throw new RangeError('no such zone');
          return everyDay(subscription);
        },
        ({ id }) => faults.push(id),
      );
      expect(only(claims).subscription.channelId).toBe('11');
      expect(faults).toEqual([bad]);
      expect((await claim(store, lease('a', now))).seen).toBe(0);
      expect((await claim(store, lease('a', now.add({ minutes: 61 })))).seen).toBe(1);
    });

    it('a lease that ran out is taken over, one that holds is not', async ({ store }) => {
      await subscribed(store, '10', due);
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      expect(await store.claimOpen(lease('b', now), 9)).toEqual([]);
      expect(await store.renew(lease('a', now.add({ seconds: 50 })), [delivery.key])).toEqual([delivery.key]);
      expect(await store.claimOpen(lease('b', now.add({ seconds: 70 })), 9)).toEqual([]);
      const later = now.add({ seconds: 120 });
      expect(only(await store.claimOpen(lease('b', later), 9)).delivery.key).toBe(delivery.key);
      expect(await store.renew(lease('a', later), [delivery.key])).toEqual([]);
      expect(
        await store.attempt(lease('a', later), delivery.key, { item: '1', hash: 'h', clear: true }),
      ).toBe(false);
      expect(
        await store.attempt(lease('b', later), delivery.key, { item: '1', hash: 'h', clear: true }),
      ).toBe(true);
    });

    it('what was given back is not held back by a renewal that comes late', async ({ store }) => {
      await subscribed(store, '10', due);
      const who = lease('a', now);
      const { delivery } = only((await claim(store, who)).claims);
      await store.retry(who, delivery.key, { nextTry: now, reason: 'unavailable', resolved: true });
      expect(await store.renew(who, [delivery.key])).toEqual([]);
      expect(only(await store.claimOpen(lease('b', now), 9)).delivery.key).toBe(delivery.key);
    });

    it('a lease from a clock that was far ahead does not hold', async ({ store }) => {
      await subscribed(store, '10', due);
      const ahead = now.add({ hours: 24 * 3 });
      await claim(store, lease('a', ahead));
      expect(await store.claimOpen(lease('b', now), 9)).toHaveLength(1);
    });

    it('an attempt is remembered with what it tells until it is resolved', async ({ store }) => {
      await subscribed(store, '10', due);
      const who = lease('a', now);
      const { delivery } = only((await claim(store, who)).claims);
      expect(delivery.unresolvedSince).toBeUndefined();
      await store.attempt(who, delivery.key, { item: '5', hash: 'abc', clear: true });
      const nextTry = now.add({ minutes: 1 });
      await store.retry(who, delivery.key, { nextTry, reason: 'unavailable', resolved: false });
      expect(await store.claimOpen(who, 9)).toEqual([]);
      expect(await store.claimDue(who, { limit: 9, missedBecause: 'down' }, everyDay, noFault)).toStrictEqual(
        {
          seen: 0,
          claims: [],
          missed: [],
        },
      );
      const again = only(await store.claimOpen(lease('b', nextTry), 9)).delivery;
      expect(again.unresolvedSince).toStrictEqual(now);
      expect(again).toMatchObject({ attempts: 1, item: '5', itemHash: 'abc', reason: 'unavailable' });
      const order = {
        nextTry: nextTry.add({ minutes: 1 }),
        reason: 'refused',
        code: 50013,
        resolved: true,
      } as const;
      await store.retry(lease('b', nextTry), delivery.key, order);
      const third = only(await store.claimOpen(lease('b', order.nextTry), 9)).delivery;
      expect(third.unresolvedSince).toBeUndefined();
      expect(third.code).toBe(50013);
    });

    it('claims that were given back are free at once', async ({ store }) => {
      await subscribed(store, '10', due);
      await claim(store, lease('a', now));
      await store.release('a');
      expect(await store.claimOpen(lease('b', now), 9)).toHaveLength(1);
    });

    it('a withdrawn claim leaves the date free', async ({ store }) => {
      const id = await subscribed(store, '10', due);
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      await store.withdraw(lease('b', now), delivery.key);
      expect(await store.takenDates(id, '2026-03-02')).toEqual(['2026-03-02']);
      await store.withdraw(lease('a', now), delivery.key);
      expect(await store.takenDates(id, '2026-03-02')).toEqual([]);
    });
  });
}
