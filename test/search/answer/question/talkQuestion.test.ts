import { describe, expect, it } from 'vitest';
import { inSlices } from '#library/compute/slicedWork.ts';
import { talkQuestion } from '#search/answer/question/talks/talkQuestion.ts';
import { topicTable } from '#search/answer/question/topicTable.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const { library, search } = await openCorpus('full');

const topics = await inSlices(topicTable(library));

/** `talks bigquery`, `gist 6`: what is asked, and of what. */
function read(question: string): string | undefined {
  const asked = talkQuestion({ library, topics }, question);
  if (asked === undefined) return undefined;
  return `${asked.asks} ${'topic' in asked ? asked.topic.id : asked.session.id}`;
}

describe('a question about the talks that names a topic', () => {
  it.each([
    '빅쿼리를 다룬 회차가 있나 궁금해요',
    '빅쿼리 얘기하는 포스트 있으면 링크 부탁드려요',
    '혹시 빅쿼리 언급된 적 있나요?',
    '빅쿼리가 등장하는 대목은 어디예요?',
    '빅쿼리 주제로 한 강연 모아줘',
    '빅쿼리 글 어딨어',
    '빅쿼리 관련해서 볼만한 거 없음?',
    '빅쿼리 공부하려는데 뭐부터 읽으면 될까요',
    '빅쿼리 검색해 줄래',
    '빅쿼리에 관심이 생겨서요, 들을 만한 세션 좀 추천해 주세요',
    '빅쿼리 등장 세션',
    '빅쿼리관련글 유무',
    '빅쿼리를 실습하는 세션이 있나요',
    '팀에서 빅쿼리 도입하려는데 참고할 발표 골라줘',
    '빅쿼리 왜 쓰는지 알려주는 글',
    '빅쿼리 더 자세한 건 어디를 보면 되나요',
    '빅쿼리 설명 어디 있어요',
    '빅쿼리 얘기 듣고 싶은데',
    '빅쿼리 얘기한 사람 세션',
    '빅쿼리 나오는 콘텐츠 열람 요청드립니다',
    '써밋에서 빅쿼리 다룬 시간이 있었나요?',
    '분명 빅쿼리 얘기하는 세션이 있었는데 제목이 기억 안 나요',
    '친구가 빅쿼리 글 보내 달래서.. 어디 있어?',
    'did any of the speakers go into BigQuery?',
    'did anyone mention BigQuery',
    'talks about BigQuery',
    'got a link for BigQuery?',
    'any of the talks touching on BigQuery?',
    'does BigQuery come up anywhere',
    'was BigQuery mentioned in any session?',
    'list every post that deals with BigQuery',
    'where do they discuss BigQuery',
    'does any presenter bring up BigQuery',
    'is there a link for BigQuery',
    'all the talks on BigQuery',
    '빅쿼리 설명하는 강연이 있던데 제목이 생각 안 나요',
    'got anything on BigQuery?',
    'BigQueryを取り上げた講演はありますか',
    'BigQueryに触れている回はどれ',
  ])('%s: the talks on it', (question) => expect(read(question)).toBe('talks bigquery'));

  it.each([
    ['빅쿼리 나온 글이 몇 편이나 돼요', 'count bigquery'],
    ['how many sessions cover BigQuery', 'count bigquery'],
    ['빅쿼리는 몇 번째 세션에서 다뤘죠', 'which bigquery'],
    ['빅쿼리 강연하신 분 누구였죠', 'speakers bigquery'],
    ['빅쿼리 발표자 성함이 어떻게 되나요', undefined],
    ['빅쿼리 발표자 성함 좀', 'speakers bigquery'],
    ['빅쿼리에 대해 찬찬히 설명해 줘', undefined],
    ['빅쿼리는 어떤 건가요', undefined],
    ['빅쿼리에 대해 뭐라고 적혀 있나요', undefined],
    ['do you know anything about BigQuery', undefined],
    ['who presented BigQuery?', 'speakers bigquery'],
    ['name of the BigQuery speaker', 'speakers bigquery'],
    ['BigQueryを話した人は誰ですか', 'speakers bigquery'],
  ])('%s: %s', (question, asked) => expect(read(question)).toBe(asked));

  it.each([
    '빅쿼리가 뭐야',
    '발표에서 나온 빅쿼리가 뭔지 모르겠어요',
    '빅쿼리 없이 분석한 세션',
    '빅쿼리 없어졌어?',
    '빅쿼리는 어디에 쓰여?',
    '빅쿼리 요금 다룬 발표',
    '빅쿼리 써 본 사람 있어?',
    '빅쿼리 세션 의자 색',
    '빅쿼리 발표 슬라이드 몇 장',
    '빅쿼리로 되는 거 쭉 나열 좀',
    '빅쿼리라는 말이 나오던데 무슨 뜻인지 알려 주실 수 있을까요',
    'is anyone using BigQuery',
    '빅쿼리 보안 다룬 세션',
    '빅쿼리 아닌 세션',
    '빅쿼리 누가 만들었어',
    '빅쿼리 발표는 어디서 했어',
    '빅쿼리 추천 좀',
    '빅쿼리 한글 설명서 있나요',
    '빅쿼리 댓글 있나요',
    '빅쿼리랑 데이터 스튜디오 다룬 세션',
    'BigQuery explained briefly',
    'who uses BigQuery',
    'BigQuery page',
    'BigQuery entry',
    'is BigQuery still there',
    'what is BigQuery in these talks',
  ])('%s asks for something else', (question) => expect(read(question)).toBeUndefined());

  it('is answered alike, whichever words it is asked in', () => {
    const { answer } = search.search('빅쿼리를 다룬 세션은?', { language: 'ko' });
    expect(answer).toMatchObject({ fact: { about: 'list', only: 'BigQuery' } });
    for (const question of ['빅쿼리 글 어딨어', '빅쿼리 언급된 데 있나', '빅쿼리 나온 발표 다 찾아줘'])
      expect(search.search(question, { language: 'ko' }), question).toMatchObject({
        verdict: 'answer',
        answer,
      });
  });
});

describe('a question for what a talk comes to', () => {
  it.each([
    ['비즈니스를 위한 간편한 머신러닝 세 줄로 간추려 줘', 'gist 6'],
    ['비즈니스를 위한 간편한 머신러닝은 무슨 내용이었어요?', 'gist 6'],
    ['비즈니스를 위한 간편한 핵심만요', 'gist 6'],
    ['어제 구글 클라우드에 인텔리전스를 불어넣는 발표를 놓쳤는데 요점 좀', 'gist 4'],
    ['give me the highlights of Easy machine learning for business', 'gist 6'],
    ['What was "Easy machine learning for business" about?', 'gist 6'],
    ['tl;dr of A deep dive into Cloud AutoML', 'gist 3'],
    ['비즈니스를 위한 간편한 머신러닝の要点は', 'gist 6'],
    ['비즈니스를 위한 간편한 머신러닝 누가 발표했어', 'speakers 6'],
  ])('%s: %s', (question, asked) => expect(read(question)).toBe(asked));

  it.each([
    ['less than half of a title', '비즈니스를 위한 요약'],
    ['a topic whose name a title begins with', 'Cloud AI Platform 요약'],
    ['where it was', '비즈니스를 위한 간편한 머신러닝 어디서 했어'],
    ['a title and a topic', '비즈니스를 위한 간편한 머신러닝이랑 빅쿼리 요약'],
    ['a title alone', '비즈니스를 위한 간편한 머신러닝'],
  ])('%s is none: %s', (_, question) => expect(read(question)).toBeUndefined());

  it('is answered by the session', () => {
    expect(search.search('비즈니스를 위한 간편한 머신러닝 요약해 줘')).toMatchObject({
      verdict: 'answer',
      answer: { kind: 'facts', fact: { about: 'session', session: '6' } },
    });
  });
});
