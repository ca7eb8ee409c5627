import { expect, test } from 'vitest';
import { movableClock } from '../../src/host/clock.ts';
import { clockPanel, type NextRecap } from '../../src/host/clockPanel.ts';

const START = Temporal.Instant.from('2026-01-01T00:00:00Z');
const HOUR = 3_600_000;

/** A clock panel over recaps that are due at given hours; `happened` tells in which order things were done. */
const panelWith = (dueHours: readonly number[], whyNot?: string) => {
  const happened: string[] = [];
  const due = [...dueHours];
  const time = movableClock({ now: () => START, monotonic: () => 0, after: () => () => {} });
  const hours = () => START.until(time.clock.now()).total('hours').toFixed(1);
  const next = (): NextRecap | undefined => {
    const [first] = due;
    if (first === undefined) return undefined;
    return { at: START.epochMilliseconds + first * HOUR, channelId: '1', subscriptionId: 's' };
  };
  const panel = clockPanel({
    time,
    timeZone: 'UTC',
    next: async () => next(),
    poke: async () => {
      happened.push(`posted at ${hours()}`);
      while ((next()?.at ?? Number.POSITIVE_INFINITY) <= time.clock.now().epochMilliseconds) due.shift();
    },
    whyNotPosted: async () => whyNot,
    keepAhead: async (milliseconds) => {
      happened.push(`kept ${(milliseconds / HOUR).toFixed(1)}`);
    },
    hear: () => () => {},
    onError: (error) => expect.unreachable(String(error)),
  });
  return { panel, time, happened };
};

test('the clock is kept before anything is posted by it', async () => {
  const { panel, happened } = panelWith([9]);
  await panel.actions['advance']?.({ to: 'recap', locale: 'en-US' });
  expect(happened.slice(0, 2)).toEqual(['kept 9.0', 'posted at 9.0']);
});

test('a clock goes on from where it was kept', () => {
  const base = { now: () => START, monotonic: () => 0, after: () => () => {} };
  const time = movableClock(base, 9 * HOUR);
  expect(time.clock.now().toString()).toBe('2026-01-01T09:00:00Z');
  expect(time.ahead()).toBe(9 * HOUR);
});

test('what was not posted on the way is told with its reason, and only that', async () => {
  const stuck = panelWith([9], 'Everything had been told.');
  expect(await stuck.panel.actions['advance']?.({ to: 'day', locale: 'en-US' })).toEqual({
    notes: ['Everything had been told.'],
  });
  const fine = panelWith([9, 12]);
  expect(await fine.panel.actions['advance']?.({ to: 'day', locale: 'en-US' })).toEqual({ notes: [] });
  expect(fine.time.clock.now().toString()).toBe('2026-01-02T00:00:00Z');
});
