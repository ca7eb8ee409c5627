import { describe, expect, it } from 'vitest';
import { beginningOf } from '#search/words/lists/beginnings.ts';

describe('how a pattern begins', () => {
  it.each([
    ['장점(이|가)?', '장점', '장'],
    ['pros?', 'pro', 'p'],
    ['x?y', '', 'xy'],
    ['(?:ab|c?d)e', '', 'acd'],
    ['(?:a|b)?c', '', 'abc'],
    ['[뭐뭘]가', '', '뭐뭘'],
    ['(?<=a[b)])(?!x)c', '', 'c'],
    ['\\bno\\d', '', 'n'],
    ['\\d+개', '', '0123456789'],
    ['c\\+', 'c', 'c'],
    ['(?:a+|\\.b)+', '', 'a.'],
  ])('%s', (pattern, begins, first) => {
    expect(beginningOf(pattern)).toEqual({ begins, first: new Set(first) });
  });

  it.each(['[가-힣]+한테', '[^a]b', '(?:a|)', '(?:a?|b)', '\\S+', '.a', 'a?', '', '\\p{L}x'])(
    '%s may begin with any letter',
    (pattern) => {
      expect(beginningOf(pattern)).toEqual({ begins: '', first: undefined });
    },
  );
});
