import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkTransitions } from './transitions.ts';

it('every zone has each civil time once a date around its transitions, 2026 to 2028', () => {
  const times = ['00:00', '00:30', '01:30', '02:15', '02:30', '09:00', '23:45'];
  assert.ok(checkTransitions('2026-01-01', '2029-01-01', times) > 300);
});
