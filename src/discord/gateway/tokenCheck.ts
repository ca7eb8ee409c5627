import type { Logger } from '../../log.ts';
import { isUnauthorized } from '../errors.ts';
import type { StartTimer } from '../timer.ts';

/** Milliseconds until the token is asked about: a fault on Discord's side is over by then. */
const FIRST_PAUSE = 3_000;
const LONGEST_PAUSE = 30_000;

/** Whether Discord knows the bot's token. One 401 may be Discord's mistake; a second one, asked for, is not. */
export interface TokenCheck {
  /** An authorised request was answered with 401. */
  readonly doubt: () => void;
  /** What is wrong, while it is not certain that the token is good. */
  readonly problem: () => string | undefined;
  readonly close: () => void;
}

interface TokenCheckOptions {
  /** Asks Discord who the bot is; rejects where it does not say. */
  readonly ask: () => Promise<unknown>;
  readonly after: StartTimer;
  readonly log: Logger;
  /** Discord does not know the token any more. */
  readonly onInvalid: () => void;
}

export const createTokenCheck = ({ ask, after, log, onInvalid }: TokenCheckOptions): TokenCheck => {
  let doubted = false;
  let cancel = (): void => {};

  const check = async (pause: number): Promise<void> => {
    try {
      await ask();
      doubted = false;
      log.info('Discord accepts the token again');
    } catch (error) {
      if (isUnauthorized(error)) {
        onInvalid();
        return;
      }
      log.warn({ err: error }, 'whether Discord still accepts the token could not be checked; trying again');
      cancel = after(pause, () => void check(Math.min(2 * pause, LONGEST_PAUSE)));
    }
  };

  return {
    doubt: () => {
      if (doubted) return;
      doubted = true;
      log.warn('Discord rejected the token once; checking it again');
      cancel = after(FIRST_PAUSE, () => void check(2 * FIRST_PAUSE));
    },
    problem: () => (doubted ? 'Discord does not accept the token' : undefined),
    close: () => cancel(),
  };
};
