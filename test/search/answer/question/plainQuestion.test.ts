import { describe, expect, it } from 'vitest';
import { inSlices } from '#library/compute/slicedWork.ts';
import { plainForm, plainQuestion } from '#search/answer/question/plainQuestion.ts';
import { topicTable } from '#search/answer/question/topicTable.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const { library, search } = await openCorpus('full');

const topics = await inSlices(topicTable(library));
const read = (question: string) => plainQuestion(topics, question)?.forms[0];

describe('a question that names a thing and only asks', () => {
  it.each([
    '빅쿼리가 도대체 뭐 하는 녀석인지 누가 좀 알려줘요',
    '신입인데요, 회의 때 BigQuery 얘기 나오면 하나도 모르겠어요. 개념 부탁드려요',
    '어르신 눈높이에 맞춰서 빅쿼리 설명 부탁합니다',
    '빅쿼리 정의 한 문장으로',
    '처음 듣는데 빅쿼리가 뭔가요',
    '동료들이 빅쿼리 빅쿼리 하길래 뭔지 궁금해졌어요',
    '두 번째 세션에서 언급된 빅쿼리라는 게 뭐였더라',
    '비전공자도 알아듣게 빅쿼리 소개 좀 해주실래요',
    '빅쿼리 감이 안 잡혀',
    '다른 거 말고 빅쿼리 뜻만',
    '우리 팀장이 이번 분기에 도입하자고 우기는 빅쿼리가 뭔지 알려줘',
    '빅쿼리를 처음 접하는데 어떤 느낌인지만 대충요',
    '교수님이 빅쿼리 조사해오라는데 뭐예요',
    '빅쿼리의 의미 및 개요를 제시 바람',
    '빅쿼리에 대한 이해',
    '빅쿼리가 지칭하는 바',
    '빅쿼리를 어떻게 받아들이면 될까요',
    '저 초보인데 빅쿼리 설명해 주실 수 있을까요',
    '빅쿼리 소개해 주시면 좋겠어요',
  ])('%s: what it is', (question) => expect(read(question)).toBe('BigQuery 뭐야?'));

  it.each([
    'explain bigquery like I am a toddler',
    'what or who is BigQuery',
    'how do I make sense of BigQuery',
    'could somebody give me a 30-second summary of BigQuery',
    'I keep hearing about BigQuery. what even is it?',
    "everyone keeps bringing up BigQuery and I've no clue what it is",
    'bigquery in layman terms please',
    'the presenter mentioned BigQuery, what does that mean',
    'BigQuery crash course for a non-technical manager',
    'can you break BigQuery down for me',
    "my landlord's son works on it, what is BigQuery?",
    'pretend I am 10 and tell me what BigQuery is',
  ])('%s: what it is', (question) => expect(read(question)).toBe('What is BigQuery?'));

  it.each([
    'BigQueryを小学生にもわかるように教えて',
    'BigQueryって一体なんなの',
    '名前しか知らないBigQueryの概要をざっくり',
  ])('%s: what it is', (question) => expect(read(question)).toBe('BigQueryとは何ですか'));

  it.each([
    ['버텍스ai는 뭐랑 뭐 합쳐진거임?', 'Vertex AI 뭐야?'],
    ['Which services were merged to make Vertex AI?', 'What is Vertex AI?'],
    ['What was Vertex AI formed from?', 'What is Vertex AI?'],
  ])('%s: what it was put together of is told with what it is', (question, plain) =>
    expect(read(question)).toBe(plain),
  );

  it.each([
    ['빅쿼리 썰 좀', 'BigQuery 뭐야?'],
    ['빅쿼리에 흥미가 생겼어요', 'BigQuery 뭐야?'],
    ['빅쿼리 관련 정보', 'BigQuery 뭐야?'],
    ['I got interested in BigQuery', 'What is BigQuery?'],
    ['what about BigQuery?', 'What is BigQuery?'],
    ['just BigQuery please', 'What is BigQuery?'],
    ['I am writing a long essay about BigQuery', 'What is BigQuery?'],
    ['BigQuery sounds intriguing', 'What is BigQuery?'],
    ["we're trying to learn BigQuery", 'What is BigQuery?'],
    ['the BigQuery you mentioned', 'What is BigQuery?'],
    ['BigQueryの話を聞かせて', 'BigQueryとは何ですか'],
  ])('%s: mere interest', (question, plain) => expect(read(question)).toBe(plain));

  it.each([
    ['데이터 스튜디오 요새도 살아있나 모르겠네', 'Data Studio 지금도 쓸 수 있어?'],
    ['데이터 스튜디오 운영 중단된 거 맞나요', 'Data Studio 지금도 쓸 수 있어?'],
    ['has Data Studio been phased out', 'Is Data Studio still available?'],
    ['빅쿼리 쓰면 뭐가 그렇게 좋아요?', 'BigQuery의 장점은?'],
    ['빅쿼리의 경쟁력 세 가지만 알려 주세요', 'BigQuery의 장점은?'],
    ['make a case for BigQuery', 'What are the advantages of BigQuery?'],
    ['굳이 빅쿼리를 골라야 할 이유', 'BigQuery 왜 써?'],
    ['빅쿼리 채택 사유', 'BigQuery 왜 써?'],
    ['빅쿼리의 가치', 'BigQuery의 장점은?'],
    ['빅쿼리 다루는 요령 좀 가르쳐 줘', 'BigQuery 어떻게 써?'],
    ['how does BigQuery work behind the scenes', 'How does BigQuery work?'],
    ['빅쿼리는 뭘 해주는지 기능만 나열해줘', 'BigQuery의 기능은?'],
  ])('%s', (question, plain) => expect(read(question)).toBe(plain));

  it.each([
    ['빅쿼리 써보니까 별로인 점 있던가요', 'BigQuery의 단점은?'],
    ['빅쿼리 도입할 때 조심해야 할 게 있다면', 'BigQuery의 단점은?'],
    ['장점은 됐고 빅쿼리 약점만', 'BigQuery의 단점은?'],
    ['빅쿼리가 안 어울리는 상황도 있나요', 'BigQuery의 단점은?'],
    ['what should I watch out for with BigQuery', 'What are the drawbacks of BigQuery?'],
    ['any gotchas when using BigQuery', 'What are the drawbacks of BigQuery?'],
    ['BigQueryの弱点と注意点を知りたい', 'BigQueryのデメリットは？'],
    ['빅쿼리의 존재 이유', 'BigQuery 왜 써?'],
    ['빅쿼리가 없으면 어떻게 되나요', 'BigQuery 왜 써?'],
    ['빅쿼리는 어떤 문제를 해결해 주나요', 'BigQuery 왜 써?'],
    ['쉽게 말해서 빅쿼리가 탄생한 배경은', 'BigQuery 왜 써?'],
    ['which pain points does BigQuery address', 'Why use BigQuery?'],
    ['what was the rationale behind BigQuery', 'Why use BigQuery?'],
    ['BigQueryが生まれた背景は?', 'BigQueryを使う理由は？'],
    ['빅쿼리를 실제로 쓰고 있는 회사가 있나요', 'BigQuery 도입 사례'],
    ['빅쿼리 고객 사례 하나만 들어 주세요', 'BigQuery 도입 사례'],
    ['빅쿼리는 주로 누가 쓰나요', 'BigQuery 도입 사례'],
    ['which firms rely on BigQuery', 'BigQuery case study'],
    ['give me a real-life example of BigQuery', 'BigQuery case study'],
    ['BigQueryを採用した企業はどこですか', 'BigQueryの導入事例は？'],
    ['빅쿼리를 이루는 요소들', 'BigQuery의 구성 요소는?'],
    ['빅쿼리 하위 항목 쭉 나열해 주세요', 'BigQuery의 구성 요소는?'],
    ['what components make up BigQuery', 'What are the parts of BigQuery?'],
    ['빅쿼리는 총 몇 단계예요', 'BigQuery의 단계는?'],
    ['what phases are involved in BigQuery', 'What are the steps of BigQuery?'],
  ])('%s: %s', (question, plain) => expect(read(question)).toBe(plain));

  it.each([
    '빅쿼리 가격이 궁금한데 뭐야',
    '빅쿼리에서 조인하는 법',
    '아마존 빅쿼리가 뭐야',
    '빅쿼리가 뭐고 가격은 얼마야',
    'what is BigQuery and how do I pay for it',
    '빅쿼리 말고 뭐가 좋아',
    '빅쿼리랑 데이터 스튜디오 중에 뭐가 좋아',
    '빅쿼리 최신 버전이 뭐야',
    '빅쿼리 CEO가 누구야',
    '빅쿼리 장단점',
    '빅쿼리 공부하고 싶은데 책 있나요?',
    '빅쿼리 어디서 신청해',
    '추론이 무슨 단계야',
    '한국에서 빅쿼리 쓸 수 있어',
    '빅쿼리를 만든 사람 이름',
    '빅쿼리 한도 알려줘',
    '빅쿼리 언제 써?',
    'what is BigQuery used for',
    'how do I export data from BigQuery',
    'why is BigQuery slow',
    'is BigQuery working',
    'how is BigQuery different',
    'who made BigQuery and why',
    'where can I sign up for BigQuery',
    '파이썬 없이 빅쿼리 어떻게 써',
    'BigQueryの料金は?',
    'BigQuery',
  ])('%s asks for more, or for nothing', (question) => expect(read(question)).toBeUndefined());

  it.each([
    ['빅쿼리 발매일이 궁금합니다', 'BigQuery 언제 나왔어?'],
    ['빅쿼리는 몇 년도에 등장했나요', 'BigQuery 언제 나왔어?'],
    ['빅쿼리 종료 시점', 'BigQuery 언제 종료됐어?'],
    ['빅쿼리가 언제 단종된 건지 알려줘', 'BigQuery 언제 종료됐어?'],
    ['what year did BigQuery debut', 'When was BigQuery released?'],
    ['BigQuery launch date please', 'When was BigQuery released?'],
    ['BigQuery retirement date', 'When did BigQuery end?'],
    ['BigQueryの発売日はいつですか', 'BigQueryはいつ出ましたか'],
    ['빅쿼리는 언제 쓰면 좋아', undefined],
    ['BigQuery 쿼리 몇 초', undefined],
  ])('%s: the day of it', (question, plain) => expect(read(question)).toBe(plain));

  it.each([
    ['빅쿼리를 누가 만들었어', 'BigQuery 누가 만들었어?'],
    ['빅쿼리 만든 데가 어디야', 'BigQuery 누가 만들었어?'],
    ['빅쿼리 제작사', 'BigQuery 누가 만들었어?'],
    ['빅쿼리 어느 회사 거예요', 'BigQuery 누가 만들었어?'],
    ['who built BigQuery', 'Who made BigQuery?'],
    ["who's behind BigQuery", 'Who made BigQuery?'],
    ['BigQueryは誰が作ったんですか', 'BigQueryは誰が作りましたか'],
  ])('%s: who made it', (question, plain) => expect(read(question)).toBe(plain));

  it.each([
    ['빅쿼리는 어떤 서비스를 말하는 거예요', 'BigQuery 뭐야?'],
    ['빅쿼리란 말이 뭘 가리키나요', 'BigQuery 뭐야?'],
    ['빅쿼리는 무슨 서비스예요', 'BigQuery 뭐야?'],
    ['빅쿼리가 어떤 제품이더라', 'BigQuery 뭐야?'],
    ['what sort of service is BigQuery', 'What is BigQuery?'],
    ['빅쿼리는 무슨 서비스랑 연결돼', undefined],
  ])('%s: what kind of thing it is', (question, plain) => expect(read(question)).toBe(plain));

  it('takes a noun that says what kind of thing a name is of for a part of the name', () => {
    const told = (question: string) => search.search(question, { language: 'en' }).answer;
    expect(told('what is a POS system')).toEqual({ kind: 'topic', topic: 'pos', part: 'summary' });
    expect(told('CNCF 재단이 뭐예요')).toEqual({ kind: 'topic', topic: 'cncf', part: 'summary' });
    expect(told('what is a POS sale')).not.toEqual({ kind: 'topic', topic: 'pos', part: 'summary' });
  });

  it('asks of the thing whose name is spelled otherwise', () => {
    const found = search.search('엣지티피유 뭐에 쓰는 물건이에요', { language: 'ko' });
    expect(found).toMatchObject({ verdict: 'answer', readAs: '에지 티피유 뭐에 쓰는 물건이에요' });
    expect(found.passages[0]?.quote).toMatch(/추론을 위해 만든 작은 칩/);
    expect(search.search('쿠버플로우 만든 곳').verdict).toBe('maybe');
  });

  it('does not say who made what no text tells', () => {
    expect(search.search('Embulk 누가 만들었어?').verdict).toBe('maybe');
    expect(search.search('텐서플로우 만든 곳이 어디임')).toMatchObject({
      verdict: 'answer',
      answer: { kind: 'topic', topic: 'tensorflow' },
    });
  });

  it('tells the day of a thing itself, and of no other', () => {
    const shown = (question: string) => {
      const { verdict, passages } = search.search(question, { language: 'ko' });
      return verdict === 'answer' ? (passages[0]?.quote ?? '') : verdict;
    };
    expect(shown('Coral 판매 시작일')).toMatch(/2019년/);
    expect(shown('클라우드 IoT 코어 종료일')).toMatch(/2023년 8월 16일/);
    for (const untold of [
      'CPU 언제 종료됐어?',
      'Google Analytics 출시일',
      '시각화는 언제 나왔어?',
      'TPU 개수',
    ])
      expect(shown(untold), untold).toBe('maybe');
  });

  it('answers it as the plainest form is', () => {
    const plainly = search.search('클릭스트림 뭐야?');
    expect(plainly.verdict).toBe('answer');
    for (const question of [
      '클릭스트림 왕초보용으로 부탁',
      '클릭스트림 개념 좀 잡아줘',
      '발표 듣다가 클릭스트림이 나왔는데 이해가 안 돼요',
    ])
      expect(search.search(question), question).toMatchObject({ verdict: 'answer', answer: plainly.answer });
  });
});

describe('a question in which one name bears no mark of asking', () => {
  const form = (question: string) => plainForm(question, 'ko')?.forms[0];

  it.each([
    ['발효종 개념 좀 쉽게 잡아줘요', '발효종 뭐야?'],
    ['발효종이 도대체 뭐 하는 물건임?', '발효종 뭐야?'],
    ['Debezium 뜻을 1도 모르겠어요 설명 부탁', 'Debezium 뭐야?'],
    ['Debezium은 어떤 점이 좋나요', 'Debezium의 장점은?'],
    ['캐시 스탬피드 초보자용으로 설명', '캐시 스탬피드 뭐야?'],
    ['디자인 시스템 뜻', '디자인 시스템 뭐야?'],
    ['키워드 추출 뜻 알려줘', '키워드 추출 뭐야?'],
    ["explain Debezium like I'm five", 'What is Debezium?'],
    ['Exposed 가 뭔지 알려줘', 'Exposed 뭐야?'],
    ['please explain Exposed to me', 'What is Exposed?'],
  ])('%s: %s', (question, plain) => expect(form(question)).toBe(plain));

  it('a reason to use it is asked for as what is good about it, too', () => {
    expect(plainForm('Debezium을 고른 까닭이 궁금해요', 'ko')?.forms).toContain('Debezium의 장점은?');
    expect(plainForm('Debezium의 강점', 'ko')?.forms).toContain('Debezium 왜 써?');
  });

  it.each([
    ['a verb without a capital', 'please explain exposed to me'],
    ['two names', 'Debezium이랑 발효종 뭐가 좋아'],
    ['a verb of its own', '발효종 냉장고에서 며칠 버텨'],
    ['only words that ask', '그게 뭐야 설명 좀'],
    ['a fact that nothing tells', 'Debezium 가격 알려줘'],
  ])('not for %s', (_, question) => expect(form(question)).toBeUndefined());
});
