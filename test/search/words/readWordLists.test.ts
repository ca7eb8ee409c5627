import { expect, it } from 'vitest';
import { readWordLists } from '#search/engine.ts';
import { synonymsAt } from '#search/words/thesaurus.ts';

it('reads the lists before the first question, and once', async () => {
  await Promise.all([readWordLists(), readWordLists()]);
  const before = synonymsAt([['대기열']], 0);
  expect(before.length).toBeGreaterThan(0);
  await readWordLists();
  // The same lists, not others that say the same.
  expect(synonymsAt([['대기열']], 0)[0]?.phrases).toBe(before[0]?.phrases);
});
