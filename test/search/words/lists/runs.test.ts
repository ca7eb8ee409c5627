import { describe, expect, it } from 'vitest';
import { runsIn } from '#search/words/lists/runs.ts';

describe('letters of which a text holds one that fits a pattern', () => {
  it.each([
    ['가격(?:이|은)?', ['가격']],
    ['(?:왕?초보|입문)자?', ['초보', '입문']],
    ['\\bhow (?:many|much)\\b', ['how ']],
    ['(?<=세션|발표)\\s?(?:길이|시간)\\S{0,2}', ['세션', '발표']],
    ['(?<n>[이가]|\\d)개(?!월)', ['개']],
    ['몇\\.{2}', ['몇']],
    ['x?y{0,2}z+', ['z']],
    ['[ab]c?', ['a', 'b']],
  ])('%s', (pattern, runs) => expect(runsIn(pattern)).toEqual(runs));

  it.each(['x?y?', 'a|', '\\s{2}', '[^a]', '(?!가)나?'])('%s: none are known', (pattern) =>
    expect(runsIn(pattern)).toBeUndefined(),
  );
});
