import { z } from 'zod';
import { type After, ask, type Service, ServiceError } from './service.ts';

/** Gives vectors of length 1 for texts, in their order, all of as many numbers. @throws ServiceError */
export type Embed = (
  texts: readonly string[],
  within: number,
  signal?: AbortSignal,
) => Promise<readonly Float32Array[]>;

/** The most numbers that a model gives for a text. */
const DIMENSIONS = 8_192;

/** As OpenAI documents it. @see https://platform.openai.com/docs/api-reference/embeddings */
const ANSWER = z.object({
  model: z.string().optional(),
  data: z.array(
    z.object({ index: z.number().int().optional(), embedding: z.array(z.number()).min(1).max(DIMENSIONS) }),
  ),
});

/** Bytes of a number as JSON has it, with its comma. */
const BYTES = 24;
const HEAD_BYTES = 64 * 1024;

/** `bge-m3` of `BAAI/bge-m3`, `bge-m3:latest`. */
const plainName = (model: string): string =>
  model
    .toLowerCase()
    .replace(/:[^/]*$/, '')
    .replace(/^.*\//, '');

/** A service may answer with a longer name of the same model: `text-embedding-ada-002-v2`. */
const isSameModel = (asked: string, answered: string): boolean => {
  const [one, other] = [plainName(asked), plainName(answered)];
  return other === '' || one.startsWith(other) || other.startsWith(one);
};

const unreadable = (message: string): ServiceError => new ServiceError('unreadable', message);

const unit = (numbers: readonly number[]): Float32Array => {
  const vector = Float32Array.from(numbers);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(length) || length === 0) throw unreadable('it gives vectors that have no length');
  return vector.map((value) => value / length);
};

/** Embeds texts at a service. */
export const createEmbed =
  (service: Service, after: After): Embed =>
  async (texts, within, signal) => {
    const { model, data } = await ask('embeddings', service, after, {
      body: { input: texts, encoding_format: 'float' },
      schema: ANSWER,
      most: HEAD_BYTES + texts.length * BYTES * DIMENSIONS,
      within,
      signal,
    });
    if (model !== undefined && !isSameModel(service.model, model))
      throw unreadable(
        `the model "${model}" answers in place of "${service.model}"; give EMBEDDINGS_MODEL its name`,
      );
    if (data.length !== texts.length)
      throw unreadable(`it gives ${data.length} vectors for ${texts.length} texts`);
    const ordered = data
      .map((one, at) => ({ ...one, index: one.index ?? at }))
      .sort((a, b) => a.index - b.index);
    if (ordered.some(({ index }, at) => index !== at)) throw unreadable('its vectors are numbered wrongly');
    const vectors = ordered.map(({ embedding }) => unit(embedding));
    const [first] = vectors;
    if (vectors.some(({ length }) => length !== first?.length))
      throw unreadable('its vectors are not all of one size');
    return vectors;
  };
