import { findSession, findTopic } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import type { PostedItem, RecapUnit, Subscription } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import type { Progress } from './choose.ts';
import { type Item, itemsOf } from './items.ts';

/** When each item was first seen; loaded from the store once per library. */
export type FirstSeenLookup = (
  library: Library,
  unit: RecapUnit,
  language: Language,
) => Promise<ReadonlyMap<string, Temporal.Instant>>;

export function createFirstSeenLookup(store: Store, now: () => Temporal.Instant): FirstSeenLookup {
  const known = new WeakMap<Library, Map<string, Promise<ReadonlyMap<string, Temporal.Instant>>>>();
  return (library, unit, language) => {
    const units = known.get(library) ?? new Map<string, Promise<ReadonlyMap<string, Temporal.Instant>>>();
    known.set(library, units);
    const there = units.get(unit);
    if (there) return there;
    const fresh = firstSeen(store, unit, itemsOf(library, unit, language), now());
    units.set(unit, fresh);
    fresh.catch(() => units.delete(unit));
    return fresh;
  };
}

/** When each item was first seen, under whatever id it then had. */
async function firstSeen(
  store: Store,
  unit: RecapUnit,
  items: readonly Item[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const ids = items.flatMap(({ id, otherIds = [] }) => [id, ...otherIds]);
  const seen = await store.recordFirstSeen(unit, ids, now);
  return new Map(
    items.flatMap(({ id, otherIds = [] }) => {
      const [first] = [id, ...otherIds].flatMap((one) => seen.get(one) ?? []).sort(Temporal.Instant.compare);
      return first === undefined ? [] : [[id, first] as const];
    }),
  );
}

/** What was posted, by the ids that items have now. */
function underCurrentIds(
  library: Library,
  unit: RecapUnit,
  posted: readonly PostedItem[],
): readonly PostedItem[] {
  const find = unit === 'topic' ? findTopic : findSession;
  return posted.map((one) => ({ ...one, item: find(library, one.item)?.id ?? one.item }));
}

/** The progress of a subscription. */
export async function progressOf(
  store: Store,
  lookUpFirstSeen: FirstSeenLookup,
  library: Library,
  subscription: Subscription,
): Promise<Progress> {
  const [postedItems, firstSeen] = await Promise.all([
    store.postedItems(subscription.id),
    lookUpFirstSeen(library, subscription.unit, subscription.language),
  ]);
  const { round, repeat, createdAt } = subscription;
  const posted = underCurrentIds(library, subscription.unit, postedItems);
  return { postedItems: posted, round, repeat, since: createdAt, firstSeen };
}
