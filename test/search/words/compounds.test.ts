import { describe, expect, test } from 'vitest';
import { wordsIn } from '#search/words/compounds.ts';

const written = (word: string): boolean => word === '만보기';

describe('words typed together', () => {
  test.each([
    ['에러메세지', '에러 메세지'],
    ['번역데이터', '번역 데이터'],
    ['사진속', '사진 속'],
    ['엣지속도', '엣지 속도'],
    ['엣지앱도', '엣지 앱도'],
    ['왜느려졌대', '왜 느려졌대'],
    ['내가만든', '내가 만든'],
    ['고객센터챗봇만들기', '고객센터 챗봇 만들기'],
    ['만보기앱', '만보기 앱'],
  ])('%s', (run, words) => {
    expect(wordsIn(run, written)?.join(' ')).toBe(words);
  });

  test.each(['망한다고', '그라파나', '쿠브플로우', '도선사닷컴', '회사들이', '라이브러리', '엣지쪽도'])(
    '%s is one word',
    (run) => {
      expect(wordsIn(run, written)).toBeUndefined();
    },
  );
});
