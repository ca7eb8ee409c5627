import { expect, test } from 'vitest';
import { createDatabaseProbe } from '../../src/ops/databaseProbe.ts';
import { type Facts, notReady, type ShardFacts } from '../../src/ops/readiness.ts';

const NOW = 1_800_000_000_000;

const shard = (id: number, silentFor: number, ready = true): ShardFacts => ({
  id,
  ready,
  aliveAt: NOW - 1_000 * silentFor,
});

const good: Facts = { shards: [shard(0, 1), shard(1, 41)], sessions: 6, problems: [] };

test.each<[what: string, facts: Partial<Facts>, problems: readonly RegExp[]]>([
  ['all is well', {}, []],
  ['there is no gateway', { shards: undefined }, []],
  // The gateway asks for a heartbeat every 41.25 s: one that is not answered is noticed within a minute.
  ['a heartbeat gets no answer', { shards: [shard(0, 2), shard(3, 49)] }, [/shard 3 .* for 49 s/]],
  [
    'a shard is away, which the gateway tells',
    { shards: [shard(0, 90, false)], problems: ['1 of 1 connections are interrupted'] },
    [/interrupted/],
  ],
  ['no shard is connected yet', { shards: [] }, [/no shard is connected/]],
  ['no posts are loaded', { sessions: undefined }, [/^the posts/]],
  ['an empty library is loaded', { sessions: 0 }, []],
  [
    'two parts say the same',
    { problems: ['The disk is full.', 'The disk is full.'] },
    [/^The disk is full\.$/],
  ],
  ['a part has a problem', { problems: ['Discord does not accept the token'] }, [/token/]],
])('%s', (_what, facts, problems) => {
  expect(notReady({ ...good, ...facts }, NOW)).toEqual(problems.map((one) => expect.stringMatching(one)));
});

/** Timers that a test lets run out. */
const timers = () => {
  const waiting = new Set<() => void>();
  const after = (_milliseconds: number, callback: () => void) => {
    waiting.add(callback);
    return () => void waiting.delete(callback);
  };
  const runOut = () => {
    for (const callback of [...waiting]) callback();
  };
  return { after, runOut };
};

test('a database that fails, hangs and comes back', async () => {
  const { after, runOut } = timers();
  let write: () => Promise<void> = async () => {};
  const probe = createDatabaseProbe({ write: () => write(), after });
  await probe.look();
  expect(probe.problem()).toBeUndefined();
  write = async () => {
    throw new Error('The disk is full.');
  };
  await probe.look();
  expect(probe.problem()).toBe('The disk is full.');
  const hanging = Promise.withResolvers<void>();
  write = () => hanging.promise;
  const looking = probe.look();
  runOut();
  await looking;
  expect(probe.problem()).toBe('The database gives no answer within 9 s.');
  hanging.resolve();
  await hanging.promise;
  write = async () => {};
  await probe.look();
  expect(probe.problem()).toBeUndefined();
});
