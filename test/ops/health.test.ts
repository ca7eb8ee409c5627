import { expect, onTestFinished, test } from 'vitest';
import { createHealth } from '../../src/ops/health.ts';
import type { Facts } from '../../src/ops/readiness.ts';
import { logLines, logTo } from '../e2e/logLines.ts';

const READY: Facts = { shards: undefined, sessions: 6, problems: [] };
const SIZES = {
  posts: 0,
  sessions: 0,
  findings: [],
  shards: { ready: 0, all: 0 },
  deliveriesUnderWay: 0,
} as const;
/** Milliseconds; what is longer is the patience with a write. */
const LONGEST_PAUSE = 5_000;

/** A health whose looks are taken one after the other. */
const watched = () => {
  let facts = READY;
  let write = async (): Promise<void> => {};
  let waiting = Promise.withResolvers<() => void>();
  const log = logLines();
  const { close } = createHealth({
    facts: () => facts,
    sizes: () => SIZES,
    write: () => write(),
    now: () => 0,
    after: (milliseconds, callback) => {
      if (milliseconds <= LONGEST_PAUSE) waiting.resolve(callback);
      return () => {};
    },
    log: logTo(log),
  });
  onTestFinished(close);
  return {
    told: () => log.lines.map(({ msg }) => msg),
    tell: (...problems: readonly string[]) => {
      facts = { ...READY, problems };
    },
    writes: (how: () => Promise<void>) => {
      write = how;
    },
    looks: async (times: number) => {
      for (let count = 0; count < times; count += 1) {
        const look = await waiting.promise;
        waiting = Promise.withResolvers();
        look();
      }
      await waiting.promise;
    },
  };
};

test('an outage is told once in words, however long it takes, and once that it is over', async () => {
  const { told, writes, looks } = watched();
  await looks(1);
  writes(() => Promise.reject(new Error('The database cannot be used: nothing listens there.')));
  await looks(100);
  expect(told()).toEqual(['not ready: The database cannot be used: nothing listens there.']);
  writes(async () => {});
  await looks(10);
  expect(told().slice(1)).toEqual(['ready again']);
});

test('what grows is not told again, what is new is', async () => {
  const { told, tell, looks } = watched();
  await looks(1);
  for (let seconds = 49; seconds < 80; seconds += 3) {
    tell(`no heartbeat answered for ${seconds} s`);
    await looks(1);
  }
  tell('no heartbeat answered for 80 s', 'The disk is full.');
  await looks(5);
  expect(told()).toEqual([
    'not ready: no heartbeat answered for 52 s',
    'not ready: no heartbeat answered for 80 s; The disk is full.',
  ]);
});

test('what is over at the second look is told to nobody', async () => {
  const { told, tell, looks } = watched();
  await looks(1);
  tell('1 of 1 connections to Discord are interrupted');
  await looks(1);
  tell();
  await looks(5);
  expect(told()).toEqual([]);
});

test('a bot that has just been started is given half a minute before its log says that it is not ready', async () => {
  const { told, tell, looks } = watched();
  tell('the posts: nothing is loaded yet');
  await looks(8);
  expect(told()).toEqual([]);
  await looks(30);
  expect(told()).toEqual(['not ready: the posts: nothing is loaded yet']);
});
