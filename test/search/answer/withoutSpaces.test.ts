import { describe, expect, it } from 'vitest';
import { openCorpus } from '../../relevance/corpora.ts';

describe('a question without spaces', () => {
  it.each([
    ['쿠브플로우사내서버에서도돌아감?', 'kubeflow'],
    ['위메프가빅쿼리에데이터넣을때거친툴이름', 'wemakeprice'],
  ] as const)('%s is answered from %s', async (question, section) => {
    const { search } = await openCorpus('full');
    const found = search.search(question, { language: 'ko' });
    expect(found.verdict).toBe('answer');
    expect(found.passages[0]?.section).toContain(section);
  });
});
