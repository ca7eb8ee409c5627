import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageAnswer, respondTo } from '#discord/reply/respond.ts';
import { respondInTime } from '#discord/reply/respondInTime.ts';
import { fakeRest, type Sent } from '../fakeRest.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-test-'));
  await writeFile(path.join(folder, 'large.png'), Buffer.alloc(1.5 * 2 ** 20));
  await writeFile(path.join(folder, 'small.png'), Buffer.alloc(2 ** 10));
});
afterAll(() => rm(folder, { recursive: true }));

const pageWith = (name: string) => ({
  embeds: [{ title: 'A page', image: { url: `attachment://${name}` } }],
  components: [],
  files: [{ name, path: path.join(folder, name), description: name }],
});

/** What is sent for an answer, in short: the method, the end of the route, the type or the title. */
const toldFor = async (answer: PageAnswer, refuse: (sent: Sent, count: number) => void = () => {}) => {
  let count = 0;
  const { rest, sent } = fakeRest((one) => {
    count += 1;
    refuse(one, count);
    return undefined;
  });
  const log = pino({ level: 'silent' });
  const sorry: PageAnswer = {
    kind: 'reply',
    private: true,
    page: { embeds: [{ title: 'sorry' }], components: [], files: [] },
  };
  await respondInTime({
    responder: respondTo(rest, { id: '1', token: 't', application_id: '2' }, { log, elapsed: () => 0 }),
    deferral: { kind: 'reply', private: false },
    make: async () => answer,
    apologize: () => sorry,
    lateForm: () => sorry,
    after: () => () => {},
    log,
  });
  return sent.map(({ method, route, body }) => {
    const { type, data, embeds } = Object(body) as {
      type?: number;
      data?: { flags?: number; embeds?: { title?: string }[] };
      embeds?: { title?: string }[];
    };
    const title = (data?.embeds ?? embeds)?.[0]?.title;
    return [method, decodeURIComponent(route.split('/').at(-1) ?? ''), type, data?.flags, title]
      .filter((part) => part !== undefined)
      .join(' ');
  });
};

const large = (
  more: { readonly kind: 'update' } | { readonly kind: 'reply'; readonly private: boolean },
): PageAnswer => ({
  ...more,
  page: pageWith('large.png'),
});

test('an answer with large pictures is promised in time and follows', async () => {
  expect(await toldFor(large({ kind: 'reply', private: false }))).toEqual([
    'POST callback 5',
    'PATCH @original A page',
  ]);
  expect(await toldFor(large({ kind: 'reply', private: true }))).toEqual([
    'POST callback 5 64',
    'PATCH @original A page',
  ]);
  expect(await toldFor(large({ kind: 'update' }))).toEqual(['POST callback 6', 'PATCH @original A page']);
});

test('one with small pictures is sent at once', async () => {
  const answer: PageAnswer = { kind: 'reply', private: false, page: pageWith('small.png') };
  expect(await toldFor(answer)).toEqual(['POST callback 4 A page']);
});

test('what was promised is not promised again where the connection broke', async () => {
  const told = await toldFor(large({ kind: 'reply', private: false }), (_sent, count) => {
    if (count === 2) throw Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  });
  expect(told).toEqual(['POST callback 5', 'PATCH @original A page', 'PATCH @original A page']);
});

test('what Discord refuses afterwards is apologized for in private', async () => {
  const told = await toldFor(large({ kind: 'reply', private: false }), (_sent, count) => {
    if (count === 2)
      throw Object.assign(new Error('Request entity too large'), { code: 40_005, status: 413 });
  });
  expect(told).toEqual(['POST callback 5', 'PATCH @original A page', 'DELETE @original', 'POST t sorry']);
});
