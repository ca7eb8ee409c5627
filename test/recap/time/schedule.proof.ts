import { expect, it } from 'vitest';
import { checkTransitions } from './transitions.ts';

it('every zone has each civil time once a date around its transitions, 2026 to 2028', () => {
  const times = ['00:00', '00:30', '01:30', '02:15', '02:30', '09:00', '23:45'];
  expect(checkTransitions('2026-01-01', '2029-01-01', times)).toBeGreaterThan(300);
});
