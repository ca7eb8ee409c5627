import { describe, expect, it } from 'vitest';
import { demandsOf } from '#search/answer/question/demandedFacts.ts';
import { readWordList } from '#search/words/lists/wordList.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const { search } = await openCorpus('full');

const told = (question: string, text: string): boolean =>
  demandsOf(question).length > 0 && demandsOf(question).every((tells) => tells.test(text));

describe('facts that few posts tell', () => {
  it.each(['facts', 'measures'])('%s are listed by what asks for each, and what tells it', (list) => {
    const heads = readWordList(`words/${list}.txt`).filter((line) => !line.includes(' = '));
    expect(heads.map((line) => line.slice(0, line.indexOf(':')))).toEqual(
      heads.map((_, at) => (at % 2 === 0 ? 'asks' : 'tells')),
    );
  });

  it.each([
    ['빅쿼리 가격', '한 달에 5,000원입니다.'],
    ['키트 어디서 사?', '온라인 매장에서 판매합니다.'],
    ['where can I buy the kit', 'It is sold in our shop.'],
    ['코랄 언제 나왔어', '2019년에 나왔습니다.'],
    ['latest version of Bun', 'It is version 1.2 now.'],
    ['이거 오픈소스야?', '라이선스는 MIT입니다.'],
    ['who founded Wemakeprice', 'Its founder gave the talk.'],
    ['TPU 누가 만들었어', 'Google이 설계한 칩입니다.'],
    ['텐서플로우 설치', 'pip install tensorflow'],
    ['몇 층 무슨 홀에서 해', '3층 그랜드볼룸 홀입니다.'],
    ['which floor is it on', 'The hall is on the second floor.'],
    ['고객센터 번호 아시는 분', '문의는 1588-0000으로 하면 됩니다.'],
    ['서버 한 대에 시간당 얼마 나와요', '한 시간에 300원입니다.'],
    ['요금제 가격 알려 주세요', '한 달에 9,900원입니다.'],
    ['카프카 만든 회사가 어디였죠', 'LinkedIn이 만든 메시지 큐입니다.'],
    ['카프카 누가 만들었어', '링크드인이 만들어 재단에 기증한 메시지 큐입니다.'],
    ['쿠브플로우 라이선스가 뭐야', 'Apache 2.0입니다.'],
    ['빅쿼리 경쟁사 누구 있어', '경쟁 제품은 스노우플레이크입니다.'],
    ['what are its minimum specs', 'It requires two cores.'],
    ['빅쿼리 무료 티어 있나요', '매달 1TB까지 무료입니다.'],
  ])('%s is told by %s', (question, text) => {
    expect(told(question, text)).toBe(true);
    expect(told(question, '모델을 빠르게 돌립니다.')).toBe(false);
  });

  it.each([
    '빅쿼리 장점이 뭐야',
    '언제 엣지에서 처리해',
    '요금 아끼는 법',
    '오픈소스 도구 뭐 써',
    'where do the results get sent?',
    '가격을 예측하는 모델',
    '급한 사진부터 보게 만든 병원이 어디였죠',
  ])('%s asks for none', (question) => {
    expect(demandsOf(question)).toEqual([]);
  });

  it.each([
    '빅쿼리 가격',
    '텐서플로우 최신 버전',
    '위메프 주가',
    '텐서플로우 설치',
    '쿠브플로우 어디서 사?',
    'who founded Wemakeprice',
    'where can I buy BigQuery',
    'latest version of TensorFlow',
    'Cloud AutoML release date',
    'is BigQuery open source',
    '오토엠엘 만든 사람 누구야',
    '코엑스 주차 되나요',
    'what accuracy did the video search reach',
  ])('%s is not answered where no post tells it', (question) => {
    expect(search.search(question).verdict).not.toBe('answer');
  });
});
