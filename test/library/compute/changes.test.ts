import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from '#library/compute/changes.ts';
import { type Places, placesAfter, placesOf } from '#library/compute/places.ts';

interface Thing {
  readonly id: string;
  readonly version: number;
}

const idOf = ({ id }: Thing): string => id;

/** A thing goes, comes, gets another version, or stands elsewhere. */
const edit = fc.tuple(fc.constantFrom('go', 'come', 'renew', 'move'), fc.nat(20), fc.nat(20));
const edits = fc.array(edit, { maxLength: 6 });

function edited(
  list: readonly Thing[],
  [kind, at, to]: [string, number, number],
  next: number,
): readonly Thing[] {
  const one = list[at % Math.max(1, list.length)];
  const place = list.indexOf(one ?? { id: '', version: 0 });
  if (kind === 'come' || one === undefined)
    return list.toSpliced(to % (list.length + 1), 0, { id: `id${next}`, version: next });
  if (kind === 'renew') return list.with(place, { ...one, version: next });
  const left = list.toSpliced(place, 1);
  return kind === 'go' ? left : left.toSpliced(to % (left.length + 1), 0, one);
}

const first = Array.from({ length: 12 }, (_, at): Thing => ({ id: `first${at}`, version: 0 }));

test('what changed between two lists, and nothing else, is named', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const now = all.reduce((list, one, at) => edited(list, one, at), first as readonly Thing[]);
      const { gone, fresh, moved } = changesBetween(first, now, idOf);
      const isStill = (list: readonly Thing[]) => (one: Thing) => list.includes(one) && !moved.has(one.id);
      expect(gone).toEqual(first.filter((one) => !isStill(now)(one)));
      expect(fresh).toEqual(now.filter((one) => !isStill(first)(one)));
      const both = (one: readonly Thing[], other: readonly Thing[]) =>
        one.map(idOf).filter((id) => !moved.has(id) && other.some((thing) => thing.id === id));
      expect(both(first, now)).toEqual(both(now, first));
    }),
  );
});

test('places stand in the order of their list, whatever comes between two', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 6 }), fc.nat(90), (steps, closer) => {
      let list: readonly Thing[] = first;
      let places: Places = placesOf(list, idOf);
      const check = (now: readonly Thing[]) => {
        places = placesAfter(places, list, now, changesBetween(list, now, idOf).hunks, idOf);
        list = now;
        expect([...places].sort(([, one], [, other]) => one - other).map(([id]) => id)).toEqual(
          list.map(idOf),
        );
        expect(new Set(places.values()).size).toBe(list.length);
      };
      for (const [step, all] of steps.entries())
        check(all.reduce((now, one, at) => edited(now, one, 100 * step + at), list));
      for (let at = 0; at < closer; at += 1) check(edited(list, ['come', 0, 1], 10_000 + at));
    }),
  );
});
