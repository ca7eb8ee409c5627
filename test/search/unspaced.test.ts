import { describe, expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { inUsualWidth, wordEnds } from '#search/letters/segments.ts';
import { tokensOf } from '#search/letters/tokens.ts';
import { library, session } from './library.ts';

const search = await createSearch(
  library([
    session(1, {
      title: 'サーバーの話',
      language: 'ja',
      sections: [
        {
          id: 'async',
          name: '非同期処理',
          text: '非同期処理は、結果を待たずに次の仕事を進める書き方です。',
        },
        {
          id: 'cache',
          name: 'キャッシュの設計',
          text: 'キャッシュは読み込みを速くしますが、古い値を返すことがあります。有効期限を短くします。',
        },
        {
          id: 'deploy',
          name: 'デプロイ',
          text: 'ＧｉｔＨｕｂ Actionsで自動的に配備します。失敗したら前の版に戻します。',
        },
        {
          id: 'backup',
          name: '夜の仕事',
          text: '毎晩ﾊﾞｯｸｱｯﾌﾟを取り､ｽﾄﾚｰｼﾞに30日分を残します。',
        },
      ],
    }),
    session(2, {
      title: '云计算分享',
      language: 'zh',
      sections: [
        { id: 'edge', name: '边缘计算', text: '边缘计算是在靠近数据的地方处理数据。' },
        { id: 'containers', name: '容器编排', text: '我们用容器编排来部署服务，失败的时候自动重启。' },
      ],
    }),
  ]),
);

describe('scripts without spaces', () => {
  it.each([
    ['非同期処理', 'async'],
    ['非同期処理とは', 'async'],
    ['非同期処理って何？', 'async'],
    ['非同期処理とは何ですか？', 'async'],
    ['キャッシュの有効期限はどうする？', 'cache'],
    ['デプロイに失敗したらどうやって戻す？', 'deploy'],
    ['ＧｉｔＨｕｂ　Ａｃｔｉｏｎｓ', 'deploy'],
    ['GitHub Actions', 'deploy'],
    ['バックアップ', 'backup'],
    ['ﾊﾞｯｸｱｯﾌﾟとは', 'backup'],
    ['ストレージに何日分を残す？', 'backup'],
    ['ｷｬｯｼｭの有効期限は？', 'cache'],
    ['边缘计算', 'edge'],
    ['什么是边缘计算？', 'edge'],
    ['边缘计算是什么', 'edge'],
    ['怎么部署容器', 'containers'],
  ])('answers %s', (query, section) => {
    const { verdict, passages } = search.search(query);
    expect(passages[0]?.section).toBe(section);
    expect(verdict).toBe('answer');
  });

  it.each(['量子コンピュータとは', '今天天气怎么样', '明日の株価は？'])('leaves %s unanswered', (query) => {
    expect(search.search(query).verdict).not.toBe('answer');
  });

  it('are read word by word, loan words whole', () => {
    expect(tokensOf('エッジコンピューティングとは').map(({ text }) => text)).toEqual([
      'エッジコンピューティング',
      'と',
      'は',
    ]);
    expect(wordEnds('漢'.repeat(9_000)).at(-1)).toBe(9_000);
  });

  it('keeps the length of a text where half-width letters become fewer', () => {
    expect(inUsualWidth('毎晩ﾊﾞｯｸｱｯﾌﾟを')).toBe('毎晩バックアップ  を');
  });

  it('keeps offsets where width is folded', () => {
    const text = 'Ｎｏｄｅ　２６　の話';
    expect(inUsualWidth(text)).toBe('Node 26 の話');
    for (const { start, end, text: word } of tokensOf(text))
      expect(inUsualWidth(text.slice(start, end)).toLowerCase()).toBe(word);
  });
});
