import { Client, Collection, Events, LimitedCollection, REST } from 'discord.js';
import { type APIInteraction, GatewayDispatchEvents, InteractionType } from 'discord-api-types/v10';
import type { Logger } from '../log.ts';
import type { UserInteraction } from './request.ts';
import { type Rest, restOf } from './rest.ts';

/** Managers whose cache discord.js does not let us replace; they are emptied instead. */
const FIXED_CACHES: readonly string[] = [
  'GuildManager',
  'ChannelManager',
  'GuildChannelManager',
  'RoleManager',
  'PermissionOverwriteManager',
];

/** The bot's identity on Discord. */
export interface Identity {
  readonly applicationId: string;
  /** The bot's own user id. */
  readonly botId: string;
  /** The bot's name, for the log. */
  readonly name: string;
}

/** The connection to Discord: REST, and the socket on which interactions arrive. */
export interface Gateway {
  /** Works without a connection to the gateway. */
  readonly rest: Rest;
  /**
   * Sends each request once and only waits for rate limits: for requests that must not be repeated after a lost
   * response.
   */
  readonly restOnce: Rest;
  /**
   * Connects; discord.js resumes and reconnects.
   * @throws if the token is refused, or the API cannot be reached.
   */
  readonly open: (onInteraction: (interaction: UserInteraction) => void) => Promise<Identity>;
  readonly close: () => Promise<void>;
}

/** The token, and the address of Discord's API. */
export interface GatewayOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Logger;
  /** Discord closed the connection for a reason that reconnecting does not fix, such as a reset token. */
  readonly onEnd: () => void;
}

const newClient = (apiUrl: string): Client =>
  new Client({
    // Interactions arrive without any intent, with everything that an answer needs.
    intents: [],
    makeCache: (managerType, _holds, manager) =>
      FIXED_CACHES.includes(managerType.name) || FIXED_CACHES.includes(manager.name)
        ? new Collection()
        : new LimitedCollection({ maxSize: 0 }),
    // Each interaction creates a queue for its token: a short sweep interval keeps memory from growing with users.
    rest: {
      api: apiUrl,
      retries: 2,
      timeout: 10_000,
      handlerSweepInterval: 600_000,
      hashSweepInterval: 600_000,
      hashLifetime: 3_600_000,
    },
  });

const reportTo = (client: Client, log: Logger, onEnd: () => void): void => {
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardDisconnect, (event, shard) => {
    log.fatal({ shard, code: event.code }, 'Discord closed the connection for good');
    onEnd();
  });
  client.on(Events.ShardReconnecting, (shard) =>
    log.warn({ shard }, 'the connection to Discord was lost; reconnecting'),
  );
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'a session with Discord has begun'));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'connected to Discord again'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ err: error, shard }, 'the connection to Discord failed'),
  );
  client.rest.on('rateLimited', (limit) =>
    log.debug({ route: limit.route, ms: limit.timeToReset }, 'rate limited'),
  );
  client.rest.on('invalidRequestWarning', ({ count }) =>
    log.warn({ count }, 'Discord refused many requests; it bans an address after 10,000 in 10 minutes'),
  );
};

/** The gateway client; it sends nothing before it is used. */
export const createGateway = ({ token, apiUrl, log, onEnd }: GatewayOptions): Gateway => {
  const client = newClient(apiUrl);
  client.rest.setToken(token);
  reportTo(client, log, onEnd);
  return {
    rest: restOf(client.rest),
    restOnce: restOf(new REST({ ...client.options.rest, retries: 0 }).setToken(token)),
    open: async (onInteraction) => {
      client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
        if (interaction.type !== InteractionType.Ping) onInteraction(interaction);
        // discord.js caches every channel that an interaction names, and each person has a DM channel.
        queueMicrotask(() => client.channels.cache.clear());
      });
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(token);
      const { application, user } = await ready;
      return { applicationId: application.id, botId: user.id, name: user.tag };
    },
    close: async () => {
      // discord.js reports a deliberate close as a lost connection: not worth a log line.
      client.removeAllListeners();
      await client.destroy();
    },
  };
};
