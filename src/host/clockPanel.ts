import type { Panel } from '#playground/index.ts';
import type { MovableClock } from './clock.ts';

/** The next recap that is due, anywhere. */
export interface NextRecap {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly channelId: string;
}

interface ClockPanelOptions {
  readonly time: MovableClock;
  /** IANA zone in which a day is counted. */
  readonly timeZone: string;
  readonly next: () => Promise<NextRecap | undefined>;
  /** Looks for recaps that are due by now; resolves when they are posted. */
  readonly poke: () => Promise<void>;
  /** Calls back whenever something happened after which the next recap may be another. */
  readonly hear: (listener: () => void) => () => void;
  readonly onError: (error: unknown) => void;
}

/** A recap is due by a civil minute: a moment more, and it is. */
const A_MOMENT = 1_000;

const isAdvance = (input: unknown): input is { readonly to: 'recap' | 'day' } =>
  typeof input === 'object' &&
  input !== null &&
  'to' in input &&
  (input.to === 'recap' || input.to === 'day');

/** The playground's clock: shows the time and the next recap, and runs forward to it. */
export const clockPanel = ({ time, timeZone, next, poke, hear, onError }: ClockPanelOptions): Panel => {
  const now = (): number => time.clock.now().epochMilliseconds;
  let known: NextRecap | undefined;
  let changed = (): void => {};

  const refresh = async (): Promise<void> => {
    const before = known;
    known = await next();
    if (known?.at !== before?.at || known?.channelId !== before?.channelId) changed();
  };

  /** Runs to a moment, and posts on the way what is due, each at its own time. */
  const runTo = async (moment: number): Promise<void> => {
    for (let due = await next(); due !== undefined && due.at <= moment; due = await next()) {
      const before = now();
      time.move(due.at + A_MOMENT - before);
      await poke();
      const after = await next();
      // What stays due (paused by a fault, say) must not hold up the day.
      if (after !== undefined && after.at <= due.at) break;
    }
    time.move(moment - now());
    await poke();
    await refresh();
  };

  return {
    state: () => ({
      now: now(),
      timeZone,
      next: known === undefined ? null : { at: known.at, channelId: known.channelId },
    }),
    actions: {
      advance: async (input) => {
        if (!isAdvance(input)) throw new Error('`to` is "recap" or "day"');
        const day = time.clock.now().toZonedDateTimeISO(timeZone).add({ days: 1 }).epochMilliseconds;
        const due = await next();
        if (input.to === 'recap' && due === undefined) throw new Error('Nobody has subscribed to recaps yet');
        await runTo(input.to === 'day' || due === undefined ? day : due.at + A_MOMENT);
        return null;
      },
    },
    subscribe: (listener) => {
      changed = listener;
      refresh().catch(onError);
      return hear(() => void refresh().catch(onError));
    },
  };
};
