import { describe, expect, it } from 'vitest';
import { isChat } from '#search/answer/question/chatter/smallTalk.ts';
import { asksMaker, tellsMaker } from '#search/answer/question/maker.ts';
import { readAsking } from '#search/answer/question/readQuestion.ts';

describe('what a question asks for', () => {
  it.each([
    ['양자화가 뭐예요', 'definition'],
    ['LCP는 어느 시점을 말하는 건가요', 'definition'],
    ['요청 개수 줄이는 법', 'how'],
    ['전이학습이란?', 'definition'],
    ['whats kubeflow', 'definition'],
    ['텐서란게 뭔데요', 'definition'],
    ['쿠브플로우라는 게 대체 뭐예요', 'definition'],
    ['컨택센터? 그게 뭐하는 곳이에요', 'definition'],
    ['서스펜스가 뭐하는 기능이죠', 'definition'],
    ['어댑터는 뭐 하는 클래스임?', 'definition'],
    ['염전 개발자의 밤이 어떤 행사야', 'definition'],
    ['간수라고 부르는 게 정확히 뭔가요', 'definition'],
    ['간수를 뭐라고 설명했어?', 'definition'],
    ['간수가 뭐라고 적혀 있나요', 'definition'],
    ['어떤 걸 말하는 거예요, 간수', 'definition'],
    ['그걸 뭐라고 불렀어', 'name'],
    ['양자화 잘 하는 법', 'how'],
    ['패치노트 쓰는 법 알려줘', 'how'],
    ['컬럼 무중단으로 추가하는법좀', 'how'],
    ['긴 영상에서 자전거 나오는 부분만 찾으려면?', 'how'],
    ['코루틴으로 바꿀때 뭐부터', 'how'],
    ['요금 아끼는 비결', 'how'],
    ['지브 쓰려면 도커 필요해?', 'yesno'],
    ['번역 api 언어 자동으로 감지해줘?', 'yesno'],
    ['코파일럿 전사 도입했어?', 'yesno'],
    ['야한 사진 걸러주는것도 됨? 비전api', 'yesno'],
    ['정지 자동으로 됨?', 'yesno'],
    ['쿠브플로우 온프레미스에서도 돌아감?', 'yesno'],
    ['이거 녹화본 있음?', 'yesno'],
    ['사투리도 구분해줌?', 'yesno'],
    ['다 끄고도 차례대로 와?', 'yesno'],
    ['drones outrun cyclists already?', 'yesno'],
    ['IoT Core 아직 쓸 수 있어?', 'now'],
    ['is data studio still around?', 'now'],
    ['언제 바뀌었어', 'now'],
    ['언제 판매됐어', 'date'],
    ['언어 몇 개', 'number'],
    ['안 쓰는 회사는 몇 년 뒤면 망한대', 'number'],
    ['창고에 아직 쓸데 없는 짐 넣어둬도 되나', 'yesno'],
    ['is it usable by people who do not code', 'yesno'],
    ['how many languages', 'number'],
    ['how hot does the kiln get', 'number'],
    ['what is the temperature of the kiln', 'number'],
    ['what time does it start', 'date'],
    ['which newspaper had it', 'who'],
    ['which city hosts it', 'where'],
    ['which solver is used', 'name'],
    ['what made them switch', 'why'],
    ["what's so bad about overlays", 'why'],
    ['what should I do first', 'how'],
    ['which kinds of places use it', 'list'],
    ['msp stands for what', 'definition'],
    ['tensor in plain words', 'definition'],
    ['ok to skip the warm-up?', 'yesno'],
    ['who looks after it these days', 'now'],
    ['where does she work these days', 'where'],
    ['누가 만들었어', 'who'],
    ['왜 중요해?', 'why'],
    ['글 다듬는 사람 이름', 'who'],
    ['원장 맡은 분 성함 좀', 'who'],
    ['name of the company that moved', 'who'],
    ['어떻게 써?', 'how'],
    ['how do I load it', 'how'],
    ['bigquery랑 automl 차이', 'difference'],
    ['gpu vs tpu', 'difference'],
    ['kafka vs. rabbitmq for a queue', 'difference'],
    ['카프카랑 로켓MQ 중 언제 뭘 써', 'difference'],
    ['when should I use AutoML instead of the Vision API', 'difference'],
    ['데이터 랩 대신 나온 게 뭐야', 'now'],
    ['학습에 며칠 걸렸어', 'number'],
    ['며칠에 열렸어', 'date'],
    ['파이프라인 시각화는 뭘로 해', 'name'],
    ['벡터 디비 뭐 썼대', 'name'],
    ['쿠브플로우 온프레미스에서도 돌아가?', 'yesno'],
    ['cold start?', 'definition'],
    ['그 반죽통은 어떤 날씨에 쓰는 게 맞음', 'list'],
    ['what traits must a mentor show', 'list'],
    ['발효종?', 'definition'],
    ['which game company was the customer case', 'who'],
    ['量子化とは何ですか', 'definition'],
    ['IoT Coreはまだ使えますか', 'now'],
    ['いつ変わりましたか', 'date'],
    ['なぜエッジで処理するの', 'why'],
    ['GPUとTPUの違い', 'difference'],
    ['どこで開催されましたか', 'where'],
    ['誰が作ったの', 'who'],
    ['何言語に対応していますか', 'number'],
    ['カメラのデータをどう処理しますか', 'how'],
    ['バッチを置き換えるときの進め方を教えて', 'how'],
    ['費用は下がりましたか', 'yesno'],
    ['백업은 매일 돌아도 되남', 'yesno'],
    ['스파크도 지원하려나', 'yesno'],
    ['하루에 한 번만 보내면 된다는 얘긴가', 'yesno'],
    ['온라인 서빙은 아예 뺐대?', 'yesno'],
    ['지역 장애에도 버틴다는 거지', 'yesno'],
    ['담당자가 밤에도 대기해야 해?', 'yesno'],
    ['서버가 꺼지면 로그도 날아가는 거 아니에요?', 'yesno'],
    ["isn't it meant for analysts only", 'yesno'],
    ['so the cache survives a restart?', 'yesno'],
    ['dataflow, does that need java', 'yesno'],
    ['the queue keeps the order, right?', 'yesno'],
    ['색인이 커지면 어떡해', 'how'],
    ['토큰 값을 아낄라면', 'how'],
    ['배포 절차가 어떻게 되는지', 'how'],
    ['the queue fills up when traffic spikes, any fix?', 'how'],
    ['tips for a smaller image', 'how'],
    ['손님 나눠서 서로 다른 화면 보여주는 걸 뭐라더라', 'name'],
    ['모델이 앞뒤 안 맞는 말 지어내는 거 네 글자로?', 'name'],
    ['what do you call a build that never finishes', 'name'],
    ['term for data nobody uses', 'name'],
    ['옮기기 전엔 뭐땜에 느렸대', 'why'],
    ["what's the point of sharding", 'why'],
    ['그 포털 여태 굴림?', 'now'],
    ['발표 자료 어딨어', 'where'],
    ['표본 비율은 어떻게 맞추나', 'how'],
    ['표본 비율은?', 'number'],
  ] as const)('%s: %s', (text, kind) => {
    expect(readAsking(text).kinds[0]).toBe(kind);
  });

  it.each([
    '동영상 넣으면 뭐가 몇분 몇초에 나오는지 알려주는 그거 뭐였지',
    '사진 자를때 어디를 남길지 알려주는 기능 이름',
    '범위만 주면 제일 좋은 값 찾아주는거 뭐더라',
    '전화 상담을 낫게 해준다던 그 제품이 뭐였는지 기억이 안 나요',
    'name of the api that tells when a bicycle shows up',
    'what was that tool where several people make the same dashboard together?',
    'what is the network called that keeps earlier words in mind?',
    'service that cleans up data before you analyse it, what was it called?',
  ])('%s: the name of what is described, and nothing else', (text) => {
    const { kinds, facets } = readAsking(text);
    expect({ kinds, facets }).toEqual({ kinds: ['name'], facets: [] });
  });

  it.each([
    '점들이 두 색깔로 갈라지는거 보여주던 웹페이지',
    '사람들이 같이 보고서 만들고 함께 꾸미는 도구',
    'tool that cleans up data before analysis',
  ])('%s: what is described asks for nothing beside it', (text) => {
    const { kinds, facets, naming } = readAsking(text);
    expect({ kinds, facets, naming }).toEqual({ kinds: [], facets: [], naming: true });
  });

  it.each([
    ['기기가 왜 자꾸 꺼지는 거', 'why'],
    ['빅쿼리로 바꾸고 나서 좋아진 점 뭐였지', 'list'],
    ['화덕 손볼 때 어려운 점이 뭐야?', 'list'],
    ['데이터를 옮기는 방법', 'how'],
    ['what are the tools that they use', 'list'],
  ] as const)('%s is no description: %s', (text, kind) => {
    expect(readAsking(text).kinds).toContain(kind);
  });

  it.each([
    ['장점이 뭐야?', 'benefit'],
    ['뭐가 좋아졌어', 'benefit'],
    ['도입 전에 뭐가 문제였어', 'problem'],
    ['도입하려는데 뭐가 발목을 잡는다고 하나요?', 'problem'],
    ['랭체인 써보니 뭐가 별로였대?', 'problem'],
    ['what got worse once they moved', 'problem'],
    ['downsides of going native', 'problem'],
    ['눈 오는 날 뭐가 말썽이었대?', 'problem'],
    ['what did they screw up while soldering', 'problem'],
    ['갈아타고 뭐가 편해졌대', 'benefit'],
    ['what have they won by leaving', 'benefit'],
    ['features of natural language api', 'feature'],
    ['제로 트러스트 원칙 뭐야', 'sort'],
    ['BigQueryのメリットは何ですか', 'benefit'],
  ] as const)('%s wants a list: %s', (text, facet) => {
    const { kinds, facets } = readAsking(text);
    expect(facets).toContain(facet);
    expect(kinds).toContain('list');
    expect(kinds).not.toContain('definition');
  });

  it.each(['which industries or fields use edge computing', 'what tools or services did they move to'])(
    '%s asks for no difference',
    (text) => expect(readAsking(text).kinds).not.toContain('difference'),
  );

  it.each([
    'do i need experts for automl?',
    '전문가가 필요해?',
    '사진 몇 장 필요해',
    'how many GPUs do you need',
  ])('%s wants no list', (text) => {
    expect(readAsking(text).kinds).not.toContain('list');
  });

  it.each([
    ['어디에 쓸지 모르는 로그도 남겨 둬야 하나요', 'yesno'],
    ['누가 몇 시에 나갔는지 적어 두는 장부 이름은', 'name'],
    ['몇 번 부풀었는지 세어 두는 기계는 어디서 사', 'where'],
    ['언제 구웠는지 알고 싶은데 어디 적혀 있어', 'where'],
    ['제빵 학교 남구점 위치 좀', 'where'],
    ['반죽 통 깊이는?', 'number'],
    ['発酵室の広さは？', 'number'],
    ['what sort of advice can I get from the guild', 'list'],
    ['손님이 몇 명인지 몰라도 방을 열 수 있나', 'yesno'],
    ['can I search without knowing which index holds it', 'yesno'],
    ['캐시를 어떻게 비워야 하나요', 'how'],
  ] as const)('%s: %s, and nothing else', (text, kind) => {
    expect(readAsking(text).kinds).toEqual([kind]);
  });

  it.each([
    ['우리 데이터가 얼마 없는데 처음부터 안 배우게 하려면 어떻게 하나요', 'how'],
    ['저희는 사양 정하는 데만 몇 주를 쓰는데요, 무엇부터 시작하라고 하던가요?', 'how'],
    ['The brokerage put a server in front of who knows what. What did they name it?', 'name'],
    ['지도 서버비 원래 많았는데 얼마로 줄인거', 'number'],
  ] as const)('%s: what leads up to the question asks for nothing', (text, kind) => {
    const { kinds, spans } = readAsking(text);
    expect(kinds[0]).toBe(kind);
    expect(spans.map(([start, end]) => text.slice(start, end)).join(' ')).not.toMatch(/몇|who/u);
  });

  it('wants no list of what only stands in the question', () => {
    expect(readAsking('how do they find slow parts of the app').kinds).toEqual(['how']);
  });

  it.each([
    'that rule where three teams must have built it',
    'the tool for cleaning data',
    'something to list APIs',
  ])('%s describes what is looked for', (text) => {
    expect(readAsking(text)).toMatchObject({ kinds: [], facets: [], naming: true });
  });

  it('names something and asks for nothing', () => {
    expect(readAsking('머신러닝 알고리즘?').naming).toBe(true);
    expect(readAsking('하이퍼파라미터 자동으로 찾아주는 거').naming).toBe(true);
    expect(readAsking('머신러닝 어디서 돌아가?').naming).toBe(false);
  });

  it.each([
    ['루커랑 태블로 뭐가 나아요', '뭐가 나아'],
    ['태블로? 그게 뭐하는 곳이에요', '그게 뭐하는 곳이에요'],
    ['위메프는 뭐가 문제였어', '문제'],
    ['카프카 말고 쿠브플로우 장점', '카프카 말고'],
  ])('%s: %s only asks', (text, words) => {
    const said = readAsking(text).spans.map(([start, end]) => text.slice(start, end));
    expect(said).toContain(words);
    expect(said.join(' ')).not.toContain('태블로');
  });

  it('is in a language where that is clear', () => {
    expect(readAsking('양자화가 뭐야?').language).toBe('ko');
    expect(readAsking('what is it').language).toBe('en');
    expect(readAsking('양자화').language).toBeUndefined();
    expect(readAsking('BigQuery ML').language).toBeUndefined();
    expect(readAsking('量子化とは何ですか').language).toBe('ja');
    expect(readAsking('データウェアハウス').language).toBeUndefined();
    expect(readAsking('GPU vs TPU').language).toBeUndefined();
  });

  it.each([
    ['언어 몇 개', '약 100개 언어를 다룹니다', '언어를 감지합니다'],
    ['how many fields use it', 'The talk named six fields.', 'It is used in many fields.'],
    ['몇초로 줄였어', '1.8초가 되었다', '8개가 되었다'],
    ['시청자 몇 명이었어', '시청자 31만 명이 봤다', '시청자가 봤다'],
    ['우유 몇 리터 버렸어', '190,000 litres were poured away', '340 farms'],
    ['코드 몇 줄이야', 'It is 640 lines of OCaml.', 'It took 7 weeks.'],
    ['몇 글자씩 잘라요', '500文字ごとに区切ります', '2.3秒で終わります'],
    ['직원 몇 명이야', 'They are 40 people.', 'They are in 40 cities.'],
    ['로봇팔 만드는 데 얼마 들었어', 'Total £236.', 'It took six weekends.'],
    ['적자 얼마 났대', '14만 원 모자랐다', '2019년부터 했다'],
    ['얼마에 팔아요', '3만 원에 판다', '2019년부터 판다'],
    ['what does it cost', 'It is $30 a month.', 'It was sold in 30 cities.'],
    ['유니티 버전 몇 써?', '유니티 2022로 만든다', '용량이 1.2GB에서 340MB로 줄었다'],
    ['which kubernetes version do they run', 'They run Kubernetes 1.29.', 'It gets 5% of the traffic.'],
    ['どのバージョンを使っていますか', 'Node 16で動いています', '5台で動いています'],
    ['다음번은 언제 해요?', '다음 모임은 5월 3일이다', '11월 3일에 열렸다'],
    ['when is the next one?', 'The next one is on 3 May.', 'It was held on 3 November.'],
    ["what's the date of the next fair?", 'The next fair is on 3 May.', 'It was held on 3 November.'],
    ['내년엔 몇 월에 해요', '내년 5월에 한다', '11월에 열렸다'],
    ['次回はいつですか', '次回は5月3日です', '11月3日に開かれました'],
  ])('%s counts: %s', (text, yes, no) => {
    const { counted } = readAsking(text);
    expect(counted?.test(yes)).toBe(true);
    expect(counted?.test(no)).toBe(false);
  });
});

describe('chat', () => {
  it.each([
    'ㅎㅇ',
    'ㅇㅇ',
    'ㄱㅅ',
    'ㅋㅋ',
    'ㅋㅋㅋㅋㅋ',
    'ㅠㅠ',
    'ㅊㅋㅊㅋ',
    '안녕하세요~',
    '고마워!',
    'good morning',
    'ok cool',
    'thanks!!',
    'hmm',
    '👍',
    '...',
    '오 감사합니다 덕분에 해결했어요!',
    '굿밤~~ 다들 잘자요',
    'ㅎㅇㅎㅇ 다들 뭐함',
    'lol nice one',
    'good morning, how are you?',
    'おつかれさまです〜',
    'ㅁㄴㅇㄹ',
  ])('%s asks for nothing', (text) => {
    expect(isChat(text)).toBe(true);
  });

  it.each([
    'ㅋㅂㅍㄹㅇ',
    'ㅇㅈㅎ',
    '에지',
    'what is ML',
    '안녕 양자화가 뭐야',
    'hi, what is kubeflow?',
    '좋은 점',
    '감사 로그',
    '재밌는 발표',
    '도움말',
    '굿즈',
    'test',
    'ok so what is mlops',
    'so',
    '',
  ])('%s may ask for something', (text) => {
    expect(isChat(text)).toBe(false);
  });
});

describe('who made it', () => {
  it.each([
    'tpu 누가 만든거야?',
    'TPU 만든 회사 어디야',
    'who made the TPU?',
    'which company built it',
    'TPUは誰が作った？',
  ])('%s', (question) => {
    expect(asksMaker(question)).toBe(true);
  });

  it.each(['tpu 누가 써?', 'who gave the talk', 'how is it made'])('%s asks for no maker', (question) => {
    expect(asksMaker(question)).toBe(false);
  });

  it.each([
    'Google이 머신러닝을 위해 설계한 칩입니다.',
    'A chip that Google designed.',
    'Google’s family of devices.',
    '모카님께서는 길고양이를 찾는 페이지를 만들어 오셨습니다.',
  ])('is told by: %s', (text) => {
    expect(tellsMaker(text)).toBe(true);
  });

  it.each(['이미지 속 글자를 텍스트로 바꾸는 기술입니다.', 'Turning writing in an image into text.'])(
    'is not told by: %s',
    (text) => {
      expect(tellsMaker(text)).toBe(false);
    },
  );

  it.each([
    ['몇퍼까지 떨어졌어', '비용이 4%로 떨어졌다', '비용의 43%가 남았다'],
    ['what percent did it fall to', 'It fell to 4%.', 'It was 43% at first.'],
    ['何%まで下がりましたか', '4%まで下がりました', '43%が残りました'],
  ])('%s asks what it came to: %s', (text, yes, no) => {
    const { closest } = readAsking(text);
    expect(closest?.test(yes)).toBe(true);
    expect(closest?.test(no)).toBe(false);
  });
});
