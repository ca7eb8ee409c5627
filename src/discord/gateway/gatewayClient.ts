import {
  Client,
  Collection,
  GatewayIntentBits,
  LimitedCollection,
  type RESTOptions,
  SimpleIdentifyThrottler,
} from 'discord.js';
import type { ShardPlan } from '../../config/shards.ts';
import type { ShardSockets } from './shardSockets.ts';

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

/** The turns of shards that all run in this process. */
export const inProcess = (): WaitForIdentify => {
  let throttler: SimpleIdentifyThrottler | undefined;
  return ({ id, maxConcurrency }, signal) => {
    throttler ??= new SimpleIdentifyThrottler(maxConcurrency);
    return throttler.waitForIdentify(id, signal);
  };
};

interface ClientOptions {
  readonly rest: Partial<RESTOptions>;
  readonly shards: ShardPlan;
  readonly waitForIdentify: WaitForIdentify;
  readonly buildStrategy: ShardSockets['buildStrategy'];
  readonly hearsMessages: boolean;
}

const HANDLED_HERE = [
  'InteractionCreate',
  'MessageCreate',
  'MessageUpdate',
  'MessageDelete',
  'MessageDeleteBulk',
] as const;

/** What discord.js's own handlers give for a message that they do not know; they take it apart. */
const NOTHING = {};

/**
 * discord.js would make objects of each interaction and message that nothing uses, cache the channels that they name
 * (each person has a DM channel), and throw where a part is missing.
 */
const leaveAlone = (client: Client): Client => {
  const actions: unknown = Reflect.get(client, 'actions');
  for (const name of HANDLED_HERE) {
    const action: unknown = typeof actions === 'object' && actions && Reflect.get(actions, name);
    if (typeof action === 'object' && action !== null) Reflect.set(action, 'handle', () => NOTHING);
  }
  return client;
};

/** A client of discord.js that keeps nothing of what passes, with the shards of a plan. */
export const newClient = ({
  rest,
  shards,
  waitForIdentify,
  buildStrategy,
  hearsMessages,
}: ClientOptions): Client =>
  leaveAlone(
    new Client({
      // Interactions arrive without any intent, with everything that an answer needs. Messages come with the text of those
      // that mention the bot, reply to it or stand in its DM; no intent is privileged.
      intents: hearsMessages ? [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] : [],
      makeCache: (managerType, _holds, manager) =>
        FIXED_CACHES.includes(managerType.name) || FIXED_CACHES.includes(manager.name)
          ? new Collection()
          : new LimitedCollection({ maxSize: 0 }),
      rest,
      ws: {
        buildStrategy,
        buildIdentifyThrottler: async (manager) => {
          const { session_start_limit: limit } = await manager.fetchGatewayInformation();
          return {
            waitForIdentify: (id, signal) =>
              waitForIdentify({ id, maxConcurrency: limit.max_concurrency }, signal),
          };
        },
      },
      ...(shards === 'auto' ? { shards } : { shards: shards.ids, shardCount: shards.count }),
    }),
  );
