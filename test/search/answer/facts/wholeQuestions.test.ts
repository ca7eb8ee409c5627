import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import type { Fact, Search } from '#search/model.ts';
import { folder } from '../../../library/folder.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const post = (number: number, title: string, text: string): string => `---
title: 나루콘 2021 후기 (${number}) - ${title}
date: 2021-09-11
number: ${number}
event: 나루콘 2021
session: ${title}
---

${text}

## 노 젓는 법

노는 물살을 따라 비스듬히 젓는다. 프로그램은 규칙대로 돈다.
`;

/** Three posts of an event. The first tells where it was and what all of it was about. */
const POSTS = {
  'content/1.md': post(
    1,
    '나룻배 짓기',
    '2021년 9월 11일 강릉 솔밭 강당에서 열린 나루콘 2021의 첫 발표다. 세 발표를 관통하는 주제는 천천히 건너기다.',
  ),
  'content/2.md': post(2, '물길 읽기', '두 번째 발표는 한도연 님의 발표입니다. 물길은 바위를 보고 읽는다.'),
  'content/3.md': post(3, '사공의 하루', '마지막 발표는 사공의 하루를 따라간다.'),
};

let made: Promise<Search> | undefined;
const searchPosts = async (): Promise<Search> => createSearch(await (await folder(POSTS)).read());

const factOf = async (question: string): Promise<Fact | undefined> => {
  made ??= searchPosts();
  const { answer } = (await made).search(question);
  return answer?.kind === 'facts' ? answer.fact : undefined;
};

describe('questions about the event and its talks', () => {
  it.each([
    'talks touching on edge computing',
    'sessions dealing with edge computing',
    'talks that focus on edge computing',
  ])('what talks are on: %s', async (question) => {
    const { search } = await openCorpus('full');
    expect(search.search(question, { language: 'en' }).answer).toMatchObject({
      kind: 'facts',
      fact: { about: 'list' },
    });
  });

  it.each([
    ['이거언제열린거야', 'when'],
    ['행사장소어디야', 'where'],
    ['세션몇개야', 'count'],
    ['발표누가했어', 'who'],
    ['행사가 열린 해', 'when'],
    ['그 행사 언제 한다고 했었지?', 'when'],
    ['행사 언제 하기로 했더라', 'when'],
    ['remind me of the date of the event', 'when'],
    ['모임이 열린 날', 'when'],
    ['맨첨엔 뭔얘기로 시작했어요', 'session'],
    ['순서대로 제목 쭉 보여줘봐', 'list'],
    ['어느 회사 행사야', 'host'],
    ['이 메모 쓴 사람 닉네임', 'author'],
    ['정리글중에 젤 짧은거', 'shortest'],
    ['현장 못갔는데 영상으로 볼수있나', 'video'],
    ['how much to get in', 'price'],
    ['student price?', 'price'],
    ['담번은 언제래요', 'next'],
    ['또 언제 한대', 'next'],
    ['담 행사 언제', 'next'],
    ['어느 단체가 연건데', 'host'],
    ['최근에 쓴 글이 뭐야', 'newest'],
    ['did they record it', 'video'],
    ['이거 어떤 행사 다녀와서 쓴 글이야', 'event'],
    ['점심 나왔나요', 'food'],
    ['먹을 거 뭐 줬어', 'food'],
    ['was lunch provided', 'food'],
    ['굿즈 뭐 받았어', 'gifts'],
    ['was there any swag', 'gifts'],
    ['두번째 발표 뭐 다룸', 'session'],
    ['세 번째 발표에서 뭘 말함', 'session'],
    ['첫 발표 뭐 배움', 'session'],
    ['얼리버드표 얼마', 'price'],
    ['next yr?', 'next'],
    ['이거 무슨 행사야', 'event'],
    ['두번째 거 어디서 오신 분', 'who'],
    ['글쓴사람 어느 트랙 들음', 'event'],
    ['단체 얼마야', 'price'],
    ['나루콘 열린곳', 'where'],
    ['whereabouts was it held', 'where'],
    ['행사 어느 날 열렸음', 'when'],
    ['세션 뭐있어요?', 'list'],
    ['발표 통틀어 몇개죠', 'count'],
    ['두번째거 발표한데 어디', 'who'],
    ['무슨 밋업 얘기야', 'event'],
    ['참석 인원은요', 'crowd'],
    ['how big was the crowd', 'crowd'],
    ['돈내고 들어가는 행사야?', 'price'],
    ['who ran this event', 'host'],
    ['이행사 여는곳 어디', 'host'],
    ['where can i rewatch the talks', 'video'],
    ['장표 공유됐나', 'slides'],
    ['누가 정리한거야', 'author'],
    ['세번째 발표가 하려던 게 뭐야', 'aim'],
    ['나 같은 초보한테 맞는 발표 몇번째야', 'audience'],
    ['비개발자를 위한 세션 몇 개', 'audience'],
    ['개발자 아닌 사람이 듣기 좋은 세션 하나만 추천한다면', 'audience'],
  ])('typed in a hurry: %s', async (question, about) => {
    expect((await factOf(question))?.about).toBe(about);
  });

  it.each(['나루콘 키노트는 누가 했대', 'who gave the keynote', '기조강연 누가 했어'])(
    'a kind of talk that no post speaks of: %s',
    async (question) => {
      made ??= searchPosts();
      const { verdict, answer } = (await made).search(question);
      expect(verdict).toBe('none');
      expect(answer).toMatchObject({ kind: 'facts', fact: { about: 'who' } });
    },
  );

  it.each(['발표 하나가 몇분짜리야', 'how long was each talk', '두번째는 누구 입장에서 한 말이야'])(
    'what no fact tells: %s',
    async (question) => {
      expect(await factOf(question)).toBeUndefined();
    },
  );

  it.each([
    '아젠다',
    '목차 좀 볼게요',
    '발표 제목 싹 다 나열해 주시겠어요',
    '프로그램 구성이 어떻게 되나요',
    '순서대로 무슨 강연을 했는지 여쭤봅니다',
    '첫 번째부터 마지막까지 제목만',
    '여기 뭐 볼 수 있어?',
    '각 발표 제목을 알고 싶습니다',
    'could you give me the line-up',
    'table of contents please',
    'what did they present',
    'アジェンダを見せてください',
    '発表一覧',
    '트랙에 어떤 세션이 있나요',
    '3개 발표 뭐뭐야',
    '세개 제목 좀',
    '전체 구성',
    '제목만 쭉',
    '타임라인',
    'talks?',
  ])('%s: the list', async (question) => {
    expect((await factOf(question))?.about).toBe('list');
  });

  it.each([
    '다 합쳐서 세션 몇 개예요',
    '발표수',
    '몇 부작이야',
    'how many parts are there',
    'count of talks',
    '발표 수',
    'how many were there',
  ])('%s: how many', async (question) => {
    expect((await factOf(question))?.about).toBe('count');
  });

  it.each([
    '행사일이 언제인지요',
    '몇 월 며칠날 한 거예요',
    '무슨 요일에 열렸습니까',
    '개최 일자',
    '몇년도꺼임',
    '작년에 한 행사야?',
    '정확히 언제 열린 건가요',
    '이거 얼마나 된 거야',
    '10월에 한 거 맞지',
    'what time of year was it',
    '행사한 날짜',
    'when exactly was it',
    'how recent is this',
    'which day of the week was it',
    'was it in september?',
    '開催日を教えてください',
  ])('%s: when', async (question) => {
    expect((await factOf(question))?.about).toBe('when');
  });

  it.each([
    '행사장 위치 좀요',
    '열린 곳이 어디인지 궁금합니다',
    'ㅇㄷ서 한 거',
    '무슨 체육관 같은 데서 했나요?',
    '부산에서 했나요?',
    '강릉이었나요?',
    '개최한 곳',
    '줌으로 했나요',
    'where exactly was it held',
    'venue',
    'was it on site or online, and where',
    '開催地はどこですか',
  ])('%s: where', async (question) => {
    expect((await factOf(question))?.about).toBe('where');
  });

  it.each([
    '발표들 공통점',
    '세 발표가 다 같이 말하는 게 뭐예요',
    '행사 컨셉이 뭐였나요',
    '결국 하고 싶은 말이 뭐야',
    '트랙에서 다룬 분야가 뭔가요',
    '뭐에 관한 행산데',
    '전반적으로 뭘 말하는 행사예요',
    '행사가 강조한 게 뭐야',
    'what was it about',
    '한마디로 요약하면',
    '발표마다 반복되는 주제',
    'recurring topic across sessions',
    'focus of the conference',
    'what do the talks have in common',
    'key message of the whole thing?',
    '共通のテーマは何ですか',
    '세 발표를 하나로 엮는 생각이 뭐래',
    '발표들 전체를 아우르는 메시지가 뭐야',
    'which thread runs through all three talks',
    'what links the talks together',
  ])('%s: what all of it was about', async (question) => {
    const fact = await factOf(question);
    expect(fact).toMatchObject({ about: 'theme', told: { quote: expect.stringContaining('천천히 건너기') } });
  });

  it.each(['행사명', '정식 행사 명칭이 뭔가요', '뭔 행산데', 'official name of the conference'])(
    '%s: which event',
    async (question) => {
      expect((await factOf(question))?.about).toBe('event');
    },
  );

  it.each([
    '연사진',
    '발표자 명단 부탁드려요',
    '강연을 하신 분들 성함을 알 수 있을까요',
    '누가 나왔어?',
    '어떤 분들이 발표했나요',
    '누가 무대에 섰어',
    '발표에 참여한 사람들',
    'who delivered the talks',
    '세션별로 누가 발표했는지',
    'speaker line-up',
    'could you tell me who the presenters were?',
    'スピーカー一覧',
  ])('%s: who spoke', async (question) => {
    expect((await factOf(question))?.about).toBe('who');
  });

  it.each([
    ['둘째 강연 제목', 1],
    ['두번째꺼 제목뭐에요', 1],
    ['세 번째 세션 한 줄로', 2],
    ['마지막에서 두 번째 발표 내용', 1],
    ['second to last talk', 1],
    ['talk no. 3', 2],
    ['三番目の発表のタイトルは', 2],
    ['맨 먼저 한 발표', 0],
    ['시작할 때 한 발표 제목', 0],
    ["the closing talk's title", 2],
    ['2번 글 한줄요약', 1],
    ['3번은?', 2],
    ['제2강 내용', 1],
    ['세 번째 시간에는 뭐 했어', 2],
    ['what was the third one', 2],
    ['맨 마지막 순서엔 뭐 했대', 2],
    ['두번째 차례는 무슨 내용', 1],
    ['첫시간엔 뭐했어', 0],
    ['1つ目のセッションの要約', 0],
  ] as const)('%s: one talk', async (question, at) => {
    const ids = ['1', '2', '3'];
    expect(await factOf(question)).toMatchObject({ about: 'session', session: ids[at] });
  });

  it.each([
    ['두 번째 발표하신 분 성함이 어떻게 되나요', '2'],
    ['둘째 주자 누구였음', '2'],
    ['who closed the event', '3'],
  ])('%s: who gave one talk', async (question, session) => {
    expect(await factOf(question)).toMatchObject({ about: 'who', session });
  });

  it.each([
    ['출장 보고 쓰는데 행사장 어디였는지 좀', 'where'],
    ['과제에 인용하려는데 행사 날짜가 언제예요', 'when'],
    ['메일 드리려는데 두 번째 세션은 어느 분이 하셨나요', 'who'],
    ["I'm writing a trip report, where was the venue", 'where'],
    ['my professor wants a citation. when was the event held?', 'when'],
  ])('behind what leads up to it: %s', async (question, about) => {
    expect((await factOf(question))?.about).toBe(about);
  });

  it.each([
    'what are the blockers, according to the talk?',
    '발표에서 물살을 몇 개로 나눠서 설명했지',
    'what counts as an oar in that river session',
  ])('asked of what a talk tells: %s', async (question) => {
    expect(['list', 'count', 'recommend']).not.toContain((await factOf(question))?.about);
  });

  it.each([
    '먼지 쌓인 나룻배',
    '게임 추천',
    '3분짜리 영상 만드는 법',
    '프로그램은 규칙대로 도나요',
    '나룻배 공유 요금',
    'how old is the river',
  ])('%s: nothing of the kind', async (question) => {
    expect(await factOf(question)).toBeUndefined();
  });
});
