import { expect, it } from 'vitest';
import { plainAnswer } from '#pages/answer/plainAnswer.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const { library, search } = await openCorpus('full');

it.each([
  ['다섯번째 발표 끝에 구글이 뭐뭐 하겠다고 정리했나요', 'ko', /막힘없이[\s\S]*어디에나 배포/],
  // `앞으로` is no talk before another one.
  ['5번째 발표 끝에 구글이 앞으로 뭘 하겠다고 했는지 목록', 'ko', /막힘없이[\s\S]*어디에나 배포/],
  ['what did Google promise at the end of session 5', 'en', /smoothly[\s\S]*deployable anywhere/],
  ['how did the fifth talk end', 'en', /smoothly[\s\S]*deployable anywhere/],
  ['what was the third talk trying to achieve?', 'en', /within easy reach/],
] as const)('%s: told by what sums that talk up', (question, language, holds) => {
  const result = search.search(question, { language });
  expect(result.verdict).toBe('answer');
  expect(plainAnswer(library, result, { locale: language, language })?.text).toMatch(holds);
});
