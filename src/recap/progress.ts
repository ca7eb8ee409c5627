import type { Language, Library } from '#library/model.ts';
import type { RecapUnit, Store, Subscription } from '#store/model.ts';
import type { Progress } from './choose.ts';
import { itemsOf } from './items.ts';

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
    const ids = itemsOf(library, unit, language).map((item) => item.id);
    const fresh = store.recordFirstSeen(unit, ids, now());
    units.set(unit, fresh);
    fresh.catch(() => units.delete(unit));
    return fresh;
  };
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
  return { postedItems, round, repeat, since: createdAt, firstSeen };
}
