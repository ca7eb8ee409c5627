import { describe, expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { createSearch } from '#search/engine.ts';
import { folder } from '../../../library/folder.ts';

const BODY = `

## 반죽 이야기

- 2020년 3월에 도입, 원주 공방에서 시작
- 발효는 짧게

## Kilns

- introduced in May 2016 at their Lyon workshop
- vents stay open
`;

/** How hasty notes open, and what they say of when and where. */
const OPENINGS: readonly (readonly [opening: string, when: string, where: string])[] = [
  // Sentences.
  [
    'On Friday, 1 November 2019 I attended Clay Day at the Wellington Town Hall - my notes.',
    '1 November',
    'Wellington Town Hall',
  ],
  ['Last Saturday (May 4, 2019) I made it along to Clay Day on the Leith waterfront.', 'May 4', 'Leith'],
  ['지난 9월 24일에 합정 가마홀에서 진행된 흙의 날에 다녀왔습니다.', '9월 24일', '가마홀'],
  ['9월 24일 흙의 날에 참가했다. 장소는 합정 가마홀이었고 사람이 많았다.', '9월 24일', '가마홀'],
  [
    '2/15,16に開催された土の日に参加してきました。オフラインでの開催は4年ぶり。会場はいつもの寺ではなく土ホール大森でした。',
    '2/15,16',
    '土ホール大森',
  ],
  ['I attended Clay Day on 4 May 2019. The conference site was an old mill, Kornhaus.', '4 May', 'Kornhaus'],
  // Lines.
  ['2023.08.12-13 벡스코 2F', '2023.08.12', '벡스코'],
  ['2018-10-13(토) @ 가마홀 지하', '2018-10-13', '가마홀'],
  ['- 18.04.27 13:00, 합정 가마홀', '18.04.27', '가마홀'],
  ['Sat 14 Sep 2019, The Kornhaus, Linz', '14 Sep', 'Kornhaus'],
  ['*Linz, Austria, 5-7 June 2018*', 'June 2018', 'Linz'],
  ['2012/12/8(土) at 株式会社つち (京都)', '2012/12/8', '株式会社つち'],
];

async function ask(opening: string, question: string): Promise<string> {
  const library = await (await folder({ 'notes.md': `# Clay Day\n\n${opening}${BODY}` })).read();
  const result = (await createSearch(library)).search(question);
  return plainAnswer(library, result, { locale: 'ko', language: 'ko' })?.text ?? '';
}

describe('when and where a note was taken', () => {
  it.each(OPENINGS)('is told by %s', async (opening, when, where) => {
    expect(await ask(opening, '언제 어디서 열렸어?')).toMatch(when);
    expect(await ask(opening, 'where was it held?')).toContain(where);
    expect(await ask(opening, '会場はどこ')).toContain(where);
  });

  it.each(['2019-07-10 작성', '2019. 7. 10. 업데이트', 'Posted on May 3, 2020', '2020년 3월에 새로 씀'])(
    'a date without a place tells none: %s',
    async (opening) => {
      expect(await ask(opening, '어디서 열렸어?')).toContain('적혀 있지 않습니다');
    },
  );
});
