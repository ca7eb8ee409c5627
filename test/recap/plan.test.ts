import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryKey } from '#recap/delivery/key.ts';
import { decideAnew, decideDue } from '#recap/plan.ts';
import { nextAfter, windowEnd } from '#recap/time/schedule.ts';
import type { Subscription, Weekday } from '#store/model.ts';
import { daily } from './daily.ts';
import { allZones } from './time/transitions.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const long = at('2025-01-01T00:00:00Z');

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  id: 'abcdefgh',
  guildId: '1',
  channelId: '2',
  channelKind: 'channel',
  what: 'session',
  ...daily(),
  ownerId: '3',
  createdAt: long,
  activeFrom: long,
  state: 'active',
  pauseReason: undefined,
  next: { date: '2026-03-02', due: at('2026-03-02T09:00:00Z') },
  round: 1,
  unreachableDates: 0,
  ...more,
});

const summary = (one: Subscription, now: string): string => {
  const { claim, missed, next } = decideDue(one, at(now));
  return [
    claim && `claim ${claim.date}`,
    missed && `missed ${missed.from}..${missed.date}`,
    `next ${next.date}`,
  ]
    .filter(Boolean)
    .join(', ');
};

describe('decideDue', () => {
  it('claims what is due', () => {
    expect(summary(subscription(), '2026-03-02T09:00:00Z')).toBe('claim 2026-03-02, next 2026-03-03');
    expect(summary(subscription(), '2026-03-02T08:59:59Z')).toBe('next 2026-03-02');
  });

  it('is late on the same date, or within six hours', () => {
    expect(summary(subscription(), '2026-03-02T23:59:59Z')).toBe('claim 2026-03-02, next 2026-03-03');
    expect(summary(subscription(), '2026-03-03T00:00:00Z')).toBe(
      'missed 2026-03-02..2026-03-02, next 2026-03-03',
    );
    const night = subscription({
      time: '23:00',
      next: { date: '2026-03-02', due: at('2026-03-02T23:00:00Z') },
    });
    expect(summary(night, '2026-03-03T04:59:59Z')).toBe('claim 2026-03-02, next 2026-03-03');
    expect(summary(night, '2026-03-03T05:00:00Z')).toBe('missed 2026-03-02..2026-03-02, next 2026-03-03');
  });

  it('missed days become one row and at most one post', () => {
    expect(summary(subscription(), '2026-03-09T10:00:00Z')).toBe(
      'claim 2026-03-09, missed 2026-03-02..2026-03-08, next 2026-03-10',
    );
    expect(summary(subscription(), '2026-03-09T08:00:00Z')).toBe(
      'missed 2026-03-02..2026-03-08, next 2026-03-09',
    );
  });

  it('does not mean what lies before the subscription, its change or its resumption', () => {
    const fresh = subscription({ activeFrom: at('2026-03-02T09:30:00Z') });
    expect(summary(fresh, '2026-03-02T10:00:00Z')).toBe('next 2026-03-03');
  });

  it('keeps to the rules of today where they moved a due time', () => {
    // Planned for 08:00 by rules that are no longer true.
    const moved = subscription({ next: { date: '2026-03-02', due: at('2026-03-02T08:00:00Z') } });
    expect(summary(moved, '2026-03-02T08:00:00Z')).toBe('next 2026-03-02');
  });

  it('claims a date only while its window is open and not before it is due, in any zone', () => {
    const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
    fc.assert(
      fc.property(
        fc.constantFrom(...allZones),
        fc.integer({ min: 0, max: 1439 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }),
        fc.integer({ min: 0, max: 20 * 24 * 60 }),
        (timeZone, minutes, days, start, later) => {
          const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' });
          const planned = at('2026-01-01T00:00:00Z').add({ minutes: start });
          const table = { time, timeZone, days: everyDay.filter((day) => days.includes(day)) };
          const next = nextAfter(table, planned);
          const one = subscription({ ...table, activeFrom: planned, next });
          const now = planned.add({ minutes: later });
          const { claim, missed, next: following } = decideDue(one, now);
          expect(Temporal.Instant.compare(following.due, now) > 0).toBe(true);
          if (claim) {
            expect(Temporal.Instant.compare(claim.due, now) <= 0).toBe(true);
            expect(Temporal.Instant.compare(now, claim.windowEnd) < 0).toBe(true);
            expect(claim.date >= next.date).toBe(true);
            expect(claim.date < following.date).toBe(true);
            expect(claim.key).toBe(deliveryKey(one.id, claim.date));
          }
          if (missed) {
            expect(missed.from).toBe(next.date);
            expect(missed.date < (claim?.date ?? following.date)).toBe(true);
            expect(claim ?? Temporal.Instant.compare(missed.windowEnd, now) <= 0).toBeTruthy();
          }
          // Nothing that was due is forgotten.
          if (Temporal.Instant.compare(next.due, now) <= 0) expect(claim ?? missed).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('decideAnew', () => {
  it('takes up a date again whose window is open', () => {
    const planned = subscription({ next: { date: '2026-04-01', due: at('2026-04-01T09:00:00Z') } });
    expect(decideAnew(planned, at('2026-03-02T10:00:00Z')).next.date).toBe('2026-03-02');
    expect(decideAnew(planned, at('2026-03-03T08:00:00Z')).next.date).toBe('2026-03-03');
  });

  it('does not wait for a beginning that lies in the future by mistake', () => {
    const ahead = subscription({ activeFrom: at('2027-01-01T00:00:00Z') });
    const { next, activeFrom } = decideAnew(ahead, at('2026-03-02T10:00:00Z'));
    expect(activeFrom.toString()).toBe('2026-03-02T10:00:00Z');
    expect(next.date).toBe('2026-03-03');
  });
});

describe('deliveryKey', () => {
  it('is a nonce, different for each date', () => {
    expect(deliveryKey('abcdefgh', '2026-03-02')).toBe('abcdefgh0ftu');
    expect(deliveryKey('abcdefgh', '2026-03-03')).not.toBe(deliveryKey('abcdefgh', '2026-03-02'));
    expect(deliveryKey('abcdefgh', '9999-12-31').length).toBeLessThanOrEqual(25);
    expect(
      Temporal.Instant.compare(
        windowEnd(subscription(), { date: '2026-03-02', due: at('2026-03-02T09:00:00Z') }),
        at('2026-03-03T00:00:00Z'),
      ),
    ).toBe(0);
  });
});
