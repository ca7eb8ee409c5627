import { describe, expect, it } from 'vitest';
import { askedClause } from '#search/answer/question/chatter/askedClause.ts';
import { withoutChatter } from '#search/answer/question/chatter/withoutChatter.ts';
import { createSearch } from '#search/engine.ts';
import { library, session } from '../../library.ts';

describe('what people say around a question', () => {
  it.each([
    ['안녕하세요 입문자인데요 게이트웨이가 뭐야? 감사합니다', '게이트웨이가 뭐야?'],
    ['1학년인데요 게이트웨이가 뭐야?', '게이트웨이가 뭐야?'],
    ['쌤들 안녕하세요! 게이트웨이가 뭐예요', '게이트웨이가 뭐예요'],
    ['모레 시험이라서 그런데 게이트웨이 역할이 뭔가요', '게이트웨이 역할이 뭔가요'],
    ['리포트 쓰다가 막혀서요 게이트웨이가 뭔가요', '게이트웨이가 뭔가요'],
    ['마케터라서 잘 모르는데 게이트웨이가 뭐죠', '게이트웨이가 뭐죠'],
    ['검색해봐도 안 나와서 여쭤봅니다. 게이트웨이는 왜 써요', '게이트웨이는 왜 써요'],
    ['게이트웨이가 뭐야 ㅠㅠ 급해요', '게이트웨이가 뭐야'],
    ['게이트웨이 뜻 제발요', '게이트웨이 뜻'],
    ['게이트웨이는 어디에 써요? 수업 때 놓쳐서요', '게이트웨이는 어디에 써요?'],
    ['게이트웨이 설명좀 초보라서 하나도 몰라요', '게이트웨이 설명좀'],
    ['게이트웨이가 뭐예요 아시는 분?', '게이트웨이가 뭐예요'],
    ['문의드립니다. 게이트웨이가 뭔가요. 홍길동 드림', '게이트웨이가 뭔가요.'],
    ['네 게이트웨이가 뭐야', '게이트웨이가 뭐야'],
    ['회의에서 게이트웨이 게이트웨이 하던데 그게 무슨 말이야', '게이트웨이 뭐야'],
    ['다들 게이트웨이 게이트웨이 거리길래 뭔지 모르겠어요', '게이트웨이 뭐야'],
    // Keys of the other layout: `BigQuery ML`.
    ['ㅠㅑㅎ볃교 ㅢ', 'ㅠㅑㅎ볃교 ㅢ'],
    ['네 번째 발표 제목', '네 번째 발표 제목'],
    ['hi there, what is a gateway?', 'what is a gateway?'],
    ['My boss asked me about it, so what is a gateway', 'what is a gateway'],
    ['quick q: what does a gateway do? thanks a lot!', 'what does a gateway do?'],
    ["meaning of gateway, I'm a beginner", 'meaning of gateway,'],
    ['Hello all. When was the meetup? Best regards, Ann Lee', 'When was the meetup?'],
    ['sorry for the silly question but when was the meetup 😅', 'when was the meetup'],
    ['through which door please', 'through which door'],
    ['all sessions please', 'all sessions'],
    ['初心者ですみません、ゲートウェイとは何ですか？よろしくお願いします。', 'ゲートウェイとは何ですか？'],
    ['ゲートウェイとは何ですか 教えてください', 'ゲートウェイとは何ですか'],
  ])('%s: asks %s', (text, asked) => {
    expect(withoutChatter(text)).toBe(asked);
  });

  it.each([
    '데이터가 얼마 없는데 모델을 만들 수 있나',
    '부품이 고장나기 전에 알고 싶은데',
    '회의하는데 쓰는 도구',
    '처음 보는 자료를 훑어볼 때',
    '감사 로그가 뭐야',
    '카프카랑 래빗 뭐가 다름?',
    '이름이 기억 안나요',
    '게이트웨이가 뭔지 알려줘',
    '5번 세션 들었는데 요약해줘',
    '안녕하세요 감사합니다',
    'Does it tell me if the picture is not safe for kids?',
    'which one do I need for my presentation',
    'テストの準備はどうやりますか',
  ])('%s: nothing of it is only said', (text) => {
    expect(withoutChatter(text)).toBe(text);
  });
});

describe('clauses around a question in whichever words', () => {
  const named = (text: string): boolean => /게이트웨이|gateway|카프카/u.test(text);

  it.each([
    ['세차하다가 문득 궁금해졌는데 게이트웨이가 뭐야', '게이트웨이가 뭐야', true],
    ['제가 귀가 어두워서 게이트웨이가 뭐예요', '게이트웨이가 뭐예요', false],
    ['게이트웨이가 뭐야 이거 퀴즈에 나온다던데', '게이트웨이가 뭐야', false],
    ['my manager loves parties. what is a gateway', 'what is a gateway', true],
    ['社内の勉強会で困っているのですが、ゲートウェイとは何ですか', 'ゲートウェイとは何ですか', true],
  ])('%s: asks %s', (text, asked, isFramed) => {
    expect(askedClause(text, named)).toEqual({ text: asked, isFramed });
  });

  it.each([
    '카프카가 헷갈리는데 게이트웨이랑 차이가 뭐야',
    'Terraform 쓰다가 궁금해졌는데 게이트웨이가 뭐야',
    '데이터가 얼마 없는데 게이트웨이를 만들 수 있나',
    '문제가 생겼는데 왜 그런지 모르겠어요',
    '월요일마다 게이트웨이 상태를 알려주는 봇 뭐였지',
  ])('%s: what is named before belongs to it', (text) => {
    expect(askedClause(text, named)).toBeUndefined();
  });
});

describe('answers to questions that something is said around', async () => {
  const search = await createSearch(
    library([
      session(1, {
        title: '문 이야기',
        sections: [
          {
            id: 'gateway',
            name: '게이트웨이',
            text: '게이트웨이란 요청을 받아 알맞은 서버로 보내는 문입니다. 로그인도 여기서 확인합니다.',
          },
          { id: 'exam', name: '시험', text: '시험은 새 서버를 내보내기 전에 한다. 초보도 할 수 있다.' },
        ],
      }),
    ]),
  );
  it.each([
    '내일 시험인데 게이트웨이가 뭐야 살려주세요',
    '초보라서 모르겠어요 게이트웨이가 뭐야',
    'hey guys 게이트웨이가 뭐야 thx',
    '세차하다가 문득 궁금해졌는데 게이트웨이가 뭐야',
  ])('%s is answered as the question alone', (text) => {
    const { verdict, passages } = search.search(text);
    expect([verdict, passages[0]?.section]).toEqual(['answer', 'gateway']);
  });

  it('nothing is answered by what is said around a question', () => {
    expect(search.search('초보라서 모르겠어요 김치찌개 어떻게 끓여요').verdict).not.toBe('answer');
  });

  it('who asks for a talk tells whom it is to suit', () => {
    const { answer } = search.search('초보인데 추천 좀 해주세요');
    expect(answer).toMatchObject({ kind: 'facts' });
  });
});
