import { FINDING_LEVELS, type Library } from '#library/model.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log.ts';
import { type HttpHandler, type OpenPort, openHttp } from './httpServer.ts';
import type { Parts } from './parts.ts';

/** The ports beside the playground's: for Discord's interactions, and for health and metrics. */
export interface Ports {
  /** Where interactions are taken; undefined: they are not. */
  readonly interactionsUrl: string | undefined;
  /** Where health is shown, without a path; undefined: it is not. */
  readonly healthUrl: string | undefined;
  readonly close: () => Promise<void>;
}

const INTERACTIONS_PATH = '/interactions';

const after = (milliseconds: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, milliseconds).unref();
  return () => clearTimeout(timer);
};

const countsOf = (library: Library | undefined) => ({
  posts: library?.sessions.reduce((sum, { posts }) => sum + posts.length, 0) ?? 0,
  sessions: library?.sessions.length ?? 0,
  findings: FINDING_LEVELS.map((level) => ({
    level,
    count: library?.findings.filter((finding) => finding.level === level).length ?? 0,
  })),
});

const openHealth = async (config: Config, parts: Parts, log: Logger, lookEvery: number | undefined) => {
  const { createHealth } = await import('../ops/health.ts');
  return createHealth({
    facts: () => ({
      shards: config.gateway ? (parts.discord?.shards() ?? []) : undefined,
      sessions: parts.library?.().sessions.length,
      problems: [parts.discord?.problem(), parts.recaps?.problem()].filter(
        (problem) => problem !== undefined,
      ),
    }),
    sizes: () => {
      const shards = parts.discord?.shards() ?? [];
      return {
        ...countsOf(parts.library?.()),
        shards: { ready: shards.filter(({ ready }) => ready).length, all: shards.length },
        deliveriesUnderWay: parts.recaps?.busy() ?? 0,
      };
    },
    write: async () => await parts.store?.setNote('alive', Temporal.Now.instant().toString()),
    now: Date.now,
    after,
    log,
    lookEvery,
  });
};

/** Answers as soon as Discord can be told apart from others. */
const interactionsHandler = (parts: Parts): HttpHandler => {
  let endpoint: Promise<HttpHandler> | undefined;
  return async (request, response) => {
    if (parts.publicKey !== undefined) endpoint ??= parts.discord?.endpoint(parts.publicKey);
    if (endpoint === undefined) response.writeHead(503).end('The bot is starting');
    else await (await endpoint)(request, response);
  };
};

/**
 * Opens the ports that are set; what they show of the bot's parts follows as these are there.
 * @param lookEvery milliseconds between two looks at the bot's health
 * @throws StartError where a port cannot be opened
 */
export const openPorts = async (
  config: Config,
  parts: Parts,
  log: Logger,
  lookEvery?: number,
): Promise<Ports> => {
  const { host, http, healthPort } = config;
  const health = healthPort === undefined ? undefined : await openHealth(config, parts, log, lookEvery);
  const shared = http !== undefined && healthPort === http.port && healthPort !== 0;
  const open: OpenPort[] = [];
  const close = async (): Promise<void> => {
    health?.close();
    await Promise.all(open.splice(0).map((port) => port.close()));
  };
  const add = async (setting: string, port: number, routes: Readonly<Record<string, HttpHandler>>) => {
    const opened = await openHttp({ setting, host, port, routes }, log);
    open.push(opened);
    return opened.origin;
  };
  try {
    const forDiscord =
      http === undefined
        ? undefined
        : await add('HTTP_PORT', http.port, {
            [INTERACTIONS_PATH]: interactionsHandler(parts),
            ...(shared ? health?.routes : {}),
          });
    const healthUrl =
      health === undefined || healthPort === undefined
        ? undefined
        : shared
          ? forDiscord
          : await add('HEALTH_PORT', healthPort, health.routes);
    const interactionsUrl = forDiscord === undefined ? undefined : `${forDiscord}${INTERACTIONS_PATH}`;
    if (interactionsUrl !== undefined) log.info({ url: interactionsUrl }, 'receiving interactions by HTTP');
    if (healthUrl !== undefined)
      log.info({ url: healthUrl }, 'health is shown at /livez, /readyz and /metrics');
    return { interactionsUrl, healthUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
};
