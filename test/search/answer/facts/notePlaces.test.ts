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

describe('what else is asked of the event that one note tells of', () => {
  it.each([
    '지난주에 흙두레가 주최한 흙의 날 세미나에 다녀왔다. 저녁 7시부터 9시까지 했다.',
    'I got back from Clay Day last week. Doors opened at 7 pm and it ended at 9:30 pm.',
    '先日、土の日に参加しました。19時から21時までの2時間でした。',
    '- 시간: 19:00 ~ 21:30',
    'When: 4 May 2019, 18:00-21:00',
  ])('at what time it began and ended: %s', async (opening) => {
    for (const question of [
      '몇 시부터 몇 시까지 했어?',
      '본 행사 몇 시에 시작했나요',
      'what time did it start?',
      '何時から何時まで？',
    ])
      expect(await ask(opening, question)).toMatch(/7시|7 pm|19時|19:00|18:00/u);
  });

  it('no time is told by one that a talk tells', async () => {
    expect(await ask('흙의 날 메모.', '몇 시에 시작했어?')).toContain('적혀 있지 않습니다');
  });

  it.each([
    '지난주에 흙두레가 주최한 흙의 날 세미나에 다녀왔다.',
    'I got back from the second Clay Day seminar last week.',
    '先日、土の日の勉強会に参加しました。',
  ])('which event it was: %s', async (opening) => {
    expect(await ask(opening, '이거 어떤 행사 다녀와서 쓴 글이야?')).toContain(opening);
    expect(await ask(opening, 'which event is this post about?')).toContain(opening);
  });

  it('when and where together are asked of it, whatever it is called', async () => {
    const opening = '18.04.27 13:00, 합정 가마홀';
    expect(await ask(opening, '발효 행사 그거 언제 어디서 했던 거예요?')).toContain(opening);
    expect(await ask(opening, 'when and where was the kilns thing?')).toContain(opening);
    expect(await ask(opening, '탱고 공연 언제 어디서 해?')).not.toContain(opening);
  });

  it.each(['못 들은 발표 있어?', 'which talk did the author miss'])(
    'the talk that was missed, as it says below its heading: %s',
    async (question) => {
      const told = await ask('흙의 날 메모.\n\n## 유약의 비밀\n\n- 차가 막혀서 듣지 못함', question);
      expect(told).toContain('유약의 비밀');
    },
  );
});
