import { findSession, findTopic } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import { type PostedItem, type RecapUnit, type Subscription, unitOf } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import type { Progress } from './choose.ts';
import { itemsOf } from './items.ts';
import { type Announce, keysOf, seenSince } from './newPosts.ts';

/** When each item was first seen; loaded from the store once per library. */
export type FirstSeenLookup = (
  library: Library,
  unit: RecapUnit,
  language: Language,
) => Promise<ReadonlyMap<string, Temporal.Instant>>;

/**
 * @param content names the folder that the posts come from
 * @param announce decides what is announced of what is new
 */
export function createFirstSeenLookup(
  store: Store,
  now: () => Temporal.Instant,
  content: string,
  announce: (library: Library, now: Temporal.Instant) => Announce,
): FirstSeenLookup {
  const known = new WeakMap<Library, Map<string, Promise<ReadonlyMap<string, Temporal.Instant>>>>();
  /** True once the folder was read with these units: what is seen from then on is new. */
  const begun = new Set<RecapUnit>();

  const look = async (library: Library, unit: RecapUnit, language: Language) => {
    const items = itemsOf(library, unit, language);
    const at = now();
    const note = `content-read:${unit}:${content}`;
    if (!begun.has(unit) && (await store.note(note)) === undefined) {
      const seen = await store.recordFirstSeen(unit, keysOf(library, unit, items), at);
      // A folder that is empty was not read yet: it may be about to be mounted.
      if (items.length > 0) {
        await store.setNote(note, at.toString());
        begun.add(unit);
      }
      return seenSince(library, unit, items, seen);
    }
    begun.add(unit);
    const keys = keysOf(library, unit, items);
    const seen = await store.recordFirstSeen(
      unit,
      keys,
      at,
      unit === 'session' ? announce(library, at) : undefined,
    );
    return seenSince(library, unit, items, seen);
  };

  return (library, unit, language) => {
    const units = known.get(library) ?? new Map<string, Promise<ReadonlyMap<string, Temporal.Instant>>>();
    known.set(library, units);
    const there = units.get(unit);
    if (there) return there;
    const fresh = look(library, unit, language);
    units.set(unit, fresh);
    fresh.catch(() => units.delete(unit));
    return fresh;
  };
}

/** The posted items, by the ids that they have now. */
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
  const unit = unitOf(subscription.what);
  const [postedItems, firstSeen] = await Promise.all([
    store.postedItems(subscription.id),
    lookUpFirstSeen(library, unit, subscription.language),
  ]);
  const { round, repeat, createdAt } = subscription;
  const posted = underCurrentIds(library, unit, postedItems);
  return { postedItems: posted, round, repeat, since: createdAt, firstSeen };
}
