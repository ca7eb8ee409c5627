import { describe, expect, it } from 'vitest';
import { session } from '#commands/session.ts';
import type { Library, Session } from '#library/model.ts';
import { encodeRoute } from '#pages/route.ts';
import { english, korean, library, post, section, session as talk } from '../../pages/build.ts';
import { controlsOf, problemsOf } from '../../pages/validate.ts';
import { complete, context, run, titleOf } from '../context.ts';

const PEOPLE = [
  { id: 'gildong-hong', names: ['홍길동', 'Gildong Hong'] },
  { id: 'minsu-kim', names: ['김민수', 'Minsu Kim'] },
  { id: 'jane-doe', names: ['제인 도', 'Jane Doe'] },
] as const;

/** A thousand talks: at twenty events of ten years, with tags and speakers. */
const one = (at: number): Session => {
  const event = at % 20;
  const { id, names } = PEOPLE[at % 3] ?? PEOPLE[0];
  const body = [section({ name: '하나', id: 'one', markdown: '글이다.' })];
  const more = { date: `${2015 + (event % 10)}-05-03`, tags: [at % 2 === 0 ? 'Kafka' : '쿠버네티스', 'all'] };
  return {
    ...talk(
      Math.floor(at / 20) + 1,
      post(`발표 ${at}`, body, { event: `항구의 날 ${event}`, ...more }),
      post(`Talk ${at}`, body, { event: `Harbor Day ${event}`, language: 'en', ...more }),
    ),
    id: `talk-${at}`,
    speakers: [
      { id, kind: 'person', name: { ko: names[0], en: names[1] }, names, title: {}, affiliation: {} },
    ],
  };
};
const thousand: Library = library(Array.from({ length: 1_000 }, (_, at) => one(at)));
const at = context(thousand);
type Typed = Readonly<Record<string, string>>;
const reply = async (args: Typed, reader = korean) => {
  const given = await run(session, args, reader, at);
  expect(problemsOf(given.page)).toEqual([]);
  return given;
};
const route = async (args: Typed) => {
  const { route: found } = await reply(args);
  return found === undefined ? undefined : encodeRoute(found);
};
const choices = (option: string, typed: string, others: Typed = {}, reader = korean) =>
  complete(session, option, typed, others, reader, at);

describe('/session narrows the index', () => {
  it.each<[Typed, string]>([
    [{ event: '항구의 날 3' }, '/i/e-hangguui-nal-3'],
    [{ event: 'Harbor Day 3' }, '/i/e-hangguui-nal-3'],
    [{ event: 'harbr day 13' }, '/i/e-hangguui-nal-13'],
    [{ event: '/i/e-hangguui-nal-3' }, '/i/e-hangguui-nal-3'],
    [{ event: '항구의 날 3 · 세션 50개' }, '/i/e-hangguui-nal-3'],
    [{ year: '2019' }, '/i/y-2019'],
    [{ year: '2019년' }, '/i/y-2019'],
    [{ tag: 'kafka' }, '/i/t-kafka'],
    [{ tag: '#Kafka' }, '/i/t-kafka'],
    [{ tag: '쿠버네티즈' }, '/i/t-kubeonetiseu'],
    [{ speaker: '홍길동' }, '/p/gildong-hong'],
    [{ event: 'Harbor Day 3', tag: 'kafka', speaker: 'Jane Doe' }, '/i/e-hangguui-nal-3/t-kafka/p-jane-doe'],
    [{ event: ' ', tag: 'kafka' }, '/i/t-kafka'],
  ])('%j', async (args, expected) => {
    expect(await route(args)).toBe(expected);
  });

  it('to the sessions that are all of it, under a title that says so', async () => {
    const { page } = await reply({ year: '2019', tag: 'kafka', speaker: 'Jane Doe' }, english);
    expect(titleOf(page)).toBe('2019 · #Kafka · Jane Doe');
    const expected = thousand.sessions.filter(
      ({ posts: [{ date = '', tags }], speakers }) =>
        date.startsWith('2019') && tags.includes('Kafka') && speakers?.[0]?.id === 'jane-doe',
    );
    expect(page.embeds[0]?.footer?.text).toContain(`${expected.length} session`);
    expect(controlsOf(page)).toContain('/p/jane-doe');
  });

  it('to a long list that its menu narrows further, by speaker too', async () => {
    const { page } = await reply({ tag: 'kafka' }, english);
    const further = controlsOf(page).filter((text) => text.startsWith('/i/t-kafka/'));
    for (const letter of ['e', 'y', 'p']) expect(further.join(' ')).toContain(`/i/t-kafka/${letter}-`);
    expect(JSON.stringify(page.components)).toMatch(/Speaker · \d+ sessions/);
  });

  it('says that nothing is all of it, and leads to each alone', async () => {
    const { page } = await reply({ event: 'Harbor Day 3', year: '2015' });
    expect(page.embeds[0]?.description).toBe(
      '조건에 모두 맞는 세션이 없습니다. 메뉴에서 하나를 골라 보세요.',
    );
    expect(controlsOf(page).slice(0, 2)).toEqual(['/i/e-hangguui-nal-3', '/i/y-2015']);
  });

  it('names what there is where nothing fits', async () => {
    const { page, route: none } = await reply({ year: '1999' }, english);
    expect(titleOf(page)).toBe('No such year');
    expect(none).toBeUndefined();
    expect(controlsOf(page)[0]).toBe('/i/y-2024');
  });

  it('and tells apart sessions of one number by it', async () => {
    expect(await route({ name: '7', event: 'Harbor Day 3' })).toBe('/s/talk-123');
    expect(await route({ name: '7', event: 'Harbor Day 4' })).toBe('/s/talk-124');
    expect(choices('name', '', { event: 'Harbor Day 4' })[0]?.value).toBe('/s/talk-4');
    expect(
      choices('name', '발표', { event: 'Harbor Day 4' }).every(
        ({ value }) => Number(/\d+/u.exec(value)?.[0]) % 20 === 4,
      ),
    ).toBe(true);
  });
});

describe('completing a filter', () => {
  it('lists events from the newest on, tags by their number, with the number of sessions', () => {
    expect(choices('event', '')[0]).toEqual({
      label: '항구의 날 9 · 세션 50개',
      value: '/i/e-hangguui-nal-9',
    });
    expect(choices('event', '', {}, english)[0]?.label).toBe('Harbor Day 9 · 50 sessions');
    expect(choices('tag', '').map(({ label }) => label)).toEqual([
      '#all · 세션 1000개',
      '#Kafka · 세션 500개',
      '#쿠버네티스 · 세션 500개',
    ]);
    expect(choices('year', '').map(({ value }) => value)[0]).toBe('/i/y-2024');
    expect(choices('speaker', '').map(({ label }) => label)[0]).toBe('홍길동 · 세션 334개');
  });

  it('keeps to what the other filters leave', () => {
    expect(choices('year', '', { event: 'Harbor Day 3' })).toEqual([
      { label: '2018 · 세션 50개', value: '/i/y-2018' },
    ]);
    expect(choices('tag', 'ka', { event: 'Harbor Day 3' })).toEqual([]);
    expect(choices('tag', 'ka', { event: 'Harbor Day 4' })[0]?.label).toBe('#Kafka · 세션 50개');
  });

  it('finds by a beginning, a typo, or first consonants', () => {
    for (const typed of ['쿠버', 'ㅋㅂㄴㅌㅅ', '쿠버네틱스', 'znqjsp'])
      expect(choices('tag', typed)[0]?.value, typed).toBe('/i/t-kubeonetiseu');
  });
});
