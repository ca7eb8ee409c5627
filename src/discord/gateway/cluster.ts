import { setTimeout } from 'node:timers/promises';
import { type Client, Events, type RESTOptions, Status } from 'discord.js';
import {
  type APIInteraction,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  InteractionType,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord-api-types/v10';
import { isPartOf, type ShardPlan } from '../../config/shards.ts';
import { EXIT, StartError } from '../../exit.ts';
import type { Logger } from '../../log.ts';
import type { UserInteraction } from '../request.ts';
import type { Rest } from '../rest/rest.ts';
import { retryAtStart, usableGateway } from '../startRetry.ts';
import type { StartTimer } from '../timer.ts';
import { inProcess, newClient, type WaitForIdentify } from './gatewayClient.ts';
import { createIdentifyTurns } from './identifyTurns.ts';
import { createShardSockets } from './shardSockets.ts';
import { type Watchdog, watchConnections } from './watchdog.ts';

/** The bot's identity on Discord. */
export interface Identity {
  readonly applicationId: string;
  /** The bot's own user id. */
  readonly botId: string;
  /** The bot's name, for the log. */
  readonly name: string;
}

/** One of the bot's shards in this process. */
export interface ShardState {
  readonly id: number;
  readonly ready: boolean;
  /**
   * Milliseconds since 1970 of its last sign of life: the begin of the session, or a heartbeat that was answered.
   * Undefined before the first.
   */
  readonly aliveAt: number | undefined;
}

/** The listeners for what arrives. */
export interface GatewayListeners {
  readonly onInteraction: (interaction: UserInteraction) => void;
  /** Left out, the bot asks for no messages. */
  readonly onMessage?: ((message: GatewayMessageCreateDispatchData, botId: string) => void) | undefined;
}

/** The shards of this process, each a socket on which interactions arrive. */
export interface Cluster {
  /**
   * Connects; resolves with the first shard that is ready, the others follow at Discord's pace. discord.js resumes and
   * reconnects.
   * @throws if the token is refused, or the API cannot be reached.
   */
  readonly open: (hear: GatewayListeners) => Promise<Identity>;
  readonly shards: () => readonly ShardState[];
  /** Which connections are interrupted, a sentence; undefined where none is. */
  readonly problem: () => string | undefined;
  readonly close: () => Promise<void>;
}

interface ClusterOptions {
  readonly token: string;
  readonly rest: Rest;
  /** Waits for nothing and repeats nothing. */
  readonly restOnce: Rest;
  readonly restOptions: Partial<RESTOptions>;
  readonly plan: ShardPlan;
  /** Ends every wait of the start. */
  readonly signal: AbortSignal;
  readonly waitForIdentify: WaitForIdentify | undefined;
  readonly after: StartTimer;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number;
  /** Milliseconds for which a Discord that cannot be reached is tried again at the start. */
  readonly startPatience: number;
  readonly log: Logger;
  /** The bot can do nothing more. */
  readonly onEnd: (reason: StartError) => void;
}

/** Milliseconds until it is asked again how many shards are wanted. */
const PAUSE = 5_000;

/** Close codes that say that the number of shards does not fit the number of servers (any more). */
const TOO_FEW: readonly number[] = [GatewayCloseCodes.ShardingRequired, GatewayCloseCodes.InvalidShard];

const OUTDATED =
  'asks for something that Discord does not know (any more); a newer version of Lectern will not';

/** Why Discord does not want the bot to connect again, by close code. */
const REASONS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'DISCORD_TOKEN is not known to Discord (any more); copy it anew from the Bot page of your application',
  [GatewayCloseCodes.InvalidAPIVersion]: `This version of Lectern ${OUTDATED}`,
  [GatewayCloseCodes.InvalidIntents]: `This version of Lectern ${OUTDATED}`,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow your application the events that the bot asks for; look at "Privileged Gateway Intents" on the Bot page of your application',
};

const closedForGood = (code: number, plan: ShardPlan): StartError => {
  const reason =
    TOO_FEW.includes(code) && plan !== 'auto'
      ? `Discord asks for more shards than SHARD_COUNT=${plan.count}: the bot is on too many servers for that. Raise SHARD_COUNT in all processes, or leave SHARDS and SHARD_COUNT out`
      : REASONS[code];
  return reason === undefined
    ? new StartError(`Discord closed the connection for good (close code ${code}).`, EXIT.unavailable)
    : new StartError(`${reason} (close code ${code}).`, EXIT.config);
};

/** Tells of an outage once: discord.js tries again every half second, and that is worth a line for debugging alone. */
const report = (client: Client, log: Logger): void => {
  const told = { lost: new Set<number>(), failed: new Set<number>() };
  const levelOf = (kind: keyof typeof told, shard: number): 'warn' | 'debug' => {
    const level = told[kind].has(shard) ? 'debug' : 'warn';
    told[kind].add(shard);
    return level;
  };
  const isBack = (shard: number): void => {
    told.lost.delete(shard);
    told.failed.delete(shard);
  };
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardReconnecting, (shard) =>
    log[levelOf('lost', shard)]({ shard }, 'the connection to Discord was lost; reconnecting'),
  );
  client.on(Events.ShardReady, (shard) => {
    isBack(shard);
    log.info({ shard }, 'a session with Discord has begun');
  });
  client.on(Events.ShardResume, (shard) => {
    isBack(shard);
    log.info({ shard }, 'connected to Discord again');
  });
  client.on(Events.ShardError, (error, shard) =>
    log[levelOf('failed', shard)]({ err: error, shard }, 'the connection to Discord failed'),
  );
};

const forget = async (client: Client): Promise<void> => {
  // discord.js reports a deliberate close as a lost connection: not worth a log line.
  client.removeAllListeners();
  await client.destroy();
};

/** The shards of a plan; nothing is sent before they are opened. */
export const createCluster = (options: ClusterOptions): Cluster => {
  const { token, rest, plan, after, signal, log, onEnd } = options;
  let client: Client | undefined;
  let cancel = (): void => {};
  let watchdog: Watchdog | undefined;
  /** When each shard's session was begun or resumed, by discord.js's clock for heartbeats. */
  const begun = new Map<number, number>();
  const online = Promise.withResolvers<Identity>();
  let isOnline = false;

  const connect = async (shards: ShardPlan, hear: GatewayListeners): Promise<void> => {
    const inTurn =
      options.waitForIdentify === undefined || !isPartOf(shards) ? inProcess() : options.waitForIdentify;
    const turns = createIdentifyTurns(inTurn, (milliseconds, signal) =>
      setTimeout(milliseconds, undefined, { signal }),
    );
    const sockets = createShardSockets();
    const fresh = newClient({
      rest: options.restOptions,
      shards,
      waitForIdentify: turns.wait,
      buildStrategy: sockets.buildStrategy,
      hearsMessages: hear.onMessage !== undefined,
    });
    watchdog?.close();
    watchdog = watchConnections({
      connections: () => sockets.list().map((socket) => ({ ...socket, queued: turns.isWaiting(socket.id) })),
      giveUp: (id) => {
        sockets
          .list()
          .find((socket) => socket.id === id)
          ?.renew()
          .catch((error: unknown) => log.error({ err: error, shard: id }, 'a connection could not be ended'));
      },
      after,
      elapsed: options.elapsed,
      log,
    });
    client = fresh;
    fresh.rest.setToken(token);
    // After a single 401 discord.js would forget it.
    fresh.rest.setToken = () => fresh.rest;
    report(fresh, log);
    fresh.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      // Nothing of it is certain; what cannot be read is logged where it would be answered.
      if (interaction?.type !== InteractionType.Ping) hear.onInteraction(interaction);
    });
    fresh.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      const { user } = fresh;
      if (user !== null) hear.onMessage?.(message, user.id);
    });
    fresh.on(Events.ShardResume, (id) => void begun.set(id, Date.now()));
    fresh.on(Events.ShardReady, (id) => {
      begun.set(id, Date.now());
      turns.succeeded(id);
      const { application, user } = fresh;
      if (application === null || user === null) return;
      isOnline = true;
      online.resolve({ applicationId: application.id, botId: user.id, name: user.tag });
    });
    fresh.on(Events.ShardDisconnect, ({ code }, shard) => {
      if (client !== fresh) return;
      if (plan === 'auto' && TOO_FEW.includes(code)) {
        client = undefined;
        void reshard(fresh, hear);
        return;
      }
      const reason = closedForGood(code, plan);
      if (isOnline) {
        log.fatal({ shard, code }, 'Discord closed the connection for good');
        onEnd(reason);
      } else online.reject(reason);
    });
    try {
      await fresh.login(token);
    } catch (error) {
      if (client !== fresh) return;
      if (sockets.list().length === 0) {
        // Not one connection was begun: whatever was in the way stands before all of them.
        client = undefined;
        await forget(fresh);
        throw error;
      }
      // The watchdog looks after each of them.
      log.debug({ err: error }, 'not every shard could connect at once');
    }
  };

  /** Connects as soon as Discord lets it, however long that takes. */
  const begin = async (shards: ShardPlan, hear: GatewayListeners): Promise<void> => {
    const sessions = shards === 'auto' ? undefined : shards.ids.length;
    const attempt = async (): Promise<void> => {
      usableGateway(await options.restOnce.get(Routes.gatewayBot()), sessions);
      signal.throwIfAborted();
      await connect(shards, hear);
    };
    await retryAtStart(attempt, {
      after,
      log,
      signal,
      patience: isOnline ? Number.POSITIVE_INFINITY : options.startPatience,
    }).catch((error: unknown) => {
      if (signal.aborted) return;
      if (isOnline) log.error({ err: error }, 'the bot cannot connect');
      else online.reject(error);
    });
  };

  /** The recommendation may lag behind what Discord enforces: each time there are more shards than before. */
  const wantedShards = async (former: number): Promise<number> => {
    const { shards } = await rest.get<RESTGetAPIGatewayBotResult>(Routes.gatewayBot());
    return shards > former ? shards : 2 * former;
  };

  const reshard = async (former: Client, hear: GatewayListeners): Promise<void> => {
    const before = former.options.shardCount ?? 1;
    log.warn(
      { shards: before },
      'Discord asks for more shards; the bot connects anew with as many as it wants',
    );
    await forget(former).catch((error: unknown) => log.debug({ err: error }, 'a shard could not be closed'));
    const attempt = async (): Promise<void> => {
      try {
        const count = await wantedShards(before);
        log.info({ shards: count }, 'connecting with more shards');
        void begin({ ids: Array.from({ length: count }, (_, id) => id), count }, hear);
      } catch (error) {
        log.warn({ err: error }, 'Discord does not say how many shards it wants; asking again');
        cancel = after(PAUSE, () => void attempt());
      }
    };
    await attempt();
  };

  return {
    open: (hear) => {
      void begin(plan, hear);
      return online.promise;
    },
    shards: () =>
      [...(client?.ws.shards.values() ?? [])].map(({ id, status, lastPingTimestamp }) => ({
        id,
        ready: status === Status.Ready,
        aliveAt: Math.max(lastPingTimestamp, begun.get(id) ?? 0) || undefined,
      })),
    problem: () => watchdog?.problem(),
    close: async () => {
      cancel();
      watchdog?.close();
      const last = client;
      client = undefined;
      if (last !== undefined) await forget(last);
    },
  };
};
