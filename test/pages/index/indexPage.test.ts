import { describe, expect, test } from 'vitest';
import type { Library, Post } from '#library/model.ts';
import { drawPage } from '#pages/draw.ts';
import type { Page } from '#pages/model.ts';
import { type Route, readControl } from '#pages/route.ts';
import { english, korean, library, post, section, session, sources } from '../build.ts';
import { crawl } from '../crawl.ts';

/** A library with a session for each of the given posts. */
const libraryOf = (posts: readonly Partial<Post>[]): Library =>
  library(
    posts.map((more, at) => ({
      ...session(
        at + 1,
        post(`글 ${at + 1}`, [section({ name: '하나', markdown: '글이다.' })], { track: undefined, ...more }),
      ),
      id: `talk-${at + 1}`,
      number: undefined,
    })),
  );
const draw = (of: Library, route: Partial<Extract<Route, { page: 'index' }>> = {}): Page =>
  drawPage(sources(of), { page: 'index', part: 1, ...route }, korean);
const description = (page: Page): string => page.embeds[0]?.description ?? '';
const menus = (page: Page): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    page.components.flatMap(({ components }) =>
      components.flatMap((one) =>
        'options' in one ? [[one.placeholder ?? '', one.options.map(({ label }) => label)]] : [],
      ),
    ),
  );

/** Sessions of ten years from 2015 on, with two tags. */
const years = (count: number): readonly Partial<Post>[] =>
  Array.from({ length: count }, (_, at) => ({
    event: undefined,
    date: `${2015 + (at % 10)}-03-0${1 + (at % 9)}`,
    tags: at % 2 === 0 ? ['kafka', 'all'] : ['all'],
  }));

describe('an index of a few sessions', () => {
  test('has a heading for each event, and none for sessions without one', () => {
    const page = draw(
      libraryOf([{ event: '봄 모임' }, { event: undefined }, { event: '가을 모임' }, { event: '봄 모임' }]),
    );
    expect(description(page).match(/^.*(?:###|\*\*글).*$/gmu)).toEqual([
      '**글 2**',
      '### 봄 모임',
      '**글 1**',
      '**글 4**',
      '### 가을 모임',
      '**글 3**',
    ]);
    expect(menus(page)['행사 고르기']).toEqual(['봄 모임', '가을 모임', '그 밖의 세션']);
  });

  test('has neither headings nor a menu of events where there is none', () => {
    const page = draw(libraryOf([{ event: undefined }, { event: undefined }]));
    expect(description(page)).not.toContain('#');
    expect(Object.keys(menus(page))).toEqual(['세션 고르기']);
  });
});

describe('an index of many sessions', () => {
  test('without events names the years, newest first, and those without a date', () => {
    const page = draw(libraryOf([...years(40), { event: undefined, date: undefined }]));
    expect(menus(page)).toEqual({
      '연도 고르기': [
        '2024',
        '2023',
        '2022',
        '2021',
        '2020',
        '2019',
        '2018',
        '2017',
        '2016',
        '2015',
        '날짜 없음',
      ],
      '목록 좁혀 보기': ['#all', '#kafka'],
    });
    expect(description(page)).toMatch(/^\*\*2024\*\* · 세션 4개\n/u);
  });

  test('names the events where most sessions have one, and the years beside the tags', () => {
    const page = draw(libraryOf(years(30).map((one, at) => ({ ...one, event: `모임 ${at % 3}` }))));
    expect(menus(page)['행사 고르기']).toHaveLength(3);
    expect(menus(page)['목록 좁혀 보기']?.slice(0, 2)).toEqual(['2024', '2023']);
  });

  test('the page of a year, an event or a tag lists its sessions, and leads back', () => {
    const of = libraryOf(years(40));
    const page = draw(of, { groups: ['y-2016'] });
    expect(page.embeds[0]?.title).toBe('2016');
    expect(menus(page)['세션 고르기']).toEqual(['글 32', '글 22', '글 12', '글 2']);
    expect(draw(of, { groups: ['t-kafka'] }).embeds[0]?.footer?.text).toContain('세션 20개');
    expect(draw(of, { groups: ['y-1999'] })).toEqual(draw(of));
  });

  test('the page of a tag keeps the sessions of an event together, in reading order', () => {
    const events = ['봄', '가을', '봄', '가을', '봄', undefined];
    const of = libraryOf(
      events.map((event, at) => ({
        event,
        date: `2020-01-0${9 - at}`,
        tags: ['kafka'],
        title: `글 ${at + 1}`,
      })),
    );
    const page = draw(of, { groups: ['t-kafka'] });
    expect(menus(page)['세션 고르기']).toEqual(['글 1', '글 3', '글 5', '글 2', '글 4', '글 6']);
    expect(description(page).match(/### /gu)).toHaveLength(3);
  });

  test('of a thousand sessions reaches each from its first page, at most three presses away', () => {
    const of = libraryOf(years(1_000));
    const reached = new Set<string>();
    let pages: readonly Page[] = [draw(of)];
    for (let presses = 1; presses <= 3; presses += 1) {
      const routes = pages
        .flatMap(({ components }) => components.flatMap((row) => row.components))
        .flatMap((one) => ('options' in one ? one.options.map(({ value }) => value) : []))
        .flatMap((value) => readControl(value)?.route ?? []);
      for (const route of routes) if (route.page === 'session') reached.add(route.session);
      pages = routes
        .filter(({ page }) => page === 'index')
        .map((route) => drawPage(sources(of), route, korean));
    }
    expect(reached.size).toBe(1_000);
  });

  test('every page of it is within the limits of Discord, in each language', () => {
    const of = libraryOf(
      years(120).map((one, at) => ({ ...one, event: at % 4 === 0 ? `모임 ${at % 40}` : undefined })),
    );
    for (const reader of [korean, english]) expect(crawl(sources(of), reader, 100).size).toBe(100);
  });
});
