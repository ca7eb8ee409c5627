import { compare } from './grouping.ts';
import { type Loose, placeInFolder, placeOf, type Talk } from './order.ts';

/** True where two versions of a talk stand in the same place. */
export const staysInPlace = (before: Talk, now: Talk): boolean =>
  before.date === now.date &&
  before.time === now.time &&
  placeInFolder(before.posts[0]) === placeInFolder(now.posts[0]);

/** Talks in their order, and what each is sorted by. */
interface Places {
  readonly talks: Talk[];
  readonly places: string[];
}

function earlier(begins: Map<string, string>, { series, date }: Loose): void {
  const known = begins.get(series);
  if (known === undefined || date < known) begins.set(series, date);
}

/**
 * The order after some talks went and others came: with them moves a series that begins on another day. Undefined where
 * nothing tells which of two comes first.
 */
export function orderAfter(
  before: Places,
  gone: ReadonlySet<Talk>,
  fresh: readonly Talk[],
): Places | undefined {
  const touched = new Set([...gone, ...fresh].map(({ series }) => series));
  const [began, begins] = [new Map<string, string>(), new Map<string, string>()];
  for (const talk of before.talks) {
    if (!touched.has(talk.series)) continue;
    earlier(began, talk);
    if (!gone.has(talk)) earlier(begins, talk);
  }
  for (const talk of fresh) earlier(begins, talk);
  const moves = ({ series }: Talk) =>
    series !== '' && touched.has(series) && began.get(series) !== begins.get(series);
  const placed = [...fresh, ...before.talks.filter((talk) => moves(talk) && !gone.has(talk))]
    .map((talk) => ({ talk, place: placeOf(talk, begins.get(talk.series) ?? '') }))
    .sort((a, b) => compare(a.place, b.place));
  const [talks, places]: [Talk[], string[]] = [[], []];
  const add = (talk: Talk, place: string): void => {
    talks.push(talk);
    places.push(place);
  };
  let next = 0;
  for (const [at, talk] of before.talks.entries()) {
    if (gone.has(talk) || moves(talk)) continue;
    const place = before.places[at] ?? '';
    for (let own = placed[next]; own && own.place < place; own = placed[next]) {
      add(own.talk, own.place);
      next += 1;
    }
    add(talk, place);
  }
  for (const { talk, place } of placed.slice(next)) add(talk, place);
  const certain = placed.every(({ place }, at) => place !== placed[at + 1]?.place);
  const alone = new Set(placed.map(({ place }) => place));
  const shared = places.filter((place) => alone.has(place)).length > placed.length;
  return certain && !shared ? { talks, places } : undefined;
}
