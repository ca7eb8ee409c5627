import { describe, expect, it } from 'vitest';
import { isErrand } from '#search/answer/question/chatter/errand.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

describe('errands', () => {
  it.each([
    '파이썬 리스트 정렬하는 코드 짜줘',
    '노래 틀어 줘',
    '택배 송장번호 조회해줘',
    '농담 하나 해줘',
    '알람 맞춰주세요',
    '오늘 며칠이야',
    '지금 몇 시야',
    'play some music',
    'write me a poem',
    'what time is it?',
    'translate this to Spanish',
    'remind me to buy milk',
    'remind me at 5',
  ])('%s asks for nothing that a text tells', (text) => {
    expect(isErrand(text)).toBe(true);
  });

  it.each([
    '빅쿼리 설명해줘',
    '장점 설명해주실 분 있나요',
    '첫 세션 요약 좀 해줘',
    '장점 알려줘',
    '세션 추천해 줘',
    '번역 API 언어 자동으로 감지해줘?',
    'CSI 구체적으로 무슨 일까지 해줘',
    '이 API는 뭘 알아서 해줘',
    'CNN이랑 RNN 뭐가 달라',
    'translate API',
    'play store data',
    'call center ai',
    '이 행사 며칠에 했어',
    'remind me what BigQuery is',
    'remind me of the date of the event',
  ])('%s is asked of the posts', (text) => {
    expect(isErrand(text)).toBe(false);
  });
});

describe('questions of everyday life', async () => {
  const { search } = await openCorpus('devfest');
  it.each([
    '힘들다',
    '무슨 말인지 모르겠어',
    '주말에 뭐했어',
    '코드 리뷰 좀 해주실 분',
    '노래 하나 불러줘',
    'sounds good',
    'testing 123',
    '테스트 테스트',
    'hello world',
    '나 지금 버스',
  ])('%s is small talk, in whatever words a section says it', (text) => {
    expect(search.search(text).verdict).toBe('none');
  });
  it.each(['파이썬 배우고 싶어', 'I want to learn Python', '영어 공부하고 싶다', 'recommend a movie'])(
    '%s is not told by a text that only mentions it',
    (text) => {
      expect(search.search(text).verdict).not.toBe('answer');
    },
  );
  it.each(['자기소개서 쓰는 법', '꿈에 뱀이 나왔어', '노래 틀어줘'])(
    '%s is not answered: no noun of it is there',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );
});
