import { expect, test } from 'vitest';
import { stringsFor } from '#playground/web/strings/index.ts';
import { formatTimestamp, messageTime, refreshAfter } from '#playground/web/time.ts';

const SECONDS = Date.parse('2018-10-25T10:00:00+09:00') / 1000;
const show = (style: Parameters<typeof formatTimestamp>[1], locale: string): string =>
  formatTimestamp(SECONDS, style, locale, 0, 'Asia/Seoul').replace(/\s/g, ' ');

test('timestamps read as each locale writes them', () => {
  expect(show('D', 'ko')).toBe('2018년 10월 25일');
  expect(show('F', 'ko')).toBe('2018년 10월 25일 목요일 오전 10:00');
  expect(show('t', 'en-GB')).toBe('10:00');
  expect(show('T', 'en-US')).toBe('10:00:00 AM');
  expect(show('d', 'en-US')).toBe('10/25/18');
});

test('relative times count whole units, towards now', () => {
  const relative = (difference: number, locale = 'en'): string =>
    formatTimestamp(SECONDS + difference, 'R', locale, SECONDS * 1000);
  expect(relative(-1)).toBe('1 second ago');
  expect(relative(-119)).toBe('1 minute ago');
  expect(relative(7200)).toBe('in 2 hours');
  expect(relative(-86_400, 'ko')).toBe('1일 전');
  expect(relative(40 * 86_400)).toBe('in 1 month');
});

test('a relative time is looked at anew as often as it can change', () => {
  expect(refreshAfter(SECONDS, SECONDS * 1000 + 5000)).toBe(1000);
  expect(refreshAfter(SECONDS, SECONDS * 1000 + 600_000)).toBeGreaterThan(1000);
});

test('the time of a message tells the day where it is another', () => {
  const now = new Date(2026, 2, 2, 9, 0).getTime();
  const at = (day: number, hour: number): string =>
    messageTime(new Date(2026, 2, day, hour, 5).getTime(), now, 'ko', stringsFor('ko'));
  expect(at(2, 8)).toBe('오전 8:05');
  expect(at(1, 20)).toBe('어제 오후 8:05');
  expect(at(1 - 3, 20)).toMatch(/^26\. 2\. 26\./);
});
