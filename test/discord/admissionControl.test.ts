import { expect, it } from 'vitest';
import { createAdmissionControl, type TimeLeft } from '#discord/admissionControl.ts';
import { logLines, logTo } from '../e2e/logLines.ts';

/** An admission and a clock of its own: work takes as long as a test says. */
const gate = () => {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const after = (milliseconds: number, run: () => void) => {
    const timer = { at: now + milliseconds, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  let begun = 0;
  /** After everything that follows without a timer: one interaction at a time is let in. */
  const settle = async (): Promise<void> => {
    for (let before = -1; before !== begun; ) {
      before = begun;
      for (let count = 0; count < 3; count += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const runAll = async (): Promise<void> => {
    for (await settle(); timers.length > 0; await settle()) {
      now = Math.min(...timers.map(({ at }) => at));
      const due = timers.filter(({ at }) => at === now);
      timers = timers.filter((timer) => !due.includes(timer));
      for (const { run } of due) run();
    }
  };
  const log = logLines();
  const { admit: admitOne } = createAdmissionControl({ after, elapsed: () => now, log: logTo(log) });
  const admit: typeof admitOne = (isFirst, work) =>
    admitOne(isFirst, (turn) => {
      begun += 1;
      return work(turn);
    });
  const take = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => after(milliseconds, resolve));
  return { admit, take, runAll, log, now: () => now };
};

it('a crowd is answered as far as there is time, then told so, then left', async () => {
  const { admit, take, runAll, log, now } = gate();
  const seen: Record<TimeLeft, number> = { answer: 0, word: 0, none: 0 };
  let latest = 0;
  const all = Array.from({ length: 10_000 }, () =>
    admit(false, async ({ timeLeft, made }) => {
      seen[timeLeft] += 1;
      made();
      if (timeLeft === 'none') return;
      await take(50);
      latest = now();
    }),
  );
  await runAll();
  await Promise.all(all);
  // 100 at a time, 50 ms each: 1.5 s of answers, a second of words.
  expect(seen).toEqual({ answer: 3_100, word: 2_000, none: 4_900 });
  expect(latest).toBeLessThan(3_000);
  expect(
    log.lines.map(({ level, msg, toldBusy, unanswered }) => ({ level, msg, toldBusy, unanswered })),
  ).toEqual([
    {
      level: 40,
      msg: 'more interactions arrived than can be answered in time',
      toldBusy: 2_000,
      unanswered: 4_900,
    },
  ]);
});

it('completion goes before what waits, and a place that is yielded lets the next one in', async () => {
  const { admit, take, runAll } = gate();
  const order: string[] = [];
  const slow = Array.from({ length: 100 }, () =>
    admit(false, async ({ made, yieldPlace }) => {
      made();
      await take(100);
      yieldPlace();
      await take(60_000);
      order.push('slow');
    }),
  );
  const command = admit(false, async () => void order.push('command'));
  const completion = admit(true, async () => void order.push('completion'));
  await runAll();
  await Promise.all([...slow, command, completion]);
  expect(order.slice(0, 3)).toEqual(['completion', 'command', 'slow']);
});

it('work that fails gives its place back', async () => {
  const { admit } = gate();
  const failing = Array.from({ length: 150 }, () => admit(false, () => Promise.reject(new Error('no'))));
  const results = await Promise.allSettled(failing);
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
});

it('few answers are made at a time, however many may be sent', async () => {
  const { admit, take, runAll } = gate();
  let making = 0;
  let most = 0;
  const all = Array.from({ length: 60 }, () =>
    admit(false, async ({ made }) => {
      making += 1;
      most = Math.max(most, making);
      await take(10);
      making -= 1;
      made();
      await take(1_000);
    }),
  );
  await runAll();
  await Promise.all(all);
  expect(most).toBe(4);
});
