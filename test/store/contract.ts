import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Claim, DueDecision, Lease, RecapPlace, RecapSettings, Store } from '#store/model.ts';
import { openStore } from '#store/open.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const start = at('2026-03-02T00:00:00Z');

const settings: RecapSettings = {
  time: '09:00',
  timeZone: 'Asia/Seoul',
  days: [1, 2, 3, 4, 5, 6, 7],
  language: 'ko',
  mentionRoleId: undefined,
  thread: false,
  repeat: 'again',
};

const place = (channelId: string, guildId: string | undefined): RecapPlace => ({
  guildId,
  channelId,
  channelKind: guildId === undefined ? 'dm' : 'channel',
  unit: 'session',
});

const lease = (owner: string, now: Temporal.Instant): Lease => ({
  owner,
  now,
  until: now.add({ minutes: 1 }),
});

const subscribe = (store: Store, channelId: string, due: string, guildId = '1') =>
  store.subscribe({
    place: place(channelId, guildId),
    settings,
    ownerId: '7',
    now: start,
    next: { date: due.slice(0, 10), due: at(due) },
    limit: 25,
  });

async function subscribed(store: Store, channelId: string, due: string): Promise<string> {
  const result = await subscribe(store, channelId, due);
  return result.kind === 'full' ? '' : result.subscription.id;
}

/** Claims the due date and plans the next day at the same time. */
const everyDay = (subscription: {
  id: string;
  next: { date: string; due: Temporal.Instant } | undefined;
}): DueDecision => {
  assert.ok(subscription.next);
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

const noFault = (_: unknown, error: unknown): void => {
  throw error;
};

const claim = (store: Store, who: Lease, limit = 50, decide = everyDay) =>
  store.claimDue(who, { limit }, decide, noFault);

function only<T>(list: readonly T[]): T {
  assert.equal(list.length, 1);
  const [first] = list;
  if (first === undefined) throw new Error('empty');
  return first;
}

const posted = (messageId: string, item = '1', round = 1) => ({
  state: 'posted' as const,
  messageId,
  messageChannelId: '100',
  telling: { item, hash: 'h', round },
  thread: false,
});

/** What every database must do. `fresh` gives the address of a new, empty one. */
export function storeContract(fresh: () => Promise<string>): void {
  const withStore = (name: string, body: (store: Store, address: string) => Promise<void>) =>
    it(name, async () => {
      const address = await fresh();
      const store = await openStore(address);
      try {
        await body(store, address);
      } finally {
        await store.close();
      }
    });

  describe('subscriptions', () => {
    withStore('gives back what was chosen', async (store) => {
      const result = await store.subscribe({
        place: { guildId: '1', channelId: '2', channelKind: 'forum', unit: 'topic' },
        settings: {
          time: '21:30',
          timeZone: 'America/New_York',
          days: [1, 4],
          language: 'en',
          mentionRoleId: '3',
          thread: true,
          repeat: 'stop',
        },
        ownerId: '4',
        now: start,
        next: { date: '2026-03-02', due: at('2026-03-03T02:30:00Z') },
        limit: 25,
      });
      if (result.kind !== 'created') throw new Error(result.kind);
      const { id, ...rest } = result.subscription;
      assert.match(id, /^[0-9a-z]{8}$/);
      assert.deepEqual(JSON.parse(JSON.stringify(rest)), {
        guildId: '1',
        channelId: '2',
        channelKind: 'forum',
        unit: 'topic',
        time: '21:30',
        timeZone: 'America/New_York',
        days: [1, 4],
        language: 'en',
        mentionRoleId: '3',
        thread: true,
        repeat: 'stop',
        ownerId: '4',
        createdAt: '2026-03-02T00:00:00Z',
        activeFrom: '2026-03-02T00:00:00Z',
        state: 'active',
        next: { date: '2026-03-02', due: '2026-03-03T02:30:00Z' },
        round: 1,
        unreachableDates: 0,
      });
      assert.deepEqual(await store.subscription(id), result.subscription);
    });

    withStore('changes the one that is there, and counts the others of the server', async (store) => {
      const first = await subscribe(store, '10', '2026-03-02T09:00:00Z');
      const again = await subscribe(store, '10', '2026-03-02T10:00:00Z');
      assert.equal(first.kind, 'created');
      assert.equal(again.kind, 'changed');
      for (let i = 1; i < 25; i += 1) await subscribe(store, `1${i}`, '2026-03-02T09:00:00Z');
      assert.deepEqual(await subscribe(store, '200', '2026-03-02T09:00:00Z'), { kind: 'full', limit: 25 });
      assert.equal((await subscribe(store, '200', '2026-03-02T09:00:00Z', '2')).kind, 'created');
      assert.equal((await subscribe(store, '10', '2026-03-02T09:00:00Z')).kind, 'changed');
      assert.equal((await store.subscriptions({ guildId: '1' })).length, 25);
    });

    withStore('of two at once for the last place one gets it', async (store) => {
      for (let i = 0; i < 24; i += 1) await subscribe(store, `${i}`, '2026-03-02T09:00:00Z');
      const results = await Promise.all([
        subscribe(store, '100', '2026-03-02T09:00:00Z'),
        subscribe(store, '101', '2026-03-02T09:00:00Z'),
      ]);
      assert.deepEqual(results.map((result) => result.kind).sort(), ['created', 'full']);
    });

    withStore('ended ones make room, are not listed, and live again under the same id', async (store) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      await store.end(id);
      assert.equal(await store.end(id), undefined);
      assert.equal((await store.subscriptions({ guildId: '1' })).length, 0);
      assert.equal(await store.resume(id, start, { date: '2026-03-03', due: start }), undefined);
      const again = await subscribe(store, '10', '2026-03-02T09:00:00Z');
      assert.equal(again.kind === 'created' && again.subscription.id, id);
    });

    withStore('paused ones are not due, resumed ones are', async (store) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const paused = await store.pause(id, { kind: 'unreachable', code: 50001 });
      assert.deepEqual(paused?.pauseReason, { kind: 'unreachable', code: 50001 });
      const now = at('2026-03-02T09:00:00Z');
      assert.equal((await claim(store, lease('a', now))).seen, 0);
      assert.equal(await store.nextWake(), undefined);
      assert.equal(await store.nextDue(), undefined);
      const resumed = await store.resume(id, now, { date: '2026-03-03', due: at('2026-03-03T09:00:00Z') });
      assert.equal(resumed?.state, 'active');
      assert.equal(resumed?.pauseReason, undefined);
      assert.deepEqual(await store.nextWake(), at('2026-03-03T09:00:00Z'));
      assert.deepEqual(await store.nextDue(), { channelId: '10', due: at('2026-03-03T09:00:00Z') });
    });

    withStore('of a DM are listed by its channel', async (store) => {
      const due = '2026-03-02T09:00:00Z';
      await store.subscribe({
        place: place('50', undefined),
        settings,
        ownerId: '7',
        now: start,
        next: { date: '2026-03-02', due: at(due) },
        limit: 25,
      });
      assert.equal((await store.subscriptions({ dmChannelId: '50' })).length, 1);
      assert.equal((await store.subscriptions({ dmChannelId: '51' })).length, 0);
    });
  });

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

  describe('the ledger', () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
    const nine = (day: string) => at(`${day}T09:00:00Z`);

    const claimOn = async (store: Store, day: string): Promise<Claim> =>
      only((await claim(store, lease('a', nine(day)))).claims);

    withStore('remembers what was told, and in which round', async (store) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const first = await claimOn(store, '2026-03-02');
      await store.settle(lease('a', nine('2026-03-02')), first.delivery.key, posted('1', 'x', 1));
      const second = await claimOn(store, '2026-03-03');
      await store.settle(lease('a', nine('2026-03-03')), second.delivery.key, posted('2', 'x', 2));
      assert.deepEqual(await store.tellings(id), [{ item: 'x', hash: 'h', round: 2 }]);
      assert.equal((await store.subscription(id))?.round, 2);
    });

    withStore('a message that exists is the truth, whoever holds the lease', async (store) => {
      await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const { delivery } = await claimOn(store, '2026-03-02');
      const late = nine('2026-03-02').add({ minutes: 5 });
      await store.claimOpen(lease('b', late), 9);
      const gaveUp = await store.settle(lease('a', late), delivery.key, {
        state: 'uncertain',
        reason: 'unavailable',
      });
      assert.equal(gaveUp.written, false);
      assert.equal((await store.settle(lease('a', late), delivery.key, posted('9'))).written, true);
      assert.equal((await store.settle(lease('b', late), delivery.key, posted('9'))).written, false);
    });

    withStore('a thread is wanted until it is opened', async (store) => {
      await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const { delivery } = await claimOn(store, '2026-03-02');
      const when = nine('2026-03-02');
      await store.settle(lease('a', when), delivery.key, { ...posted('9'), thread: true });
      assert.deepEqual(await store.pendingThreads(when, 9), []);
      const pending = await store.pendingThreads(when.add({ seconds: 1 }), 9);
      assert.equal(only(pending).delivery.messageId, '9');
      await store.threadDone(delivery.key);
      assert.deepEqual(await store.pendingThreads(when.add({ seconds: 1 }), 9), []);
    });

    withStore('the third local date in a row without access pauses, once', async (store) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const results: boolean[] = [];
      for (const day of days.slice(0, 3)) {
        const { delivery } = await claimOn(store, day);
        const settled = { state: 'failed', reason: 'refused', code: 50001, unreachable: true } as const;
        results.push((await store.settle(lease('a', nine(day)), delivery.key, settled)).paused);
      }
      assert.deepEqual(results, [false, false, true]);
      const subscription = await store.subscription(id);
      assert.equal(subscription?.state, 'paused');
      assert.deepEqual(subscription?.pauseReason, { kind: 'unreachable', code: 50001 });
      assert.equal((await claim(store, lease('a', nine('2026-03-05')))).seen, 0);
    });

    withStore('a post in between begins the count anew', async (store) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      for (const [index, day] of days.entries()) {
        const { delivery } = await claimOn(store, day);
        const failed = { state: 'failed', reason: 'refused', code: 50001, unreachable: true } as const;
        await store.settle(lease('a', nine(day)), delivery.key, index === 1 ? posted('1') : failed);
      }
      const subscription = await store.subscription(id);
      assert.equal(subscription?.state, 'active');
      assert.equal(subscription?.unreachableDates, 2);
    });

    withStore('history is newest first, in pages', async (store) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      for (const day of days) {
        const { delivery } = await claimOn(store, day);
        await store.settle(lease('a', nine(day)), delivery.key, {
          state: 'uncertain',
          reason: 'unavailable',
        });
      }
      const first = await store.history({ guildId: '1' }, { offset: 0, limit: 3 });
      assert.equal(first.total, 4);
      assert.deepEqual(
        first.rows.map((row) => row.delivery.date),
        ['2026-03-05', '2026-03-04', '2026-03-03'],
      );
      const rest = await store.history({ subscriptionId: id }, { offset: 3, limit: 3 });
      assert.equal(only(rest.rows).delivery.date, '2026-03-02');
      assert.equal(only(rest.rows).subscription.id, id);
      assert.deepEqual(await store.history({ guildId: '2' }, { offset: 0, limit: 3 }), {
        total: 0,
        rows: [],
      });
    });

    withStore('items are seen first once', async (store) => {
      const later = start.add({ hours: 1 });
      await store.sight('session', ['1', '2'], start);
      const seen = await store.sight('session', ['2', '3'], later);
      assert.deepEqual([...seen].map(([item, since]) => [item, since.toString()]).sort(), [
        ['1', start.toString()],
        ['2', start.toString()],
        ['3', later.toString()],
      ]);
      assert.equal((await store.sight('topic', [], later)).size, 0);
    });

    withStore('notes', async (store) => {
      assert.equal(await store.note('a'), undefined);
      await store.setNote('a', '1');
      await store.setNote('a', '2');
      assert.equal(await store.note('a'), '2');
    });
  });

  describe('planning anew', () => {
    const next = { date: '2026-03-02', due: at('2026-03-02T12:00:00Z') };

    withStore('what was planned later than now', async (store) => {
      const id = await subscribed(store, '10', '2026-03-09T09:00:00Z');
      const order = { now: start.subtract({ hours: 1 }), planned: { after: start }, limit: 10 };
      const decide = () => ({ next, activeFrom: order.now });
      assert.equal(await store.replan(order, decide, noFault), 0);
      const earlier = { ...order, planned: { after: order.now } };
      assert.equal(await store.replan(earlier, decide, noFault), 1);
      assert.equal(await store.replan(earlier, decide, noFault), 0);
      const subscription = await store.subscription(id);
      assert.deepEqual(subscription?.next, next);
      assert.deepEqual(subscription?.activeFrom, order.now);
    });

    withStore('what was planned with other rules of the zones, some at a time', async (store, address) => {
      for (let i = 0; i < 5; i += 1) await subscribed(store, `${i}`, '2026-03-09T09:00:00Z');
      const order = { now: start, planned: 'with-other-zones', limit: 3 } as const;
      const decide = () => ({ next, activeFrom: start });
      assert.equal(await store.replan(order, decide, noFault), 0);
      if (address.includes(':memory:')) return;
      await store.close();
      const newer = await openStore(address, 'newer rules');
      try {
        assert.equal(await newer.replan(order, decide, noFault), 3);
        assert.equal(await newer.replan(order, decide, noFault), 2);
        assert.equal(await newer.replan(order, decide, noFault), 0);
      } finally {
        await newer.close();
      }
    });
  });
}
