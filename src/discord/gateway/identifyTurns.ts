import type { WaitForIdentify } from './gatewayClient.ts';

/** Milliseconds of exponential backoff before a shard identifies again that was not ready after the time before. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 300_000;

/** The turns of shards to identify. */
export interface IdentifyTurns {
  /** Waits for a shard's turn; rejects where the signal says that it need not identify any more. */
  readonly wait: WaitForIdentify;
  /** The shard is connected: the next time it need not wait longer. */
  readonly succeeded: (id: number) => void;
  readonly isWaiting: (id: number) => boolean;
}

/**
 * Discord allows 1,000 sessions a day: a gateway that takes an identify and never answers must not use them up.
 * @param inTurn waits as long as Discord asks all shards to
 * @see https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
export const createIdentifyTurns = (
  inTurn: WaitForIdentify,
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): IdentifyTurns => {
  const failures = new Map<number, number>();
  const waiting = new Set<number>();
  return {
    wait: async (shard, signal) => {
      const failed = failures.get(shard.id) ?? 0;
      waiting.add(shard.id);
      try {
        if (failed > 1) await pause(Math.min(FIRST_PAUSE * 2 ** (failed - 1), LONGEST_PAUSE), signal);
        await inTurn(shard, signal);
        // What waited for a connection that has ended must not identify on the next one.
        signal.throwIfAborted();
        failures.set(shard.id, failed + 1);
      } finally {
        waiting.delete(shard.id);
      }
    },
    succeeded: (id) => failures.delete(id),
    isWaiting: (id) => waiting.has(id),
  };
};
