import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { library, session } from '../library.ts';

const korean = session(1, {
  title: '클라우드 이야기',
  language: 'ko',
  sections: [
    {
      id: 'iot',
      name: 'IoT 허브',
      text: '기기를 연결하던 IoT 허브는 2023년 8월 16일에 서비스가 종료되었습니다.',
    },
    {
      id: 'transfer',
      name: '전이 학습',
      text: '전이 학습이란 이미 학습한 모델을 다른 문제에 다시 쓰는 방법입니다. 데이터가 적을 때 씁니다.',
    },
    {
      id: 'alerts',
      name: '알림 줄이기',
      text: '알림은 하루 40건에서 3건으로 줄었습니다. 손님에게 영향이 있는 것만 울리게 했습니다.',
    },
    {
      id: 'serverless',
      name: '서버리스 컴퓨팅',
      text: '서버리스 컴퓨팅이란 서버를 직접 관리하지 않는 방식입니다.',
    },
  ],
});
const japanese = session(2, {
  title: '検索の話',
  language: 'ja',
  sections: [{ id: 'stock', name: '在庫の遅れ', text: '在庫の遅れは24時間から平均8秒になりました。' }],
});

describe('a question in Japanese', () => {
  it.each([
    ['IoTハブのサービス終了日はいつですか', '2023년 8월 16일'],
    ['転移学習とは何ですか', '이미 학습한 모델'],
    ['通知は何件まで減りましたか', '3건'],
    ['サーバーレスコンピューティングって何？', '관리하지 않는'],
  ])('%s is answered by Korean posts', async (asked, held) => {
    const { search } = await createSearch(library([korean]));
    const { passages, language } = search(asked, { sure: true });
    expect(passages[0]?.quote).toContain(held);
    expect(language).toBe('ja');
  });

  it('is answered as it stands by Japanese posts, and else by others', async () => {
    const { search } = await createSearch(library([korean, japanese]));
    expect(search('在庫の遅れは何秒ですか').passages[0]?.quote).toContain('8秒');
    expect(search('転移学習とは何ですか').passages[0]?.quote).toContain('이미 학습한 모델');
  });

  it('is not answered by what the posts do not hold', async () => {
    const { search } = await createSearch(library([korean]));
    expect(search('量子コンピュータとは何ですか').verdict).not.toBe('answer');
    expect(search('こんにちは').verdict).toBe('none');
  });
});

describe('posts in Japanese', () => {
  it.each([
    ['재고 지연이 몇 초까지 줄었어?', '8秒'],
    ['how many seconds is the inventory delay now?', '8秒'],
    ['옵저버빌리티가 뭐야', '外から'],
    ['what is observability', '外から'],
  ])('answer %s', async (asked, held) => {
    const observability = session(3, {
      title: '小さなチーム',
      language: 'ja',
      sections: [
        {
          id: 'observability',
          name: 'オブザーバビリティとは',
          text: 'オブザーバビリティとは、動きを外から見える記録で知ることです。',
        },
      ],
    });
    const { search } = await createSearch(library([japanese, observability]));
    expect(search(asked, { sure: true }).passages[0]?.quote).toContain(held);
  });
});
