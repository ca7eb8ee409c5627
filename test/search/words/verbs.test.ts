import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptyPast, verbsOf } from '#search/words/verbs.ts';
import { wordClassOf } from '#search/words/wordClass.ts';
import { anyText } from '../../anyText.ts';

describe('verbs', () => {
  it.each([
    '줄이는',
    '줄였대',
    '줄였댔지',
    '줄인댔어',
    '줄여서',
    '줄일',
    '줄인다고',
    '줄입니다',
    '줄이나요',
    '줄여주는',
  ])('gives the dictionary form 줄이다 of $0', (form) => {
    expect(verbsOf(form)).toContain('줄이다');
  });

  it.each(['찾아야', '찾는', '찾았나요', '찾기', '찾으면', '찾은'])(
    'gives the dictionary form 찾다 of $0',
    (form) => {
      expect(verbsOf(form)).toContain('찾다');
    },
  );

  it.each([
    ['빡쳤대', '빡치다'],
    ['꺼뒀는데', '꺼두다'],
    ['퍼줬나요', '퍼주다'],
    ['골랐대', '고르다'],
    ['빨라졌다', '빠르다'],
    ['가까워서', '가깝다'],
    ['어려운', '어렵다'],
    ['만드는', '만들다'],
    ['만듦', '만들다'],
    ['들어서', '듣다'],
    ['나아졌나요', '낫다'],
    ['모아', '모으다'],
    ['바빠서', '바쁘다'],
    ['써야', '쓰다'],
    ['옮겨', '옮기다'],
    ['나눠', '나누다'],
  ])('knows irregular verbs: $0 is of $1', (form, verb) => {
    expect(verbsOf(form)).toContain(verb);
  });

  it.each(['서버', '감기', '사고', '데이터', '있는', '하는지', '됩니다', '가'])(
    'leaves nouns alone, and verbs that mean nothing by themselves: $0',
    (word) => {
      expect(verbsOf(word)).toEqual([]);
    },
  );

  it.each(['왔대', '봤어', '됐대', '줬대', '버렸다', '했나'])(
    '%s was done by a verb that says nothing by itself',
    (word) => {
      expect(isEmptyPast(word)).toBe(true);
      expect(wordClassOf([word])).toBe('asking');
    },
  );

  it.each(['뭐라더라', '어떡해', '얘긴가', '소리임', '되남', '세글자로'])('%s only asks', (word) => {
    expect(wordClassOf([word])).toBe('asking');
  });

  it.each(['바꿨대', '줄였어', '서버', '가지', '데이터'])('%s says something', (word) => {
    expect(isEmptyPast(word)).toBe(false);
  });

  it('reads anything, and gives words in dictionary form alone', () => {
    fc.assert(
      fc.property(anyText(12), (text) => verbsOf(text).every((verb) => /^[가-힣]+다$/.test(verb))),
      { numRuns: 500 },
    );
  });
});
