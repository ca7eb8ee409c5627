import { describe, expect, it } from 'vitest';
import { inSlices } from '#library/compute/slicedWork.ts';
import { plainComparison } from '#search/answer/question/forms/plainComparison.ts';
import { topicTable } from '#search/answer/question/topicTable.ts';
import { openCorpus } from '../../../relevance/corpora.ts';

const { library } = await openCorpus('full');

const topics = await inSlices(topicTable(library));
const read = (question: string) => plainComparison(topics, question)?.topics.map(({ id }) => id);

describe('a question that sets two topics beside each other', () => {
  it.each([
    '빅쿼리하고 데이터 스튜디오는 뭐가 달라요?',
    '빅쿼리 쓸지 데이터 스튜디오 쓸지 고민이에요',
    '빅쿼리랑 데이터 스튜디오가 결국 똑같은 거 아닌가',
    '팀장님이 물어보시는데 빅쿼리와 데이터 스튜디오의 관계가 궁금합니다',
    '빅쿼리만 있으면 데이터 스튜디오는 없어도 되죠?',
    '빅쿼리 대신 데이터 스튜디오로 갈아타도 괜찮을까',
    '빅쿼리, 데이터 스튜디오 둘 중에 하나만 고르라면',
    '빅쿼리는 뭐고 데이터 스튜디오는 또 뭔데',
    '빅쿼리랑 데이터 스튜디오 언제 써야 해?',
    '빅쿼리 쪽이 편해 데이터 스튜디오 쪽이 편해?',
    '빅쿼리 포기하고 데이터 스튜디오로 가야 할까',
    'BigQuery <-> Data Studio',
    'BigQuery or Data Studio?',
    'BigQuery Data Studio 비교 부탁',
    'are BigQuery and Data Studio basically alike',
    'BigQuery, Data Studio: which one is better for a small team',
    'do I still need Data Studio if I already have BigQuery',
    'what can BigQuery do that Data Studio cannot',
    'how does BigQuery relate to Data Studio',
    'BigQueryとData Studioはどこが違うんでしょうか',
    'BigQueryかData Studioか迷っています',
    'BigQueryの代わりにData Studioを使える？',
  ])('%s', (question) => expect(read(question)).toEqual(expect.arrayContaining(['bigquery', 'data-studio'])));

  it.each([
    ['it names one', '빅쿼리 차이가 뭐야'],
    ['how many of one the other takes', 'how many GPUs do you need for Kubeflow'],
    ['more is asked', '빅쿼리랑 데이터 스튜디오 가격 비교'],
    ['of the one in the other', '데이터 스튜디오에서 빅쿼리 조인하는 법'],
    ['a way from the one to the other', '빅쿼리를 데이터 스튜디오에 연결하는 방법'],
    ['a way from the one to the other', 'how do I connect BigQuery to Data Studio'],
    ['what one has done with the other', 'why did Samsung pick the Translation API'],
    ['a name goes on', 'BigQuery Omni랑 Data Studio 차이'],
    ['a name may mean another thing', 'does the edge work without network'],
  ])('is none where %s: %s', (_, question) => expect(read(question)).toBeUndefined());
});
