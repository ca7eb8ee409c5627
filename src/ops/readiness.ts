/** One of the gateway's shards, as far as readiness goes. */
export interface ShardFacts {
  readonly id: number;
  readonly ready: boolean;
  /** Milliseconds since 1970 of its last sign of life: the session's begin, or a heartbeat that was answered. */
  readonly aliveAt: number | undefined;
}

/** What readiness is judged by. */
export interface Facts {
  /** Undefined: the bot has no gateway. */
  readonly shards: readonly ShardFacts[] | undefined;
  /** Number of sessions in the library; undefined while nothing is loaded. */
  readonly sessions: number | undefined;
  /** What other parts say, a sentence each. */
  readonly problems: readonly string[];
}

/** Milliseconds without an answered heartbeat: Discord asks for one every 41.25 s, and answers at once. */
const MOST_SILENT = 48_000;

const about = (shards: readonly ShardFacts[], now: number): readonly string[] => {
  if (shards.length === 0) return ['the gateway: no shard is connected'];
  return shards.flatMap(({ id, ready, aliveAt }) => {
    // That a shard is not connected is among the problems already.
    const silent = aliveAt === undefined || !ready ? 0 : now - aliveAt;
    if (silent <= MOST_SILENT) return [];
    return [`the gateway: shard ${id} has had no heartbeat answered for ${Math.round(silent / 1_000)} s`];
  });
};

/** Why the bot is not ready, a sentence each; empty where it is. */
export const notReady = ({ shards, sessions, problems }: Facts, now: number): readonly string[] => [
  ...(shards === undefined ? [] : about(shards, now)),
  ...(sessions === undefined ? ['the posts: nothing is loaded yet'] : []),
  // Two parts may say the same of the database.
  ...new Set(problems),
];
