import { freshOf, hunksBetween } from '#library/compute/hunks.ts';
import { findSession, findTopic } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import { type PostedItem, type RecapUnit, type Subscription, unitOf } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import type { Progress } from './choose.ts';
import { itemsOf } from './items.ts';
import { type Announce, keysOfSessions, seenSince } from './newPosts.ts';

/** When items were first seen. */
export interface FirstSeen {
  /** Records what was never seen before; once per library, and without the store where this process knows all of it. */
  readonly record: (library: Library, unit: RecapUnit, language: Language) => Promise<void>;
  /** When each item was first seen, under whatever name it then had; loaded from the store once per library. */
  readonly lookUp: (
    library: Library,
    unit: RecapUnit,
    language: Language,
  ) => Promise<ReadonlyMap<string, Temporal.Instant>>;
}

/** Calls a function once per library and unit, and once more where it failed. */
function oncePerLibrary<T>(
  work: (library: Library, unit: RecapUnit, language: Language) => Promise<T>,
): (library: Library, unit: RecapUnit, language: Language) => Promise<T> {
  const known = new WeakMap<Library, Map<RecapUnit, Promise<T>>>();
  return (library, unit, language) => {
    const units = known.get(library) ?? new Map<RecapUnit, Promise<T>>();
    known.set(library, units);
    const there = units.get(unit);
    if (there) return there;
    const fresh = work(library, unit, language);
    units.set(unit, fresh);
    fresh.catch(() => units.delete(unit));
    return fresh;
  };
}

/** The keys of all items that an earlier library had not. Of topics these are their ids: what they tell is not looked into. */
function keysSince(
  before: Library | undefined,
  library: Library,
  unit: RecapUnit,
  language: Language,
): readonly string[] {
  if (unit === 'topic') {
    const topics = freshOf(library.topics, hunksBetween(before?.topics ?? [], library.topics));
    return topics.flatMap(({ id, about }) => (about.length > 0 ? [id] : []));
  }
  const sessions = freshOf(library.sessions, hunksBetween(before?.sessions ?? [], library.sessions));
  return keysOfSessions(sessions, language);
}

/**
 * @param content names the folder that the posts come from
 * @param announce decides what is announced of what is new
 * @param onFirstReading hears when the folder was read for the first time with a unit: what it holds by then is not new
 */
export function createFirstSeen(
  store: Pick<Store, 'note' | 'setNote' | 'addFirstSeen' | 'recordFirstSeen'>,
  now: () => Temporal.Instant,
  content: string,
  announce: (library: Library, now: Temporal.Instant) => Announce,
  onFirstReading: (unit: RecapUnit) => void,
): FirstSeen {
  /** What the store is known to have; an entry once the folder was read with the unit: what is seen from then on is new. */
  const recorded = new Map<RecapUnit, Set<string>>();
  /** The library that was recorded last with a unit and language: what the next one shares with it is known. */
  const last = new Map<string, Library>();

  const record = oncePerLibrary(async (library, unit, language) => {
    const at = now();
    const known = recorded.get(unit);
    const asked = `${unit}:${language}`;
    const keys = keysSince(known && last.get(asked), library, unit, language);
    const note = `content-read:${unit}:${content}`;
    if (known === undefined && (await store.note(note)) === undefined) {
      await store.addFirstSeen(unit, keys, at);
      // A folder that is empty was not read yet: it may be about to be mounted.
      if (keys.length === 0) return;
      await store.setNote(note, at.toString());
      recorded.set(unit, new Set(keys));
      last.set(asked, library);
      onFirstReading(unit);
      return;
    }
    const fresh = known === undefined ? keys : keys.filter((key) => !known.has(key));
    if (fresh.length > 0)
      await store.addFirstSeen(unit, fresh, at, unit === 'session' ? announce(library, at) : undefined);
    const all = known ?? new Set<string>();
    for (const key of fresh) all.add(key);
    recorded.set(unit, all);
    last.set(asked, library);
  });

  const lookUp = oncePerLibrary(async (library, unit, language) => {
    await record(library, unit, language);
    const seen = await store.recordFirstSeen(unit, [], now());
    return seenSince(library, unit, itemsOf(library, unit, language), seen);
  });

  return { record, lookUp };
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
  { lookUp }: FirstSeen,
  library: Library,
  subscription: Subscription,
): Promise<Progress> {
  const unit = unitOf(subscription.what);
  const [postedItems, firstSeen] = await Promise.all([
    store.postedItems(subscription.id),
    lookUp(library, unit, subscription.language),
  ]);
  const { round, repeat, createdAt } = subscription;
  const posted = underCurrentIds(library, unit, postedItems);
  return { postedItems: posted, round, repeat, since: createdAt, firstSeen };
}
