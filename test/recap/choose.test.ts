import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseItem, chooseSameItem, type Progress } from '#recap/choose.ts';
import type { Item } from '#recap/items.ts';
import type { PostedItem } from '#store/model.ts';

const before = Temporal.Instant.from('2026-01-01T00:00:00Z');
const since = before.add({ hours: 1 });
const after = since.add({ hours: 1 });

const items = (...ids: readonly string[]): readonly Item[] =>
  ids.map((id) => ({ id, hash: `hash of ${id}` }));
const told = (item: string, round = 1, hash = `hash of ${item}`): PostedItem => ({ item, hash, round });

const progress = (postedItems: readonly PostedItem[], more: Partial<Progress> = {}): Progress => ({
  postedItems,
  round: 1,
  repeat: 'again',
  since,
  firstSeen: new Map(['a', 'b', 'c', 'd'].map((id) => [id, before])),
  ...more,
});

const summary = (list: readonly Item[], how: Progress) => {
  const choice = chooseItem(list, how);
  return choice.kind === 'nothing'
    ? choice.reason
    : `${choice.item.id} ${choice.position}/${choice.total} ${choice.fresh ?? '-'} round ${choice.round}`;
};

describe('chooseItem', () => {
  it('goes on in order', () => {
    expect(summary(items('a', 'b', 'c'), progress([]))).toBe('a 1/3 - round 1');
    expect(summary(items('a', 'b', 'c'), progress([told('a')]))).toBe('b 2/3 - round 1');
    expect(summary(items('a', 'b', 'c'), progress([told('a'), told('c')]))).toBe('b 2/3 - round 1');
  });

  it('starts again when all is told, or stops', () => {
    const all = [told('a'), told('b')];
    expect(summary(items('a', 'b'), progress(all))).toBe('a 1/2 - round 2');
    expect(summary(items('a', 'b'), progress(all, { repeat: 'stop' }))).toBe('all-told');
    const second = [told('a', 2), told('b')];
    expect(summary(items('a', 'b'), progress(second, { round: 2 }))).toBe('b 2/2 - round 2');
    expect(summary([], progress([]))).toBe('empty');
  });

  it('tells what has changed first, and what is new', () => {
    const changed = [told('a'), told('b', 1, 'old')];
    expect(summary(items('a', 'b', 'c'), progress(changed))).toBe('b 2/3 changed round 1');
    const firstSeen = new Map([
      ['a', before],
      ['b', before],
      ['c', before],
      ['d', after],
    ]);
    expect(summary(items('a', 'b', 'c', 'd'), progress([told('a')], { firstSeen }))).toBe(
      'd 4/4 new round 1',
    );
    expect(
      summary(items('a', 'b', 'd'), progress([told('a'), told('b')], { firstSeen, repeat: 'stop' })),
    ).toBe('d 3/3 new round 1');
  });

  it('what was there before the subscription is not new', () => {
    expect(summary(items('a', 'b', 'c', 'd'), progress([told('a')]))).toBe('b 2/4 - round 1');
  });

  it('tells everything once a round, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 }), (removed) => {
        const postedItems = new Map<string, PostedItem>();
        let round = 1;
        let present = ['a', 'b', 'c', 'd', 'e', 'f'];
        const toldInRound = new Set<string>();
        for (const gone of [...removed, ...present]) {
          present = present.length > 1 ? present.filter((id) => id !== gone) : ['a', 'b', 'c', 'd', 'e', 'f'];
          const choice = chooseItem(items(...present), progress([...postedItems.values()], { round }));
          expect.assert(choice.kind === 'item');
          if (choice.round > round) toldInRound.clear();
          expect([...toldInRound]).not.toContain(choice.item.id);
          toldInRound.add(choice.item.id);
          round = choice.round;
          postedItems.set(choice.item.id, told(choice.item.id, round));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('chooseAgain', () => {
  it('gives the same item, as long as it is there', () => {
    const list = items('a', 'b', 'c');
    expect(chooseSameItem(list, 'c', progress([told('a')]))?.position).toBe(3);
    expect(chooseSameItem(list, 'b', progress([told('a')]))?.position).toBe(2);
    expect(chooseSameItem(list, 'x', progress([]))).toBeUndefined();
  });
});
