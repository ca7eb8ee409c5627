import { describe, expect } from 'vitest';
import { openStore } from '#store/open.ts';
import { at, noFault, type StoreTest, start, subscribed } from './shared.ts';

export function planningContract(it: StoreTest): void {
  describe('planning anew', () => {
    const next = { date: '2026-03-02', due: at('2026-03-02T12:00:00Z') };

    it('what was planned later than now', async ({ store }) => {
      const id = await subscribed(store, '10', '2026-03-09T09:00:00Z');
      const order = { now: start.subtract({ hours: 1 }), planned: { after: start }, limit: 10 };
      const decide = () => ({ next, activeFrom: order.now });
      expect(await store.replan(order, decide, noFault)).toBe(0);
      const earlier = { ...order, planned: { after: order.now } };
      expect(await store.replan(earlier, decide, noFault)).toBe(1);
      expect(await store.replan(earlier, decide, noFault)).toBe(0);
      const subscription = await store.subscription(id);
      expect(subscription?.next).toStrictEqual(next);
      expect(subscription?.activeFrom).toStrictEqual(order.now);
    });

    it('what was planned with other rules of the zones, some at a time', async ({ store, address }) => {
      for (let i = 0; i < 5; i += 1) await subscribed(store, `${i}`, '2026-03-09T09:00:00Z');
      const order = { now: start, planned: 'with-other-zones', limit: 3 } as const;
      const decide = () => ({ next, activeFrom: start });
      expect(await store.replan(order, decide, noFault)).toBe(0);
      if (address.includes(':memory:')) return;
      await store.close();
      const newer = await openStore(address, 'newer rules');
      try {
        expect(await newer.replan(order, decide, noFault)).toBe(3);
        expect(await newer.replan(order, decide, noFault)).toBe(2);
        expect(await newer.replan(order, decide, noFault)).toBe(0);
      } finally {
        await newer.close();
      }
    });
  });
}
