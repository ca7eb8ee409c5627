import type { Library } from '#library/model.ts';
import type { Announcement, Subscription } from '#store/model.ts';
import { announcementKey } from './delivery/key.ts';
import { itemsFor } from './items.ts';
import { type Announce, newSessions } from './newPosts.ts';
import { nextAfter } from './time/schedule.ts';

/** A folder that is being changed is let come to rest: what is gone again by then is not told. */
const rest = { seconds: 20 } as const;
/** New posts are announced once, and Discord may be out of reach for long. */
const longest = { hours: 7 * 24 } as const;
/** More new posts than these at once are announced together, so that no channel is flooded. */
const mostAlone = 3;
/** Items in one message. */
const MOST_TOGETHER = 7;

function dueOf(subscription: Subscription, now: Temporal.Instant): Temporal.Instant {
  return subscription.atOnce ? now.add(rest) : nextAfter(subscription, now).due;
}

function announcementOf(
  subscription: Subscription,
  now: Temporal.Instant,
  ids: readonly string[],
): Announcement {
  const due = dueOf(subscription, now);
  const item = ids.join(' ');
  return {
    date: due.toZonedDateTimeISO(subscription.timeZone).toPlainDate().toString(),
    due,
    windowEnd: due.add(longest),
    key: announcementKey(subscription.id, item),
    item,
  };
}

function grouped(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length <= mostAlone) return ids.map((id) => [id]);
  const groups = Math.ceil(ids.length / MOST_TOGETHER);
  const size = Math.ceil(ids.length / groups);
  return Array.from({ length: groups }, (_, index) => ids.slice(index * size, (index + 1) * size));
}

/** What each subscription to new posts announces of what is seen for the first time. */
export function announceNew(library: Library, now: Temporal.Instant): Announce {
  let fresh: ReadonlySet<string> | undefined;
  return (subscription, added, known) => {
    // The same for every subscription.
    fresh ??= new Set(newSessions(library, added, known).map(({ id }) => id));
    if (fresh.size === 0) return [];
    const items = itemsFor(library, subscription);
    const ids = items.flatMap(({ id }) => (fresh?.has(id) ? [id] : []));
    return grouped(ids).map((group) => announcementOf(subscription, now, group));
  };
}
