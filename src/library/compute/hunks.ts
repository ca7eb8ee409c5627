import { commonEnds, longestIncrease } from './moved.ts';

/** A hunk of an edit script, as of a diff: `gone` elements of the older list made way for `fresh` ones of the newer. */
export interface Hunk {
  /** Where they begin, in the older and in the newer list. */
  readonly before: number;
  readonly now: number;
  readonly gone: number;
  readonly fresh: number;
}

/** With more differences than this, it is as fast to look up where everything stands. */
const MOST = 100;

/** By which script `patched` made a list of another one. */
interface Made {
  readonly before: WeakRef<readonly unknown[]>;
  readonly hunks: readonly Hunk[];
}

const made = new WeakMap<readonly unknown[], Made>();

/**
 * In which stretches two lists differ, in their order: the script by which the newer one was made of the older, else a
 * shortest one. Few differences cost a walk along both lists and the square of their number. Where there are many, of
 * elements that a list has twice only the last is found.
 */
export function hunksBetween<T>(before: readonly T[], now: readonly T[]): readonly Hunk[] {
  const known = made.get(now);
  if (known?.before.deref() === before) return known.hunks;
  const { front, back } = commonEnds(before, now);
  const [gone, fresh] = [before.length - front - back, now.length - front - back];
  if (gone + fresh === 0) return [];
  const whole = { before: front, now: front, gone, fresh };
  if (gone === 0 || fresh === 0 || gone + fresh === 2) return [whole];
  return shortestScript(before, now, whole) ?? scriptByPlaces(before, now, whole);
}

/** Myers' greedy algorithm (An O(ND) Difference Algorithm and Its Variations, 1986) within one stretch. */
function shortestScript<T>(
  before: readonly T[],
  now: readonly T[],
  whole: Hunk,
): readonly Hunk[] | undefined {
  const { gone: width, fresh: height } = whole;
  const most = Math.min(MOST, width + height);
  /** How far each diagonal reaches, from `-most` on; and what that was before each step. */
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const at = most + 1;
  for (let step = 0; step <= most; step += 1) {
    trace.push(reach.slice(at - step - 1, at + step + 2));
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      let x = fromAbove(reach, at + diagonal, diagonal, step)
        ? (reach[at + diagonal + 1] ?? 0)
        : (reach[at + diagonal - 1] ?? 0) + 1;
      let y = x - diagonal;
      while (x < width && y < height && before[whole.before + x] === now[whole.now + y]) {
        x += 1;
        y += 1;
      }
      reach[at + diagonal] = x;
      if (x >= width && y >= height) return hunksAlong(trace, whole);
    }
  }
  return undefined;
}

/** Whether a path comes to a diagonal by an element that is new, rather than by one that is gone. */
const fromAbove = (reach: Int32Array, at: number, diagonal: number, step: number): boolean =>
  diagonal === -step || (diagonal !== step && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));

/** The way back from the end. */
function hunksAlong(trace: readonly Int32Array[], { before, now, gone, fresh }: Hunk): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [gone, fresh];
  /** The hunk that is being met, from behind. */
  let open: Hunk | undefined;
  for (let step = trace.length - 1; step > 0; step -= 1) {
    const reach = trace[step] ?? new Int32Array();
    const diagonal = x - y;
    const at = diagonal + step + 1;
    const isNew = fromAbove(reach, at, diagonal, step);
    const fromX = isNew ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0);
    const fromY = fromX - (isNew ? diagonal + 1 : diagonal - 1);
    const [toX, toY] = isNew ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const isNext = open !== undefined && open.before === before + toX && open.now === now + toY;
    if (open !== undefined && !isNext) hunks.push(open);
    const behind = isNext && open !== undefined ? open : { gone: 0, fresh: 0 };
    open = {
      before: before + fromX,
      now: now + fromY,
      gone: behind.gone + (isNew ? 0 : 1),
      fresh: behind.fresh + (isNew ? 1 : 0),
    };
    [x, y] = [fromX, fromY];
  }
  if (open !== undefined) hunks.push(open);
  return hunks.reverse();
}

/** The hunks between what both lists have in one order. */
function scriptByPlaces<T>(before: readonly T[], now: readonly T[], whole: Hunk): readonly Hunk[] {
  const places = new Map<T | undefined, number>();
  for (let at = 0; at < whole.gone; at += 1) places.set(before[whole.before + at], at);
  /** Where elements of the newer list stood, and where they stand. */
  const were: number[] = [];
  const are: number[] = [];
  for (let at = 0; at < whole.fresh; at += 1) {
    const place = places.get(now[whole.now + at]);
    if (place === undefined) continue;
    were.push(place);
    are.push(at);
  }
  const hunks: Hunk[] = [];
  let x = 0;
  let y = 0;
  const meet = (nextX: number, nextY: number): void => {
    const [gone, fresh] = [nextX - x, nextY - y];
    if (gone + fresh > 0) hunks.push({ before: whole.before + x, now: whole.now + y, gone, fresh });
    x = nextX + 1;
    y = nextY + 1;
  };
  for (const at of longestIncrease(were)) meet(were[at] ?? 0, are[at] ?? 0);
  meet(whole.gone, whole.fresh);
  return hunks;
}

/** Those that touch each other are one. */
function joined(hunks: readonly Hunk[]): readonly Hunk[] {
  const all: Hunk[] = [];
  for (const hunk of hunks) {
    const last = all.at(-1);
    if (last === undefined || last.before + last.gone < hunk.before || last.now + last.fresh < hunk.now)
      all.push(hunk);
    else all.splice(-1, 1, { ...last, gone: last.gone + hunk.gone, fresh: last.fresh + hunk.fresh });
  }
  return all;
}

/**
 * The script by which some stretches go, in their order, and one element each comes at some places, in their order, of
 * what is left.
 */
export function scriptOf(
  out: readonly Pick<Hunk, 'before' | 'gone'>[],
  come: readonly number[],
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [removed, added] = [0, 0];
  for (const { before, gone } of [...out, { before: Number.POSITIVE_INFINITY, gone: 0 }]) {
    for (;;) {
      const place = come[added];
      if (place === undefined || place > before - removed) break;
      hunks.push({ before: place + removed, now: place + added, gone: 0, fresh: 1 });
      added += 1;
    }
    if (gone > 0) hunks.push({ before, now: before - removed + added, gone, fresh: 0 });
    removed += gone;
  }
  return joined(hunks);
}

/** A script by which also what stays at some places of the newer list makes way for other elements. */
export function withReplaced(hunks: readonly Hunk[], places: Iterable<number>): readonly Hunk[] {
  const all: Hunk[] = [];
  let [at, shift] = [0, 0];
  for (const now of [...new Set(places)].sort((one, other) => one - other)) {
    for (let next = hunks[at]; next !== undefined && next.now <= now; next = hunks[at]) {
      all.push(next);
      shift += next.fresh - next.gone;
      at += 1;
    }
    const last = all.at(-1);
    if (last === undefined || now >= last.now + last.fresh)
      all.push({ before: now - shift, now, gone: 1, fresh: 1 });
  }
  return joined([...all, ...hunks.slice(at)]);
}

/** What of the older list is gone. */
export const goneOf = <T>(before: readonly T[], hunks: readonly Hunk[]): T[] =>
  hunks.flatMap((hunk) => before.slice(hunk.before, hunk.before + hunk.gone));

/** What of the newer list is new. */
export const freshOf = <T>(now: readonly T[], hunks: readonly Hunk[]): T[] =>
  hunks.flatMap((hunk) => now.slice(hunk.now, hunk.now + hunk.fresh));

/** A list of which stretches make way for what is `fresh`, in its order. */
export function spliced<T>(
  list: readonly T[],
  stretches: readonly Pick<Hunk, 'before' | 'gone' | 'fresh'>[],
  fresh: readonly T[],
): readonly T[] {
  if (stretches.length === 0) return list;
  const parts: (readonly T[])[] = [];
  let [from, next] = [0, 0];
  for (const stretch of stretches) {
    parts.push(list.slice(from, stretch.before), fresh.slice(next, next + stretch.fresh));
    from = stretch.before + stretch.gone;
    next += stretch.fresh;
  }
  const none: T[] = [];
  return none.concat(...parts, list.slice(from));
}

/** A list beside the older one as it stands beside the newer, with what is `fresh` there in its order. */
export function patched<T>(list: readonly T[], hunks: readonly Hunk[], fresh: readonly T[]): readonly T[] {
  const now = spliced(list, hunks, fresh);
  if (now !== list) made.set(now, { before: new WeakRef(list), hunks });
  return now;
}
