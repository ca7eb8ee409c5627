import { pino } from 'pino';
import { describe, expect, onTestFinished } from 'vitest';
import type { Library } from '#library/model.ts';
import type { Store } from '#store/store.ts';
import { createNearest } from '../../src/meaning/nearest.ts';
import { createReport } from '../../src/meaning/report.ts';
import { library, post, section, session } from '../pages/build.ts';
import { embeds, json, type Stub, silent, wordVector } from './stub.ts';
import { stubTest } from './stubTest.ts';

const talk = (...names: readonly string[]): Library =>
  library([
    session(
      1,
      post(
        'Talks',
        names.map((name) => section({ name, id: name, markdown: `All of ${name}.` })),
      ),
    ),
  ]);

const few = talk('alpha', 'beta', 'gamma');

/** A store of vectors alone. */
const memory = () => {
  const kept = new Map<string, Float32Array>();
  const store: Pick<Store, 'vectors' | 'keepVectors' | 'pruneVectors'> = {
    vectors: async (_, hashes) =>
      new Map(
        hashes.flatMap((hash) => (kept.has(hash) ? [[hash, kept.get(hash) ?? new Float32Array()]] : [])),
      ),
    keepVectors: async (_, vectors) => {
      for (const [hash, vector] of vectors) kept.set(hash, vector);
    },
    pruneVectors: async (hashes) => {
      const gone = [...kept.keys()].filter((hash) => !hashes.has(hash));
      for (const hash of gone) kept.delete(hash);
      return gone.length;
    },
  };
  return { kept, store };
};

const textsIn = ({ requests }: Stub): readonly unknown[] => requests.flatMap(({ body }) => body['input']);

const test = stubTest
  .extend('memory', () => memory())
  .extend('lines', (): string[] => [])
  .extend('open', ({ stub, clock, memory, lines }) => (of: Library) => {
    const log = pino(
      { level: 'info' },
      { write: (line: string) => void lines.push(String(JSON.parse(line).msg)) },
    );
    const nearest = createNearest({
      service: { url: `${stub.url}/embeddings`, model: 'm', key: undefined },
      store: memory.store,
      after: clock.after,
      alone: (work) => work(),
      report: createReport(log, 'EMBEDDINGS_URL', 'answers go by words alone', clock.now),
      library: of,
    });
    onTestFinished(nearest.stop);
    return nearest;
  });

const place = (name: string) => ({ session: '1', section: name });

describe('sections by meaning', () => {
  test('are embedded in the background, kept, and compared with a question', async ({
    stub,
    open,
    memory,
    lines,
  }) => {
    stub.behave(embeds(wordVector()));
    const nearest = open(few);
    expect(await nearest.nearness('beta')).toBeUndefined();
    await nearest.settled();
    expect(memory.kept.size).toBe(3);
    expect((await nearest.nearness('what is beta'))?.place(place('beta'))).toBe(1);
    expect(lines).toEqual(['the sections are embedded: questions are understood by meaning, too']);
  });

  test('are asked for once: the next start takes them from the store', async ({ stub, open }) => {
    stub.behave(embeds(wordVector()));
    await open(few).settled();
    const before = textsIn(stub).length;
    const nearest = open(few);
    await nearest.settled();
    expect(textsIn(stub)).toHaveLength(before);
    expect((await nearest.nearness('gamma'))?.place(place('gamma'))).toBe(1);
  });

  test('go on after a failure where they stopped, and what was kept is not asked for again', async ({
    stub,
    clock,
    open,
    memory,
    lines,
  }) => {
    const many = talk(...Array.from({ length: 40 }, (_, at) => `name${at}`));
    stub.behave((request, response) =>
      (stub.requests.length === 1
        ? embeds(wordVector())
        : json({ error: 'overloaded' }, 429, { 'retry-after': '60' }))(request, response),
    );
    const nearest = open(many);
    await nearest.settled();
    expect(memory.kept.size).toBe(32);
    expect(lines).toEqual([
      expect.stringMatching(/EMBEDDINGS_URL: .* 429: overloaded; answers go by words alone/),
    ]);
    stub.behave(embeds(wordVector()));
    clock.advance(59_999);
    expect(stub.requests).toHaveLength(2);
    clock.advance(1);
    await stub.arrived(3);
    await expect.poll(() => memory.kept.size).toBe(40);
    expect(stub.requests[2]?.body['input']).toHaveLength(8);
  });

  test('of a newer library are embedded where they are new, and forgotten where they are gone', async ({
    stub,
    open,
    memory,
  }) => {
    stub.behave(embeds(wordVector()));
    const nearest = open(few);
    await nearest.settled();
    nearest.follow(talk('alpha', 'delta'));
    await nearest.settled();
    expect(stub.requests.map(({ body }) => body['input'])).toEqual([
      expect.any(Array),
      ['Talks › delta\nAll of delta.'],
    ]);
    expect(memory.kept.size).toBe(2);
  });

  test('one that the service refuses is left out, and no other', async ({ stub, open, memory }) => {
    stub.behave((request, response) =>
      (JSON.stringify(request.body).includes('beta')
        ? json({ error: 'too long' }, 400)
        : embeds(wordVector()))(request, response),
    );
    const nearest = open(few);
    await nearest.settled();
    expect(memory.kept.size).toBe(2);
    expect((await nearest.nearness('gamma'))?.place(place('beta'))).toBeUndefined();
  });

  test('are made anew, once, where the model now gives vectors of another size', async ({
    stub,
    open,
    memory,
    lines,
    clock,
  }) => {
    stub.behave(embeds(wordVector(16)));
    await open(few).settled();
    stub.behave(embeds(wordVector(32)));
    const nearest = open(few);
    await nearest.settled();
    expect(await nearest.nearness('alpha')).toBeUndefined();
    await expect.poll(() => [...memory.kept.values()].map(({ length }) => length)).toEqual([32, 32, 32]);
    expect((await nearest.nearness('alpha'))?.place(place('alpha'))).toBe(1);
    stub.behave(embeds(wordVector(8)));
    expect(await nearest.nearness('beta')).toBeUndefined();
    expect(lines.at(-1)).toMatch(/have 8 numbers, and had 32 before/);
    expect(clock.now()).toBe(0);
  });
});

describe('a question', () => {
  test('waits 400 ms for its vector; the next one is told of no more', async ({
    stub,
    clock,
    open,
    lines,
  }) => {
    stub.behave(embeds(wordVector()));
    const nearest = open(few);
    await nearest.settled();
    stub.behave(silent);
    for (const [at, question] of ['one', 'two'].entries()) {
      const asked = nearest.nearness(question);
      await stub.arrived(2 + at);
      clock.advance(400);
      expect(await asked).toBeUndefined();
    }
    expect(lines.filter((line) => line.includes('within 0.4 s'))).toHaveLength(1);
    stub.behave(embeds(wordVector()));
    expect(await nearest.nearness('two')).toBeDefined();
    expect(lines.at(-1)).toBe('EMBEDDINGS_URL: it works again');
  });

  test('of a crowd does not pile up: what is too many is answered by words', async ({
    stub,
    clock,
    open,
  }) => {
    stub.behave(embeds(wordVector()));
    const nearest = open(few);
    await nearest.settled();
    stub.behave(silent);
    const crowd = Array.from({ length: 50 }, (_, at) => nearest.nearness(`question ${at}`));
    expect(await Promise.all(crowd.slice(8))).toEqual(Array.from({ length: 42 }, () => undefined));
    await stub.arrived(9);
    clock.advance(400);
    await Promise.all(crowd);
    expect(stub.requests).toHaveLength(9);
  });

  test('that was asked before is not sent again', async ({ stub, open }) => {
    stub.behave(embeds(wordVector()));
    const nearest = open(few);
    await nearest.settled();
    await Promise.all([nearest.nearness('alpha'), nearest.nearness('alpha ')]);
    await nearest.nearness('alpha');
    expect(stub.requests).toHaveLength(2);
  });
});
