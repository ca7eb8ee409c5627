import { describe, expect, test } from 'vitest';
import { isSupported } from '../../src/meaning/supported.ts';

const korean = {
  label: 'BigQuery ML',
  place: '5 · Cloud AI Platform',
  text: '2018년 10월 25일에 발표했습니다. SQL만으로 모델을 학습합니다. 20,000곳이 쓰고, 오류는 3.5% 줄었습니다. 세 가지 모델을 씁니다. https://cloud.google.com/bigquery 를 보세요.',
  names: ['빅쿼리', 'BigQuery'],
};
const english = {
  label: 'Kubeflow',
  place: '5 · Cloud AI Platform',
  text: 'Kubeflow runs machine learning on Kubernetes. It was released on 8 December 2017 with two maintainers at 10:30.',
  names: ['쿠브플로'],
};

describe('a sentence that its passage holds', () => {
  test.each([
    'SQL만으로 모델을 학습해요.',
    'BigQuery ML은 데이터를 옮기지 않아요.',
    '2018년 10월 25일에 나왔어요.',
    '2018-10-25에 나왔어요.',
    '2만 곳이 써요.',
    '３.５% 줄었어요.',
    '모델은 3가지예요.',
    'BigQuery came out on 25 October 2018.',
    'It has 20 thousand users and three models.',
    'You can train a model with plain SQL.',
    'Models are trained where the data is.',
    'https://cloud.google.com/bigquery 에 더 있어요.',
  ])('may be said of a Korean one: %s', (sentence) => {
    expect(isSupported(sentence, [korean])).toBe(true);
  });

  test.each([
    'Kubeflow는 Kubernetes에서 돌아가요.',
    '2017년 12월 8일에 나왔고 두 명이 맡았어요.',
    'It runs on Kubernetes since 2017-12-08.',
    "Kubeflow's two maintainers started at 10:30.",
    'I think that it may help with machine learning.',
  ])('may be said of an English one: %s', (sentence) => {
    expect(isSupported(sentence, [english])).toBe(true);
  });
});

describe('a sentence with something of its own', () => {
  test.each([
    '2019년에 나왔어요.',
    '11월 25일에 나왔어요.',
    'It came out in November 2018.',
    '3만 곳이 써요.',
    '20억 곳이 써요.',
    '오류가 35% 줄었어요.',
    '모델은 네 가지예요.',
    'It has four models.',
    'It has twenty million users.',
    'Snowflake보다 빨라요.',
    'It is faster than Snowflake.',
    'Snowflake is slower.',
    'Amazon is slower.',
    'Acme Cloud runs it.',
    'It uses gpt-5 now.',
    'Ask Dr. Kim about it.',
    '٣ 가지예요.',
    'https://evil.example/free 에서 받으세요.',
    'See www.evil.example for more.',
    'evil.example에서 받으세요.',
    'Write to free@nitro.example now.',
  ])('is not held: %s', (sentence) => {
    expect(isSupported(sentence, [korean])).toBe(false);
  });
});
