import type { Panel } from '#playground/index.ts';
import type { MovableClock } from './clock.ts';

/** The next due recap. */
export interface NextRecap {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly channelId: string;
}

interface ClockPanelOptions {
  readonly time: MovableClock;
  /** IANA zone for the boundaries of days. */
  readonly timeZone: string;
  readonly next: () => Promise<NextRecap | undefined>;
  /** Checks for due recaps; resolves when they are posted. */
  readonly poke: () => Promise<void>;
  /** Calls back after every event that may change the next recap. */
  readonly hear: (listener: () => void) => () => void;
  readonly onError: (error: unknown) => void;
}

/** Recaps are due to the minute: a moment later it is certain. */
const A_MOMENT = 1_000;

const isAdvance = (input: unknown): input is { readonly to: 'recap' | 'day' } =>
  typeof input === 'object' &&
  input !== null &&
  'to' in input &&
  (input.to === 'recap' || input.to === 'day');

/** The playground's clock panel: shows the time and the next recap, and advances to it. */
export const clockPanel = ({ time, timeZone, next, poke, hear, onError }: ClockPanelOptions): Panel => {
  const now = (): number => time.clock.now().epochMilliseconds;
  let known: NextRecap | undefined;
  let changed = (): void => {};

  const refresh = async (): Promise<void> => {
    const before = known;
    known = await next();
    if (known?.at !== before?.at || known?.channelId !== before?.channelId) changed();
  };

  /** Advances to an instant; posts recaps due on the way, each at its own time. */
  const runTo = async (moment: number): Promise<void> => {
    for (let due = await next(); due !== undefined && due.at <= moment; due = await next()) {
      const before = now();
      time.move(due.at + A_MOMENT - before);
      await poke();
      const after = await next();
      // A recap that stays due (because of a fault, say) must not block the day.
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
        if (input.to === 'recap' && due === undefined)
          throw new Error('There is no subscription to recaps yet');
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
