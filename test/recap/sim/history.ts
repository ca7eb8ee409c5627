import fc from 'fast-check';
import { expect } from 'vitest';
import { nextAfter, windowEnd } from '#recap/time/schedule.ts';
import type { ChannelKind, Delivery, RecapSettings, Subscription, Weekday } from '#store/model.ts';
import { DEFAULT_SETTINGS } from '#store/settings.ts';
import type { Store } from '#store/store.ts';
import { memoryStore } from '../../store/memoryStore.ts';
import { type FaultProfile, SimDiscord } from './discord.ts';
import { type SimProcess, startProcess } from './process.ts';
import { SimTime } from './time.ts';

const minute = 60_000;
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Something that happens, and for how many minutes. */
export type ScenarioEvent =
  | { readonly kind: 'calm'; readonly minutes: number }
  /** The process is killed at its n-th call from now (or after some time), and stays down. */
  | {
      readonly kind: 'crash';
      readonly call: number;
      readonly when: 'before' | 'after';
      readonly within: number;
      readonly minutes: number;
    }
  | {
      readonly kind: 'weather';
      readonly post: Exclude<FaultProfile['post'], 'fine'>;
      readonly minutes: number;
    }
  /** The machine sleeps for so many seconds, again and again, a minute between. */
  | { readonly kind: 'suspend'; readonly seconds: number; readonly minutes: number }
  /** Requests wait in the client for so many milliseconds before their final check, and for a connection after it. */
  | { readonly kind: 'queue'; readonly queue: number; readonly connect: number; readonly minutes: number }
  | { readonly kind: 'slow'; readonly latency: number; readonly minutes: number }
  | { readonly kind: 'refused'; readonly code: number; readonly minutes: number }
  | { readonly kind: 'no-history'; readonly history: 'down' | 'forbidden'; readonly minutes: number }
  /** The wall clock is wrong by so many minutes for so long, then right again. */
  | { readonly kind: 'jump'; readonly by: number; readonly minutes: number };

export interface Scenario {
  readonly subscriptions: readonly (Pick<RecapSettings, 'time' | 'timeZone' | 'days'> & {
    readonly kind: ChannelKind;
  })[];
  readonly start: Temporal.Instant;
  readonly happenings: readonly ScenarioEvent[];
}

const minutesOf = (max: number) => fc.integer({ min: 1, max });

export const happening = (jumps: boolean): fc.Arbitrary<ScenarioEvent> =>
  fc.oneof(
    fc.record({ kind: fc.constant('calm' as const), minutes: minutesOf(900) }),
    fc.record({
      kind: fc.constant('crash' as const),
      call: fc.integer({ min: 1, max: 30 }),
      when: fc.constantFrom('before' as const, 'after' as const),
      within: minutesOf(400),
      minutes: minutesOf(2_000),
    }),
    fc.record({
      kind: fc.constant('weather' as const),
      post: fc.constantFrom(
        'down' as const,
        'lost' as const,
        'cut' as const,
        'empty' as const,
        'late' as const,
        'limited' as const,
      ),
      minutes: minutesOf(1_000),
    }),
    fc.record({
      kind: fc.constant('suspend' as const),
      seconds: fc.integer({ min: 1, max: 600 }),
      minutes: minutesOf(60),
    }),
    fc.record({
      kind: fc.constant('queue' as const),
      queue: fc.integer({ min: 0, max: 300_000 }),
      connect: fc.integer({ min: 0, max: 20_000 }),
      minutes: minutesOf(60),
    }),
    fc.record({
      kind: fc.constant('slow' as const),
      latency: fc.integer({ min: 1, max: 25_000 }),
      minutes: minutesOf(600),
    }),
    fc.record({
      kind: fc.constant('refused' as const),
      code: fc.constantFrom(50001, 50013),
      minutes: minutesOf(700),
    }),
    ...(jumps
      ? [
          fc.record({
            kind: fc.constant('jump' as const),
            by: fc.oneof(fc.integer({ min: -3_000, max: 3_000 }), fc.integer({ min: -15, max: 15 })),
            minutes: minutesOf(900),
          }),
        ]
      : [
          fc.record({
            kind: fc.constant('no-history' as const),
            history: fc.constantFrom('down' as const, 'forbidden' as const),
            minutes: minutesOf(600),
          }),
        ]),
  );

export const scenario = (zones: readonly string[], jumps: boolean): fc.Arbitrary<Scenario> =>
  fc.record({
    subscriptions: fc.array(
      fc.record({
        time: fc
          .integer({ min: 0, max: 1439 })
          .map((minutes) =>
            Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' }),
          ),
        timeZone: fc.constantFrom(...zones),
        days: fc
          .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
          .map((days) => everyDay.filter((day) => days.length > 2 || days.includes(day))),
        kind: fc.constantFrom<ChannelKind>('channel', 'channel', 'dm', 'forum'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    start: fc
      .integer({ min: 0, max: 3 * 365 * 24 * 60 })
      .map((minutes) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes })),
    happenings: fc.array(happening(jumps), { minLength: 1, maxLength: 8 }),
  });

/** A stretch of real time in which a recap that is due must be posted. */
interface GoodTime {
  readonly from: number;
  to: number;
}

export interface Outcome {
  readonly discord: SimDiscord;
  readonly subscriptions: readonly {
    readonly subscription: Subscription;
    readonly ledger: readonly Delivery[];
  }[];
  readonly good: readonly GoodTime[];
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** Lives through a scenario, and then through two days in which nothing happens. */
export async function runScenario(plan: Scenario): Promise<Outcome> {
  const time = new SimTime(plan.start);
  const discord = new SimDiscord(time);
  const store: Store = await memoryStore();
  const ids: string[] = [];
  for (const [index, { kind, ...timetable }] of plan.subscriptions.entries()) {
    const result = await store.subscribe({
      place: {
        guildId: kind === 'dm' ? undefined : '1',
        channelId: `${100 + index}`,
        channelKind: kind,
        what: 'session',
      },
      settings: { ...DEFAULT_SETTINGS, ...timetable, language: 'ko' },
      ownerId: '5',
      now: plan.start,
      next: nextAfter(timetable, plan.start),
      limit: 25,
    });
    if (result.kind !== 'full') ids.push(result.subscription.id);
  }

  const good: GoodTime[] = [];
  const goodRun = async (milliseconds: number) => {
    const from = time.real.epochMilliseconds;
    await time.run(milliseconds);
    const to = time.real.epochMilliseconds;
    const last = good.at(-1);
    if (last?.to === from) last.to = to;
    else good.push({ from, to });
  };
  let current: SimProcess | undefined;
  const begin = (death?: { call: number; when: 'before' | 'after' }) => {
    current = startProcess({
      time,
      discord,
      store,
      clockCheckInterval: 5 * minute,
      ...(death ? { death } : {}),
    });
  };
  begin();

  for (const event of plan.happenings) {
    const duration = event.minutes * minute;
    switch (event.kind) {
      case 'calm':
        await goodRun(duration);
        break;
      case 'crash':
        current?.mortal.kill();
        begin({ call: event.call, when: event.when });
        await time.run(event.within * minute);
        current?.mortal.kill();
        await time.run(duration);
        begin();
        break;
      case 'weather':
        discord.weather.post = event.post;
        await time.run(duration);
        discord.weather.post = 'fine';
        break;
      case 'suspend':
        for (let minutes = 0; minutes < event.minutes; minutes += 1) {
          await time.suspend(event.seconds * 1_000);
          await time.run(minute);
        }
        break;
      case 'queue':
        Object.assign(discord.weather, { queue: event.queue, connect: event.connect });
        await time.run(duration);
        Object.assign(discord.weather, { queue: 0, connect: 0 });
        break;
      case 'slow':
        discord.weather.latency = event.latency;
        await time.run(duration);
        discord.weather.latency = 0;
        break;
      case 'refused':
        discord.weather.refusal = event.code;
        await time.run(duration);
        discord.weather.refusal = undefined;
        break;
      case 'no-history':
        discord.weather.history = event.history;
        await time.run(duration);
        discord.weather.history = 'fine';
        break;
      case 'jump':
        time.offset += event.by * minute;
        await time.run(duration);
        time.offset -= event.by * minute;
        break;
    }
  }
  await goodRun(48 * 60 * minute);
  const subscriptions: Outcome['subscriptions'][number][] = [];
  for (const id of ids) {
    const subscription = await store.subscription(id);
    const { rows } = await store.history({ subscriptionId: id }, { offset: 0, limit: 999 });
    expect.assert(subscription);
    subscriptions.push({ subscription, ledger: rows.map((row) => row.delivery) });
  }
  current?.mortal.kill();
  await store.close();
  return { discord, subscriptions, good, start: plan.start, end: time.real };
}

/** Pauses between requests, and what a wrong clock wrote down as the next try, end within this time. */
const patience = 200 * minute;

/** At most one post a date; exactly one where there was time for it; and the ledger knows of every one. */
export function assertOnceADay({ discord, subscriptions, good, start, end }: Outcome): void {
  for (const { subscription, ledger } of subscriptions) {
    const rows = new Map(ledger.map((row) => [row.date, row]));
    for (const row of ledger) {
      const where = `${row.date} of ${subscription.time} ${subscription.timeZone}: ${row.state} ${row.reason}`;
      const messages = discord.of(row.key);
      expect(messages.length, `${where}: posted ${messages.length} times`).toBeLessThanOrEqual(1);
      if (row.state === 'posted') expect(messages[0]?.id, where).toBe(row.messageId);
      else if (row.state !== 'intended' && row.state !== 'uncertain') expect(messages, where).toHaveLength(0);
    }
    if (subscription.state === 'paused') continue;
    for (let from = start; ; ) {
      const occurrence = nextAfter(subscription, from);
      if (Temporal.Instant.compare(occurrence.due, end) >= 0) break;
      from = occurrence.due;
      const open = occurrence.due.epochMilliseconds;
      const closed = windowEnd(subscription, occurrence).epochMilliseconds;
      const chance = good.some(
        (stretch) => Math.min(stretch.to, closed) - Math.max(stretch.from, open) >= patience,
      );
      if (!chance) continue;
      const row = rows.get(occurrence.date);
      const where = `${occurrence.date} of ${subscription.time} ${subscription.timeZone}`;
      if (row?.state === 'uncertain') continue;
      expect(row?.state, `${where}: ${JSON.stringify(row)}`).toBe('posted');
    }
  }
}
