import type { Logger } from '../../log.ts';
import type { StartTimer } from '../timer.ts';
import type { Registration } from './register.ts';

/** Milliseconds between two tries; the last one stays. */
const PAUSES = [5_000, 15_000, 60_000, 300_000] as const;
/** Milliseconds for which a try may take before the log says that it is waited for, again and again. */
const SLOW = 15_000;

interface RegistrationOptions {
  readonly register: () => Promise<Registration>;
  readonly onRegistered: (ids: Registration['ids']) => void;
  readonly after: StartTimer;
  readonly log: Logger;
}

/** The registration of commands, which goes on beside everything else until it has succeeded. */
export interface RunningRegistration {
  /** Resolves when the first try has ended, either way. */
  readonly tried: Promise<void>;
  /** No further try. */
  readonly stop: () => void;
}

/** Registers the commands, however long Discord makes that wait: nothing else waits for it. */
export const keepRegistering = (options: RegistrationOptions): RunningRegistration => {
  const { register, onRegistered, after, log } = options;
  let stopped = false;
  let cancel = (): void => {};

  const attempt = async (count: number): Promise<void> => {
    const waiting = (): void => {
      log.warn('the commands are not registered yet; Discord has not answered, or asks to wait');
      cancel = after(4 * SLOW, waiting);
    };
    cancel = after(SLOW, waiting);
    try {
      const { ids, ...done } = await register();
      cancel();
      if (stopped) return;
      onRegistered(ids);
      log.info(done, 'the commands are registered');
    } catch (error) {
      cancel();
      if (stopped) return;
      const pause = PAUSES[Math.min(count, PAUSES.length - 1)] ?? SLOW;
      log.error({ err: error, seconds: pause / 1_000 }, 'the commands could not be registered; trying again');
      cancel = after(pause, () => void attempt(count + 1));
    }
  };

  return {
    tried: attempt(0),
    stop: () => {
      stopped = true;
      cancel();
    },
  };
};
