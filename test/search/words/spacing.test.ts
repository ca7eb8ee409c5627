import { describe, expect, it } from 'vitest';
import { spaced } from '#search/words/spacing.ts';

describe('spaces that hurried writing leaves out', () => {
  it.each([
    ['패치노트 잘쓰는법', '패치노트 잘 쓰는 법'],
    ['빵 잘만드는법', '빵 잘 만드는 법'],
    ['끄면안됨', '끄면 안 됨'],
    ['스파크말고 플링크', '스파크 말고 플링크'],
    ['핵쓰면 어떻게 돼', '핵 쓰면 어떻게 돼'],
    ['카프카써도 느려', '카프카 써도 느려'],
    ['올리는법', '올리는 법'],
    ['만든분 누구', '만든 분 누구'],
    ['안쓴 이유', '안 쓴 이유'],
    ['그래프 왜 버린거임', '그래프 왜 버린 거임'],
    ['옮겨간회사는', '옮겨간 회사는'],
    ['몇분걸려', '몇 분 걸려'],
    ['몇배빨라졌어', '몇 배 빨라졌어'],
    ['몇개국어', '몇 개국어'],
  ])('%s: %s', (text, apart) => {
    expect(spaced(text)).toBe(apart);
  });

  it.each([
    '덮어쓰면',
    '신경쓰면',
    '잘라내는',
    '잘못쓰면',
    '글쓰기',
    '잘하는',
    '대부분',
    '주식회사',
    '안주',
    '안온하다',
  ])('%s is one word', (word) => {
    expect(spaced(word)).toBe(word);
  });
});
