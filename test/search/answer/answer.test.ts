import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { openCorpus } from '../../relevance/corpora.ts';

const { library, search } = await openCorpus('full');
const reader = { locale: 'ko', language: 'ko' } as const;

function ask(question: string) {
  const result = search.search(question, { language: 'ko' });
  return { ...result, ...plainAnswer(library, result, reader) };
}

describe('an answer is of the kind that was asked for', () => {
  it.each([
    ['IoT Core 아직 쓸 수 있어?', /2023년 8월 16일/],
    ['IoT Core 종료됐어?', /2023년 8월 16일/],
    ['양자화가 뭐예요', /실수 연산을 정수 연산으로/],
    ['텐서가 뭐야', /여러 차원으로 늘어놓은 배열/],
    ['텐서란게 뭔데요', /여러 차원으로 늘어놓은 배열/],
    ['딥러닝에서 텐서라는 게 뭐예요', /여러 차원으로 늘어놓은 배열/],
    ['빅쿼리의 데이터 사일로가 뭔가요', /갇혀 다른 곳에서/],
    ['in edge computing, what is quantization', /integer arithmetic/],
    ['회사들이 AI를 못 들여오는 이유 뭐뭐 있어', /데이터 부족/],
    ['텐서가 어떤 것인지 설명을 부탁드려도 될까요', /여러 차원으로 늘어놓은 배열/],
    ['컨택센터? 그게 뭐하는 곳이에요', /고객의 문의를 받는 곳/],
    ['쿠브플로우 온프레미스에서도 돌아감?', /온프레미스에서도 실행/],
    ['what is a tensor?', /array of numbers/],
    ['BigQuery ML의 장점', /장점은 .*\n.*\n.*\n.*SQL로/],
    ['엣지 컴퓨팅 왜 써', /개인 정보 보호[\s\S]*오프라인 지원/],
    ['위메프는 뭐가 좋아졌어', /시간대별[\s\S]*세그먼트/],
    ['번역 API 몇 개 언어', /약 100개 언어/],
    ['에지 컴퓨팅 활용 분야 총 몇 개 나왔죠', /여섯 가지/],
    ['에지가 뭐야', /묶어 에지라고 부르고/],
    ['what is the edge?', /make up the edge/],
    ['바로바로 분석하면 업종마다 뭐가 달라지나 예시 좀 주세요', /업종별[\s\S]*클릭스트림[\s\S]*POS/],
    ['실시간으로 분석하면 업종별로 뭐가 달라지나요', /업종별[\s\S]*클릭스트림[\s\S]*POS/],
    ['비전 API로 되는 거 다 알려줘', /로고 감지[\s\S]*자르기 힌트/],
    ['자연어 API 할 줄 아는 게 뭐야', /감정 분석[\s\S]*콘텐츠 분류/],
    ['everything the Vision API can do', /Logo detection[\s\S]*Landmark detection/],
    ['list all features of the natural language api', /Sentiment analysis[\s\S]*Syntax analysis/],
    ['Vision APIは画像から何が分かるの', /로고 감지[\s\S]*랜드마크 감지/],
    ['Vision API 가볍게 시험해보고 싶은데 방법이', /끌어다 놓기만/],
    ['비전 api 맛만 보고 싶은데 어떻게 하면 되나요', /끌어다 놓기만/],
    ['how can I give the vision api a quick try', /drag an image/],
    ['four things a firm must have in place for AI, which ones?', /massive scale[\s\S]*Security/],
    ['Why is machine learning hard on small devices?', /little memory/],
    ['what exactly counts as unstructured data', /no fixed form/],
    ['AI에 필요한 네 가지 조건 뭐였지', /대규모 인프라[\s\S]*보안/],
    ['Our vendor keeps complaining about "data silos". Meaning?', /locked up in one department/],
    ['개발팀 회의에서 하이퍼파라미터 얘기 나왔는데 정확히 뭘 말하는 건가요', /사람이 정해/],
    ['our tables sit in BigQuery and exporting is a pain. how to do ML right there', /stays in BigQuery/],
    ['저희 기기가 IoT Core에 붙어 있는데 이거 아직 살아있나요', /2023년 8월 16일/],
    ['실시간 분석하면 뭐가 달라지는지 예 좀 들어주세요', /업종별/],
    ['공장 인터넷 나가면 에지도 먹통 되나', /네트워크가 끊겨도 동작/],
    ['번역 API는 지원 언어 수가 얼마나 돼', /약 100개 언어/],
    ['사진에서 글씨 긁어서 텍스트로 만들어주는 그 기능 이름 뭐죠', /OCR/],
    ["Not a data person here. What's a clickstream?", /trail of clicks/],
    ['데이터 쪽은 문외한입니다. 클릭스트림이 뭔가요?', /클릭의 흐름/],
    ['What became of Cloud AutoML since the talks?', /part of Vertex AI/],
    ['link to the tensorflow playground', /playground\.tensorflow\.org/],
    ['텐서플로 플레이그라운드 링크', /playground\.tensorflow\.org/],
    ['Data Studio 지금 이름', /Looker Studio/],
    ['엣지 tpu 든 기기 언제부터 팔았어', /2019년부터/],
    ['하이퍼파라미터 이거뭔말', /학습을 시작하기 전에 사람이 정해/],
    ['contact center ai, what is it?', /improve its contact centre/],
    ['what does hypertune do', /best values for hyperparameters/],
    ['CSI 약자가?', /CSI\(Cloud Service Integration\)/],
    ['MSP stands for what?', /managed service provider/],
    ['OCR 풀네임', /optical character recognition/],
    ['DNN 무슨 말 줄인 거야', /DNN\(심층 신경망\)/],
    ['iot core로 졸업작품 만들려는데 되나요', /2023년 8월 16일/],
    ['can I still build something on IoT Core', /16 August 2023/],
  ])('%s', (question, holds) => {
    const { verdict, kind, text } = ask(question);
    expect(verdict).toBe('answer');
    expect(['quote', 'topic']).toContain(kind);
    expect(text).toMatch(holds);
  });

  it('is the glossary’s where the posts only mention the thing', () => {
    expect(ask('POS가 뭐야')).toMatchObject({
      kind: 'topic',
      answer: { kind: 'topic', topic: 'pos', part: 'summary' },
      text: 'POS (point of sale)\n가게에서 물건을 팔 때 거래를 기록하는 시스템입니다.',
    });
  });

  it('tells each name of the glossary, alone or asked for', () => {
    const topics = library.topics.filter(({ summary }) => Object.keys(summary).length > 0);
    const unanswered = topics.flatMap(({ id, name, aliases, about, mentions }) =>
      [...Object.values(name), ...aliases].flatMap((one) =>
        [`${one}`, `${one} 뜻`, `what is ${one}?`].filter((question) => {
          const { verdict, answer, passages } = search.search(question, { language: 'ko' });
          const [best] = passages;
          const isThere = [...about, ...mentions].some(
            ({ session, section }) => session === best?.session && section === best.section,
          );
          const isTold = answer?.kind === 'topic' ? answer.topic === id : isThere;
          return verdict !== 'answer' || !isTold;
        }),
      ),
    );
    expect(unanswered).toEqual([]);
  });

  it.each([
    ['bigquery랑 automl 차이', ['bigquery', 'cloud-automl']],
    ['compare CNN and RNN', ['cnn', 'rnn']],
    ['GPU vs TPU', ['gpu', 'tpu']],
    ['데이터 레이크랑 웨어하우스 차이', ['data-lake', 'data-warehouse']],
    ['Vision이랑 Translation API 차이', ['cloud-vision-api', 'cloud-translation-api']],
    ['BigQuery와 BigQuery ML은 뭐가 달라요', ['bigquery', 'bigquery-ml']],
    ['GPUvsTPU', ['gpu', 'tpu']],
    ['머신러닝이랑 딥러닝 똑같은 거 아님?', ['machine-learning', 'deep-learning']],
    ['i keep mixing up STT and TTS', ['cloud-speech-to-text', 'cloud-text-to-speech']],
    ['are GPU and TPU the same thing?', ['gpu', 'tpu']],
    ['빅쿼리 있으면 데이터 스튜디오는 없어도 되나', ['bigquery', 'data-studio']],
    ['Kubeflw랑 TensorFlow 차이', ['kubeflow', 'tensorflow']],
  ])('%s shows both', (question, topics) => {
    const { answer } = ask(question);
    expect.assert(answer?.kind === 'comparison');
    expect(answer.sides.map(({ target }) => target)).toEqual(
      topics.map((topic) => ({ kind: 'topic', topic })),
    );
  });

  it.each([
    ['tensorflow lite vs core ml?', ['lite']],
    ['스노우플레이크랑 빅쿼리 비교', ['스노우플레이크']],
    ['BigQuery Omni는 뭐야', ['Omni']],
    ['Dataprep이랑 Dataproc 중에 뭐 써', ['Dataproc']],
    ['Cloud Functions vs Cloud Vision', ['Cloud Functions']],
    ['Cloud Vision이랑 Rekognition 뭐가 나아', ['Rekognition']],
  ])('%s is asked back, with what no post holds', (question, absent) => {
    expect(search.search(question, { language: 'ko' })).toMatchObject({ verdict: 'maybe', absent });
  });

  it.each(['TPU가 뭐야', 'TPU란?', 'TPU 뭐 하는 거예요'])(
    'what a longer name holds is another thing: %s',
    (question) => {
      expect(search.search(question, { language: 'ko' }).answer).toEqual({
        kind: 'topic',
        topic: 'tpu',
        part: 'summary',
      });
    },
  );

  it.each([
    ['edge tpu 얼마에 팔아요', 'ko'],
    ['what does the edge tpu cost', 'en'],
    ['how much is the dev kit', 'en'],
    ['개발 키트 언제부터 팔았어', 'ko'],
    ['how many people work at netmarble', 'en'],
    ['개발 키트 몇 달러', 'ko'],
    ['다음 서밋은 언제야', 'ko'],
    ['사물 인식은 언제 종료됐어', 'ko'],
    ['when was hyperparameter tuning discontinued', 'en'],
    ['when is the next summit', 'en'],
    ['텐서플로 버전 몇 써', 'ko'],
    ['which tensorflow version do they run', 'en'],
  ] as const)('%s is not answered where no such value is told', (question, language) => {
    expect(search.search(question, { language }).verdict).not.toBe('answer');
  });

  it('names where both come up', () => {
    const { text } = ask('AutoML vs Vision API 언제');
    expect(text).toMatch(/일반적인 질문[\s\S]*내 업무에만 있는 질문/);
  });

  it.each(['tpu 누가 만든거야?', 'who made the tpu'])('%s: a definition that tells it', (question) => {
    expect(ask(question).text).toMatch(/Google이 머신러닝을 위해 설계한 칩|A chip that Google designed/);
  });

  it('starts with the sentence before a pronoun', () => {
    expect(ask('그래서 AI 도입에서 남는 문제는?').text ?? '').not.toMatch(/^(?:그래서|이때|이것)/m);
  });
});

describe('facts about the sessions', () => {
  it.each([
    ['무슨 세션이 있어', 'list', /5 · 데이터 사이언티스트를 위한 Cloud AI Platform 소개/],
    ['list all sessions', 'list', /Easy machine learning for business/],
    ['몇 개야', 'count', /6개/],
    ['how many sessions are there', 'count', /6 sessions/],
    ['언제 열렸어', 'when', /2018년 10월 25일/],
    ['when was the summit?', 'when', /October 25, 2018/],
    ['어디서 했어?', 'where', /코엑스/],
    ['where was it held', 'where', /COEX/],
    ['이 행사 언제 어디서 했어요', 'several', /2018년 10월 25일 서울 코엑스/],
    ['1번 세션 요약', 'session', /빅데이터와 데이터 분석 소개/],
    ['who spoke at session 2', 'who', /Bespin Global/],
    ['2번 누가 발표했어', 'who', /베스핀글로벌/],
    ['what is this bot about?', 'bot', /Google Cloud Summit 2018/],
    ['이거 무슨 행사야', 'event', /Google Cloud Summit 2018/],
    ['마지막 세션은 뭐야', 'session', /비즈니스를 위한 간편한 머신러닝/],
    ['제일 최근 글', 'newest', /2018년 10월 25일/],
    ['shortest session', 'shortest', /session is/],
    ['Seminar 태그 세션 보여줘', 'list', /‘Seminar’에 맞는 세션은 6개/],
    ['2018년 세션', 'list', /6개/],
    ['which session covers BigQuery ML?', 'list', /5 · Introducing Cloud AI Platform/],
    ['에지 컴퓨팅은 몇 번 세션에 나와?', 'which', /4 · 구글 클라우드에/],
    ['뭐부터 볼까?', 'recommend', /어떠세요/],
    ['너 뭐 할 수 있어?', 'bot', /봇입니다/],
    ['이 봇 어떻게 써요', 'bot', /봇입니다/],
    ['このボットの使い方は？', 'bot', /6セッション|봇입니다/],
    ['넷마블 발표 어디서 했어?', 'where', /코엑스/],
    ['who are the speakers?', 'who', /Bespin Global/],
  ])('%s: %s', (question, about, holds) => {
    const { verdict, answer, text } = ask(question);
    expect.assert(answer?.kind === 'facts');
    expect(answer.fact.about).toBe(about);
    expect(verdict).toBe('answer');
    expect(text).toMatch(holds);
  });

  it.each([
    ['슬라이드 있어?', /슬라이드 링크는 글에 없습니다/],
    ['6번 세션 발표자 이름이 뭐야', /누가 발표했는지는 글에 적혀 있지 않습니다/],
    ['who spoke about Kubeflow?', /do not say who presented 5/],
    // The date that the post tells counts nobody.
    ['how many people attended the summit', /do not say how many people came/],
    ['서밋 참석자 수', /몇 명이 왔는지는 글에 적혀 있지 않습니다/],
    ['2번 세션 발표자 성함이', /베스핀글로벌이 발표했습니다.*적혀 있지 않습니다/s],
    ["what was the speaker's name in session 2", /Bespin Global.*do not say/s],
    ['영상 있어?', /녹화 영상 링크는 글에 없습니다/],
  ])('%s: not known, and said so', (question, holds) => {
    const { verdict, kind, text } = ask(question);
    expect(kind).toBe('facts');
    expect(verdict).toBe('none');
    expect(text).toMatch(holds);
  });

  it('recommends another session each day and turn, to each person in an order of their own', () => {
    const { answer } = ask('추천해 줘');
    expect.assert(answer?.kind === 'facts');
    expect(answer.fact).toEqual({ about: 'recommend', turn: 0 });
    const picks = Array.from({ length: 6 }, (_, day) => {
      const result = search.search('recommend one');
      return plainAnswer(library, result, { ...reader, today: { person: '7', day: 20_000 + day } })?.text;
    });
    expect(new Set(picks).size).toBe(6);
  });

  it.each([
    '위메프 주가',
    '양자 컴퓨터',
    '비용',
    '돈',
    '시간',
    '파이썬 배우고 싶어',
    '영상 검색',
    '발표에서 꼽은 BigQuery 특징',
  ])('%s is about no session itself', (question) => {
    expect(ask(question).kind).not.toBe('facts');
  });
});

describe('what the posts do not hold', () => {
  it.each(['비용', '돈', '시간', 'ㅎㅇ', 'ㅇㅇ', 'ㄱㅅ', 'ㅋㅋ', '블록체인'])(
    '%s is not answered',
    (question) => {
      expect(ask(question).verdict).not.toBe('answer');
    },
  );
});
