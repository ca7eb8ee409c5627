import { describe, expect, it } from 'vitest';
import { openCorpus } from '../../relevance/corpora.ts';

const { library, search } = await openCorpus('full');

describe('what the posts do not tell of a thing that they hold', () => {
  it.each([
    ['{} 무게가 몇 그램이야', 'ko'],
    ['{} 소비 전력은?', 'ko'],
    ['{} 경쟁 제품 뭐 있음', 'ko'],
    ['{} 단축키 알려줘', 'ko'],
    ['{} 깃허브 스타 몇 개임', 'ko'],
    ['{} 왜 안 켜져요?', 'ko'],
    ['{} 누가 인수했어요?', 'ko'],
    ['{} 맛있어?', 'ko'],
    ['{} 500 에러', 'ko'],
    ['How heavy is {}?', 'en'],
    ['market cap of {}', 'en'],
    ['keyboard shortcuts for {}', 'en'],
    ['how many stars does {} have on GitHub', 'en'],
    ['is {} waterproof', 'en'],
    ['who owns {}?', 'en'],
    ['how old is {}', 'en'],
    ['{}の株価を教えて', 'ja'],
    ['{}の消費電力は何ワット？', 'ja'],
    ['{}の開発者の出身大学は？', 'ja'],
    ['{}の待ち受け音を変えたい', 'ja'],
    ['{} 발표자 고향이 어디래', 'ko'],
    ['{} 발표한 사람 안경 썼어?', 'ko'],
    ['did the {} speaker bring his dog', 'en'],
    ['how many claps did the post about {} get', 'en'],
    ['character count of the {} article', 'en'],
    ['{} 자격증 난이도', 'ko'],
    ['{} 동호회 어디 있어', 'ko'],
    ['who is the mascot of {}', 'en'],
    ['{} typeface licence', 'en'],
    ['has {} had a data breach', 'en'],
    ['roll {} back to an older version', 'en'],
    ['{} 이용 약관 어디 있어요', 'ko'],
    ['{} 패치노트 봤어?', 'ko'],
    ['is there a {} audit log', 'en'],
    ['{}の利用規約はどこ', 'ja'],
    ['{} 익히는 데 얼마나 걸려', 'ko'],
    ['how long would it take to master {}', 'en'],
    ['{} 서버 몇 코어 필요함', 'ko'],
    ['{} 램 몇 기가 있어야 해', 'ko'],
    ['how much RAM will {} need', 'en'],
    ['{} 만든 회사 어디에 있어', 'ko'],
    ['{} 상담 번호', 'ko'],
    ['how many photos does {} need at least', 'en'],
    ['{} support number', 'en'],
    ['{} 어떻게 읽는 거야 발음', 'ko'],
    ['which language was {} implemented in', 'en'],
    ['{} 인터뷰 후기', 'ko'],
    ['can I use {} without internet', 'en'],
  ] as const)('%s', (template, language) => {
    const names = ['Kubeflow', 'BigQuery ML', language === 'en' ? 'HyperTune' : '하이퍼튠'];
    const answered = names.filter((name) => {
      const { verdict } = search.search(template.replace('{}', name), { language });
      return verdict === 'answer';
    });
    expect(answered).toEqual([]);
  });

  it.each([
    ['쿠브플로우 사내 서버에서도 돌아가?', 'ko'],
    ['kubeflowってオンプレでも動く？', 'ja'],
    ['BigQuery는 데이터 얼마나 큰 것까지 다뤄?', 'ko'],
    ['how much data can bigquery hold', 'en'],
    ['selling points of Cloud ML Engine', 'en'],
    ['번역 API는 몇 개 언어를 지원해', 'ko'],
    ['텐서플로는 어디서 만든거임', 'ko'],
    ['빅쿼리는 서버 관리 안 해도 돼?', 'ko'],
    ['구글 클라우드 더 배우고 싶으면 어느 사이트로 가래?', 'ko'],
    ['구글 클라우드를 온라인으로 더 공부하려면 어느 사이트로 가면 되나요?', 'ko'],
    ['Which company came up with CSI?', 'en'],
    ['데이터를 옮기지 않고 머신러닝을 할 수 있나요', 'ko'],
  ] as const)('what they tell is answered: %s', (question, language) => {
    expect(search.search(question, { language }).verdict).toBe('answer');
  });

  it.each(['IoT Core는 배당금 주나요', 'Cloud IoT Core 마스코트 있어요?', 'IoT Core 사내 식당 맛있어요?'])(
    'that a thing has ended tells nothing of %s',
    (question) => {
      expect(search.search(question).verdict).not.toBe('answer');
    },
  );

  it.each(['IoT Core 지금 가입하면 쓸 수 있나요', 'can I still buy IoT Core'])(
    '%s is told by its end',
    (question) => {
      expect(search.search(question).verdict).toBe('answer');
    },
  );

  it.each(['비전 api로 만든 게임', '위메프에서 파는 신발', '하이퍼튠 배우는 책', '코랄 들어간 냉장고'])(
    'something else is described by it: %s',
    (description) => {
      expect(search.search(description, { language: 'ko' }).verdict).not.toBe('answer');
    },
  );

  it('is told with what is known of it', () => {
    const topic = library.topics.find(({ id }) => id === 'kubeflow');
    expect(topic?.about.length).toBeGreaterThan(0);
    expect(search.search('Kubeflow 무게', { language: 'ko' })).toMatchObject({ verdict: 'maybe' });
  });
});

describe('what has become of a thing', () => {
  it.each([
    ['BigQuery 아직 있어?', 'ko'],
    ['데이터 웨어하우스 서비스 종료했어?', 'ko'],
    ['구문 분석 지금도 쓸 수 있나', 'ko'],
    ['MySQL 망함?', 'ko'],
    ['에지 컴퓨팅의 새 이름이 뭐였지', 'ko'],
    ['did AI democratization get renamed or something', 'en'],
    ['is Embulk still a thing', 'en'],
    ['was Google Analytics discontinued', 'en'],
  ] as const)('is not told by what it was: %s', (question, language) => {
    expect(search.search(question, { language }).verdict).not.toBe('answer');
  });

  it.each([
    ['코랄 아직 팔아?', 'ko', '2019년부터 판매'],
    ['데이터랩 지금도 있나', 'ko', 'Vertex AI Workbench'],
    ['is cloud datalab still a thing', 'en', 'Vertex AI Workbench'],
  ] as const)('is told where a text says it: %s', (question, language, told) => {
    const { verdict, passages, answer } = search.search(question, { language });
    expect(verdict).toBe('answer');
    const topic = library.topics.find(({ id }) => answer?.kind === 'topic' && id === answer.topic);
    expect(answer?.kind === 'topic' ? topic?.now[language] : passages[0]?.quote).toContain(told);
  });

  it.each([
    ['데이터 레이크가 대체 뭔데', '원본 그대로'],
    ['퀀타이제이션', '실수 연산을 정수 연산으로'],
  ])('is not asked by a word that merely holds its letters: %s', (question, told) => {
    expect(search.search(question, { language: 'ko' }).passages[0]?.quote).toContain(told);
  });
});

describe('what a list tells', () => {
  it('is how many there are, too', () => {
    const asked = '현장에서 바로 처리해야 하는 까닭이 몇 가지 있다던데 뭐뭐였지';
    expect(search.search(asked, { language: 'ko' }).verdict).toBe('answer');
  });
});

describe('a rare fact of a thing that only texts hold', () => {
  it.each([
    ['Cloud Run 요금이 얼마예요', 'answer'],
    ['스패너 노드 하나 한 달 요금이 얼마예요', 'maybe'],
  ])('is not told by that of another: %s', async (question, verdict) => {
    const { search: others } = await openCorpus('modern');
    expect(others.search(question, { language: 'ko' }).verdict).toBe(verdict);
  });
});

describe('what is said in a chat', () => {
  it.each([
    'ㄹㅇㅋㅋ',
    'ㅎㅇㅌ',
    '새해 복 많이 받으세요',
    '알려 주셔서 고맙습니다 복 받으세요',
    '그러게요',
    '맞아요 ㅋㅋ',
    'makes sense',
    'oh i see',
    'nice bot',
    'へえ',
  ])('%s shows nothing', (text) => {
    expect(search.search(text, { language: 'ko' }).verdict).toBe('none');
  });
});

describe('what is said of a topic', () => {
  it.each([
    ['ML 엔진은 프레임워크 하나에 집착해야 함?', '한 가지에 묶이지 않고'],
    ['클라우드 ML 엔진은 프레임워크 하나만 숭배해야 돼?', '한 가지에 묶이지 않고'],
  ])('a verb made of a noun may be said in other words: %s', (question, told) => {
    const { verdict, passages } = search.search(question, { language: 'ko' });
    expect(verdict).toBe('answer');
    expect(passages[0]?.quote).toContain(told);
  });
});
