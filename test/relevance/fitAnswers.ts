import { inSlices } from '#library/compute/slicedWork.ts';
import { judge } from '#search/answer/answer.ts';
import { FEATURES } from '#search/answer/confidence.ts';
import { readAsking } from '#search/answer/question/readQuestion.ts';
import { topicTable } from '#search/answer/question/topicTable.ts';
import { indexInSlices } from '#search/index/indexer.ts';
import { buildIndex } from '#search/index/searchIndex.ts';
import { readAsked, show } from './asked.ts';
import { CORPORA, openCorpus, querySet } from './corpora.ts';
import { type Sample, weightsOf } from './logistic.ts';
import { readQueries, resolveExpected } from './queries.ts';

/**
 * Fits the weights of src/search/answer/confidence.ts on the tuning part of both sets of questions and prints them.
 * What the posts do not hold counts more: to answer it is worse than to ask back.
 */
const ASKED = 2;
const OFF = 1.5;
const RIGHT = 0.7;
const WRONG = 0.5;

const asked = readAsked('tune').filter(
  ({ kind }) => kind !== 'chat' && kind !== 'event' && kind !== 'difference',
);
const queries = readQueries().filter(({ half }) => half === 'tune');
const samples: Sample[] = [];
for (const name of CORPORA) {
  const { library, search } = await openCorpus(name);
  const answering = {
    index: await buildIndex(library, indexInSlices),
    topics: await inSlices(topicTable(library)),
  };
  const add = (text: string, right: boolean, weight: number): void => {
    const { features } = judge(answering, text, readAsking(text), {});
    if (features === undefined) return;
    samples.push({ features: FEATURES.map((key) => features[key]), right: right ? 1 : 0, weight });
    if (process.argv.includes('--dump'))
      process.stdout.write(
        `${right ? 1 : 0} ${FEATURES.map((key) => `${key} ${features[key].toFixed(2)}`).join(' ')}  ${text}\n`,
      );
  };
  if (name !== 'ko')
    for (const question of asked) {
      if (question.set !== querySet(name)) continue;
      // Judged by the text, whatever the verdict was.
      const { right } = show(
        { ...search, search: (text, options) => ({ ...search.search(text, { ...options, sure: true }) }) },
        library,
        question,
      );
      const absent = question.expect === 'none';
      add(question.text, !absent && right, absent ? OFF : ASKED);
    }
  for (const query of queries) {
    if (query.corpus !== querySet(name)) continue;
    const [first] = search.search(query.text, { limit: 1 }).passages;
    const right =
      first !== undefined && resolveExpected(library, query).has(`${first.session}#${first.section}`);
    add(query.text, right, query.kind === 'off' ? OFF : right ? RIGHT : WRONG);
  }
}

const round = (weight: number): number => Math.round(100 * weight) / 100;
const [bias = 0, ...weights] = weightsOf(samples);
process.stdout.write(`${samples.length} samples\n  bias: ${round(bias)},\n`);
for (const [i, key] of FEATURES.entries()) process.stdout.write(`  ${key}: ${round(weights[i] ?? 0)},\n`);
