import { describe, expect, test } from 'vitest';
import { isRunTogether, withSpaces } from '#search/words/runTogether.ts';

const written = (word: string): boolean => ['위메프', '빅쿼리', '쿠브플로우'].includes(word);

describe('text without spaces', () => {
  test.each([
    ['러닝레이트설명좀', '러닝 레이트 설명좀'],
    ['네번째세션뭐다룸', '네번째 세션 뭐 다룸'],
    ['쿠브플로우사내서버에서도돌아감?', '쿠브플로우 사내 서버에서도 돌아감?'],
    ['위메프가빅쿼리에데이터넣을때거친툴이름', '위메프가 빅쿼리에 데이터 넣을때 거친 툴 이름'],
    ['데이터레이크랑데이터웨어하우스차이', '데이터레이크랑 데이터웨어하우스 차이'],
    ['API는왜안썼는지설명좀', 'API는 왜 안 썼는지 설명좀'],
  ])('%s', (typed, read) => {
    expect(isRunTogether(typed)).toBe(true);
    expect(withSpaces(typed, written)).toBe(read);
  });

  test.each([
    '코어위브클라우드',
    '하이드로포니스가 뭐야?',
    '행사일이 언제인지요',
    '번역할 글이 무슨 언어인지 몰라도 되나요',
    'how does BigQuery ML work',
    '',
  ])('%s stays as it is', (typed) => {
    expect(withSpaces(typed, written)).toBe(typed);
  });

  test('spaces that are there are no sign of it', () => {
    expect(isRunTogether('번역할 글이 무슨 언어인지 몰라도 되나요')).toBe(false);
  });
});
