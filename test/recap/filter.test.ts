import { describe, expect, it } from 'vitest';
import type { Library, Speaker } from '#library/model.ts';
import { filterChoices, filterName, findFilters, resolveFilter } from '#recap/filter.ts';
import { itemsThrough } from '#recap/items.ts';
import { library, post, section, session, topic } from '../pages/build.ts';

const speaker = (id: string, name: string, ...others: readonly string[]): Speaker => ({
  id,
  kind: 'person',
  name: { ko: name },
  names: [name, ...others],
  title: {},
  affiliation: {},
});

const talk = (number: number, tags: readonly string[], speakers: readonly Speaker[], event = 'AI Fest') => ({
  ...session(
    number,
    post(`Talk ${number}`, [section({ name: `Part ${number}`, markdown: '글' })], { tags, event }),
  ),
  speakers,
});

const of: Library = library(
  [
    talk(1, ['Web', 'AI'], [speaker('hong', '홍길동', 'Gildong Hong')]),
    talk(2, ['web'], [speaker('kim', '김철수')], 'DevFest'),
    talk(3, [], [speaker('hong', '홍길동', 'Gildong Hong')]),
  ],
  [
    topic('part-2', [{ session: '2', section: 'part-2' }], {
      name: { ko: '둘째 부분' },
      aliases: ['두번째'],
    }),
  ],
);

const through = (typed: string, unit: 'session' | 'topic' = 'session') =>
  itemsThrough(of, unit, 'ko', resolveFilter(of, typed)).map(({ id }) => id);

describe('a filter', () => {
  it.each([
    ['web', ['1', '2']],
    ['WEB', ['1', '2']],
    ['ai fest', ['1', '3']],
    ['홍길동', ['1', '3']],
    ['gildong', ['1', '3']],
    ['speaker:kim', ['2']],
    ['두번째', ['2']],
    ['tag:ai', ['1']],
  ])('by event, tag, speaker or topic, as it is typed: %s', (typed, sessions) => {
    expect(through(typed)).toEqual(sessions);
  });

  it('lets through the topics that its sessions are about', () => {
    expect(through('김철수', 'topic')).toEqual(['part-2']);
    expect(through('홍길동', 'topic')).toEqual([]);
  });

  it('is offered with what there is, the most first, and named in the reader’s language', () => {
    expect(
      filterChoices(of).map(({ filter: { kind, value }, sessions }) => `${kind} ${value} ${sessions}`),
    ).toEqual([
      'event AI Fest 2',
      'event DevFest 1',
      'topic part-2 1',
      'speaker hong 2',
      'speaker kim 1',
      'tag Web 2',
      'tag AI 1',
    ]);
    expect(filterName(of, { kind: 'topic', value: 'part-2' }, ['ko'])).toBe('둘째 부분');
    expect(filterName(of, { kind: 'speaker', value: 'gone' }, ['ko'])).toBe('gone');
    expect(findFilters(of, 'tag:', 9)).toEqual([]);
  });

  it('that may mean several things, or nothing, is none; an event may be still to come', () => {
    expect(resolveFilter(of, 'fest')).toBeUndefined();
    expect(resolveFilter(of, 'nothing')).toBeUndefined();
    expect(resolveFilter(of, 'speaker:nobody')).toBeUndefined();
    expect(resolveFilter(of, 'event: DevFest 2030')).toStrictEqual({ kind: 'event', value: 'DevFest 2030' });
    expect(through('event:DevFest 2030')).toEqual([]);
  });
});
