import type { Logger } from '../../log.ts';
import type { StartTimer } from '../timer.ts';

/** A shard's connection, as it stands at the moment. */
export interface Connection {
  readonly id: number;
  /** Interactions arrive. */
  readonly ready: boolean;
  /** Waits for its turn to identify, which may take as long as it takes. */
  readonly queued: boolean;
  /** Changes with each step that the connection makes, such as an event that is sent again after a resume. */
  readonly step: string;
}

/** Looks whether connections make progress. */
export interface Watchdog {
  /** What is not connected, a sentence; undefined where all are. */
  readonly problem: () => string | undefined;
  readonly close: () => void;
}

interface WatchdogOptions {
  readonly connections: () => readonly Connection[];
  /** Ends a connection that hangs, so that a new session is begun. */
  readonly giveUp: (id: number) => void;
  readonly after: StartTimer;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number;
  readonly log: Logger;
}

/** Milliseconds that one step may take: a handshake, HELLO, READY or RESUMED, the end of a connection. */
export const PATIENCE = 15_000;
const EVERY = 1_000;

interface Stand {
  readonly step: string;
  readonly since: number;
}

/**
 * A connection that stands still anywhere but in readiness is given up: Discord may leave a step unanswered for ever
 * while it acknowledges heartbeats.
 */
export const watchConnections = (options: WatchdogOptions): Watchdog => {
  const { connections, giveUp, after, elapsed, log } = options;
  const stands = new Map<number, Stand>();

  const look = ({ id, ready, queued, step }: Connection, now: number): void => {
    if (ready || queued) {
      stands.delete(id);
      return;
    }
    const stand = stands.get(id);
    if (stand === undefined || stand.step !== step) {
      stands.set(id, { step, since: now });
      return;
    }
    if (now - stand.since < PATIENCE) return;
    log.warn(
      { shard: id, seconds: PATIENCE / 1_000 },
      'the connection to Discord makes no progress; it is given up and a new session is begun',
    );
    stands.set(id, { step, since: now });
    giveUp(id);
  };

  let cancel = (): void => {};
  const turn = (): void => {
    const now = elapsed();
    for (const connection of connections()) look(connection, now);
    cancel = after(EVERY, turn);
  };
  turn();

  return {
    problem: () => {
      const all = connections();
      const missing = all.filter(({ ready }) => !ready).map(({ id }) => id);
      if (missing.length === 0) return undefined;
      return `${missing.length} of ${all.length} connections to Discord are interrupted (shards ${missing.join(', ')})`;
    },
    close: () => cancel(),
  };
};
