import { describe, expect, it } from 'vitest';
import { createIdentifyTurns } from '#discord/gateway/identifyTurns.ts';
import { type Connection, PATIENCE, watchConnections } from '#discord/gateway/watchdog.ts';
import { logLines, logTo } from '../../e2e/logLines.ts';

/** Connections that a test changes as it likes, and a clock that it moves. */
const watched = () => {
  const connections = new Map<number, Connection>();
  const given: number[] = [];
  let now = 0;
  let turn = (): void => {};
  const watchdog = watchConnections({
    connections: () => [...connections.values()],
    giveUp: (id) => given.push(id),
    after: (_milliseconds, callback) => {
      turn = callback;
      return () => {
        turn = () => {};
      };
    },
    elapsed: () => now,
    log: logTo(logLines()),
  });
  const stand = (connection: Partial<Connection>): void => {
    const id = connection.id ?? 0;
    connections.set(id, { id, ready: false, queued: false, step: 'connecting', ...connection });
  };
  const pass = (milliseconds: number): void => {
    for (const end = now + milliseconds; now < end; ) {
      now += 1_000;
      turn();
    }
  };
  return { stand, pass, given, watchdog };
};

describe('a connection that makes no progress', () => {
  it.each(['connecting', 'waiting for HELLO', 'waiting for RESUMED', 'closing'])(
    'is given up after 15 s: %s',
    (step) => {
      const { stand, pass, given } = watched();
      stand({ step });
      pass(PATIENCE);
      expect(given).toEqual([]);
      pass(1_000);
      expect(given).toEqual([0]);
    },
  );

  it('is given up again and again', () => {
    const { stand, pass, given } = watched();
    stand({});
    pass(61_000);
    expect(given).toEqual([0, 0, 0, 0]);
  });

  it('is left alone while each step is made in time, or it waits for its turn', () => {
    const { stand, pass, given } = watched();
    for (const step of ['a', 'b', 'c', 'd']) {
      stand({ step });
      pass(10_000);
    }
    stand({ step: 'd', queued: true });
    pass(300_000);
    stand({ step: 'd' });
    pass(10_000);
    stand({ ready: true });
    pass(300_000);
    expect(given).toEqual([]);
  });

  it('is one of several, and named', () => {
    const { stand, pass, given, watchdog } = watched();
    stand({ id: 0, ready: true });
    expect(watchdog.problem()).toBeUndefined();
    stand({ id: 3 });
    expect(watchdog.problem()).toBe('1 of 2 connections to Discord are interrupted (shards 3)');
    pass(20_000);
    expect(given).toEqual([3]);
    watchdog.close();
    pass(60_000);
    expect(given).toEqual([3]);
  });
});

describe('identifies that nobody answers', () => {
  it('use up no more than 300 sessions a day', async () => {
    const pauses: number[] = [];
    const turns = createIdentifyTurns(
      async () => {},
      async (milliseconds) => void pauses.push(milliseconds),
    );
    const shard = { id: 0, maxConcurrency: 1 };
    for (let count = 0; count < 9; count += 1) await turns.wait(shard, new AbortController().signal);
    expect(pauses).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]);
    turns.succeeded(0);
    await turns.wait(shard, new AbortController().signal);
    expect(pauses).toHaveLength(7);
  });

  it('are not sent on the next connection', async () => {
    const turn = Promise.withResolvers<void>();
    const turns = createIdentifyTurns(
      () => turn.promise,
      async () => {},
    );
    const gone = new AbortController();
    const waited = turns.wait({ id: 0, maxConcurrency: 1 }, gone.signal);
    expect(turns.isWaiting(0)).toBe(true);
    gone.abort();
    turn.resolve();
    await expect(waited).rejects.toThrow();
    expect(turns.isWaiting(0)).toBe(false);
  });
});
