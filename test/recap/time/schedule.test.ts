import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDates,
  dueOn,
  lastUntil,
  nextAfter,
  type Timetable,
  upcoming,
  windowEnd,
} from '#recap/time/schedule.ts';
import type { Weekday } from '#store/model.ts';
import { allZones, checkTransitions } from './transitions.ts';

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const table = (time: string, timeZone: string, days = everyDay): Timetable => ({ time, timeZone, days });
const date = (text: string) => Temporal.PlainDate.from(text);
const due = (time: string, zone: string, day: string) => dueOn(table(time, zone), date(day))?.toString();

describe('countDates', () => {
  it('is the number of dates on the weekdays', () => {
    const dates = fc.record({ offset: fc.nat(7), length: fc.nat(60), days: fc.subarray([...everyDay]) });
    fc.assert(
      fc.property(dates, ({ offset, length, days }) => {
        const from = date('2026-03-02').add({ days: offset });
        const all = Array.from({ length: length + 1 }, (_, at) => from.add({ days: at }));
        const to = from.add({ days: length }).toString();
        expect(countDates({ days }, from.toString(), to)).toBe(
          all.filter(({ dayOfWeek }) => days.some((day) => day === dayOfWeek)).length,
        );
      }),
    );
  });
});

describe('dueOn', () => {
  it('is civil time', () => {
    expect(due('09:00', 'Asia/Seoul', '2026-03-02')).toBe('2026-03-02T00:00:00Z');
    expect(due('09:00', 'America/New_York', '2026-01-15')).toBe('2026-01-15T14:00:00Z');
    expect(due('09:00', 'America/New_York', '2026-07-15')).toBe('2026-07-15T13:00:00Z');
  });

  it.each([
    // 02:00 becomes 03:00 on 8 March 2026 in New York: that is 07:00 UTC.
    ['01:59', 'America/New_York', '2026-03-08', '2026-03-08T06:59:00Z'],
    ['02:00', 'America/New_York', '2026-03-08', '2026-03-08T07:00:00Z'],
    ['02:30', 'America/New_York', '2026-03-08', '2026-03-08T07:00:00Z'],
    ['02:59', 'America/New_York', '2026-03-08', '2026-03-08T07:00:00Z'],
    ['03:00', 'America/New_York', '2026-03-08', '2026-03-08T07:00:00Z'],
    // Half an hour is skipped on Lord Howe Island.
    ['02:15', 'Australia/Lord_Howe', '2026-10-04', '2026-10-03T15:30:00Z'],
    // In Beirut midnight itself is skipped.
    ['00:00', 'Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z'],
  ])('a time that the day skips is the next moment that exists: $0 in $1', (time, zone, day, at) => {
    expect(due(time, zone, day)).toBe(at);
  });

  it('a time that the day has twice is the first', () => {
    expect(due('01:30', 'America/New_York', '2026-11-01')).toBe('2026-11-01T05:30:00Z');
  });

  it('a date that a zone skipped does not exist', () => {
    expect(due('09:00', 'Pacific/Apia', '2011-12-29')).toBe('2011-12-29T19:00:00Z');
    expect(due('09:00', 'Pacific/Apia', '2011-12-30')).toBeUndefined();
    expect(due('09:00', 'Pacific/Apia', '2011-12-31')).toBe('2011-12-30T19:00:00Z');
  });

  it('is on the chosen weekdays alone', () => {
    const monday = table('09:00', 'UTC', [1]);
    expect(dueOn(monday, date('2026-03-02'))?.toString()).toBe('2026-03-02T09:00:00Z');
    expect(dueOn(monday, date('2026-03-03'))).toBeUndefined();
  });
});

describe('windowEnd', () => {
  const end = (time: string, zone: string, day: string) => {
    const when = dueOn(table(time, zone), date(day));
    expect.assert(when);
    return windowEnd(table(time, zone), { date: day, due: when }).toString();
  };

  it('is the end of the local date, or six hours later than due', () => {
    expect(end('09:00', 'UTC', '2026-03-02')).toBe('2026-03-03T00:00:00Z');
    expect(end('23:00', 'UTC', '2026-03-02')).toBe('2026-03-03T05:00:00Z');
    expect(end('09:00', 'America/New_York', '2026-11-01')).toBe('2026-11-02T05:00:00Z');
  });
});

describe('nextAfter and upcoming', () => {
  const at = Temporal.Instant.from('2026-03-02T00:00:00Z');

  it('give what comes later than an instant', () => {
    const seoul = table('09:00', 'Asia/Seoul');
    expect(nextAfter(seoul, at).date).toBe('2026-03-03');
    expect(nextAfter(seoul, at.subtract({ seconds: 1 })).date).toBe('2026-03-02');
    expect(lastUntil(seoul, at).date).toBe('2026-03-02');
  });

  it('leave out dates that are taken', () => {
    const found = upcoming(table('09:00', 'UTC', [1, 2, 3, 4, 5]), at, 3, ['2026-03-03']);
    expect(found.map((one) => one.date)).toEqual(['2026-03-02', '2026-03-04', '2026-03-05']);
  });

  it('after each occurrence comes the next date, and only that', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allZones),
        fc.integer({ min: 0, max: 1439 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }),
        (timeZone, minutes, days, offset) => {
          const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' });
          const plan: Timetable = { time, timeZone, days: everyDay.filter((day) => days.includes(day)) };
          const from = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: offset });
          const first = nextAfter(plan, from);
          expect(Temporal.Instant.compare(first.due, from) > 0).toBe(true);
          expect(lastUntil(plan, first.due)).toStrictEqual(first);
          const second = nextAfter(plan, first.due);
          expect(second.date > first.date).toBe(true);
          const previous = lastUntil(plan, from);
          expect(previous.date < first.date).toBe(true);
          expect(Temporal.Instant.compare(previous.due, from) <= 0).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('every zone around its transitions', () => {
  it('has each civil time once a date, 2026 (the other years: npm run test:proofs)', () => {
    const transitions = checkTransitions('2026-01-01', '2027-01-01', ['02:30']);
    expect(transitions, `${transitions} transitions`).toBeGreaterThan(100);
  });
});
