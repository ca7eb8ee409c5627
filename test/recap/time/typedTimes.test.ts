import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, recapStringsFor } from '#locales/index.ts';
import { ZONES } from '#locales/model/cities.ts';
import { readTime } from '#recap/time/timeOfDay.ts';
import { everyDay, readDays } from '#recap/time/weekdays.ts';
import { describeZone, findZones, homeZone, offsetOf, readZone } from '#recap/time/zones.ts';

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
      '午前9時',
      '朝9時',
      '９時',
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
      '午後9時半',
      '21時30分',
      '夜9時30分',
      '밤 9시 반',
      '저녁 9시반',
      '2130',
    ],
    '00:00': [
      '0:00',
      '00:00',
      '12am',
      '12:00 am',
      '자정',
      'midnight',
      '밤 12시',
      '오전 12시',
      '0시',
      '午前0時',
      '真夜中',
      '夜12時',
    ],
    '12:00': ['12:00', '12pm', 'noon', '정오', '낮 12시', '오후 12시', '12시', '正午', '午後0時'],
    '03:05': ['3:05', '새벽 3시 5분', '03시5분'],
    '15:00': ['15시', '오후 3시', '3pm', '오후 15시'],
  };
  it.each(Object.entries(times))('reads $0', (time, texts) => {
    for (const text of texts) expect(readTime(text), text).toBe(time);
  });

  it.each([
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
  ])('refuses what is no time: $0', (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  it('gives a time or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(readTime(text) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('readDays', () => {
  const days: Readonly<Record<string, readonly string[]>> = {
    '1234567': [
      'every day',
      'Every Day',
      'daily',
      '매일',
      '毎日',
      'weekdays, weekends',
      '평일 주말',
      'mon-sun',
    ],
    '12345': [
      'weekdays',
      '평일',
      '주중',
      '平日',
      '月から金まで',
      '月曜日〜金曜日',
      '月火水木金',
      'mon-fri',
      '월-금',
      '월~금',
      '월부터 금까지',
      '월화수목금',
    ],
    '67': ['weekends', 'weekend', '주말', '週末', '土日', '土曜と日曜', 'sat,sun', '토일', '토요일 일요일'],
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
  it.each(Object.entries(days))('reads $0', (wanted, texts) => {
    for (const text of texts) expect(readDays(text)?.join(''), text).toBe(wanted);
  });

  it.each(['', ',', 'constructor', 'never', 'm', 't', 'mon,xyz', '월,헐', 'monkey', '8', 'mon-', '월요'])(
    'refuses what names no days: $0',
    (text) => {
      expect(readDays(text)).toBeUndefined();
    },
  );

  it('reads back what pages write, in every language', () => {
    fc.assert(
      fc.property(fc.subarray([...everyDay], { minLength: 1 }), (some) => {
        for (const locale of LOCALES) {
          expect(readDays(recapStringsFor(locale).days(some))).toEqual(some);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('zones', () => {
  const first = (typed: string) => findZones(typed, 25)[0]?.id;

  it.each([
    ['서', 'Asia/Seoul'],
    ['서울', 'Asia/Seoul'],
    ['seo', 'Asia/Seoul'],
    ['부산', 'Asia/Seoul'],
    ['뉴욕', 'America/New_York'],
    ['東京', 'Asia/Tokyo'],
    ['ニューヨーク', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['newyork', 'America/New_York'],
    ['샌프란', 'America/Los_Angeles'],
    ['san fran', 'America/Los_Angeles'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['kiritimati', 'Pacific/Kiritimati'],
    ['America/Arg', 'America/Argentina/Buenos_Aires'],
    ['', 'Asia/Seoul'],
    ['zzzz', undefined],
  ])('are found by city in every language, as it is typed: %j', (typed, zone) => {
    expect(first(typed)).toBe(zone);
  });

  it.each([
    ['룩셈부르크', 'Europe/Luxembourg'],
    ['Luxembourg', 'Europe/Luxembourg'],
    ['캘거리', 'America/Edmonton'],
    ['Calgary', 'America/Edmonton'],
    ['에티오피아', 'Africa/Addis_Ababa'],
    ['요르단', 'Asia/Amman'],
    ['ルクセンブルク', 'Europe/Luxembourg'],
    ['Jordan', 'Asia/Amman'],
    ['시우다드후아레스', 'America/Ciudad_Juarez'],
    ['파라과이', 'America/Asuncion'],
  ])('are read by country, and by cities that the platform knows: %j', (typed, zone) => {
    expect(first(typed)).toBe(zone);
    expect(readZone(typed)).toBe(zone);
  });

  it('of a country with several are all offered, its city of that name first', () => {
    const found = findZones('캐나다', 25).map(({ id }) => id);
    expect(found[0]).toBe('America/Toronto');
    expect(found).toEqual(
      expect.arrayContaining(['America/Vancouver', 'America/Halifax', 'America/Edmonton']),
    );
    expect(readZone('미크로네시아')).toBeUndefined();
  });

  it('are found by a Korean name each', () => {
    const ids = Intl.supportedValuesOf('timeZone');
    const found = ids.filter((id) => {
      const [label = ''] = describeZone(id, 'ko', winter).split(' (');
      return /\p{Script=Hangul}/u.test(label) && findZones(label, 25).some((zone) => zone.id === id);
    });
    expect(ids.length - found.length, `${ids.filter((id) => !found.includes(id)).join()}`).toBeLessThan(12);
  });

  it('every zone that the platform lists is found by its name, and is there once', () => {
    const former = new Set(['Asia/Calcutta', 'Asia/Katmandu', 'Asia/Rangoon', 'Asia/Saigon', 'Europe/Kiev']);
    for (const id of Intl.supportedValuesOf('timeZone')) {
      if (!former.has(id)) expect(readZone(id)).toBe(id);
    }
    const seoul = findZones('seoul', 25).filter(({ id }) => id === 'Asia/Seoul');
    expect(seoul).toHaveLength(1);
  });

  it('of the table exist', () => {
    for (const id of ZONES) expect(winter.toZonedDateTimeISO(id).timeZoneId).toBe(id);
  });

  it('are shown with their offset, and read back from what was shown', () => {
    expect(describeZone('Asia/Seoul', 'ko', winter)).toBe('서울 (Asia/Seoul) · UTC+9');
    expect(describeZone('Asia/Kolkata', 'en', winter)).toBe('Kolkata (Asia/Kolkata) · UTC+5:30');
    expect(describeZone('America/St_Johns', 'en', winter)).toBe("St. John's (America/St_Johns) · UTC−3:30");
    expect(describeZone('UTC', 'ko', winter)).toBe('UTC');
    expect(offsetOf('Europe/London', winter)).toBe('UTC');
    for (const { id } of findZones('a', 500)) {
      for (const locale of LOCALES) expect(readZone(describeZone(id, locale, winter))).toBe(id);
    }
  });

  it('are read from what people type', () => {
    expect(readZone('서울')).toBe('Asia/Seoul');
    expect(readZone('asia/seoul')).toBe('Asia/Seoul');
    expect(readZone('Seoul')).toBe('Asia/Seoul');
    expect(readZone('Asia/Calcutta')).toBe('Asia/Calcutta');
    expect(readZone('nowhere')).toBeUndefined();
    expect(readZone('')).toBeUndefined();
    expect(readZone('Mars/Olympus')).toBeUndefined();
  });

  it('a server’s locale names one where it says something', () => {
    expect(homeZone('ko')).toBe('Asia/Seoul');
    expect(homeZone('en-US')).toBeUndefined();
    expect(homeZone(undefined)).toBeUndefined();
  });
});
