import path from 'node:path';
import { decideAnew, decideDue } from '#recap/plan.ts';
import { openStore } from '#store/open.ts';
import { fill } from './fill.ts';

const DUE = 50;
const ROUNDS = 20;

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

const median = (list: readonly number[]): number =>
  list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? Number.NaN;

/** Milliseconds to plan one minute with 50 due recaps, and to find the next one, among so many. */
async function planMinutes(folder: string, count: number): Promise<{ claim: number; wake: number }> {
  const file = path.join(folder, `planning-${count}.sqlite`);
  const places = Array.from({ length: count }, (_, index) => ({
    guildId: `${index >> 3}`,
    channelId: `${index}`,
  }));
  // 50 in each of the first minutes, all others spread over the following hours.
  const dueOf = (index: number) =>
    now.add({ minutes: index < DUE * ROUNDS ? Math.floor(index / DUE) : ROUNDS + (index % 600) });
  await fill(file, places, dueOf, now.subtract({ hours: 1 }));
  const store = await openStore(file);
  const claims: number[] = [];
  const wakes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = now.add({ minutes: round });
    const begun = performance.now();
    const { claims: claimed } = await store.claimDue(
      { owner: 'bench', now: at, until: at.add({ minutes: 1 }) },
      { limit: DUE + 10, missedBecause: 'down' },
      (subscription) => decideDue(subscription, at),
      (_, error) => {
        throw error;
      },
    );
    claims.push(performance.now() - begun);
    if (claimed.length !== DUE) throw new Error(`${claimed.length} were claimed`);
    const asked = performance.now();
    await store.nextWake();
    wakes.push(performance.now() - asked);
  }
  if (count > 10_000) {
    const begun = performance.now();
    let planned = 0;
    for (;;) {
      const some = await store.replan(
        { now, planned: { after: now.subtract({ hours: 2 }) }, limit: 500 },
        (subscription) => decideAnew(subscription, now.subtract({ hours: 3 })),
        () => {},
      );
      planned += some;
      if (some < 500 || planned >= 20_000) break;
    }
    const each = (performance.now() - begun) / planned;
    console.log(`planning anew (the clock went back): ${(each * 1_000).toFixed(0)} µs a subscription`);
  }
  await store.close();
  return { claim: median(claims), wake: median(wakes) };
}

export async function benchPlanning(folder: string): Promise<void> {
  const small = await planMinutes(folder, 2_000);
  const large = await planMinutes(folder, 100_000);
  const line = (what: string, one: number, other: number) =>
    console.log(
      `${what}: ${one.toFixed(1)} ms among 2,000, ${other.toFixed(1)} ms among 100,000, ratio ${(other / one).toFixed(2)}`,
    );
  line('planning a minute with 50 due', small.claim, large.claim);
  line('asking for the next due time', small.wake, large.wake);
}
