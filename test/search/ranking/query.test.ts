import { describe, expect, it } from 'vitest';
import { readQuery } from '#search/ranking/query.ts';

const wordsOf = (text: string): readonly string[] =>
  readQuery(text).words.flatMap(({ token, hint }) => (hint ? [] : [token.text]));

describe('the words of a query', () => {
  it('leave out what is not meant', () => {
    expect(wordsOf('로그 말고 클릭 기록')).toEqual(['클릭', '기록']);
    expect(wordsOf('카프카 말고')).toContain('카프카');
  });
});
