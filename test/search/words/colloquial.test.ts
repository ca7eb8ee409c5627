import { expect, test } from 'vitest';
import { usualSpelling } from '#search/words/colloquial.ts';

test.each([
  ['텐서가 먼지 쉽게 알려줘', '텐서가 뭔지 쉽게 알려줘'],
  ['그냥 첨부터 학습하면 안되나', '그냥 처음부터 학습하면 안되나'],
  ['이 단어 첨보는데 뭐임', '이 단어 처음 보는데 뭐임'],
  ['왤케 느려', '왜 이렇게 느려'],
  ['이거 언제 됬어요', '이거 언제 됐어요'],
  ['머하는거임', '뭐하는거임'],
  ['하이퍼튠 어케 씀', '하이퍼튠 어떻게 씀'],
  ['콜드스타트 어케줄임', '콜드스타트 어떻게 줄임'],
  ['배포 순서가 어찌되나', '배포 순서가 어떻게 되나'],
  ['어찌나 빠른지', '어찌나 빠른지'],
  ['나중에 볼수있나여', '나중에 볼수있나요'],
  ['할수잇어?', '할수있어?'],
  ['what is A.P.I.?', 'what is API?'],
  ['G.P.U가 뭐야', 'GPU가 뭐야'],
  ['14년도 데뷰', '2014년도 데뷰'],
  ['16년 12월 세미나', '2016년 12월 세미나'],
  ['a loop w/o code', 'a loop without code'],
  ['tell ppl abt it', 'tell people about it'],
  ['slow b/c of this', 'slow because of this'],
  ['쬐끔 고쳐논거', '조금 고쳐놓은거'],
  ['회사꺼로 딴데서', '회사 거로 다른 데서'],
  ['불 꺼줘', '불 꺼줘'],
  ['딴지 거는 논점', '딴지 거는 논점'],
  ['우리팀 모델', '우리 팀 모델'],
  ['우리나라 것', '우리나라 것'],
  ['mud n dust', 'mud and dust'],
])('%s', (written, meant) => {
  expect(usualSpelling(written)).toBe(meant);
});

test.each([
  '미세 먼지 센서가 뭐야',
  '머신러닝',
  '업로드',
  '첨부 파일',
  '조은결님',
  '넘버링',
  'e.g. this. A. Park asks',
  'v1.2.3',
  'WEN 주소',
  'the URL, by U. Park',
  '10년 동안 12개월',
  '5년 12월호',
])('%s is written as usual', (text) => {
  expect(usualSpelling(text)).toBe(text);
});
