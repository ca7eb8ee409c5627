import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { recapStringsFor } from '#pages/strings/recap.ts';
import { koreanCities } from '#recap/cities.ts';
import { readTime } from '#recap/timeOfDay.ts';
import { everyDay, readDays } from '#recap/weekdays.ts';
import { describeZone, findZones, homeZone, offsetOf, readZone } from '#recap/zones.ts';

const winter = Temporal.Instant.from('2026-01-15T00:00:00Z');

describe('readTime', () => {
  const times: Readonly<Record<string, readonly string[]>> = {
    '09:00': [
      '09:00',
      '9:00',
      '9',
      '9am',
      '9 AM',
      '9 a.m.',
      '9시',
      '오전 9시',
      '아침 9시',
      '오전9:00',
      '0900',
      '９：００',
      '9.00',
      '09시 00분',
    ],
    '21:30': [
      '21:30',
      '9:30pm',
      '9:30 pm',
      '9:30 p.m.',
      '오후 9시 30분',
      '21시 30분',
      '21시30분',
      '밤 9시 반',
      '저녁 9시반',
      '2130',
    ],
    '00:00': ['0:00', '00:00', '12am', '12:00 am', '자정', 'midnight', '밤 12시', '오전 12시', '0시'],
    '12:00': ['12:00', '12pm', 'noon', '정오', '낮 12시', '오후 12시', '12시'],
    '03:05': ['3:05', '새벽 3시 5분', '03시5분'],
    '15:00': ['15시', '오후 3시', '3pm', '오후 15시'],
  };
  for (const [time, texts] of Object.entries(times)) {
    it(`reads ${time}`, () => {
      for (const text of texts) assert.equal(readTime(text), time, text);
    });
  }

  it('refuses what is no time', () => {
    for (const text of [
      '',
      'valueOf',
      '__proto__',
      '25:00',
      '24:00',
      '9:60',
      '9:5',
      '13am',
      'am',
      '오전',
      '아홉시',
      '9am pm',
      '오전 9시 pm',
      '12345',
      '-1',
      '9:00:00',
      '0pm',
    ]) {
      assert.equal(readTime(text), undefined, text);
    }
  });

  it('gives a time or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const time = readTime(text);
        assert.ok(time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
      }),
      { numRuns: 300 },
    );
  });
});

describe('readDays', () => {
  const days: Readonly<Record<string, readonly string[]>> = {
    '1234567': ['every day', 'Every Day', 'daily', '매일', 'weekdays, weekends', '평일 주말', 'mon-sun'],
    '12345': ['weekdays', '평일', '주중', 'mon-fri', '월-금', '월~금', '월부터 금까지', '월화수목금'],
    '67': ['weekends', 'weekend', '주말', 'sat,sun', '토일', '토요일 일요일'],
    '14': [
      'mon,thu',
      '월,목',
      '월, 목',
      '월요일,목요일',
      'Mondays and Thursdays',
      '월·목',
      'mon thu',
      '월목',
    ],
    '167': ['sat-mon', '토~월'],
    '3': ['wed', 'Wednesday', '수', '수요일', 'Wed'],
  };
  for (const [wanted, texts] of Object.entries(days)) {
    it(`reads ${wanted}`, () => {
      for (const text of texts) assert.equal(readDays(text)?.join(''), wanted, text);
    });
  }

  it('refuses what names no days', () => {
    for (const text of [
      '',
      ',',
      'constructor',
      'never',
      'm',
      't',
      'mon,xyz',
      '월,헐',
      'monkey',
      '8',
      'mon-',
      '월요',
    ]) {
      assert.equal(readDays(text), undefined, text);
    }
  });

  it('reads back what pages write, in both languages', () => {
    fc.assert(
      fc.property(fc.subarray([...everyDay], { minLength: 1 }), (some) => {
        for (const locale of ['ko', 'en'] as const) {
          assert.deepEqual(readDays(recapStringsFor(locale).days(some)), some);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('zones', () => {
  const first = (typed: string) => findZones(typed, 25)[0]?.id;

  it('are found by city in both languages, as it is typed', () => {
    assert.equal(first('서'), 'Asia/Seoul');
    assert.equal(first('서울'), 'Asia/Seoul');
    assert.equal(first('seo'), 'Asia/Seoul');
    assert.equal(first('부산'), 'Asia/Seoul');
    assert.equal(first('뉴욕'), 'America/New_York');
    assert.equal(first('new york'), 'America/New_York');
    assert.equal(first('newyork'), 'America/New_York');
    assert.equal(first('샌프란'), 'America/Los_Angeles');
    assert.equal(first('san fran'), 'America/Los_Angeles');
    assert.equal(first('sao paulo'), 'America/Sao_Paulo');
    assert.equal(first('kiritimati'), 'Pacific/Kiritimati');
    assert.equal(first('America/Arg'), 'America/Argentina/Buenos_Aires');
    assert.equal(first(''), 'Asia/Seoul');
    assert.equal(first('zzzz'), undefined);
  });

  it('every zone that the platform lists is found by its name, and is there once', () => {
    const former = new Set(['Asia/Calcutta', 'Asia/Katmandu', 'Asia/Rangoon', 'Asia/Saigon', 'Europe/Kiev']);
    for (const id of Intl.supportedValuesOf('timeZone')) {
      if (!former.has(id)) assert.equal(readZone(id), id);
    }
    const seoul = findZones('seoul', 25).filter(({ id }) => id === 'Asia/Seoul');
    assert.equal(seoul.length, 1);
  });

  it('of the table exist', () => {
    for (const id of Object.keys(koreanCities)) assert.equal(winter.toZonedDateTimeISO(id).timeZoneId, id);
  });

  it('are shown with their offset, and read back from what was shown', () => {
    assert.equal(describeZone('Asia/Seoul', 'ko', winter), '서울 (Asia/Seoul) · UTC+9');
    assert.equal(describeZone('Asia/Kolkata', 'en', winter), 'Kolkata (Asia/Kolkata) · UTC+5:30');
    assert.equal(describeZone('America/St_Johns', 'en', winter), "St. John's (America/St_Johns) · UTC−3:30");
    assert.equal(describeZone('UTC', 'ko', winter), 'UTC');
    assert.equal(offsetOf('Europe/London', winter), 'UTC');
    for (const { id } of findZones('a', 500)) {
      for (const locale of ['ko', 'en'] as const)
        assert.equal(readZone(describeZone(id, locale, winter)), id);
    }
  });

  it('are read from what people type', () => {
    assert.equal(readZone('서울'), 'Asia/Seoul');
    assert.equal(readZone('asia/seoul'), 'Asia/Seoul');
    assert.equal(readZone('Seoul'), 'Asia/Seoul');
    assert.equal(readZone('Asia/Calcutta'), 'Asia/Calcutta');
    assert.equal(readZone('nowhere'), undefined);
    assert.equal(readZone(''), undefined);
    assert.equal(readZone('Mars/Olympus'), undefined);
  });

  it('a server’s locale names one where it says something', () => {
    assert.equal(homeZone('ko'), 'Asia/Seoul');
    assert.equal(homeZone('en-US'), undefined);
    assert.equal(homeZone(undefined), undefined);
  });
});
