import { describe, expect, it } from 'vitest';
import { readQuery } from '#search/ranking/query.ts';

const wordsOf = (text: string): readonly string[] =>
  readQuery(text).words.flatMap(({ token, hint }) => (hint ? [] : [token.text]));

describe('the words of a query', () => {
  it('leave out what is not meant', () => {
    expect(wordsOf('로그 말고 클릭 기록')).toEqual(['클릭', '기록']);
    expect(wordsOf('카프카 말고')).toContain('카프카');
  });

  it('mean a phrase of the thesaurus, whatever adverb stands in it', () => {
    const meant = (text: string): string =>
      JSON.stringify(readQuery(text).words.map(({ synonyms }) => synonyms.map(({ phrases }) => phrases)));
    expect(meant('인터넷이 아예 끊겨도 돌아가나')).toContain('["오프라인"]');
    expect(meant('read the text in a picture')).toContain('["ocr"]');
  });

  it('mean less alone than in a phrase', () => {
    const weightOf = (text: string, phrase: string): number =>
      readQuery(text)
        .words.find(({ token }) => token.text.startsWith('읽어'))
        ?.synonyms.find(({ phrases }) => phrases.some((one) => one.join(' ') === phrase))?.weight ?? 0;
    expect(weightOf('사진 글씨 읽어주는 기능', '낭독')).toBeLessThan(
      weightOf('또박또박 읽어주는 기능', '낭독'),
    );
  });
});
