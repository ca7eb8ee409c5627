import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseItem, chooseItems, chooseNamed, chooseSameItem, type Progress } from '#recap/choose.ts';
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

describe('chooseItems', () => {
  const chosen = (list: readonly Item[], how: Progress, count: number) => {
    const choice = chooseItems(list, how, count);
    return choice.kind === 'nothing' ? choice.reason : `${choice.item.id} round ${choice.round}`;
  };

  it('takes the next ones, to the end of the round, and then those of the next', () => {
    const list = items('a', 'b', 'c');
    expect(chosen(list, progress([]), 2)).toBe('a b round 1');
    expect(chosen(list, progress([told('a'), told('b')]), 2)).toBe('c round 1');
    expect(chosen(list, progress([told('a'), told('b'), told('c')]), 2)).toBe('a b round 2');
    expect(chosen(list, progress([told('a'), told('b'), told('c')], { repeat: 'stop' }), 2)).toBe('all-told');
    expect(chosen([], progress([]), 2)).toBe('empty');
  });

  it('takes what has changed first, each item once', () => {
    const changed = progress([told('a'), told('b', 1, 'old')]);
    expect(chosen(items('a', 'b', 'c', 'd'), changed, 3)).toBe('b c d round 1');
  });

  it('tells everything once a round, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 7 }), (length, count) => {
        const list = items(...Array.from({ length }, (_, index) => `i${index}`));
        const seen: string[] = [];
        let how = progress([]);
        while (seen.length < length) {
          const choice = chooseItems(list, how, count);
          expect.assert(choice.kind === 'item' && choice.parts);
          expect(choice.parts.length).toBeLessThanOrEqual(count);
          expect(choice.round).toBe(1);
          seen.push(...choice.item.id.split(' '));
          how = progress(seen.map((id) => told(id)));
        }
        expect(seen).toEqual(list.map(({ id }) => id));
      }),
    );
  });
});

describe('chooseNamed', () => {
  it('gives what of it is still there', () => {
    const list = items('a', 'b', 'c');
    expect(chooseNamed(list, 'b', progress([]))?.parts).toBeUndefined();
    expect(chooseNamed(list, 'a x c', progress([]))?.item).toStrictEqual({
      id: 'a c',
      hash: expect.any(String),
    });
    expect(chooseNamed(list, 'x y', progress([]))).toBeUndefined();
    expect(chooseNamed(list, 'c', progress([]), 'new')?.fresh).toBe('new');
  });
});
