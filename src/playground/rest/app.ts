import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { InjectedFault } from '../faults/faults.ts';
import type { Limits } from '../faults/limits.ts';
import type { FaultKind } from '../protocol/faults.ts';
import { DiscordError, refuse } from '../rules/errors.ts';
import type { World } from '../world/state.ts';
import { basicRoutes } from './basics.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import type { Exchange, RestDeps, RestEnv } from './exchange.ts';
import { type FocusedTypes, interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

const PREFIX = /^\/api(\/v\d+)?(?=\/|$)/;

/**
 * Discord's REST API under `/api/v10`: authorization, faults, limits, the routes, and a wire line for each request.
 * `limits` undefined means none.
 */
export function restApp(
  deps: RestDeps,
  focused: FocusedTypes,
  limits: Limits | undefined,
): (request: Request, bindings: HttpBindings) => Promise<Response> {
  const { world } = deps;
  const routes = new Hono<RestEnv>({
    getPath: (request) => new URL(request.url).pathname.replace(PREFIX, ''),
  });
  const resources = [
    interactionRoutes(deps, focused),
    webhookRoutes(deps),
    messageRoutes(deps),
    threadRoutes(deps),
    channelRoutes(deps),
    commandRoutes(deps),
    basicRoutes(deps),
  ];
  for (const resource of resources) routes.route('/', resource);
  routes.notFound((c) => failure(c.env.exchange, refuse('notFound')));
  routes.onError((error, c) => {
    if (error instanceof DiscordError) return failure(c.env.exchange, error);
    // An internal error of the playground, clearly distinguished from errors of the bot.
    process.emitWarning(error.stack ?? error.message, 'PlaygroundError');
    return failure(c.env.exchange, new DiscordError(500, 0, `500: Internal Server Error (${error.message})`));
  });

  return async (request, bindings) => {
    const started = performance.now();
    const url = new URL(request.url);
    const path = url.pathname.replace(PREFIX, '');
    const exchange: Exchange = { payload: undefined, requestBytes: 0, result: undefined, responseBytes: 0 };
    const met = world.faults.inject(request.method, path);
    const log = (response: Response | undefined, fault?: FaultKind['kind']) => {
      const { result } = exchange;
      const error = result instanceof DiscordError ? result.body() : undefined;
      world.wire.log(
        {
          kind: 'rest',
          method: request.method,
          path: path + url.search,
          status: response?.status ?? 0,
          bytes: exchange.requestBytes,
          responseBytes: exchange.responseBytes,
          ms: Math.round((performance.now() - started) * 100) / 100,
          ...(error === undefined ? {} : { error }),
          ...(fault === undefined ? {} : { fault }),
        },
        exchange.payload,
        error ?? result,
      );
    };
    const cut = () => {
      bindings.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    };
    if (met?.fault.kind === 'cut') {
      log(undefined, 'cut');
      return cut();
    }
    if (met?.fault.kind === 'delay') {
      await held(world, met);
    }
    const gate = met?.fault.kind === 'status' ? injected(met.fault) : limited(world, request, path, limits);
    let response: Response;
    if (met?.fault.kind === 'hollow')
      response = new Response(met.fault.text, { headers: { 'content-type': 'application/json' } });
    else if (gate.refused !== undefined) response = failure(exchange, gate.refused);
    else response = await routes.fetch(request, { exchange });
    for (const [name, value] of Object.entries(gate.headers)) response.headers.set(name, value);
    log(response, met?.fault.kind);
    if (met?.fault.kind === 'late') await held(world, met);
    return met?.fault.kind === 'lost' ? cut() : response;
  };
}

interface Gate {
  readonly headers: Readonly<Record<string, string>>;
  readonly refused?: DiscordError;
}

/** The response of a fault: `retry-after` and Discord's error body. */
function injected(fault: FaultKind & { kind: 'status' }): Gate {
  const { status, retryAfter = 1, global = false } = fault;
  if (status !== 429)
    return { headers: {}, refused: new DiscordError(status, 0, `${status}: Injected fault`) };
  const scope = global
    ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
    : { 'x-ratelimit-scope': 'user' };
  return {
    headers: { ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }), ...scope },
    refused: new RateLimited(retryAfter, global),
  };
}

function limited(world: World, request: Request, path: string, limits: Limits | undefined): Gate {
  const needsToken = !/^\/(interactions|webhooks)\/\d+\/|^\/gateway$/.test(path);
  if (needsToken && request.headers.get('authorization') !== `Bot ${world.token}`) {
    return { headers: {}, refused: refuse('unauthorized') };
  }
  const verdict = limits?.count(request.method, path);
  if (verdict?.retryAfter === undefined) return { headers: verdict?.headers ?? {} };
  return { headers: verdict.headers, refused: new RateLimited(verdict.retryAfter, verdict.global ?? false) };
}

/** Rate limit response (Topics, "Rate Limits"). */
class RateLimited extends DiscordError {
  readonly retryAfter: number | null;
  readonly global: boolean;

  constructor(retryAfter: number | null, global: boolean) {
    super(429, 0, 'You are being rate limited.');
    this.retryAfter = retryAfter;
    this.global = global;
  }

  override body() {
    const wait = this.retryAfter === null ? {} : { retry_after: this.retryAfter };
    return { message: this.message, ...wait, global: this.global, code: 0 };
  }
}

function failure(exchange: Exchange, error: DiscordError): Response {
  const text = JSON.stringify(error.body());
  exchange.result = error;
  exchange.responseBytes = Buffer.byteLength(text);
  return new Response(text, { status: error.status, headers: { 'content-type': 'application/json' } });
}

/** Until the fault's time is over, or it is removed. */
function held(world: World, met: InjectedFault): Promise<void> {
  const ms = 'ms' in met.fault ? met.fault.ms : 0;
  if (ms === null) return met.released;
  return Promise.race([met.released, new Promise<void>((resolve) => void world.clock.after(ms, resolve))]);
}
