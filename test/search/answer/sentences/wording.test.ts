import { expect, test } from 'vitest';
import { wordedFor } from '#search/answer/sentences/wording.ts';

test.each([
  ['yesno', '출석 포인트는 쓰지 말라고 했다.', '출석 포인트는 매일 주는 점수입니다.'],
  ['yesno', 'It does not run on a phone.', 'Edge is a small chip.'],
  ['why', '페이지를 옮길 때마다 깨졌다.', '페이지를 옮겼다.'],
  ['how', '받침 뒤에 붙이면 된다.', '받침은 음절의 끝소리입니다.'],
] as const)('an answer to %s: %s rather than %s', (kind, answer, other) => {
  expect(wordedFor(answer, kind)).toBeGreaterThan(wordedFor(other, kind));
});

test('answers of other kinds are worded in any way', () => {
  expect(wordedFor('It does not run on a phone.', 'number')).toBe(0);
});
