import { describe, expect, it } from 'vitest';
import { kindFit } from '#search/answer/sentences/fit.ts';

describe('a sentence that names what it describes', () => {
  it.each([
    ['OCR: 이미지 속 글자를 텍스트로 바꿉니다.', '로고를 알아봅니다.'],
    ['애드혹 분석은 그때그때 궁금한 것을 바로 들여다보는 분석을 말한다.', '분석을 그때그때 다시 했다.'],
    ['A silo is a store that others cannot see.', 'Others could not see it for a year.'],
    ['체로 치는 일을 골라내기라고 부른다.', '체로 치는 일이 오래 걸린다.'],
  ])('%s', (names, other) => {
    expect(kindFit(names, 'name')).toBeGreaterThan(kindFit(other, 'name'));
  });
});

describe('a sentence that tells why', () => {
  it.each([
    ['It takes the slow steps off their hands.', 'It has been sold here since 2021.'],
    ['물을 길어 오지 않아도 됩니다.', '물을 길어 옵니다.'],
    ['It saves a day each month.', 'It was bought in May.'],
  ])('%s', (tells, other) => {
    expect(kindFit(tells, 'why')).toBeGreaterThan(kindFit(other, 'why'));
  });
});
