import { expect, test } from 'vitest';
import type { Library, Session } from '#library/model.ts';
import { readFolder } from '#library/read.ts';
import { findSpeaker, speakersOf } from '#library/speakers.ts';
import { codes, folder, post } from './folder.ts';

async function read(files: Readonly<Record<string, string>>, siteUrl?: string): Promise<Library> {
  return (await folder(files)).read(siteUrl === undefined ? {} : { siteUrl });
}

async function only(
  front: string,
  siteUrl?: string,
): Promise<Session & { readonly codes: readonly string[] }> {
  const library = await read({ 'a.md': post('A', '# One\nSome text.', front) }, siteUrl);
  const [session] = library.sessions;
  if (!session) throw new Error('No session');
  return { ...session, codes: codes(library) };
}

const people = ({ speakers = [] }: Session) =>
  speakers.map(({ names, title, affiliation, url, kind }) =>
    [
      names.join(' = '),
      Object.values(title)[0],
      Object.values(affiliation)[0],
      url,
      kind === 'person' ? undefined : kind,
    ]
      .filter((part) => part !== undefined)
      .join(' | '),
  );

test.each([
  ['speaker: Jane Doe', ['Jane Doe']],
  ['speakers: [Jane Doe, 김민수]', ['Jane Doe', '김민수']],
  ['speakers: Jane Doe, John Roe and Kim Minsu', ['Jane Doe', 'John Roe', 'Kim Minsu']],
  ['speakers: Jane Doe (Acme, Inc.), 김민수 (구글)', ['Jane Doe | Acme, Inc.', '김민수 | 구글']],
  ['speakers:\n  - Jane Doe, Acme\n  - 홍길동 @ 베스핀글로벌', ['Jane Doe | Acme', '홍길동 | 베스핀글로벌']],
  ['speaker: Jane Doe, Acme', ['Jane Doe | Acme']],
  ['speaker: 홍길동, 김민수', ['홍길동', '김민수']],
  ['speaker: 홍길동(Gildong Hong)', ['홍길동 = Gildong Hong']],
  ['speaker: Gildong Hong (홍길동)', ['Gildong Hong = 홍길동']],
  ['speaker: 홍길동 (Google Cloud)', ['홍길동 | Google Cloud']],
  ['speaker: 홍길동(Gildong Hong, Google)', ['홍길동 = Gildong Hong | Google']],
  ['speaker: 山田太郎 (Taro Yamada)', ['山田太郎 = Taro Yamada']],
  ['speaker: 홍길동 이사', ['홍길동 | 이사']],
  ['speaker: 홍길동 님', ['홍길동']],
  [
    'speaker:\n  name: 홍길동\n  name_en: Gildong Hong\n  title: Engineer\n  company: Acme\n  url: https://acme.dev/hong',
    ['홍길동 = Gildong Hong | Engineer | Acme | https://acme.dev/hong'],
  ],
  ['speakers:\n  - name: { ko: 홍길동, en: Gildong Hong }', ['홍길동 = Gildong Hong']],
  ['speakers:\n  - affiliation: Acme', ['Acme | Acme | organization']],
  ['speaker: "[Jane Doe](https://jane.dev)"', ['Jane Doe | https://jane.dev/']],
  ['author: Jane Doe', ['Jane Doe']],
  ['authors:\n  - name: Jane Doe\n    title: Engineer', ['Jane Doe | Engineer']],
  [
    'author: Jane Doe\nauthor_title: Engineer\nauthor_url: https://jane.dev',
    ['Jane Doe | Engineer | https://jane.dev/'],
  ],
  ['speaker: Jane Doe\nauthor: John Roe', ['Jane Doe']],
  ['Speakers: Jane Doe', ['Jane Doe']],
  ['author: admin', []],
  ['extra:\n  speaker: Jane Doe', ['Jane Doe']],
  ['speakers: 홍길동/김철수', ['홍길동', '김철수']],
  ['speakers: 홍길동 / Gildong Hong', ['홍길동 = Gildong Hong']],
  [
    'speakers:\n  - name: 홍길동\n    english_name: Gildong Hong\n    aka: 길동이',
    ['홍길동 = Gildong Hong = 길동이'],
  ],
  [
    'speakers:\n  - { name: 홍길동, affiliation: { ko: 구글, en: Google }, title_en: Engineer }',
    ['홍길동 | Engineer | 구글'],
  ],
  ['speakers:\n  - Jane Doe | Acme\n  - John Roe - Acme', ['Jane Doe | Acme', 'John Roe | Acme']],
  ['speaker: Jane Doe, Acme & John Roe, Beta Inc.', ['Jane Doe | Acme', 'John Roe | Beta Inc.']],
  ['speakers: Ann Poe, Jane Doe & John Roe', ['Ann Poe', 'Jane Doe', 'John Roe']],
  ['speakers: 홍길동, 김민수 및 이영희, 박지민', ['홍길동', '김민수', '이영희', '박지민']],
  ['author:\n  - "[[people/Jane Doe]]"\n  - "[[김민수|민수]]"', ['Jane Doe', '민수']],
  ['speakers:\n  jane: x', []],
  ['speakers: []', []],
  ['speakers: true', []],
])('speakers of %j', async (front, expected) => {
  expect(people(await only(front))).toEqual(expected);
});

test.each([
  ['slides: https://a.dev/s.pdf', { slides: ['https://a.dev/s.pdf'] }],
  ['slides: [https://a.dev/1, https://a.dev/2]', { slides: ['https://a.dev/1', 'https://a.dev/2'] }],
  ['slides: { url: https://a.dev/1, title: Deck }', { slides: ['https://a.dev/1'] }],
  ['slides: speakerdeck.com/me/deck', { slides: ['https://speakerdeck.com/me/deck'] }],
  ['slides: /files/deck.pdf', { slides: ['https://site.dev/files/deck.pdf'] }],
  ['recording: https://a.dev/v', { video: ['https://a.dev/v'] }],
  ['youtube: dQw4w9WgXcQ', { video: ['https://youtu.be/dQw4w9WgXcQ'] }],
  ['video: https://a.dev/v\nyoutube: https://a.dev/v', { video: ['https://a.dev/v'] }],
  ['video: { provider: YouTube, id: dQw4w9WgXcQ }', { video: ['https://youtu.be/dQw4w9WgXcQ'] }],
  ['video: { youtube: dQw4w9WgXcQ }', { video: ['https://youtu.be/dQw4w9WgXcQ'] }],
  ['vimeo: 76979871', { video: ['https://vimeo.com/76979871'] }],
  ['video: true', {}],
  ['github: acme/talk', { code: ['https://github.com/acme/talk'] }],
  ['code: https://a.dev/c', { code: ['https://a.dev/c'] }],
])('addresses of %j', async (front, expected) => {
  const { slides, video, code, codes } = await only(front, 'https://site.dev');
  const urls = Object.fromEntries(
    Object.entries({ slides, video, code }).flatMap(([key, links]) =>
      links ? [[key, links.map(({ url }) => url)]] : [],
    ),
  );
  expect({ urls, codes }).toEqual({ urls: expected, codes: [] });
});

test.each([
  [
    'starts: 2018-10-25 10:00\nends: 2018-10-25 10:40',
    {
      starts: { date: '2018-10-25', time: '10:00' },
      ends: { date: '2018-10-25', time: '10:40' },
      duration: 40,
    },
  ],
  ['starts: 2018-10-25T10:00:00+09:00', { starts: { date: '2018-10-25', time: '10:00' } }],
  ['starts: 10:00\nduration: 40', { starts: { time: '10:00' }, ends: { time: '10:40' }, duration: 40 }],
  ['time: 10:00 – 10:40', { starts: { time: '10:00' }, ends: { time: '10:40' }, duration: 40 }],
  [
    'starts: 오후 2시 30분\nduration: 1시간 30분',
    { starts: { time: '14:30' }, ends: { time: '16:00' }, duration: 90 },
  ],
  ['starts: 2018년 10월 25일 오전 10시', { starts: { date: '2018-10-25', time: '10:00' } }],
  ['starts: 2:30 PM\nends: 3 pm', { starts: { time: '14:30' }, ends: { time: '15:00' }, duration: 30 }],
  ['starts: "23:30"\nends: "00:15"', { starts: { time: '23:30' }, ends: { time: '00:15' }, duration: 45 }],
  ['starts: 2018-10-25', { starts: { date: '2018-10-25' } }],
  ['duration: PT40M', { duration: 40 }],
  ['duration: 1:30', { duration: 90 }],
  ['duration: 00:40:00', { duration: 40 }],
  ['duration: 50 minutes', { duration: 50 }],
])('times of %j', async (front, expected) => {
  const { starts, ends, duration, codes } = await only(front);
  const told = Object.fromEntries(
    Object.entries({ starts, ends, duration }).filter(([, value]) => value !== undefined),
  );
  expect({ told, codes }).toEqual({ told: expected, codes: [] });
});

test('room, level and language, as texts and tables', async () => {
  const { room, level, languages } = await only(
    'room: { name: Hall A }\nlevel: 초급\nlanguage: [English, 한국어]',
  );
  expect({ room, level, languages }).toEqual({
    room: { ko: 'Hall A' },
    level: { ko: '초급' },
    languages: ['en', 'ko'],
  });
});

test.each([
  ['slides: javascript:alert(1)', 'bad-link:3'],
  ['video: ftp://a.dev/v', 'bad-link:3'],
  ['slides: https://bank.com@evil.dev/', 'bad-link:3'],
  ['code: some words', 'bad-link:3'],
  ['speakers:\n  - url: https://a.dev', 'bad-speaker:4'],
  ['speakers:\n  - { name: A, url: "javascript:x" }', 'bad-link:4'],
  ['speakers:\n  - A\n  - name: B\n    url: "javascript:x"', 'bad-link:6'],
  ['slides:\n  - https://a.dev/1\n  - url: mailto:x@a.dev', 'bad-link:5'],
  ['recording: /v.mp4', 'bad-link:3'],
  ['starts: soon', 'bad-time:3'],
  ['starts: 10:00\nends: 09:00', 'bad-time:4'],
  ['duration: long', 'bad-duration:3'],
  ['language: Klingonish', 'bad-language:3'],
])('check names what is wrong with %j', async (front, expected) => {
  expect((await only(front)).codes).toEqual([expected]);
});

test('a list of authors tells who an author is; a key that it does not have is named, and no name where it cannot be one', async () => {
  const library = await read({
    'blog/authors.yml':
      'jane:\n  name: Jane Doe\n  title: Engineer\n  url: https://jane.dev\n  image_url: https://jane.dev/me.png\n7: Ada Roe\n',
    'blog/a.md': post('A', 'Text.', 'authors: [jane, nobody, 7, 83, 466580e8-02fb-4fd1-9f1d-0a51d2b1c0f7]'),
  });
  const [session] = library.sessions;
  expect(session?.speakers?.[0]).toMatchObject({
    names: ['Jane Doe'],
    url: 'https://jane.dev/',
    image: { kind: 'url' },
  });
  expect(session?.speakers?.flatMap(({ names }) => names)).toEqual(['Jane Doe', 'nobody', 'Ada Roe']);
  expect(codes(library)).toEqual(['unknown-author:3', 'unknown-author:3', 'unknown-author:3']);
});

test('translations tell one story together', async () => {
  const library = await read({
    'ko/a.md': post(
      '가',
      '# 하나\n글입니다. 한국어로 씁니다.',
      'lang: ko\nspeakers: [홍길동, 김민수]\nroom: 그랜드볼룸\nstarts: 10:00',
    ),
    'en/a.md': post(
      'A',
      '# One\nSome text.',
      'lang: en\nspeakers: [Gildong Hong, Minsu Kim]\nroom: Grand Ballroom\nslides: https://a.dev/s\nduration: 30',
    ),
  });
  expect(library.sessions).toHaveLength(1);
  const [{ speakers, room, slides, ends } = { speakers: [] }] = library.sessions;
  expect(speakers?.map(({ name }) => name)).toEqual([
    { ko: '홍길동', en: 'Gildong Hong' },
    { ko: '김민수', en: 'Minsu Kim' },
  ]);
  expect({ room, slides, ends }).toEqual({
    room: { ko: '그랜드볼룸', en: 'Grand Ballroom' },
    slides: [{ url: 'https://a.dev/s', language: 'en' }],
    ends: { time: '10:30' },
  });
});

test('one speaker in two scripts is one speaker of the library; fixed ids tell namesakes apart', async () => {
  const library = await read({
    'a.md': post('A', 'Text.', 'speaker: 홍길동(Gildong Hong)'),
    'b.md': post('B', 'Text.', 'speaker: Gildong Hong, Acme'),
    'c.md': post('C', 'Text.', 'speakers:\n  - { name: 홍길동, affiliation: 구글 }'),
    'd.md': post('D', 'Text.', 'speaker: { name: 김민수, id: minsu-a }'),
    'e.md': post('E', 'Text.', 'speaker: { name: 김민수, id: minsu-b }'),
  });
  const all = speakersOf(library);
  expect(all.map(({ names, sessions }) => [names.join('/'), sessions.length])).toEqual([
    ['홍길동/Gildong Hong', 3],
    ['김민수', 1],
    ['김민수', 1],
  ]);
  const [hong] = all;
  for (const id of [hong?.id ?? '', ...(hong?.otherIds ?? []), 'gildong-hong'])
    expect(findSpeaker(library, id)).toBe(hong);
});

test('a change of the facts alone makes a new version', async () => {
  const made = await folder({ 'a.md': post('A', 'Text.', 'speaker: Jane Doe') });
  const before = await made.read();
  await made.write('a.md', post('A', 'Text.', 'speaker: John Roe'));
  expect((await made.read()).version).not.toBe(before.version);
});

test('talks of one day are read in the order in which they began', async () => {
  const at = (starts: string) => `event: Harbor Day\ndate: 2024-05-03\nstarts: ${starts}`;
  const library = await read({
    'a.md': post('Third', 'Text.', at('오후 2시')),
    'b.md': post('First', 'Text.', at('9:30')),
    'c.md': post('Second', 'Text.', at('10:00')),
  });
  expect(library.sessions.map(({ posts: [first] }) => first.title)).toEqual(['First', 'Second', 'Third']);
});

test('a list of authors is followed: its changes show, and a broken one keeps the last good version', async () => {
  const made = await folder({
    'docusaurus.config.js': 'module.exports = {};\n',
    'blog/authors.yml': 'jane:\n  name: Jane Doe\n',
    'blog/2024-05-03-a.md': post('A', 'Text.', 'authors: jane'),
  });
  const options = { dir: made.dir, defaultLanguage: 'en' };
  const first = await readFolder(options);
  const names = ({ library }: typeof first) => library.sessions.map((session) => people(session));
  expect(names(first)).toEqual([['Jane Doe']]);
  expect(await readFolder(options, first)).toBe(first);
  await made.write('blog/authors.yml', 'jane:\n  name: Jane Roe\n  title: Pilot\n');
  const second = await readFolder(options, first);
  expect(names(second)).toEqual([['Jane Roe | Pilot']]);
  expect(second.library.sessions[0]?.speakers?.[0]?.source).toBe('author');
  await made.write('blog/authors.yml', 'jane: [\n');
  const third = await readFolder(options, second);
  expect(names(third)).toEqual([['Jane Roe | Pilot']]);
  expect(third.library.findings.map(({ code, file }) => [code, file])).toEqual([
    ['authors', 'blog/authors.yml'],
  ]);
});

test('texts are told in each language by tables, and by the ends of keys', async () => {
  const { room, level, speakers } = await only(
    'room: { ko: 1번 홀, en: Hall 1 }\nlevel: 초급\nlevel_en: Beginner\nspeakers:\n  - name: 홍길동\n    bio: 등대를 지킨다.\n    bio_en: Keeps a lighthouse.',
  );
  expect({ room, level, bio: speakers?.[0]?.bio }).toEqual({
    room: { ko: '1번 홀', en: 'Hall 1' },
    level: { ko: '초급', en: 'Beginner' },
    bio: { ko: '등대를 지킨다.', en: 'Keeps a lighthouse.' },
  });
});

test.each([
  ['+++\ntitle = "A"\nspeaker = "Jane Doe"\nstarts = 2018-10-25T10:00:00+09:00\nduration = 40\n+++\nText.\n'],
  [
    '+++\ntitle = "A"\nstarts = 2018-10-25 10:00:00\nduration = "40m"\n[params]\nspeakers = ["Jane Doe"]\n+++\nText.\n',
  ],
  [
    '{\n "title": "A", "speakers": [{ "name": "Jane Doe" }], "starts": "2018-10-25T10:00", "ends": "10:40"\n}\nText.\n',
  ],
])('front matter in other notations says the same: %j', async (source) => {
  const [session] = (await read({ 'a.md': source })).sessions;
  expect(session && people(session)).toEqual(['Jane Doe']);
  expect([session?.starts, session?.duration]).toEqual([{ date: '2018-10-25', time: '10:00' }, 40]);
});

test('the picture of a speaker is a file of the content folder, and none from elsewhere', async () => {
  const made = await folder({
    'a.md': post(
      'A',
      'Text.',
      'speakers:\n  - { name: Jane Doe, image: me.png }\n  - { name: John Roe, image: ../../secret.png }',
    ),
  });
  await made.write('me.png', new Uint8Array([137, 80, 78, 71]));
  const library = await made.read();
  expect(library.sessions[0]?.speakers?.map(({ image }) => image?.kind)).toEqual(['file', undefined]);
  expect(codes(library)).toEqual(['missing-image:3']);
});
