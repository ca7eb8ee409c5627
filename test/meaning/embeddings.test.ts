import { describe, expect } from 'vitest';
import { createEmbed } from '../../src/meaning/embeddings.ts';
import { json } from './stub.ts';
import { stubTest } from './stubTest.ts';

const test = stubTest.extend('embed', ({ stub, clock }) =>
  createEmbed({ url: `${stub.url}/embeddings`, model: 'bge-m3', key: undefined }, clock.after),
);

const data = (...vectors: readonly (readonly unknown[])[]) => ({
  data: vectors.map((embedding, index) => ({ index, embedding })),
});

describe('embedding texts', () => {
  test('gives vectors of length 1 in the order of the texts', async ({ stub, embed }) => {
    stub.behave(
      json({
        model: 'BAAI/bge-m3:latest',
        data: [
          { index: 1, embedding: [0, 5] },
          { index: 0, embedding: [3, 4] },
        ],
      }),
    );
    const vectors = await embed(['a', 'b'], 400);
    expect(vectors.map((vector) => [...vector].map((value) => Number(value.toFixed(3))))).toEqual([
      [0.6, 0.8],
      [0, 1],
    ]);
    expect(stub.requests[0]?.body).toMatchObject({ model: 'bge-m3', input: ['a', 'b'] });
  });

  test.for([
    ['too few vectors', data([1, 0]), /1 vectors for 2 texts/],
    ['too many vectors', data([1], [1], [1]), /3 vectors for 2 texts/],
    ['sizes that differ', data([1, 0], [1]), /not all of one size/],
    ['a number twice', { data: [0, 0].map((index) => ({ index, embedding: [1] })) }, /numbered wrongly/],
    ['no numbers', data([1, null], [1, 0]), /embedding/],
    ['numbers beyond all bounds', data([1e300, 1], [1, 0]), /no length/],
    ['zeros', data([0, 0], [1, 0]), /no length/],
    ['nothing in a vector', data([], []), /embedding/],
    [
      'another model',
      { ...data([1], [1]), model: 'nomic-embed-text' },
      /"nomic-embed-text" answers in place/,
    ],
  ] as const)('fails where the service gives %s', async ([, answer, words], { stub, embed }) => {
    stub.behave(json(answer));
    await expect(embed(['a', 'b'], 400)).rejects.toThrow(words);
  });
});
