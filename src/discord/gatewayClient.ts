import { Client, Collection, LimitedCollection, type RESTOptions } from 'discord.js';
import { isPartOf, type ShardPlan } from '../shards.ts';

/** Managers whose cache discord.js does not let us replace; they are emptied instead. */
const FIXED_CACHES: readonly string[] = [
  'GuildManager',
  'ChannelManager',
  'GuildChannelManager',
  'RoleManager',
  'PermissionOverwriteManager',
];

/** Waits until a shard may identify; rejects where the signal says that it need not any more. */
export type WaitForIdentify = (
  shard: { readonly id: number; readonly maxConcurrency: number },
  signal: AbortSignal,
) => Promise<void>;

interface ClientOptions {
  readonly rest: Partial<RESTOptions>;
  readonly shards: ShardPlan;
  /** For shards whose siblings run in other processes, which identify too. */
  readonly waitForIdentify: WaitForIdentify | undefined;
}

/** A client of discord.js that keeps nothing of what passes, with the shards of a plan. */
export const newClient = ({ rest, shards, waitForIdentify }: ClientOptions): Client => {
  const throttle: Pick<NonNullable<Client['options']['ws']>, 'buildIdentifyThrottler'> = waitForIdentify ===
    undefined || !isPartOf(shards)
    ? {}
    : {
        buildIdentifyThrottler: async (manager) => {
          const { session_start_limit: limit } = await manager.fetchGatewayInformation();
          return {
            waitForIdentify: (id, signal) =>
              waitForIdentify({ id, maxConcurrency: limit.max_concurrency }, signal),
          };
        },
      };
  return new Client({
    // Interactions arrive without any intent, with everything that an answer needs.
    intents: [],
    makeCache: (managerType, _holds, manager) =>
      FIXED_CACHES.includes(managerType.name) || FIXED_CACHES.includes(manager.name)
        ? new Collection()
        : new LimitedCollection({ maxSize: 0 }),
    rest,
    ws: throttle,
    ...(shards === 'auto' ? { shards } : { shards: shards.ids, shardCount: shards.count }),
  });
};
