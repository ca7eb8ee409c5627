import { describe, expect, it } from 'vitest';
import { isRemark } from '#search/answer/question/chatter/remark.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const TOLD = [
  '어제 밤새 서버 옮겼더니 눈이 뻑뻑하다',
  '테스트가 또 깨졌네',
  '저희 팀은 아직도 엑셀로 관리합니다',
  '이번 달 요금이 두 배로 나왔어요',
  '데이터 정리하다 하루 다 갔음',
  '옆자리 분이 휴가 가셨대',
  '모델 돌려놓고 커피 마시는 중',
  '로그가 너무 많아',
  '다음 주까지 보고서 써야지',
  '빌드 성공했다 드디어',
  '나 잘하고 있는 건가',
  '난 언제쯤 퇴근할까?',
  'our build broke again',
  'I spent the whole day labeling images',
  'the new model was a disappointment',
  'lost my badge on the way in',
  'my manager loves dashboards',
  'so many alerts tonight',
  'サーバーの移行で徹夜した',
  '新しいオフィスは広いです',
  'データが多すぎるよ',
];
const ASKED = [
  '데이터를 옮기지 않고 머신러닝을 하고 싶은데',
  '표준 SQL로 쿼리할 수 있어',
  '서버를 관리하지 않아도 돼',
  '초보자가 듣기 좋은 세션',
  '글자를 소리로 바꿔주는 거',
  '고객 센터에서 쓰는 서비스 있던데',
  '파이프라인이 뭔지 모르겠어요',
  '실시간 분석 사례 듣고 싶어요',
  '학습이 느릴 때 줄이는 방법',
  '이벤트 날짜 알려주시면 감사하겠습니다',
  '원본이 없어진 오래된 프로그램도 다시 살릴 수 있다던데',
  '앱 스토어',
  '행사 참가자',
  '발표 청중',
  '대조군 실험군',
  '행사가 열린 해',
  '컨트롤 타워',
  '명령어',
  '개발자',
  '내가 들을 만한 세션이 있을까?',
  '장점 세 가지',
  'AI 성숙도 네 단계',
  'a service that is fully managed',
  'chip made for small devices',
  'tools they use for cleaning data',
  'I want to know when it ended',
  'we are looking for a dashboard tool',
  'time to train a model',
  'real-time analytics',
  '機械学習の利点',
  'セッションの一覧が見たいので教えて',
  '初心者向けのセッションある',
];

describe('remarks', () => {
  it.each(TOLD)('%s asks for nothing', (text) => {
    expect(isRemark(text)).toBe(true);
  });

  it.each(ASKED)('%s is asked', (text) => {
    expect(isRemark(text)).toBe(false);
  });
});

describe('what is told and not asked', async () => {
  const { search } = await openCorpus('full');

  it.each(TOLD)('%s shows nothing', (text) => {
    expect(search.search(text).verdict).toBe('none');
  });

  it.each(['저녁 뭐 먹을까', '우리 어디 갈까', 'are you asleep', 'how was your weekend'])(
    '%s names nothing and shows nothing',
    (text) => {
      expect(search.search(text).verdict).toBe('none');
    },
  );

  it('is asked where it ends in what is asked of the talks', () => {
    expect(search.search('행사 어젠다').answer).toMatchObject({ kind: 'facts', fact: { about: 'list' } });
  });

  it('is asked where it names a topic', () => {
    expect(search.search('쿠브플로우 좋은 점이 세 가지라던데').verdict).toBe('answer');
    expect(search.search('kubeflow is what I wanted to hear of').verdict).not.toBe('none');
  });
});
