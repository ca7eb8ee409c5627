import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../../library/folder.ts';

const post = (date: string, title: string, opening: string, text: string): string =>
  `---\ntitle: "${title}"\ndate: ${date}\n---\n\n# Intro\n${opening}\n\n# ${title}\n\n${text}\n`;

const KOREAN = `10월 둘째 주 강릉 솔방울회관에서 열린 등대데브 2022에 다녀왔다. 등대개발자회가 주최했고 380명이 등록했다고 한다. 참가비는 만 오천 원이었다.

- 등록: 온오프믹스
- 후원: 물미역랩, 감자전자, 오징어소프트
`;
const ENGLISH = `I was at Lanternconf in the old glass works in Sundhamn for two days. It was organised by the Fyrtorn collective, about 450 people came, and tickets were 90 euros. These are my notes.`;

const BLOGS = {
  ko: {
    'content/1.md': post(
      '2022-10-20',
      '등대데브 2022(1)-로그를 줄인 이야기',
      KOREAN,
      '로그를 절반으로 줄였다.',
    ),
    'content/2.md': post(
      '2022-10-21',
      '등대데브 2022(2)-화면이 느린 까닭',
      KOREAN,
      '화면은 그림 때문에 느렸다.',
    ),
    'content/3.md': post(
      '2022-10-22',
      '등대데브 2022(3)-배포를 겁내지 않기',
      KOREAN,
      '배포는 하루에 열 번 한다.',
    ),
  },
  en: {
    'content/1.md': post('2023-05-02', 'Lanternconf(1)-Fewer logs', ENGLISH, 'They halved their logs.'),
    'content/2.md': post(
      '2023-05-03',
      'Lanternconf(2)-Slow screens',
      ENGLISH,
      'Pictures made the screens slow.',
    ),
    'content/3.md': post(
      '2023-05-04',
      'Lanternconf(3)-Fearless releases',
      ENGLISH,
      'They release ten times a day.',
    ),
  },
};

describe('what all posts of an event open with, which none of them shows', () => {
  it.each([
    ['ko', '등대데브 어디서 했어', /강릉 솔방울회관/],
    ['ko', '장소가 어디였나요', /강릉 솔방울회관/],
    ['ko', 'where was the event', /강릉 솔방울회관/],
    ['ko', '몇 명 왔어', /380명/],
    ['ko', '누가 주최했어', /등대개발자회/],
    ['ko', '참가비 얼마였어', /만 오천 원/],
    ['ko', '후원사는 어디야', /물미역랩/],
    ['en', 'where was Lanternconf held', /Sundhamn/],
    ['en', '어디서 열렸어?', /Sundhamn/],
    ['en', 'how many people were there', /450 people/],
    ['en', 'who organised it', /Fyrtorn/],
    ['en', 'how much was a ticket', /90 euros/],
  ] as const)('%s: %s', async (blog, question, told) => {
    const library = await (await folder(BLOGS[blog])).read({ defaultLanguage: blog });
    const shown = library.sessions.flatMap(({ posts: [{ sections }] }) => sections.map(({ text }) => text));
    expect(shown.join()).not.toMatch(told);
    const language = /[가-힣]/u.test(question) ? 'ko' : 'en';
    const result = (await createSearch(library)).search(question, { language });
    expect(result.verdict).toBe('answer');
    expect(plainAnswer(library, result, { locale: language, language })?.text).toMatch(told);
  });
});
