import { describe, expect } from 'vitest';
import { z } from 'zod';
import { ask, type Order, ServiceError } from '../../src/meaning/service.ts';
import { cutOff, flood, json, silent } from './stub.ts';
import { stubTest } from './stubTest.ts';

const KEY = 'sk-a-key-that-nobody-may-read';
const order: Order<{ value: number }> = {
  body: { question: 'what?' },
  schema: z.object({ value: z.number() }),
  most: 10_000,
  within: 400,
};

const failure = (promise: Promise<unknown>): Promise<ServiceError> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ServiceError);
      return error instanceof ServiceError ? error : Promise.reject(error);
    },
  );

describe('a request to a service', () => {
  const test = stubTest.extend(
    'send',
    ({ stub, clock }) =>
      (path = '/thing') =>
        ask('model', { url: `${stub.url}${path}`, model: 'm', key: KEY }, clock.after, order),
  );

  test('names the model and carries the key', async ({ stub, send }) => {
    stub.behave(json({ value: 7 }));
    expect(await send()).toEqual({ value: 7 });
    expect(stub.requests).toEqual([
      { path: '/v1/thing', authorization: `Bearer ${KEY}`, body: { model: 'm', question: 'what?' } },
    ]);
  });

  test('is given up when its time is over', async ({ stub, clock, send }) => {
    stub.behave(silent);
    const failed = failure(send());
    await stub.arrived(1);
    clock.advance(399);
    clock.advance(1);
    expect(await failed).toMatchObject({ failure: 'late', message: expect.stringMatching(/within 0.4 s/) });
  });

  test('is given up in the middle of an answer too', async ({ stub, clock, send }) => {
    stub.behave((_, response) => response.writeHead(200).write('{"value":', () => clock.advance(400)));
    expect(await failure(send())).toMatchObject({ failure: 'late' });
  });

  test.for([
    ['no JSON', json, 'unreadable', /no JSON/],
    ['another shape', json({ value: 'seven' }), 'unreadable', /not as OpenAI's API has it \(value/],
    ['nothing', json(undefined), 'unreadable', /no JSON/],
    ['more than is read', flood, 'unreadable', /more than 10 KB/],
    ['a connection that is cut off', cutOff, 'unreachable', /cannot be reached/],
    [
      'an error',
      json({ error: { message: 'model "m"\nnot found' } }, 404),
      'refused',
      /404: model "m" not found/,
    ],
    ['an error as Ollama writes it', json({ error: 'no' }, 500), 'refused', /500: no/],
    ['an error of megabytes', json({ error: 'x'.repeat(1e6) }, 500), 'refused', /status 500$/],
  ] as const)('fails where the answer is %s', async ([name, behaviour, kind, words], { stub, send }) => {
    stub.behave(
      name === 'no JSON'
        ? (_, response) => void response.writeHead(200).end('<html>')
        : (behaviour as typeof flood),
    );
    const failed = await failure(send());
    expect([failed.failure, failed.message]).toEqual([kind, expect.stringMatching(words)]);
    expect(failed.message).not.toContain(KEY);
  });

  test('tells when it may be asked again', async ({ stub, send }) => {
    stub.behave(json({}, 429, { 'retry-after': '7' }));
    expect(await failure(send())).toMatchObject({ status: 429, retryAfter: 7_000 });
  });

  test('follows no redirect: the key is for one address', async ({ stub, send }) => {
    stub.behave(json({}, 307, { location: `${stub.url}/elsewhere` }));
    expect(await failure(send())).toMatchObject({ failure: 'refused', status: 307 });
    expect(stub.requests).toHaveLength(1);
  });

  test('fails where nobody listens', async ({ stub, send }) => {
    await stub.close();
    expect(await failure(send())).toMatchObject({ failure: 'unreachable' });
  });
});
