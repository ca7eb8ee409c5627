import {
  Client,
  Collection,
  Events,
  LimitedCollection,
  type RateLimitData,
  REST,
  type RESTOptions,
} from 'discord.js';
import { type APIInteraction, GatewayDispatchEvents, InteractionType, Routes } from 'discord-api-types/v10';
import { EXIT, StartError } from '../exit.ts';
import type { Logger } from '../log.ts';
import type { UserInteraction } from './request.ts';
import type { StartTimer } from './respondInTime.ts';
import { type Rest, restOf } from './rest/rest.ts';
import { createTransport } from './rest/transport.ts';
import { createTokenCheck } from './tokenCheck.ts';

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
   * Sends each request once and waits for nothing that takes long: for what would be there twice if it was sent again
   * after an answer that got lost, and for what must look at its reason again after a wait.
   */
  readonly restOnce: Rest;
  /**
   * Connects; discord.js resumes and reconnects.
   * @throws if the token is refused, or the API cannot be reached.
   */
  readonly open: (onInteraction: (interaction: UserInteraction) => void) => Promise<Identity>;
  /** Why the bot cannot serve at the moment; undefined where it can. */
  readonly problem: () => string | undefined;
  readonly close: () => Promise<void>;
}

/** The token, and the address of Discord's API. */
export interface GatewayOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Logger;
  readonly after: StartTimer;
  /** The bot can do nothing more, for a reason that whoever runs it has to put right, such as a token that was reset. */
  readonly onEnd: (reason: StartError) => void;
}

/** Milliseconds that a request for `restOnce` waits for a rate limit; what has to wait longer is given back. */
const LONGEST_WAIT_ONCE = 5_000;
/** Answers to an interaction are of no use later: Discord waits 3 s for the first one, people a little longer. */
const LONGEST_WAITS: readonly (readonly [route: string, milliseconds: number])[] = [
  ['/interactions/', 2_500],
  ['/webhooks/', 60_000],
];

const waitOf = ({ timeToReset, retryAfter, sublimitTimeout }: RateLimitData): number =>
  Math.max(...[timeToReset, retryAfter, sublimitTimeout].filter(Number.isFinite));

const outlivesInteraction = (limit: RateLimitData): boolean =>
  LONGEST_WAITS.some(([route, longest]) => limit.route.startsWith(route) && waitOf(limit) > longest);

/** discord.js forgets the token after a single 401, and from then on sends no authorised request: it is kept. */
const keepToken = (rest: REST, token: string): void => {
  rest.setToken(token);
  rest.setToken = () => rest;
};

const newClient = (apiUrl: string, makeRequest: RESTOptions['makeRequest']): Client =>
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
      makeRequest,
      retries: 2,
      timeout: 10_000,
      rejectOnRateLimit: outlivesInteraction,
      handlerSweepInterval: 600_000,
      hashSweepInterval: 600_000,
      hashLifetime: 3_600_000,
    },
  });

const reportTo = (client: Client, log: Logger, onEnd: GatewayOptions['onEnd']): void => {
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardDisconnect, (event, shard) => {
    log.fatal({ shard, code: event.code }, 'Discord closed the connection for good');
    onEnd(
      new StartError(`Discord closed the connection for good (close code ${event.code}).`, EXIT.unavailable),
    );
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

/** The way to Discord; nothing is sent before it is used. */
export const createGateway = ({ token, apiUrl, log, after, onEnd }: GatewayOptions): Gateway => {
  const transport = createTransport({ onUnauthorized: () => tokenCheck.doubt() });
  const client = newClient(apiUrl, transport);
  const once = new REST({
    ...client.options.rest,
    retries: 0,
    timeout: 15_000,
    rejectOnRateLimit: (limit) => waitOf(limit) > LONGEST_WAIT_ONCE,
  });
  keepToken(client.rest, token);
  keepToken(once, token);
  const restOnce = restOf(once);
  const tokenCheck = createTokenCheck({
    ask: () => restOnce.get(Routes.user()),
    after,
    log,
    onInvalid: () =>
      onEnd(
        new StartError(
          'DISCORD_TOKEN is not known to Discord any more; copy it anew from the Bot page of your application.',
          EXIT.config,
        ),
      ),
  });
  reportTo(client, log, onEnd);
  return {
    rest: restOf(client.rest),
    restOnce,
    problem: tokenCheck.problem,
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
      tokenCheck.close();
      await client.destroy();
    },
  };
};
