import { type RateLimitData, REST, type RESTOptions } from 'discord.js';
import { type APIApplication, type APIUser, Routes } from 'discord-api-types/v10';
import type { ShardPlan } from '../../config/shards.ts';
import { EXIT, StartError } from '../../exit.ts';
import type { Logger } from '../../log.ts';
import { observed } from '../../observe.ts';
import { createCallbacks } from '../rest/callback.ts';
import { type Rest, restOf, withCallbacks } from '../rest/rest.ts';
import { createTransport } from '../rest/transport.ts';
import { retryAtStart } from '../startRetry.ts';
import type { StartTimer } from '../timer.ts';
import { type Cluster, createCluster, type Identity } from './cluster.ts';
import type { WaitForIdentify } from './gatewayClient.ts';
import { createTokenCheck } from './tokenCheck.ts';

/** The connection to Discord: REST, and the sockets on which interactions arrive. */
export interface Gateway extends Pick<Cluster, 'open' | 'shards' | 'close'> {
  /** Works without a connection to the gateway. */
  readonly rest: Rest;
  /**
   * Sends each request once and waits for nothing that takes long: for what would be there twice if it was sent again
   * after an answer that got lost, and for what must look at its reason again after a wait.
   */
  readonly restOnce: Rest;
  /** Asks who the bot is, without a connection to the gateway. @throws where Discord does not say */
  readonly identify: () => Promise<Identity>;
  /** Why the bot cannot serve at the moment; undefined where it can. */
  readonly problem: () => string | undefined;
}

/** The token, and the address of Discord's API. */
export interface GatewayOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Logger;
  readonly after: StartTimer;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number;
  /** Milliseconds for which a Discord that cannot be reached is tried again at the start. Default: none. */
  readonly startPatience?: number;
  /** Default: as many shards as Discord recommends. */
  readonly shards?: ShardPlan;
  /** For shards whose siblings run in other processes. */
  readonly waitForIdentify?: WaitForIdentify;
  /** The bot can do nothing more, for a reason that the operator has to fix, such as a token that was reset. */
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

/** A REST client that keeps its token: discord.js forgets it after a single 401, and sends nothing more. */
const newRest = (options: Partial<RESTOptions>, token: string): REST => {
  const rest = new REST(options);
  rest.setToken(token);
  rest.setToken = () => rest;
  return rest;
};

// Each interaction creates a queue for its token: a short sweep interval keeps memory from growing with users.
const restOptions = (apiUrl: string, makeRequest: RESTOptions['makeRequest']): Partial<RESTOptions> => ({
  api: apiUrl,
  makeRequest,
  retries: 2,
  timeout: 10_000,
  rejectOnRateLimit: outlivesInteraction,
  handlerSweepInterval: 600_000,
  hashSweepInterval: 600_000,
  hashLifetime: 3_600_000,
});

const report = (rest: REST, log: Logger): void => {
  rest.on('rateLimited', (limit) => {
    log.debug({ route: limit.route, ms: limit.timeToReset }, 'rate limited');
    observed.waits.tell(() => ({ wait: waitOf(limit) / 1_000 }));
  });
  rest.on('invalidRequestWarning', ({ count }) =>
    log.warn({ count }, 'Discord refused many requests; it bans an address after 10,000 in 10 minutes'),
  );
};

/** The way to Discord; nothing is sent before it is used. */
export const createGateway = (given: GatewayOptions): Gateway => {
  const { token, apiUrl, log, after, onEnd, startPatience = 0 } = given;
  const transport = createTransport({ onUnauthorized: () => tokenCheck.doubt() });
  const options = restOptions(apiUrl, transport);
  const patient = newRest(options, token);
  report(patient, log);
  const rest = withCallbacks(restOf(patient), createCallbacks({ apiUrl, after }));
  const restOnce = restOf(
    newRest(
      {
        ...options,
        retries: 0,
        timeout: 15_000,
        rejectOnRateLimit: (limit) => waitOf(limit) > LONGEST_WAIT_ONCE,
      },
      token,
    ),
  );
  const closing = new AbortController();
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
  const cluster = createCluster({
    token,
    rest,
    restOnce,
    restOptions: options,
    plan: given.shards ?? 'auto',
    signal: closing.signal,
    waitForIdentify: given.waitForIdentify,
    after,
    elapsed: given.elapsed,
    startPatience,
    log,
    onEnd,
  });
  return {
    rest,
    restOnce,
    identify: async () => {
      const [{ id }, user] = await retryAtStart(
        () =>
          Promise.all([
            restOnce.get<APIApplication>(Routes.currentApplication()),
            restOnce.get<APIUser>(Routes.user()),
          ]),
        { after, log, signal: closing.signal, patience: startPatience },
      );
      const name = user.discriminator === '0' ? user.username : `${user.username}#${user.discriminator}`;
      return { applicationId: id, botId: user.id, name };
    },
    open: cluster.open,
    shards: cluster.shards,
    problem: () => tokenCheck.problem() ?? cluster.problem(),
    close: async () => {
      closing.abort();
      tokenCheck.close();
      await cluster.close();
    },
  };
};
