import { describe, expect, it } from 'vitest';
import { readAsking } from '#search/answer/question/readQuestion.ts';
import { namedKindIn } from '#search/answer/question/values/namedKind.ts';

/** True where a text tells a name of the kind that a question asks for. */
function tells(question: string, text: string): boolean {
  const called = readAsking(question).called;
  return called !== undefined && (called.beside.test(text) || called.member?.test(text) === true);
}

describe('a name of the kind that is asked for', () => {
  it.each([
    [
      'which database does the bakery keep its recipes in',
      'It all sits in Postgres.',
      'It all sits in a drawer.',
    ],
    ['what language did she rewrite the oven timer in', 'She chose Rust.', 'She chose to rest.'],
    ['name of the newspaper with the recipe', 'It was in the newspaper Krumen.', 'It was in the newspaper.'],
    ["the baker's pick of rtos for the new oven", 'Go for Zephyr, he said.', 'Go for a walk, he said.'],
    ['오븐 펌웨어는 뭔 언어로 짰대', 'C++로 짰다.', '밤새 짰다.'],
    ['레시피 찾는 검색엔진 뭐 써요', '오픈서치를 쓴다.', '색인을 쓴다.'],
    ['반죽 세는 봇 이름이 뭐야', "반죽을 세는 봇 '도우'가 있다.", '반죽을 세는 봇이 있다.'],
    ['注文のデータベースに何を使っていますか', '注文はMySQLに入ります。', '注文は箱に入ります。'],
    ['レシピの検索に何を使っていますか', '検索にはSolrを使っています。', '検索には索引を使っています。'],
    ['what did they use to build the site', 'The site is built with Astro.', 'The site is built with care.'],
  ])('%s: %s', (question, told, other) => {
    expect(tells(question, told)).toBe(true);
    expect(tells(question, other)).toBe(false);
  });

  it('is no name that the question says', () => {
    expect(tells('which database replaced MySQL', 'MySQL was slow.')).toBe(false);
    expect(tells('which database replaced MySQL', 'Now it is MariaDB.')).toBe(true);
  });

  it.each(['오븐 서비스는?', '데이터베이스 뭐야', 'what is a database', 'which of them is faster'])(
    'is not asked for by %s',
    (question) => {
      expect(namedKindIn(question)).toBeUndefined();
    },
  );
});
