import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSession } from '#library/find.ts';
import { readLibrary } from '#library/read.ts';
import { onlyPost, section } from './folder.ts';

const library = await readLibrary({
  dir: join(import.meta.dirname, 'fixtures', 'quirks'),
  defaultLanguage: 'en',
});
const post = onlyPost(library);

test('a hand-written Korean post gives event, track, number, title, date and language', () => {
  expect(library.sessions[0]?.id).toBe('quirks');
  expect(findSession(library, '3')).toBe(library.sessions[0]);
  expect(library.sessions[0]?.number).toBe(3);
  expect(post).toMatchObject({
    event: 'Harbor Tech Day',
    track: '바다를 읽는 데이터와 로봇',
    title: '항해사를 위한 Tide Platform 안내',
    date: '2021-04-09',
    language: 'ko',
    tags: ['Meetup'],
  });
});

test('every heading becomes a section, bold lines nested under the heading before', () => {
  expect(post.sections.map(({ depth, numeral, name }) => [depth, numeral, name])).toEqual([
    [1, undefined, 'Intro'],
    [1, undefined, '항해사를 위한 Tide Platform 안내'],
    [2, 'Ⅰ', '물때에서 항로를 얻기까지 - 단계별 도구'],
    [3, undefined, 'Tide Prep'],
    [3, undefined, 'Data Buoy'],
    [3, undefined, 'TideQuery ML'],
    [3, undefined, '등대 AI 도구'],
    [3, undefined, '항로 계산 엔진'],
    [2, 'Ⅱ', '선장의 사례(푸른호)'],
    [2, 'Ⅱ', '정리'],
  ]);
  expect(post.sections.find(({ lead }) => lead)?.name).toBe(post.title);
});

test('placeholders become captions and never text', () => {
  expect(section(post, 'tide-prep').captions).toEqual(['사진 없음']);
  expect(section(post, 'tide-prep').text).toBe('');
  expect(section(post, 'data-buoy').captions).toEqual(['부표가 보낸 표']);
  expect(post.sections.find((one) => one.name.startsWith('선장'))?.captions).toEqual(['영상']);
  for (const { text } of post.sections) expect(text).not.toMatch(/사진|영상/u);
  expect(post.summary).not.toContain('사진');
});

test('what stands under a bold line in the same paragraph is its text', () => {
  const { text, blocks } = section(post, 'tidequery-ml');
  expect(text).toBe('"자료가 있는 자리에서 배우자"는 생각으로 만들었다. 자료를 옮기지 않는다.');
  expect(blocks.map((block) => block.type)).toEqual(['paragraph']);
});

test('the summary opens with the text under the title, whole sentences', () => {
  expect(post.summary).toBe(
    '"바다는 누구에게나 열려 있습니다." 항해사마다 아는 것이 다르므로 도구도 여러 단계로 나뉜다. 네 단계는 관측, 전송, 보관, 예보 순서로 이어진다.',
  );
});

test('headings in brackets are topics, structure is none', () => {
  const names = library.topics.map((topic) => Object.values(topic.name)[0]);
  for (const name of ['Tide Prep', 'Data Buoy', 'TideQuery ML', '등대 AI 도구'])
    expect(names, name).toContain(name);
  for (const name of ['Intro', '정리', post.title]) expect(names, name).not.toContain(name);
  const ids = post.sections.map(({ id }) => id);
  expect(ids.slice(ids.indexOf('data-buoy') - 1).slice(0, 3)).toEqual([
    'tide-prep',
    'data-buoy',
    'tidequery-ml',
  ]);
  expect(ids[0]).toBe('intro');
});

test('empty sections are named with their lines', () => {
  expect(library.findings.map(({ level, line, code }) => [level, line, code])).toEqual([
    ['warning', 32, 'empty-section'],
    ['warning', 36, 'empty-section'],
    ['warning', 57, 'empty-section'],
  ]);
});
