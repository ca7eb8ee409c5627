import { describe, expect, it } from 'vitest';
import { namesAtWork, namesWhoDid } from '#search/answer/sentences/persons.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../../library/folder.ts';

describe('sentences that name somebody', () => {
  it.each([
    '처음은 가마코리아 박지훈 이사가 이전 경험을 풀었다.',
    '두 번째로 한서윤 엔지니어가 다시 짠 과정을 설명했다.',
    '예측 모델이 틀렸을 때 - 남궁현 박사',
    'Another good one was by Oscar Lindqvist, Lead Researcher at Kiln & Co.',
    "First up, Redpine's design director - Lena Brandt - argued for small teams.",
    'The panel on hiring juniors was moderated by Amara Obi.',
    'Moderated by: Cory Libson',
    'Bea Castellanos (firmware engineer) explained why they left.',
  ])('with what they do: %s', (sentence) => {
    expect(namesAtWork(sentence)).toBe(true);
  });

  it.each([
    'Rachel Stein (ex-Navy) opened with parcel notices.',
    'The evening opened with Haruto Mori showing a weather station.',
    'nobody reads them, and Tom Vance told the story of the pager',
  ])('with what they did: %s', (sentence) => {
    expect(namesWhoDid(sentence)).toBe(true);
  });

  it.each([
    'Google Cloud released a new engine.',
    'The lead time is two weeks.',
    '전문성 있는 개발자가 설명했다.',
    '새 도구를 쓰는 엔지니어 열 명.',
    'Cloud Storage opened in Seoul.',
  ])('none: %s', (sentence) => {
    expect(namesAtWork(sentence) || namesWhoDid(sentence)).toBe(false);
  });
});

describe('who is asked for', () => {
  it.each([
    ['유약을 새로 배합한 얘기 누가 했어', '한서윤'],
    ['who warned about asking only happy customers', 'Oscar Lindqvist'],
    ['who talked about thieves at the kiln?', 'Rachel Stein'],
  ])('is told by a sentence that names them in passing: %s', async (question, name) => {
    const notes = `# 가마 밋업 메모

두 번째로 한서윤 엔지니어가 유약을 새로 배합한 이야기를 했다. 대기 시간이 절반이 됐다고 한다.

Another good one was by Oscar Lindqvist, Lead Researcher at Redpine. He warned against asking only happy customers.

Rachel Stein (ex-Navy) opened with thieves at the kiln. One in nine pots is gone.

피자가 식어서 아쉬웠다.
`;
    const library = await (await folder({ 'notes.md': notes })).read();
    const result = (await createSearch(library)).search(question);
    expect(result.verdict).toBe('answer');
    expect(result.passages[0]?.quote).toContain(name);
  });
});
