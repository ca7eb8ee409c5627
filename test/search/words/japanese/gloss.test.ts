import { describe, expect, it } from 'vitest';
import { koreanGloss } from '#search/words/japanese/gloss.ts';
import { koreanReading } from '#search/words/japanese/readings.ts';
import { readWordList } from '#search/words/lists/wordList.ts';

describe('a Japanese question in Korean', () => {
  it.each([
    ['IoT Coreのサービス終了日はいつですか', 'IoT Core 서비스 종료일 언제예요'],
    ['エッジコンピューティングとは何ですか', '에지 컴퓨팅 뭐예요'],
    ['データスタジオって何？', '데이터 스튜디오 뭐예요'],
    ['TPUを設計した会社はどこ？', 'TPU 설계하는 회사 어디'],
    ['移行に何か月かかりましたか', '이전 몇 개월 걸리나요'],
    ['通知はどうやって減らした？', '알림 어떻게 줄이나요'],
    ['他社のツールも接続できますか', '다른 회사 도구도 연결하나요'],
    ['Data StudioとDatalabの違いは？', 'Data Studio와 Datalab 차이 뭐예요'],
    ['ＢｉｇＱｕｅｒｙの特徴を教えて', 'BigQuery 특징 알려 줘'],
    ['クバネティスは無料？', '쿠버네티스 무료'],
    ['なぜ開発を諦めた？', '왜 개발 포기하나요'],
    ['データベースを乗り換えた理由', '데이터베이스 갈아타다 이유'],
    ['グレゴリ・パーカーの発表', '그레고리 파카 발표'],
    ['데이터 레이크の特徴は？', '데이터 레이크 특징 뭐예요'],
    ['양자화のエンジニアの年収はいくら', '양자화 개발자 연봉 얼마'],
    ['파티션と클러스터링を説明してください', '파티션 클러스터링 알려 줘'],
  ])('reads %s as %s', (asked, read) => {
    expect(koreanGloss(asked)).toBe(read);
  });

  it.each(['BigQuery가 뭐야', 'what is BigQuery', '42', '', '데이터 データ', 'ありがとう가 뭐야'])(
    'leaves %s alone',
    (text) => {
      expect(koreanGloss(text)).toBeUndefined();
    },
  );

  it('ends for every text', () => {
    for (const text of ['々', '〜', 'ー', 'ん', '嘘嘘嘘', 'ゑゐ', '何', '何何何', 'する', '・・・', 'ッ'])
      expect(koreanGloss(text)?.length ?? 0).toBeLessThan(20);
  });
});

describe('the Korean reading of Chinese characters', () => {
  it.each([
    ['終了日', '종료일'],
    ['会社', '회사'],
    ['料金', '요금'],
    ['資料', '자료'],
    ['比率', '비율'],
    ['確率', '확률'],
    ['不正', '부정'],
    ['不満', '불만'],
    ['女子', '여자'],
    ['論理', '논리'],
  ])('%s is %s', (word, reading) => {
    expect(koreanReading(word)).toBe(reading);
  });

  it('is not made up', () => {
    expect(koreanReading('終𠮟')).toBeUndefined();
  });
});

describe('the lists', () => {
  it('give each character one reading, and each word one meaning', () => {
    const characters = readWordList('japanese/kanji.txt').flatMap((line) => {
      expect(line).toMatch(/^[가-힣] [一-鿿]+$/u);
      return [...line.slice(2)];
    });
    expect(new Set(characters).size).toBe(characters.length);
    const words = readWordList('japanese/words.txt').flatMap((line) => {
      expect(line).toMatch(
        /^[가-힣]+(?: [가-힣]+)*\|[ぁ-ヺ一-鿿々ー〆\dA-Z]+(?: [ぁ-ヺ一-鿿々ー〆\dA-Z]+)*$/u,
      );
      return line.slice(line.indexOf('|') + 1).split(' ');
    });
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });
});
