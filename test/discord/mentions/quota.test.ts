import { expect, test } from 'vitest';
import { createQuota } from '../../../src/discord/mentions/quota.ts';

test('a person is answered so often a minute, told once, then left alone, until a minute has passed', () => {
  let now = 0;
  const quota = createQuota({ perPerson: 2, perChannel: 100 }, () => now);
  const ask = () => quota('p', 'c');
  expect([ask(), ask(), ask(), ask()]).toEqual(['answer', 'answer', 'tell', 'silent']);
  expect(quota('other', 'c')).toBe('answer');
  now = 59_999;
  expect(ask()).toBe('silent');
  now = 60_000;
  expect([ask(), ask(), ask()]).toEqual(['answer', 'answer', 'tell']);
});

test('a channel is answered so often a minute, whoever asks', () => {
  const quota = createQuota({ perPerson: 100, perChannel: 2 }, () => 0);
  expect(['a', 'b', 'c', 'd'].map((person) => quota(person, 'room'))).toEqual([
    'answer',
    'answer',
    'tell',
    'silent',
  ]);
  expect(quota('c', 'elsewhere')).toBe('answer');
});

test('those who have been silent for a minute are forgotten', () => {
  let now = 0;
  const quota = createQuota({ perPerson: 1, perChannel: 1 }, () => now);
  for (let person = 0; person < 20_000; person += 1) {
    now += 100;
    expect(quota(`p${person}`, `c${person}`)).toBe('answer');
  }
  expect(quota('p19999', 'x')).toBe('tell');
});
