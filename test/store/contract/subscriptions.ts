import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { at, claim, lease, place, settings, start, subscribe, subscribed, type WithStore } from './shared.ts';

export function subscriptionsContract(withStore: WithStore): void {
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
}
