import type { Logger } from '../log.ts';
import { ServiceError } from './service.ts';

/** Says that a service fails, and that it works again: neither with each request. */
export interface Report {
  readonly failed: (error: unknown) => void;
  readonly works: () => void;
  readonly log: Logger;
}

const HOUR = 3_600_000;

/**
 * @param name the setting with the address
 * @param instead what happens meanwhile
 * @param elapsed milliseconds of a monotonic clock
 */
export const createReport = (log: Logger, name: string, instead: string, elapsed: () => number): Report => {
  const toldAt = new Map<string, number>();
  let isFailing = false;
  return {
    log,
    failed: (error) => {
      const kind = error instanceof ServiceError ? `${error.failure} ${error.status ?? ''}` : 'fault';
      // A failure that comes and goes is logged once an hour.
      if (elapsed() - (toldAt.get(kind) ?? -HOUR) < HOUR) {
        log.debug({ err: error }, `${name} fails again`);
        return;
      }
      toldAt.set(kind, elapsed());
      isFailing = true;
      const reason = error instanceof Error ? error.message : String(error);
      log.warn(`${name}: ${reason}; ${instead}`);
    },
    works: () => {
      if (isFailing) log.info(`${name}: it works again`);
      isFailing = false;
    },
  };
};
