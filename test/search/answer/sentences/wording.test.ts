import { expect, test } from 'vitest';
import { wordedFor } from '#search/answer/sentences/wording.ts';

test.each([
  ['yesno', '출석 포인트는 쓰지 말라고 했다.', '출석 포인트는 매일 주는 점수입니다.'],
  ['yesno', 'It does not run on a phone.', 'Edge is a small chip.'],
  ['yesno', '전원이 나가도 기록은 남는다.', '기록은 디스크에 남는다.'],
  ['yesno', '설치 없이 브라우저에서 연다.', '브라우저는 프로그램입니다.'],
  ['yesno', '새 글꼴을 따로 살 필요는 없다.', '새 글꼴은 팀이 그렸다.'],
  ['yesno', 'Readers can keep the old layout without an account.', 'The old layout had two columns.'],
  ['why', '페이지를 옮길 때마다 깨졌다.', '페이지를 옮겼다.'],
  ['how', '받침 뒤에 붙이면 된다.', '받침은 음절의 끝소리입니다.'],
  ['why', '서버가 죽어서 옮겼다.', '작년 3월에 옮겼다.'],
  ['how', '키에 접미사를 붙여 해결했다.', '키 하나에 쓰기가 몰렸다.'],
  ['now', '작년 11월에 Qdrant로 옮겼다.', '벡터를 pgvector에 담는다.'],
  ['definition', '사일로(silo)는 부서마다 따로 쌓인 자료다.', '사일로는 없애야 한다.'],
] as const)('an answer to %s: %s rather than %s', (kind, answer, other) => {
  expect(wordedFor(answer, kind)).toBeGreaterThan(wordedFor(other, kind));
});

test('answers of other kinds are worded in any way', () => {
  expect(wordedFor('It does not run on a phone.', 'number')).toBe(0);
});
