import type { CivilDate, RecapSettings, Weekday } from '#store/model.ts';
import { isAfter, later } from './instants.ts';

/** When a recap is posted: civil time of day, zone and weekdays. */
export type Timetable = Pick<RecapSettings, 'time' | 'timeZone' | 'days'>;

/** One local date of a timetable. */
export interface Occurrence {
  readonly date: CivilDate;
  readonly due: Temporal.Instant;
}

/** A recap may be posted for this long after its due time, even past the end of the local date. */
const grace: Temporal.Duration = Temporal.Duration.from({ hours: 6 });

const nanosecond = { nanoseconds: 1 } as const;

/** The end of the clock gap that contains a civil time; undefined where the date itself is skipped. */
function afterGap(wanted: Temporal.PlainDateTime, timeZone: string): Temporal.Instant | undefined {
  const transition = wanted
    .toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    .getTimeZoneTransition('next');
  if (transition === null) return undefined;
  const lastBefore = transition.subtract(nanosecond).toPlainDate();
  const firstAfter = transition.toPlainDate();
  const date = wanted.toPlainDate();
  const exists = lastBefore.equals(date) || firstAfter.equals(date);
  return exists ? transition.toInstant() : undefined;
}

/**
 * The due time on a civil date: a skipped time becomes the next existing moment, of a repeated time the
 * first is taken. Undefined where the date is not among the weekdays, or does not exist in the zone.
 * @throws RangeError for an unknown zone
 */
export function dueOn(table: Timetable, date: Temporal.PlainDate): Temporal.Instant | undefined {
  if (!table.days.includes(date.dayOfWeek as Weekday)) return undefined;
  const wanted = date.toPlainDateTime(table.time);
  const there = wanted.toZonedDateTime(table.timeZone, { disambiguation: 'compatible' });
  return there.toPlainDateTime().equals(wanted) ? there.toInstant() : afterGap(wanted, table.timeZone);
}

/** The end of the local date, or six hours after the due time, whichever is later: it is not posted afterwards. */
export function windowEnd(table: Timetable, { date, due }: Occurrence): Temporal.Instant {
  const endOfDate = Temporal.PlainDate.from(date)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: table.timeZone })
    .toInstant();
  const endOfGrace = due.add(grace);
  return later(endOfDate, endOfGrace);
}

/** A weekday recurs after 7 days; a zone that skips a date may omit it once. */
const farthest = 15;

/** The first occurrence later than an instant. */
export function nextAfter(table: Timetable, after: Temporal.Instant): Occurrence {
  const today = after.toZonedDateTimeISO(table.timeZone).toPlainDate();
  // From yesterday on: an occurrence that a gap moved past midnight belongs to the date before.
  for (let days = -1; days <= farthest; days += 1) {
    const date = today.add({ days });
    const due = dueOn(table, date);
    if (due && isAfter(due, after)) return { date: date.toString(), due };
  }
  throw new RangeError(`No day for a recap on days "${table.days.join()}" in ${table.timeZone}`);
}

/** The last occurrence at or before an instant. */
export function lastUntil(table: Timetable, until: Temporal.Instant): Occurrence {
  const today = until.toZonedDateTimeISO(table.timeZone).toPlainDate();
  for (let days = 0; days <= farthest; days += 1) {
    const date = today.subtract({ days });
    const due = dueOn(table, date);
    if (due && !isAfter(due, until)) return { date: date.toString(), due };
  }
  throw new RangeError(`No day for a recap on days "${table.days.join()}" in ${table.timeZone}`);
}

/** How many dates of a timetable lie between two dates, both included. */
export function countDates({ days }: Pick<Timetable, 'days'>, from: CivilDate, to: CivilDate): number {
  const first = Temporal.PlainDate.from(from);
  const all = first.until(to).days + 1;
  const inLastWeek = days.filter((day) => (day - first.dayOfWeek + 7) % 7 < all % 7).length;
  return Math.floor(all / 7) * days.length + inLastWeek;
}

/** The next occurrences later than an instant, without taken dates. */
export function upcoming(
  table: Timetable,
  after: Temporal.Instant,
  count: number,
  taken: readonly CivilDate[] = [],
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let from = after;
  while (found.length < count) {
    const next = nextAfter(table, from);
    if (!taken.includes(next.date)) found.push(next);
    from = next.due;
  }
  return found;
}
