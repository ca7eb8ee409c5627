import { expect, it } from 'vitest';
import { createSearch } from '#search/engine.ts';
import { library, type SectionSketch, session } from '../library.ts';

const KITES = {
  title: '연날리기 모임 메모',
  sections: [
    { id: 'shield', name: '방패연 만들기', text: '방패연은 가운데에 구멍을 뚫는다. 댓살은 다섯 개.' },
    { id: 'reels', name: '얼레 고르기', text: '얼레는 가벼운 걸로. 방패연에는 큰 얼레.' },
    { id: 'end', name: '총평', text: '방패연 발표가 제일 재밌었다.' },
  ],
};
const OTHERS = Array.from(
  { length: 80 },
  (_, at): SectionSketch => ({ id: `s${at}`, name: `비고 ${at}`, text: `${at}번째 상자는 창고에 있다.` }),
);

it('a word that several of a few sections hold proves what it proves among many', async () => {
  const few = await createSearch(library([session(1, KITES)]));
  const many = await createSearch(
    library([session(1, KITES), session(2, { title: '창고', sections: OTHERS })]),
  );
  for (const question of ['방패연 날리려면 작은 얼레 사도 되나', '방패연 동그란 부분 어떻게 낸대']) {
    const { confidence } = many.search(question);
    expect(few.search(question).confidence, question).toBeGreaterThan(confidence - 0.1);
  }
});
