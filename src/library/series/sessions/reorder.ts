import { patched, scriptOf, spliced } from '../../compute/hunks.ts';
import { lowerBound } from '../../compute/sorted.ts';
import { VersionedMap } from '../../compute/versionedMap.ts';
import { compare } from './grouping.ts';
import { placeInFolder, placeOf, type ReadingOrder, type Talk } from './order.ts';

/** True where two versions of a talk stand in the same place. */
export const staysInPlace = (before: Talk, now: Talk): boolean =>
  before.date === now.date &&
  before.time === now.time &&
  placeInFolder(before.posts[0]) === placeInFolder(now.posts[0]);

const findPlace = (places: readonly string[], place: string): number =>
  lowerBound(places, (one) => one < place);

/** A stretch of a list: from an index up to another one. */
type Stretch = readonly [from: number, to: number];

/** Where the talks of a series stand, which are all together. */
function stretchOf(series: string, { places, begins }: Omit<ReadingOrder, 'talks'>): Stretch {
  const first = ['0', begins.get(series) ?? '', series].join('\0');
  return [findPlace(places, `${first}\0`), findPlace(places, `${first}\x01`)];
}

/** The talks of a series, in their order; none of what belongs to no series. */
export const talksOfSeries = (series: string, order: ReadingOrder): readonly Talk[] =>
  series === '' || !order.begins.has(series) ? [] : order.talks.slice(...stretchOf(series, order));

/**
 * The order after some talks went and others came: with them moves a series that begins on another day. Undefined where
 * nothing tells which of two comes first.
 */
export function orderAfter(
  before: ReadingOrder,
  gone: ReadonlySet<Talk>,
  fresh: readonly Talk[],
): ReadingOrder | undefined {
  const begins = VersionedMap.after(before.begins);
  const stretches: Stretch[] = [];
  const moving = new Set(fresh);
  for (const series of new Set([...gone, ...fresh].map((talk) => talk.series))) {
    if (series === '') continue;
    const stays = talksOfSeries(series, before).filter((talk) => !gone.has(talk));
    const dates = [...stays, ...fresh.filter((talk) => talk.series === series)].map(({ date }) => date);
    const [first = ''] = dates.sort(compare);
    if (first === before.begins.get(series)) continue;
    if (before.begins.has(series)) stretches.push(stretchOf(series, before));
    if (dates.length === 0) begins.delete(series);
    else begins.set(series, first);
    for (const talk of stays) moving.add(talk);
  }
  for (const talk of gone) {
    const at = before.talks.indexOf(talk);
    if (!stretches.some(([from, to]) => from <= at && at < to)) stretches.push([at, at + 1]);
  }
  const left = stretches
    .sort(([one], [other]) => one - other)
    .map(([from, to]) => ({ before: from, gone: to - from, fresh: 0 }));
  const places = spliced(before.places, left, []);
  const placed = [...moving]
    .map((talk) => ({ talk, place: placeOf(talk, begins.get(talk.series) ?? '') }))
    .map((one) => ({ ...one, at: findPlace(places, one.place) }))
    .sort((a, b) => compare(a.place, b.place));
  const isShared = placed.some(
    ({ place, at }, index) => place === placed[index + 1]?.place || places[at] === place,
  );
  if (isShared) return undefined;
  const hunks = scriptOf(
    left,
    placed.map(({ at }) => at),
  );
  return {
    talks: patched(
      before.talks,
      hunks,
      placed.map(({ talk }) => talk),
    ),
    places: patched(
      before.places,
      hunks,
      placed.map(({ place }) => place),
    ),
    begins,
  };
}
