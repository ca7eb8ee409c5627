import type { CivilDate, DueDecision, Subscription } from '#store/model.ts';
import { deliveryKey } from './delivery/key.ts';
import { earlier, isAfter } from './time/instants.ts';
import { lastUntil, nextAfter, type Occurrence, windowEnd } from './time/schedule.ts';

function dated(subscription: Subscription, occurrence: Occurrence) {
  return {
    ...occurrence,
    windowEnd: windowEnd(subscription, occurrence),
    key: deliveryKey(subscription.id, occurrence.date),
  };
}

/** The previous occurrence, unless it is before the first date that is still open. */
function before(subscription: Subscription, { due }: Occurrence, first: CivilDate): Occurrence | undefined {
  const previous = lastUntil(subscription, due.subtract({ nanoseconds: 1 }));
  return previous.date >= first && isAfter(previous.due, subscription.activeFrom) ? previous : undefined;
}

/**
 * The decision about an active subscription with a planned due time. The latest due date is claimed while its window is
 * open; all dates before it are missed, as one row. Due times are computed with the current rules of the time zone: a
 * planned due time that these changed is discarded.
 */
export function decideDue(subscription: Subscription, now: Temporal.Instant): DueDecision {
  const next = nextAfter(subscription, now);
  const first = subscription.next?.date ?? next.date;
  const latest = lastUntil(subscription, now);
  if (latest.date < first || !isAfter(latest.due, subscription.activeFrom)) {
    return { claim: undefined, missed: undefined, next };
  }
  const wanted = dated(subscription, latest);
  if (!isAfter(wanted.windowEnd, now)) {
    return { claim: undefined, missed: { ...wanted, from: first }, next };
  }
  const missed = before(subscription, latest, first);
  return {
    claim: wanted,
    missed: missed && { ...dated(subscription, missed), from: first },
    next,
  };
}

/**
 * Reschedules after the clock was set back or the zone rules changed: a due time with an open window counts again. The
 * ledger prevents a second post for one date.
 */
export function decideAnew(
  subscription: Subscription,
  now: Temporal.Instant,
): { readonly next: Occurrence; readonly activeFrom: Temporal.Instant } {
  const activeFrom = earlier(subscription.activeFrom, now);
  const latest = lastUntil(subscription, now);
  const open = isAfter(windowEnd(subscription, latest), now) && isAfter(latest.due, activeFrom);
  return { next: open ? latest : nextAfter(subscription, now), activeFrom };
}
