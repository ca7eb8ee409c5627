import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOfText } from '#library/post/draft.ts';
import { splitPost } from '#library/post/frontMatter/frontMatter.ts';
import { minutesOf, timesIn } from '#library/text/clock.ts';
import { isSameSound, speakerId } from '#library/text/names/personName.ts';

const KEYS = [
  'speakers',
  'speaker',
  'author',
  'authors',
  'slides',
  'video',
  'youtube',
  'code',
  'github',
  'starts',
  'ends',
  'time',
  'duration',
  'room',
  'level',
  'language',
];
const scalar = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '홍길동(Gildong Hong)',
    'a, b',
    'https://a.dev',
    'javascript:alert(1)',
    '10:00',
    '2018-10-25',
    '40 min',
    '../../etc',
    '//a.dev',
    '()',
    '(',
    ',',
    ' and ',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const table = fc.dictionary(
  fc.constantFrom('name', 'name_en', 'url', 'image', 'title', 'affiliation', 'id', 'src'),
  scalar,
);
const value = fc.oneof(
  scalar,
  fc.array(fc.oneof(scalar, table), { maxLength: 4 }),
  table,
  fc.dictionary(fc.string(), table, { maxKeys: 2 }),
);

test('whatever stands in front matter, facts are well formed, addresses are of the web, and problems have a line', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...KEYS), value), (front) => {
      const source = `---\ntitle: A\n${Object.entries(front)
        .map(([key, one]) => `${key}: ${JSON.stringify(one)}`)
        .join('\n')}\n---\ntext\n`;
      const {
        front: { talk },
        problems,
        broken,
      } = splitPost(source);
      if (broken) return;
      for (const { address } of [...talk.slides, ...talk.video, ...talk.code])
        expect(address).toMatch(/^(?:https?:|\.{0,2}\/)/u);
      for (const { names, affiliation, url } of talk.speakers) {
        expect(names.length > 0 || affiliation.length > 0).toBe(true);
        expect(names.every(({ text }) => text.trim() !== '')).toBe(true);
        if (url !== undefined) expect(url).toMatch(/^https?:/u);
      }
      for (const moment of [talk.starts, talk.ends]) {
        expect(moment?.time ?? '00:00').toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
        expect(moment?.date ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      }
      if (talk.duration !== undefined) expect(talk.duration).toBeGreaterThan(0);
      for (const { line } of problems) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('a time of day is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const two = (number: number) => String(number).padStart(2, '0');
      const time = `${two(hour)}:${two(minute)}`;
      expect(timesIn(time)).toEqual([time]);
      expect(timesIn(`2018-10-25T${time}:30+09:00`)).toEqual([time]);
      expect(
        timesIn(`${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'pm'}`),
      ).toEqual([time]);
      expect(
        timesIn(`${hour < 12 ? '오전' : '오후'} ${hour % 12 === 0 ? 12 : hour % 12}시 ${minute}분`),
      ).toEqual([time]);
    }),
  );
});

test('a length is as many minutes as it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 59 }), (hours, minutes) => {
      const all = hours * 60 + minutes;
      for (const text of [
        String(all),
        `${hours}h ${minutes}m`,
        `${hours}시간 ${minutes}분`,
        `PT${hours}H${minutes}M`,
        `${hours} hours and ${minutes} minutes`,
      ])
        expect(minutesOf(text), text).toBe(all);
    }),
  );
});

test('ids of speakers are ids, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      expect(speakerId(name)).toMatch(/^[a-z0-9-]{1,48}$/u);
    }),
  );
});

test.each([
  ['홍길동', 'Gildong Hong', true],
  ['이영희', 'Younghee Lee', true],
  ['김철수', 'John Kim', true],
  ['윤석열', 'Seokyoul Yoon', true],
  ['홍길동', 'Google Cloud', false],
  ['박서준', 'Bespin Global', false],
  ['이지은', 'Line Plus', false],
])('%s is %s: %s', (hangul, latin, same) => {
  expect([isSameSound(hangul, latin), isSameSound(latin, hangul)]).toEqual([same, same]);
});

test("DocC's metadata tell the event and the recording; a heading that names no event and a text about DocC tell nothing", () => {
  const told = (heading: string, above = '') => {
    const metadata = `@Metadata {\n   @TitleHeading("${heading}")\n   @CallToAction(url: "https://a.dev/1", purpose: link, label: "Watch Video (12 min)")\n}`;
    const { front } = splitPost(`# Tides\n\n${above}${metadata}\n\n## Moon\n\nText.\n`);
    return [front.event, front.talk.video.map(({ address, line }) => [address, line]), front.talk.duration];
  };
  expect(told('Harbor24')).toEqual(['Harbor24', [['https://a.dev/1', 5]], 12]);
  expect(told('Welcome to')).toEqual([undefined, [['https://a.dev/1', 5]], 12]);
  expect(told('Harbor24', '```\n')).toEqual([undefined, [], undefined]);
});

test.each([
  ['Jane Doe, Senior Engineer at Acme', ['Jane Doe | Senior Engineer | Acme']],
  ['Jane Doe, Data & AI Tech Lead at Acme', ['Jane Doe | Data & AI Tech Lead | Acme']],
  ['Jane Doe, CTO, Acme, Inc.', ['Jane Doe | CTO | Acme, Inc.']],
  [
    'Jane Doe, Founder & CEO at Acme and John Roe, VP Engineering, Beta',
    ['Jane Doe | Founder & CEO | Acme', 'John Roe | VP Engineering | Beta'],
  ],
  ['Jane Doe, CTO; John Roe, Staff Engineer', ['Jane Doe | CTO', 'John Roe | Staff Engineer']],
  ['홍길동(Gildong Hong), 데이터 엔지니어, 구글', ['홍길동 = Gildong Hong | 데이터 엔지니어 | 구글']],
  ['홍길동 · 시니어 개발자 · 구글', ['홍길동 | 시니어 개발자 | 구글']],
  ['홍길동 교수, 김철수 개발 팀장', ['홍길동 | 교수', '김철수 | 개발 팀장']],
  ['山田太郎, フロントエンドエンジニア, サイボウズ', ['山田太郎 | フロントエンドエンジニア | サイボウズ']],
  ['Jane Doe - Engineer, John Roe - CTO', ['Jane Doe | Engineer', 'John Roe | CTO']],
  ['Jane Head, John Roe', ['Jane Head', 'John Roe']],
])('what people do is theirs, and nobody of their own: %j', (written, expected) => {
  const read = (speakers: string) =>
    splitPost(`---\nspeakers: ${speakers}\n---\n`).front.talk.speakers.map(({ names, title, affiliation }) =>
      [names.map(({ text }) => text).join(' = '), title[0]?.text, affiliation[0]?.text]
        .filter((part) => part !== undefined)
        .join(' | '),
    );
  expect(read(JSON.stringify(written))).toEqual(expected);
});

test('sentences behind a speaker tell more about them, and are no part of the name', () => {
  const told = (line: string) =>
    draftOfText('a.md', `# A\n\n- ${line}\n- Length: 26:28\n\n## B\n\nText.\n`).front.talk.speakers.map(
      ({ names }) => names[0]?.text,
    );
  expect(told(`Speaker: Jane Doe, Lead at Acme. ${'Years of systems. '.repeat(20)}`)).toEqual(['Jane Doe']);
  expect(told('Speaker: Dr. Jane P. Doe')).toEqual(['Dr. Jane P. Doe']);
  expect(told('발표자: 홍길동. 재미있는 발표였다.')).toEqual(['홍길동']);
});
