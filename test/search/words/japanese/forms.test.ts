import { describe, expect, test } from 'vitest';
import { japaneseForms, loanWordsIn } from '#search/words/japanese/forms.ts';

describe('Japanese words', () => {
  test.each([
    ['設計', '설계'],
    ['料理', '요리'],
    ['年月', '연월'],
    ['効率', '효율'],
    ['確率', '확률'],
    ['更新', '갱신'],
    ['使っ', '사용'],
    ['見つけ', '찾다'],
    ['サーバー', 'server'],
    ['サービス', 'servic'],
  ])('%s is %s', (word, form) => {
    expect(japaneseForms(word)).toContain(form);
  });

  test.each(['とは', 'ベスピン', '漢', 'です'])('%s is in no list', (word) => {
    expect(japaneseForms(word)).toEqual([]);
  });

  test('loan words typed as one', () => {
    expect(loanWordsIn('エッジコンピューティング')).toEqual(['エッジ', 'コンピューティング']);
    expect(loanWordsIn('ベスピングローバル')).toEqual(['ベスピン', 'グローバル']);
    expect(loanWordsIn('サーバー')).toBeUndefined();
    expect(loanWordsIn('漢字')).toBeUndefined();
  });
});
