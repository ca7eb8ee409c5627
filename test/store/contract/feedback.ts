import { describe, expect } from 'vitest';
import { at, only, type StoreTest } from './shared.ts';

const day = at('2026-03-02T00:00:00Z');
const order = {
  id: 'a',
  at: day,
  kind: 'none',
  question: '점심 뭐 먹지?',
  nearest: { session: '5', section: 'kubeflow' },
  guildId: '1',
} as const;

export function feedbackContract(test: StoreTest): void {
  describe('what people asked', () => {
    test('is kept without its text and its server where that has not opted in, or in a DM', async ({
      store,
    }) => {
      await store.keepFeedback(order);
      await store.keepFeedback({ ...order, id: 'b', guildId: undefined });
      const { at: _, ...kept } = order;
      const without = { at: day, kind: kept.kind, nearest: kept.nearest, question: undefined };
      expect(await store.feedback(undefined, 9)).toEqual([without, without]);
      expect(await store.feedback('1', 9)).toEqual([]);
    });

    test('is kept with its text where a server has opted in, until that opts out', async ({ store }) => {
      await store.setFeedback('1', true);
      await store.setFeedback('1', true);
      expect([await store.keepsFeedback('1'), await store.keepsFeedback('2')]).toEqual([true, false]);
      await store.keepFeedback(order);
      await store.keepFeedback({ ...order, id: 'b', guildId: '2' });
      const { question, kind, nearest } = order;
      expect(only(await store.feedback('1', 9))).toEqual({ at: day, question, kind, nearest });
      await store.setFeedback('1', false);
      expect([await store.keepsFeedback('1'), await store.feedback('1', 9)]).toEqual([false, []]);
      expect(await store.feedback(undefined, 9)).toHaveLength(1);
    });

    test('counts once for one id, as it was said last', async ({ store }) => {
      await store.setFeedback('1', true);
      await store.keepFeedback({ ...order, kind: 'wrong' });
      await store.keepFeedback({ ...order, kind: 'right', nearest: undefined });
      expect(only(await store.feedback('1', 9))).toMatchObject({ kind: 'right', nearest: undefined });
    });

    test('comes newest first, and is deleted in slices, oldest first', async ({ store }) => {
      await store.setFeedback('1', true);
      for (const days of [0, 1, 2, 3]) {
        await store.keepFeedback({
          ...order,
          id: `d${days}`,
          at: day.add({ hours: 24 * days }),
          question: `${days}`,
        });
      }
      expect((await store.feedback('1', 2)).map(({ question }) => question)).toEqual(['3', '2']);
      const before = day.add({ hours: 72 });
      expect(await store.pruneFeedback(before, 2)).toBe(2);
      expect(await store.pruneFeedback(before, 2)).toBe(1);
      expect((await store.feedback('1', 9)).map(({ question }) => question)).toEqual(['3']);
    });

    test('is forgotten for one server, or altogether', async ({ store }) => {
      for (const guildId of ['1', '2']) {
        await store.setFeedback(guildId, true);
        await store.keepFeedback({ ...order, id: guildId, guildId });
      }
      expect(await store.forgetFeedback('1')).toBe(1);
      expect(await store.keepsFeedback('1')).toBe(true);
      expect(await store.feedback(undefined, 9)).toHaveLength(1);
      expect(await store.forgetFeedback(undefined)).toBe(1);
      expect(await store.feedback(undefined, 9)).toEqual([]);
    });
  });
}
