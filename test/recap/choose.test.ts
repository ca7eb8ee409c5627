import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
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
    assert.equal(summary(items('a', 'b', 'c'), progress([])), 'a 1/3 - round 1');
    assert.equal(summary(items('a', 'b', 'c'), progress([told('a')])), 'b 2/3 - round 1');
    assert.equal(summary(items('a', 'b', 'c'), progress([told('a'), told('c')])), 'b 2/3 - round 1');
  });

  it('starts again when all is told, or stops', () => {
    const all = [told('a'), told('b')];
    assert.equal(summary(items('a', 'b'), progress(all)), 'a 1/2 - round 2');
    assert.equal(summary(items('a', 'b'), progress(all, { repeat: 'stop' })), 'all-told');
    const second = [told('a', 2), told('b')];
    assert.equal(summary(items('a', 'b'), progress(second, { round: 2 })), 'b 2/2 - round 2');
    assert.equal(summary([], progress([])), 'empty');
  });

  it('tells what has changed first, and what is new', () => {
    const changed = [told('a'), told('b', 1, 'old')];
    assert.equal(summary(items('a', 'b', 'c'), progress(changed)), 'b 2/3 changed round 1');
    const firstSeen = new Map([
      ['a', before],
      ['b', before],
      ['c', before],
      ['d', after],
    ]);
    assert.equal(
      summary(items('a', 'b', 'c', 'd'), progress([told('a')], { firstSeen })),
      'd 4/4 new round 1',
    );
    assert.equal(
      summary(items('a', 'b', 'd'), progress([told('a'), told('b')], { firstSeen, repeat: 'stop' })),
      'd 3/3 new round 1',
    );
  });

  it('what was there before the subscription is not new', () => {
    assert.equal(summary(items('a', 'b', 'c', 'd'), progress([told('a')])), 'b 2/4 - round 1');
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
          assert.ok(choice.kind === 'item');
          if (choice.round > round) toldInRound.clear();
          assert.ok(!toldInRound.has(choice.item.id));
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
    assert.equal(chooseSameItem(list, 'c', progress([told('a')]))?.position, 3);
    assert.equal(chooseSameItem(list, 'b', progress([told('a')]))?.position, 2);
    assert.equal(chooseSameItem(list, 'x', progress([])), undefined);
  });
});
