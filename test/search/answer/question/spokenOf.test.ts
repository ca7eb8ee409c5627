import { expect, it } from 'vitest';
import { inSlices } from '#library/compute/slicedWork.ts';
import { spokenOf } from '#search/answer/question/spokenOf.ts';
import { topicTable } from '#search/answer/question/topicTable.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const { library } = await openCorpus('full');
const topics = await inSlices(topicTable(library));

it.each([
  ['Our vendor keeps complaining about "data silos". Meaning?', 'data silos Meaning?'],
  ['our tables sit in BigQuery. how to do ML right there', 'how to do ML in BigQuery'],
  ['We were told to look at Kubeflow. Does it run on premises?', 'Does Kubeflow run on premises?'],
  ['어제 회의에서 "전이 학습"이라는 말이 나왔는데 무슨 뜻이에요', '전이 학습 무슨 뜻이에요'],
  ['우리 테이블이 다 빅쿼리에 있는데 거기서 바로 머신러닝 돌리려면?', 'BigQuery에서 바로 머신러닝 돌리려면?'],
  ['we use AutoML. is there a price?', undefined],
  ['we use AutoML and BigQuery. is it free?', undefined],
  ['빅쿼리 쓰는데 조인하는 법 알려줘', 'BigQuery 조인하는 법 알려줘'],
])('%s: asks of what was named before', (question, meant) => {
  expect(spokenOf(topics, question)).toBe(meant);
});
