import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VersionedMap } from '#library/compute/versionedMap.ts';

const change = fc.tuple(fc.nat(6), fc.option(fc.nat(9), { nil: undefined }));
const step = fc.tuple(fc.nat(3), fc.array(change, { maxLength: 5 }));

test('each version of a map is as a copy would be, whatever is made after it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(6), fc.nat(9))),
      fc.array(step, { maxLength: 8 }),
      (first, steps) => {
        const begun = new Map(first);
        const versions = [{ map: VersionedMap.after(begun), copy: new Map(begun) }];
        for (const [back, changes] of steps) {
          const last = versions.at(-1 - Math.min(back, versions.length - 1));
          const map = VersionedMap.after(last?.map);
          const copy = new Map(last?.copy);
          for (const [key, value] of changes) {
            if (value === undefined) {
              map.delete(key);
              copy.delete(key);
            } else {
              map.set(key, value);
              copy.set(key, value);
            }
            expect(new Map(last?.map)).toEqual(last?.copy);
          }
          versions.push({ map, copy });
        }
        for (const { map, copy } of versions) {
          expect(new Map(map)).toEqual(copy);
          expect(map.size).toBe(copy.size);
          for (let key = 0; key <= 6; key += 1) {
            expect(map.get(key)).toBe(copy.get(key));
            expect(map.has(key)).toBe(copy.has(key));
          }
          expect(new Set(map.keys())).toEqual(new Set(copy.keys()));
          expect([...map.values()].sort()).toEqual([...copy.values()].sort());
        }
        expect(new Map(begun)).toEqual(new Map(first));
      },
    ),
  );
});

test('a version that has a next one is changed no more', () => {
  const map = VersionedMap.after(new Map([[1, 'a']]));
  VersionedMap.after(map);
  expect(() => map.set(1, 'b')).toThrow(TypeError);
  expect(() => map.delete(1)).toThrow(TypeError);
});
