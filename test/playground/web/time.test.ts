import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringsFor } from '#playground/web/strings/index.ts';
import { formatTimestamp, messageTime, refreshAfter } from '#playground/web/time.ts';

const SECONDS = Date.parse('2018-10-25T10:00:00+09:00') / 1000;
const show = (style: Parameters<typeof formatTimestamp>[1], locale: string): string =>
  formatTimestamp(SECONDS, style, locale, 0, 'Asia/Seoul').replace(/\s/g, ' ');

test('timestamps read as each locale writes them', () => {
  assert.equal(show('D', 'ko'), '2018년 10월 25일');
  assert.equal(show('F', 'ko'), '2018년 10월 25일 목요일 오전 10:00');
  assert.equal(show('t', 'en-GB'), '10:00');
  assert.equal(show('T', 'en-US'), '10:00:00 AM');
  assert.equal(show('d', 'en-US'), '10/25/18');
});

test('relative times count whole units, towards now', () => {
  const relative = (difference: number, locale = 'en'): string =>
    formatTimestamp(SECONDS + difference, 'R', locale, SECONDS * 1000);
  assert.equal(relative(-1), '1 second ago');
  assert.equal(relative(-119), '1 minute ago');
  assert.equal(relative(7200), 'in 2 hours');
  assert.equal(relative(-86_400, 'ko'), '1일 전');
  assert.equal(relative(40 * 86_400), 'in 1 month');
});

test('a relative time is looked at anew as often as it can change', () => {
  assert.equal(refreshAfter(SECONDS, SECONDS * 1000 + 5000), 1000);
  assert.ok(refreshAfter(SECONDS, SECONDS * 1000 + 600_000) > 1000);
});

test('the time of a message tells the day where it is another', () => {
  const now = new Date(2026, 2, 2, 9, 0).getTime();
  const at = (day: number, hour: number): string =>
    messageTime(new Date(2026, 2, day, hour, 5).getTime(), now, 'ko', stringsFor('ko'));
  assert.equal(at(2, 8), '오전 8:05');
  assert.equal(at(1, 20), '어제 오후 8:05');
  assert.match(at(1 - 3, 20), /^26\. 2\. 26\./);
});
