import { expect } from 'vitest';
import { dueOn, nextAfter, type Timetable } from '#recap/time/schedule.ts';

export const allZones: readonly string[] = Intl.supportedValuesOf('timeZone');

function transitionsOf(timeZone: string, from: string, to: string): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  const end = Temporal.PlainDate.from(to).toZonedDateTime(timeZone);
  let next = Temporal.PlainDate.from(from).toZonedDateTime(timeZone).getTimeZoneTransition('next');
  while (next && Temporal.ZonedDateTime.compare(next, end) < 0) {
    found.push(next);
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/** The due time by trying: the first minute of the zone that shows the time or, after a gap, a later one. */
function byTrying(wanted: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const isBefore = (one: Temporal.ZonedDateTime): boolean =>
    Temporal.PlainDateTime.compare(one.toPlainDateTime(), wanted) < 0;
  let minute = wanted.toZonedDateTime(timeZone).subtract({ hours: 2, minutes: 30 });
  while (isBefore(minute)) {
    // While the offset stays, so does the order of what a clock shows.
    const later = minute.add({ minutes: 15 });
    minute =
      later.offsetNanoseconds === minute.offsetNanoseconds && isBefore(later)
        ? later
        : minute.add({ minutes: 1 });
  }
  return minute.toInstant();
}

/**
 * Asserts, for every zone and each of its transitions within some years, that on the dates around it every time is due
 * at the first moment that shows it or a later one, once a date. Gives the number of transitions.
 */
export function checkTransitions(from: string, to: string, times: readonly string[]): number {
  let count = 0;
  for (const timeZone of allZones) {
    for (const transition of transitionsOf(timeZone, from, to)) {
      count += 1;
      const before = transition.subtract({ nanoseconds: 1 });
      const jumped = [
        before.toPlainTime().toString().slice(0, 5),
        transition.toPlainTime().toString().slice(0, 5),
      ];
      for (const time of [...times, ...jumped]) {
        const table: Timetable = { time, timeZone, days: [1, 2, 3, 4, 5, 6, 7] };
        const where = `${timeZone} ${time} around ${transition}`;
        const first = transition.toPlainDate().subtract({ days: 1 });
        let last: Temporal.Instant | undefined;
        for (let day = 0; day < 3; day += 1) {
          const date = first.add({ days: day });
          const due = dueOn(table, date);
          expect.assert(due, where);
          expect(due.toString(), where).toBe(byTrying(date.toPlainDateTime(time), timeZone).toString());
          if (last) {
            const next = nextAfter(table, last);
            expect(next.date, where).toBe(date.toString());
            expect(next.due.equals(due), where).toBeTruthy();
          }
          last = due;
        }
      }
    }
  }
  return count;
}
