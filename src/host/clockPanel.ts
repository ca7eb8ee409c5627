import type { Panel } from '#playground/index.ts';
import type { MovableClock } from './clock.ts';

/** The next due recap. */
export interface NextRecap {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly channelId: string;
  readonly subscriptionId: string;
}

interface ClockPanelOptions {
  readonly time: MovableClock;
  /** IANA zone for the boundaries of days. */
  readonly timeZone: string;
  readonly next: () => Promise<NextRecap | undefined>;
  /** Checks for due recaps; resolves when they are posted. */
  readonly poke: () => Promise<void>;
  /** Why a subscription's latest recap was not posted: a sentence in the language of a Discord locale. */
  readonly whyNotPosted: (subscriptionId: string, discordLocale: string) => Promise<string | undefined>;
  /** Stores the clock's lead for the next start. */
  readonly keepAhead: (milliseconds: number) => Promise<void>;
  /** Calls back whenever something happened after which the next recap may be another. */
  readonly hear: (listener: () => void) => () => void;
  readonly onError: (error: unknown) => void;
}

/** Recaps are due to the minute: a moment later it is certain. */
const A_MOMENT = 1_000;

interface Advance {
  readonly to: 'recap' | 'day';
  readonly locale: string;
}

const isAdvance = (input: unknown): input is Advance =>
  typeof input === 'object' &&
  input !== null &&
  'to' in input &&
  (input.to === 'recap' || input.to === 'day') &&
  'locale' in input &&
  typeof input.locale === 'string';

/** The playground's clock panel: shows the time and the next recap, and advances to it. */
export const clockPanel = (options: ClockPanelOptions): Panel => {
  const { time, timeZone, next, poke, whyNotPosted, keepAhead, hear, onError } = options;
  const now = (): number => time.clock.now().epochMilliseconds;
  let known: NextRecap | undefined;
  let changed = (): void => {};

  const refresh = async (): Promise<void> => {
    const before = known;
    known = await next();
    if (known?.at !== before?.at || known?.channelId !== before?.channelId) changed();
  };

  /** Stores the time before anything is posted: after a restart the clock must not be behind the ledger. */
  const moveTo = async (moment: number): Promise<void> => {
    const distance = Math.max(0, moment - now());
    await keepAhead(time.ahead() + distance);
    time.move(distance);
    await poke();
  };

  /** Advances to an instant; posts recaps due on the way, each at its own time. Returns why recaps were not posted. */
  const runTo = async (moment: number, discordLocale: string): Promise<readonly string[]> => {
    const notes = new Set<string>();
    for (let due = await next(); due !== undefined && due.at <= moment; due = await next()) {
      await moveTo(due.at + A_MOMENT);
      const why = await whyNotPosted(due.subscriptionId, discordLocale);
      if (why !== undefined) notes.add(why);
      const after = await next();
      // A recap that stays due (because of a fault, say) must not block the day.
      if (after !== undefined && after.at <= due.at) break;
    }
    await moveTo(moment);
    await refresh();
    return [...notes];
  };

  return {
    state: () => ({
      now: now(),
      timeZone,
      next: known === undefined ? null : { at: known.at, channelId: known.channelId },
    }),
    actions: {
      advance: async (input) => {
        if (!isAdvance(input)) throw new Error('`to` is "recap" or "day", and `locale` is needed');
        const day = time.clock.now().toZonedDateTimeISO(timeZone).add({ days: 1 }).epochMilliseconds;
        const due = await next();
        if (input.to === 'recap' && due === undefined)
          throw new Error('There is no subscription to recaps yet');
        const moment = input.to === 'day' || due === undefined ? day : due.at + A_MOMENT;
        return { notes: await runTo(moment, input.locale) };
      },
    },
    subscribe: (listener) => {
      changed = listener;
      refresh().catch(onError);
      return hear(() => void refresh().catch(onError));
    },
  };
};
