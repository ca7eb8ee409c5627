import { describe, expect, it } from 'vitest';
import { type CorpusName, openCorpus } from '../../relevance/corpora.ts';

async function ask(corpus: CorpusName, question: string) {
  const { search } = await openCorpus(corpus);
  return search.search(question, { language: 'ko' });
}

describe('a word that no post holds', () => {
  it.each([
    ['bukhang', 'postgers 뭐야?', 'Postgres 뭐야?'],
    ['bukhang', 'backstae 뭐야?', 'Backstage 뭐야?'],
    ['northlight', '앵귤러 뭐야?', 'Angular 뭐야?'],
    ['saltmarsh', 'what is packwathc?', 'what is Packwatch?'],
  ] as const)('%s: %s is read as the one that it is a slip of: %s', async (corpus, question, readAs) => {
    expect(await ask(corpus, question)).toMatchObject({ verdict: 'answer', readAs });
  });

  it.each([
    ['another product', 'full', 'Dataproc 뭐야?'],
    ['another name', 'bukhang', 'Svelte 뭐야?'],
    ['a name of two words that is known', 'full', '데이터 컨트랙트 뭐야?'],
    ['a word that sounds like a word of the posts', 'full', '바운딩 박스 뭐야?'],
  ] as const)('%s is no slip', async (_, corpus, question) => {
    expect(await ask(corpus, question)).not.toHaveProperty('readAs');
  });
});
