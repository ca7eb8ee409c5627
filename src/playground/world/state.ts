import type { APIUser } from 'discord-api-types/v10';
import type { Faults } from '../faults/faults.ts';
import type { Wire } from '../faults/wire.ts';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { ChannelState, CommandState, FileState, GuildState, PersonState } from './entities.ts';
import type { Interaction } from './interaction.ts';
import type { SigningKeys } from './keys.ts';

/** The state of one playground. Several may exist in one process. */
export interface World {
  readonly clock: Clock;
  readonly newId: () => string;
  /** Makes later ids greater than one of an earlier run. */
  readonly raiseIds: (id: string) => void;
  readonly token: string;
  readonly applicationId: string;
  readonly user: APIUser;
  readonly people: Map<string, PersonState>;
  readonly guilds: Map<string, GuildState>;
  readonly channels: Map<string, ChannelState>;
  readonly files: Map<string, FileState>;
  readonly commands: Map<string, CommandState>;
  /** Times at which commands were created, by `guildId` or `global`: 200 a day are allowed. */
  readonly creations: Map<string, number[]>;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  readonly changes: Changes;
  readonly faults: Faults;
  readonly wire: Wire;
  readonly keys: SigningKeys;
  /** Delivers interactions by HTTP instead of the gateway; undefined without an interactions endpoint. */
  endpoint: DeliverInteraction | undefined;
  /** What the gateway asks of bots that shard. */
  sharding: Sharding;
  /** Sends an event to the bot's sessions; returns their number. Set by the gateway. */
  dispatch: Dispatch;
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  origin: string;
}

/** Sends an interaction to the bot's interactions endpoint. */
export type DeliverInteraction = (interaction: Interaction, payload: object) => void;

/** How many shards a bot has to have (Gateway, "Sharding"). */
export interface Sharding {
  /** `shards` of GET /gateway/bot. */
  readonly shards: number;
  /** Identifies allowed in five seconds, one for each `shard_id % max_concurrency`; undefined: any number. */
  readonly maxConcurrency: number | undefined;
}

/** Sends an event to every session with matching intents and shard. */
export type Dispatch = (
  event: string,
  data: object,
  to: { readonly guildId: string | undefined; readonly intent: number },
) => number;

/** The bot's permissions before overwrites. */
export function guildOf(world: World, channel: ChannelState): GuildState | undefined {
  return channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
}
