import { describe, expect } from 'vitest';
import { DEFAULT_SETTINGS, type RecapSettings } from '#store/settings.ts';
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
  subscribe,
  subscribed,
} from './shared.ts';

/** Settings that all differ from the defaults. */
const CHOSEN = {
  ...DEFAULT_SETTINGS,
  time: '21:30',
  timeZone: 'America/New_York',
  days: [1, 4],
  language: 'en',
  mentionRoleId: '3',
  thread: true,
  repeat: 'stop',
  count: 7,
  filter: { kind: 'event', value: 'AI: the fest' },
  tags: ['11', '12'],
} as const satisfies RecapSettings;

export function subscriptionsContract(it: StoreTest): void {
  describe('subscriptions', () => {
    it('gives back what was chosen', async ({ store }) => {
      const result = await store.subscribe({
        place: { guildId: '1', channelId: '2', channelKind: 'forum', what: 'topic' },
        settings: CHOSEN,
        ownerId: '4',
        now: start,
        next: { date: '2026-03-02', due: at('2026-03-03T02:30:00Z') },
        limit: 25,
      });
      if (result.kind !== 'created') throw new Error(result.kind);
      const { id, ...rest } = result.subscription;
      expect(id).toMatch(/^[0-9a-z]{8}$/);
      expect(JSON.parse(JSON.stringify(rest))).toStrictEqual({
        guildId: '1',
        channelId: '2',
        channelKind: 'forum',
        what: 'topic',
        ...CHOSEN,
        ownerId: '4',
        createdAt: '2026-03-02T00:00:00Z',
        activeFrom: '2026-03-02T00:00:00Z',
        state: 'active',
        next: { date: '2026-03-02', due: '2026-03-03T02:30:00Z' },
        round: 1,
        unreachableDates: 0,
      });
      expect(await store.subscription(id)).toStrictEqual(result.subscription);
    });

    it('changes the one that is there, and counts the others of the server', async ({ store }) => {
      const first = await subscribe(store, '10', '2026-03-02T09:00:00Z');
      const again = await subscribe(store, '10', '2026-03-02T10:00:00Z');
      expect(first.kind).toBe('created');
      expect(again.kind).toBe('changed');
      for (let i = 1; i < 25; i += 1) await subscribe(store, `1${i}`, '2026-03-02T09:00:00Z');
      expect(await subscribe(store, '200', '2026-03-02T09:00:00Z')).toStrictEqual({
        kind: 'full',
        limit: 25,
      });
      expect((await subscribe(store, '200', '2026-03-02T09:00:00Z', '2')).kind).toBe('created');
      expect((await subscribe(store, '10', '2026-03-02T09:00:00Z')).kind).toBe('changed');
      expect(await store.subscriptions({ guildId: '1' })).toHaveLength(25);
    });

    it('of two at once for the last place one gets it', async ({ store }) => {
      for (let i = 0; i < 24; i += 1) await subscribe(store, `${i}`, '2026-03-02T09:00:00Z');
      const results = await Promise.all([
        subscribe(store, '100', '2026-03-02T09:00:00Z'),
        subscribe(store, '101', '2026-03-02T09:00:00Z'),
      ]);
      expect(results.map((result) => result.kind).sort()).toEqual(['created', 'full']);
    });

    it('ended ones make room, are not listed, and live again under the same id', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      await store.end(id);
      expect(await store.end(id)).toBeUndefined();
      expect(await store.subscriptions({ guildId: '1' })).toHaveLength(0);
      expect(await store.resume(id, start, { date: '2026-03-03', due: start })).toBeUndefined();
      const again = await subscribe(store, '10', '2026-03-02T09:00:00Z');
      expect(again.kind === 'created' && again.subscription.id).toBe(id);
    });

    it('paused ones are not due, resumed ones are', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const paused = await store.pause(id, { kind: 'unreachable', code: 50001 });
      expect(paused?.pauseReason).toStrictEqual({ kind: 'unreachable', code: 50001 });
      const now = at('2026-03-02T09:00:00Z');
      expect((await claim(store, lease('a', now))).seen).toBe(0);
      expect(await store.nextWake()).toBeUndefined();
      expect(await store.nextDue()).toBeUndefined();
      const resumed = await store.resume(id, now, { date: '2026-03-03', due: at('2026-03-03T09:00:00Z') });
      expect(resumed?.state).toBe('active');
      expect(resumed?.pauseReason).toBeUndefined();
      expect(await store.nextWake()).toStrictEqual(at('2026-03-03T09:00:00Z'));
      expect(await store.nextDue()).toStrictEqual({
        subscriptionId: id,
        channelId: '10',
        due: at('2026-03-03T09:00:00Z'),
      });
    });

    it('of a DM are listed by its channel', async ({ store }) => {
      const due = '2026-03-02T09:00:00Z';
      await store.subscribe({
        place: place('50', undefined),
        settings,
        ownerId: '7',
        now: start,
        next: { date: '2026-03-02', due: at(due) },
        limit: 25,
      });
      expect(await store.subscriptions({ dmChannelId: '50' })).toHaveLength(1);
      expect(await store.subscriptions({ dmChannelId: '51' })).toHaveLength(0);
    });

    it('a change keeps where it stands; its times change only where they are to', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-02T09:00:00Z');
      const { delivery } = only((await claim(store, lease('a', at('2026-03-02T09:00:00Z')))).claims);
      await store.settle(lease('a', at('2026-03-02T09:00:00Z')), delivery.key, posted('1', 'x', 3));
      const before = await store.subscription(id);
      const changed = await store.change(id, {
        settings: { ...settings, mentionRoleId: '9', filter: { kind: 'tag', value: 'Web' } },
        ownerId: '8',
        timetable: undefined,
      });
      expect(changed).toMatchObject({ mentionRoleId: '9', ownerId: '8', round: 3, next: before?.next });
      expect(await store.postedItems(id)).toHaveLength(1);
      const now = at('2026-03-02T10:00:00Z');
      const next = { date: '2026-03-05', due: at('2026-03-05T09:00:00Z') };
      const moved = await store.change(id, { settings, ownerId: '8', timetable: { now, next } });
      expect(moved).toMatchObject({ mentionRoleId: undefined, filter: undefined, next, activeFrom: now });
      await store.pause(id, { kind: 'asked' });
      const paused = await store.change(id, { settings, ownerId: '8', timetable: { now, next } });
      expect(paused).toMatchObject({ state: 'paused', next: undefined });
      await store.end(id);
      expect(await store.change(id, { settings, ownerId: '8', timetable: undefined })).toBeUndefined();
    });
  });
}
