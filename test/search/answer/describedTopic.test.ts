import { describe, expect, it } from 'vitest';
import { openCorpus } from '../../relevance/corpora.ts';

const { search } = await openCorpus('full');

describe('a thing that is described without its name', () => {
  it.each([
    ['open source tool that moves bulk data between storage systems', 'en', 'embulk'],
    ['한 무더기를 둘로 나눠 견주는 실험 이름', 'ko', 'a-b-test'],
    // Another section than the one that tells of it holds more of these.
    ['사진에서 글자 뽑아주는 기술', 'ko', 'ocr'],
    ['thing that pulls the words out of a photo so you can copy them', 'en', 'ocr'],
    ['데이터를 이 저장소에서 저 저장소로 왕창 옮겨주는 오픈소스 그거 뭐였지', 'ko', 'embulk'],
    ['본격적으로 분석하기 전에 지저분한 데이터부터 닦는 도구 있지 않았나', 'ko', 'cloud-dataprep'],
    ['방문객이 사이트에서 이것저것 누른 자취', 'ko', 'clickstream'],
  ] as const)('%s: told by the summary that says it', (question, language, topic) => {
    const { verdict, answer } = search.search(question, { language });
    expect(verdict).toBe('answer');
    expect(answer).toEqual({ kind: 'topic', topic, part: 'summary' });
  });

  it.each([
    ['그라파나 대시보드 공유 좀', 'ko'],
    ['Azure IoT Hub 연결하는 방법', 'ko'],
    ['refund for an online course', 'en'],
  ] as const)('%s is none: it names another thing, or asks for something of one', (question, language) => {
    expect(search.search(question, { language }).verdict).not.toBe('answer');
  });
});
