import { inSlices } from '#library/compute/slicedWork.ts';
import type { Language } from '#library/model.ts';
import { FEATURES } from '#search/answer/confidence.ts';
import { judge } from '#search/answer/judge.ts';
import { readAsking } from '#search/answer/question/readQuestion.ts';
import { topicTable } from '#search/answer/question/topicTable.ts';
import { indexInSlices } from '#search/index/indexer.ts';
import { buildIndex } from '#search/index/searchIndex.ts';
import type { Search } from '#search/model.ts';
import { CONCEPTS } from '#search/words/thesaurus.ts';
import { readWordList } from '../../src/search/words/lists/wordList.ts';
import { readAsked, show } from './asked.ts';
import { BLOGS, CORPORA, openCorpus, querySet } from './corpora.ts';
import { type Sample, weightsOf } from './logistic.ts';
import { readQueries, resolveExpected } from './queries.ts';

/**
 * Fits the weights of src/search/answer/confidence.ts on the tuning part of both sets of questions, on questions of one
 * set that are asked of another, and on names that the posts do not hold, and prints them. What the posts do not hold
 * counts more: to answer it is worse than to ask back.
 */
const ASKED = 1;
const ABSENT = 1.5;
const ELSEWHERE = 0.1;
const OFF = 1.3;
const QUERY = 0.5;
const NAME = 0.04;
/** Every so many names of the thesaurus are asked of each set. */
const STEP = 600;
const ASKED_OF_NAMES = ['', ' 뭐야', ' 사용법', ' 장점'];

const asked = readAsked('tune').filter(({ kind }) => kind !== 'chat' && kind !== 'difference');
const queries = readQueries().filter(({ half }) => half === 'tune');
const SETS = [...CORPORA, ...BLOGS];
const names = CONCEPTS.flatMap((file) => readWordList(`concepts/${file}`))
  .flatMap((line) => line.split(' ~ ')[0]?.split(' / ') ?? [])
  .filter((name) => !name.endsWith('다'));
const samples: Sample[] = [];
for (const [place, name] of SETS.entries()) {
  const { library, search } = await openCorpus(name);
  const answering = {
    index: await buildIndex(library, indexInSlices),
    topics: await inSlices(topicTable(library)),
  };
  const surely: Search = {
    ...search,
    search: (text, options) => search.search(text, { ...options, sure: true }),
  };
  const add = (text: string, language: Language | undefined, right: boolean, weight: number): void => {
    const asking = readAsking(text);
    const wanted = asking.language ?? language;
    const { features } = judge(answering, text, asking, wanted === undefined ? {} : { language: wanted });
    if (features === undefined) return;
    samples.push({ features: FEATURES.map((key) => features[key]), right: right ? 1 : 0, weight });
    if (process.argv.includes('--dump'))
      process.stdout.write(
        `${right ? 1 : 0} ${FEATURES.map((key) => `${key} ${features[key].toFixed(2)}`).join(' ')}  ${text}\n`,
      );
  };
  if (name !== 'ko')
    for (const [at, question] of asked.entries()) {
      const { set, kind, text, language, expect } = question;
      const own = name === 'full' ? 'content' : name;
      if (set === own) {
        const { kind: shown, holds } = show(surely, library, question);
        const absent = expect === 'none';
        // Facts are not weighed.
        if (shown !== 'facts') add(text, language, !absent && holds, absent ? ABSENT : ASKED);
      } else if (at % SETS.length === place && kind !== 'event' && kind !== 'absent')
        add(text, language, false, ELSEWHERE);
    }
  const told = JSON.stringify(library).toLowerCase();
  for (let at = place; at < names.length; at += STEP) {
    const name = names[at] ?? '';
    if (!told.includes(name.toLowerCase()))
      for (const ending of ASKED_OF_NAMES) add(`${name}${ending}`, undefined, false, NAME);
  }
  for (const query of queries) {
    if (!CORPORA.some((one) => one === name && query.corpus === querySet(one))) continue;
    const [first] = search.search(query.text, { limit: 1 }).passages;
    const right =
      first !== undefined && resolveExpected(library, query).has(`${first.session}#${first.section}`);
    add(query.text, undefined, right, query.kind === 'off' ? OFF : QUERY);
  }
}

const round = (weight: number): number => Math.round(100 * weight) / 100;
const [bias = 0, ...weights] = weightsOf(samples);
process.stdout.write(`${samples.length} samples\n  bias: ${round(bias)},\n`);
for (const [i, key] of FEATURES.entries()) process.stdout.write(`  ${key}: ${round(weights[i] ?? 0)},\n`);
