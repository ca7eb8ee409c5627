import { describe, expect, it } from 'vitest';
import type { Session, Speaker, TalkFacts } from '#library/model.ts';
import { drawPage } from '#pages/draw.ts';
import type { Page, Reader } from '#pages/model.ts';
import type { Route } from '#pages/route.ts';
import { english, korean, library, post, section, session, sources } from '../build.ts';
import { crawl } from '../crawl.ts';

const person = (ko: string, en: string, more: Partial<Speaker> = {}): Speaker => ({
  id: en.toLowerCase().replaceAll(' ', '-'),
  kind: 'person',
  name: { ko, en },
  names: [ko, en],
  title: {},
  affiliation: {},
  ...more,
});
const hong = person('홍길동', 'Gildong Hong', {
  title: { ko: '엔지니어', en: 'Engineer' },
  affiliation: { ko: '베스핀글로벌', en: 'Bespin Global' },
  url: 'https://hong.dev/',
  image: { kind: 'url', alt: '홍길동', url: 'https://hong.dev/me.png' },
});
const kim = person('김민수', 'Minsu Kim');

const talk = (number: number, facts: TalkFacts, date = '2018-10-25'): Session => ({
  ...session(
    number,
    post(`발표 ${number}`, [section({ name: '하나', id: 'one', markdown: '글이다.' })], {
      date,
      summary: '요약이다.',
    }),
    post(`Talk ${number}`, [section({ name: 'One', id: 'one', markdown: 'Text.' })], {
      date,
      language: 'en',
      summary: 'A summary.',
    }),
  ),
  ...facts,
});
const full = talk(1, {
  speakers: [hong],
  slides: [
    { url: 'https://a.dev/ko', language: 'ko' },
    { url: 'https://a.dev/en', language: 'en' },
  ],
  video: [{ url: 'https://a.dev/v', language: 'ko' }],
  code: [{ url: 'https://a.dev/c', language: 'ko' }],
  starts: { date: '2018-10-25', time: '10:00' },
  ends: { date: '2018-10-25', time: '10:40' },
  duration: 40,
  room: { ko: '그랜드볼룸', en: 'Grand Ballroom' },
  level: { ko: '초급', en: 'Beginner' },
  languages: ['en'],
});
const two = talk(2, { speakers: [kim, hong], duration: 30 }, '2017-01-01');
const organized = talk(3, {
  speakers: [
    {
      id: 'acme',
      kind: 'organization',
      name: { ko: '에이스' },
      names: ['에이스'],
      title: {},
      affiliation: { ko: '에이스' },
    },
  ],
});
const of = library([full, two, organized]);
const draw = (route: Route, reader: Reader = korean): Page => drawPage(sources(of), route, reader);
const sessionPage = (id: string, reader?: Reader): Page =>
  draw({ page: 'session', session: id, part: 1 }, reader);
const linksOf = (page: Page) =>
  page.components.flatMap(({ components }) =>
    components.flatMap((one) => ('url' in one ? [`${one.label} ${one.url}`] : [])),
  );
const textOf = (page: Page): string => page.embeds[0]?.description ?? '';

describe('the page of a session', () => {
  it.each([
    [
      korean,
      '발표: **홍길동** (엔지니어, 베스핀글로벌)\n-# 10:00–10:40 · 그랜드볼룸 · 초급 · 영어 발표\n\n요약이다.',
    ],
    [
      english,
      'Speaker: **Gildong Hong** (Engineer, Bespin Global)\n-# 10:00–10:40 · Grand Ballroom · Beginner · in English\n\nA summary.',
    ],
  ])('tells who spoke, when and where', (reader, text) => {
    expect(textOf(sessionPage('1', reader))).toBe(text);
  });

  it('has slides, recording and code beside the post, in the language that is read', () => {
    expect(linksOf(sessionPage('1'))).toEqual([
      '원문 https://example.com/posts/one',
      '슬라이드 https://a.dev/ko',
      '녹화 영상 https://a.dev/v',
      '코드 https://a.dev/c',
    ]);
    expect(linksOf(sessionPage('1', english))[1]).toBe('Slides https://a.dev/en');
  });

  it('names several speakers, with a menu; and how long a talk without hours is', () => {
    const page = sessionPage('2', english);
    expect(textOf(page)).toMatch(
      /^Speakers: \*\*Minsu Kim\*\*, \*\*Gildong Hong\*\* \(Engineer, Bespin Global\)\n-# 30 min talk\n/,
    );
    expect(JSON.stringify(page.components)).toContain('/p/minsu-kim');
  });

  it('names an organization once', () => {
    expect(textOf(sessionPage('3'))).toMatch(/^발표: \*\*에이스\*\*\n/);
  });

  it('says who wrote where nobody says who spoke', () => {
    const written = library([talk(1, { speakers: [{ ...kim, source: 'author' }] })]);
    const at = (reader: Reader) =>
      drawPage(sources(written), { page: 'session', session: '1', part: 1 }, reader);
    expect(textOf(at(korean))).toMatch(/^글: \*\*김민수\*\*\n/);
    expect(textOf(at(english))).toMatch(/^By \*\*Minsu Kim\*\*\n/);
    const page = drawPage(sources(written), { page: 'speaker', speaker: kim.id, part: 1 }, korean);
    expect(page.embeds[0]?.author?.name).toBe('글쓴이');
  });

  it('shows nothing of a talk of which nothing is known', () => {
    const bare = library([talk(1, {})]);
    expect(textOf(drawPage(sources(bare), { page: 'session', session: '1', part: 1 }, korean))).toBe(
      '요약이다.',
    );
  });

  it('puts the day beside the hour where it is not that of the post', () => {
    const later = library([talk(1, { starts: { date: '2019-01-02', time: '09:00' } })]);
    const page = drawPage(sources(later), { page: 'session', session: '1', part: 1 }, korean);
    expect(textOf(page)).toMatch(/^-# 2019년 1월 2일 · 09:00\n/);
  });

  it('takes nothing that people wrote for Markdown or a ping', () => {
    const wild = library([
      talk(1, { speakers: [person('**@everyone**', '[x](https://evil.dev)')], room: { ko: '<@1> # 방' } }),
    ]);
    const page = drawPage(sources(wild), { page: 'session', session: '1', part: 1 }, korean);
    expect(textOf(page)).toContain('\\*\\*\\@everyone\\*\\*');
    expect(textOf(page)).toContain('\\<\\@1>');
  });
});

describe('the page of a speaker', () => {
  it.each([
    [korean, '홍길동', '엔지니어, 베스핀글로벌\n-# 다른 이름: Gildong Hong', '발표 2'],
    [english, 'Gildong Hong', 'Engineer, Bespin Global\n-# Also called 홍길동', 'Talk 2'],
  ])('tells who it is, and the talks in their order', (reader, name, about, first) => {
    const page = draw({ page: 'speaker', speaker: 'gildong-hong', part: 1 }, reader);
    const [embed] = page.embeds;
    expect(embed).toMatchObject({
      title: name,
      url: 'https://hong.dev/',
      thumbnail: { url: 'https://hong.dev/me.png' },
    });
    expect(textOf(page)).toContain(about);
    expect(textOf(page).indexOf(first)).toBeLessThan(textOf(page).indexOf(first.replace('2', '1')));
    expect(JSON.stringify(page.components)).toContain('/s/2');
  });

  it('that is gone leads on', () => {
    expect(draw({ page: 'speaker', speaker: 'nobody', part: 1 }).embeds[0]?.title).toBe(
      '이제 없는 페이지입니다',
    );
  });

  it('is a press away from each of the talks, and fits Discord', () => {
    for (const reader of [korean, english])
      expect([...crawl(sources(of), reader).keys()].join('\n')).toContain('"speaker":"gildong-hong"');
  });
});
