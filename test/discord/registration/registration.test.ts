import { expect, it } from 'vitest';
import type { Registration } from '#discord/registration/register.ts';
import { keepRegistering } from '#discord/registration/registration.ts';
import { logLines, logTo } from '../../e2e/logLines.ts';

const done: Registration = {
  created: [],
  changed: [],
  removed: [],
  unchanged: [],
  ids: new Map([['help', '1']]),
};

/** A registration that fares as told, try by try; its timers are run by hand. */
const registering = (tries: readonly (() => Promise<Registration>)[]) => {
  const log = logLines();
  const timers: { milliseconds: number; run: () => void; live: boolean }[] = [];
  const registered: string[] = [];
  let count = 0;
  const running = keepRegistering({
    register: () => {
      count += 1;
      return tries[count - 1]?.() ?? Promise.reject(new Error('no more'));
    },
    onRegistered: (ids) => registered.push(...ids.keys()),
    after: (milliseconds, run) => {
      const timer = { milliseconds, run, live: true };
      timers.push(timer);
      return () => {
        timer.live = false;
      };
    },
    log: logTo(log),
  });
  const pass = (): number | undefined => {
    const next = timers.find(({ live }) => live);
    if (next === undefined) return undefined;
    next.live = false;
    next.run();
    return next.milliseconds;
  };
  return { running, pass, registered, log, tries: () => count };
};

const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

const refused = (): Promise<Registration> => Promise.reject(Object.assign(new Error('no'), { status: 403 }));

it('a registration that is refused is tried again, and nothing else waits for it', async () => {
  const { running, pass, registered, tries } = registering([refused, refused, async () => done]);
  await running.tried;
  expect([tries(), registered]).toEqual([1, []]);
  expect(pass()).toBe(5_000);
  await settled();
  expect(pass()).toBe(15_000);
  await settled();
  expect([tries(), registered]).toEqual([3, ['help']]);
  expect(pass()).toBeUndefined();
});

it('one that Discord does not answer is told about, again and again', () => {
  const { pass, log } = registering([() => new Promise(() => {})]);
  expect([pass(), pass(), pass()]).toEqual([15_000, 60_000, 60_000]);
  expect(log.lines.map(({ level, msg }) => [level, msg])).toEqual(
    Array.from({ length: 3 }, () => [40, expect.stringContaining('not registered yet')]),
  );
});

it('one that was stopped is not tried again', async () => {
  const { running, pass } = registering([refused]);
  await running.tried;
  running.stop();
  expect(pass()).toBeUndefined();
});
