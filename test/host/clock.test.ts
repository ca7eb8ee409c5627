import { expect, test } from 'vitest';
import type { Clock } from '#recap/time/clock.ts';
import { movableClock } from '../../src/host/clock.ts';

/** A clock that stands still, with its timers to be called by hand. */
const stillClock = (): { clock: Clock; armed: () => number[] } => {
  const armed = new Set<{ ms: number }>();
  return {
    armed: () => [...armed].map(({ ms }) => ms),
    clock: {
      now: () => Temporal.Instant.from('2026-01-01T00:00:00Z'),
      monotonic: () => 0,
      after: (ms) => {
        const timer = { ms };
        armed.add(timer);
        return () => armed.delete(timer);
      },
    },
  };
};

test('timers that fall due on the way are called in order, others wait for the rest', () => {
  const { clock: base, armed } = stillClock();
  const { clock, move } = movableClock(base);
  const called: string[] = [];
  clock.after(2_000, () => called.push('later'));
  clock.after(1_000, () => called.push('sooner'));
  clock.after(5_000, () => called.push('never'));
  const cancel = clock.after(1_500, () => called.push('cancelled'));
  cancel();
  move(2_000);
  expect(called).toEqual(['sooner', 'later']);
  expect(armed()).toEqual([3_000]);
  expect(clock.now().toString()).toBe('2026-01-01T00:00:02Z');
});

test('a timer that is set while the clock moves is kept, and the clock does not go back', () => {
  const { clock: base, armed } = stillClock();
  const { clock, move } = movableClock(base);
  clock.after(1_000, () => clock.after(500, () => expect.unreachable('too soon')));
  move(1_000);
  move(-9_000);
  expect(armed()).toEqual([500]);
  expect(clock.now().toString()).toBe('2026-01-01T00:00:01Z');
});
