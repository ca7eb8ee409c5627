import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { at, claim, everyDay, lease, noFault, only, posted, subscribed, type WithStore } from './shared.ts';

export function claimsContract(withStore: WithStore): void {
  describe('claims', () => {
    const due = '2026-03-02T09:00:00Z';
    const now = at('2026-03-02T09:00:30Z');

    withStore('each due date once, oldest first, moving the subscription on', async (store) => {
      await subscribed(store, '11', '2026-03-02T09:00:20Z');
      await subscribed(store, '10', due);
      await subscribed(store, '12', '2026-03-02T09:01:00Z');
      const first = await claim(store, lease('a', now), 1);
      assert.equal(only(first.claims).subscription.channelId, '10');
      const rest = await claim(store, lease('b', now));
      assert.equal(only(rest.claims).subscription.channelId, '11');
      assert.equal((await claim(store, lease('c', now))).seen, 0);
      assert.deepEqual(await store.nextWake(), at('2026-03-02T09:01:00Z'));
    });

    withStore('at the same moment never the same one', async (store) => {
      for (let i = 0; i < 40; i += 1) await subscribed(store, `${i}`.padStart(4, '9'), due);
      const owners = ['a', 'b', 'c', 'd'];
      const all = await Promise.all(owners.map((owner) => claim(store, lease(owner, now), 10)));
      const keys = all.flatMap((one) => one.claims.map((claimed) => claimed.delivery.key));
      assert.equal(new Set(keys).size, keys.length);
      const left = await claim(store, lease('e', now), 50);
      assert.equal(keys.length + left.claims.length, 25);
    });

    withStore('a date that was posted is not claimed again', async (store) => {
      const id = await subscribed(store, '10', due);
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      assert.deepEqual(await store.settle(lease('a', now), delivery.key, posted('55')), {
        written: true,
        paused: false,
      });
      await store.resume(id, now, { date: '2026-03-02', due: at(due) });
      const again = await claim(store, lease('a', now));
      assert.equal(again.seen, 1);
      assert.deepEqual(again.claims, []);
      assert.deepEqual(await store.takenDates(id, '2026-03-01'), ['2026-03-02']);
    });

    withStore('a missed date may still be claimed when the clock went back', async (store) => {
      const id = await subscribed(store, '10', due);
      const missing = await claim(store, lease('a', now), 50, (subscription) => {
        const { claim: wanted, next } = everyDay(subscription);
        return { claim: undefined, missed: wanted && { ...wanted, from: '2026-02-28' }, next };
      });
      assert.deepEqual(missing.claims, []);
      const { rows } = await store.history({ subscriptionId: id }, { offset: 0, limit: 9 });
      assert.equal(only(rows).delivery.state, 'missed');
      assert.equal(only(rows).delivery.missedFrom, '2026-02-28');
      await store.resume(id, now, { date: '2026-03-02', due: at(due) });
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      assert.equal(delivery.state, 'intended');
      assert.equal(delivery.missedFrom, undefined);
    });

    withStore('a subscription that cannot be planned stands in nobody’s way', async (store) => {
      await subscribed(store, '10', due);
      await subscribed(store, '11', due);
      const faults: string[] = [];
      const { claims } = await store.claimDue(
        lease('a', now),
        { limit: 50 },
        (subscription) => {
          if (subscription.channelId === '10') throw new RangeError('no such zone');
          return everyDay(subscription);
        },
        (subscription) => faults.push(subscription.channelId),
      );
      assert.equal(only(claims).subscription.channelId, '11');
      assert.deepEqual(faults, ['10']);
      assert.equal((await claim(store, lease('a', now))).seen, 0);
      assert.equal((await claim(store, lease('a', now.add({ minutes: 61 })))).seen, 1);
    });

    withStore('a lease that ran out is taken over, one that holds is not', async (store) => {
      await subscribed(store, '10', due);
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      assert.deepEqual(await store.claimOpen(lease('b', now), 9), []);
      assert.deepEqual(await store.renew(lease('a', now.add({ seconds: 50 })), [delivery.key]), [
        delivery.key,
      ]);
      assert.deepEqual(await store.claimOpen(lease('b', now.add({ seconds: 70 })), 9), []);
      const later = now.add({ seconds: 120 });
      assert.equal(only(await store.claimOpen(lease('b', later), 9)).delivery.key, delivery.key);
      assert.deepEqual(await store.renew(lease('a', later), [delivery.key]), []);
      assert.equal(await store.attempt(lease('a', later), delivery.key, { item: '1', hash: 'h' }), false);
      assert.equal(await store.attempt(lease('b', later), delivery.key, { item: '1', hash: 'h' }), true);
    });

    withStore('what was given back is not held back by a renewal that comes late', async (store) => {
      await subscribed(store, '10', due);
      const who = lease('a', now);
      const { delivery } = only((await claim(store, who)).claims);
      await store.retry(who, delivery.key, { nextTry: now, reason: 'unavailable', resolved: true });
      assert.deepEqual(await store.renew(who, [delivery.key]), []);
      assert.equal(only(await store.claimOpen(lease('b', now), 9)).delivery.key, delivery.key);
    });

    withStore('a lease from a clock that was far ahead does not hold', async (store) => {
      await subscribed(store, '10', due);
      const ahead = now.add({ hours: 24 * 3 });
      await claim(store, lease('a', ahead));
      assert.equal((await store.claimOpen(lease('b', now), 9)).length, 1);
    });

    withStore('an attempt is remembered with what it tells until it is resolved', async (store) => {
      await subscribed(store, '10', due);
      const who = lease('a', now);
      const { delivery } = only((await claim(store, who)).claims);
      assert.equal(delivery.unresolvedSince, undefined);
      await store.attempt(who, delivery.key, { item: '5', hash: 'abc' });
      const nextTry = now.add({ minutes: 1 });
      await store.retry(who, delivery.key, { nextTry, reason: 'unavailable', resolved: false });
      assert.deepEqual(await store.claimOpen(who, 9), []);
      assert.deepEqual(await store.claimDue(who, { limit: 9 }, everyDay, noFault), { seen: 0, claims: [] });
      const again = only(await store.claimOpen(lease('b', nextTry), 9)).delivery;
      assert.deepEqual(again.unresolvedSince, now);
      assert.equal(again.attempts, 1);
      assert.equal(again.item, '5');
      assert.equal(again.itemHash, 'abc');
      assert.equal(again.reason, 'unavailable');
      const order = {
        nextTry: nextTry.add({ minutes: 1 }),
        reason: 'refused',
        code: 50013,
        resolved: true,
      } as const;
      await store.retry(lease('b', nextTry), delivery.key, order);
      const third = only(await store.claimOpen(lease('b', order.nextTry), 9)).delivery;
      assert.equal(third.unresolvedSince, undefined);
      assert.equal(third.code, 50013);
    });

    withStore('claims that were given back are free at once', async (store) => {
      await subscribed(store, '10', due);
      await claim(store, lease('a', now));
      await store.release('a');
      assert.equal((await store.claimOpen(lease('b', now), 9)).length, 1);
    });

    withStore('a withdrawn claim leaves the date free', async (store) => {
      const id = await subscribed(store, '10', due);
      const { delivery } = only((await claim(store, lease('a', now))).claims);
      await store.withdraw(lease('b', now), delivery.key);
      assert.deepEqual(await store.takenDates(id, '2026-03-02'), ['2026-03-02']);
      await store.withdraw(lease('a', now), delivery.key);
      assert.deepEqual(await store.takenDates(id, '2026-03-02'), []);
    });
  });
}
