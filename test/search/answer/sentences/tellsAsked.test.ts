import { describe, expect, it } from 'vitest';
import { openCorpus } from '../../../relevance/corpora.ts';

const { library, search } = await openCorpus('full');
const ask = (question: string, language: string) => search.search(question, { language, limit: 3 });
const first = (question: string, language: string): string => {
  const { verdict, passages } = ask(question, language);
  return `${verdict} ${passages[0]?.session}/${passages[0]?.section}`;
};

describe('what is asked of a thing is told, or asked back', () => {
  it('has posts to ask', () => expect(library.sessions.length).toBeGreaterThan(5));

  it.each([
    ['빅쿼리 단점이 뭐야', 'ko'],
    ['쿠브플로우 쓸 때 아쉬운 점', 'ko'],
    ['what are the downsides of Kubeflow', 'en'],
    ['양자화를 도입한 회사 있나요', 'ko'],
    ['who uses OCR', 'en'],
  ])('%s: not told', (question, language) => expect(ask(question, language).verdict).not.toBe('answer'));

  it.each([
    ['AI 도입의 걸림돌이 뭔가요', 'ko', 'answer 2/why-ai-is-hard'],
    ['빅쿼리를 실제로 쓴 회사 얘기 좀', 'ko', 'answer 1/wemakeprice'],
    ['which businesses have adopted BigQuery?', 'en', 'answer 1/wemakeprice'],
    ['에지 ML은 몇 단계야', 'ko', 'answer 4/edge-ml'],
  ])('%s: told', (question, language, place) => expect(first(question, language)).toBe(place));
});
