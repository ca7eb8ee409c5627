import { DefaultUserAgent, DiscordAPIError } from 'discord.js';
import { Agent, type Dispatcher } from 'undici';
import { observed } from '../../observe.ts';
import { NotSentError } from '../errors.ts';
import type { StartTimer } from '../timer.ts';
import { requestBody } from './multipart.ts';
import type { RequestOptions } from './rest.ts';
import { finalCheck } from './transport.ts';

/** Sends the first response of an interaction and gives what Discord answers. @throws as the REST client does */
export type SendCallback = (route: string, options: RequestOptions) => Promise<unknown>;

interface CallbackOptions {
  /** Without the version. */
  readonly apiUrl: string;
  readonly after: StartTimer;
}

interface Received {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: Buffer;
}

/** Milliseconds between the tries after a failure of Discord's; Discord takes no answer after three seconds. */
const PAUSES: readonly number[] = [250, 750];
/** Milliseconds in which Discord begins to answer, and in which it ends. */
const PATIENCE = 10_000;
const LONGEST_WAIT = 2_500;
const TOO_MANY_REQUESTS = 429;

const exchange = (
  agent: Agent,
  options: Dispatcher.DispatchOptions,
  stillHolds: () => boolean,
): Promise<Received> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let status = 0;
    let retryAfter: string | undefined;
    agent.dispatch(
      { ...options, headersTimeout: PATIENCE, bodyTimeout: PATIENCE },
      {
        onConnect: (abort) => {
          if (!stillHolds()) abort(new NotSentError('It waited too long for a connection'));
        },
        onHeaders: (code, headers) => {
          status = code;
          if (code === TOO_MANY_REQUESTS) {
            const at = headers?.findIndex((name) => String(name).toLowerCase() === 'retry-after') ?? -1;
            retryAfter = at < 0 ? undefined : String(headers?.[at + 1]);
          }
          return true;
        },
        onData: (part) => parts.push(part) > 0,
        onComplete: () => resolve({ status, retryAfter, body: Buffer.concat(parts) }),
        onError: reject,
      },
    );
  });

const jsonOf = (body: Buffer): unknown => {
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

const refusal = (status: number, body: unknown, url: string): DiscordAPIError => {
  const said = typeof body === 'object' && body !== null ? body : {};
  const code = 'code' in said && typeof said.code === 'number' ? said.code : 0;
  const message = 'message' in said && typeof said.message === 'string' ? said.message : `HTTP ${status}`;
  const nothing = { files: undefined, body: undefined };
  return new DiscordAPIError({ code, message, ...said }, code, status, 'POST', url, nothing);
};

/**
 * The way of first responses. They count against no limit and need no authorization, so that none of the client's
 * queues are needed, of which it keeps one for each interaction.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
 */
export const createCallbacks = ({ apiUrl, after }: CallbackOptions): SendCallback => {
  const { origin, pathname } = new URL(apiUrl);
  const base = `${pathname.replace(/\/$/, '')}/v10`;
  const agent = new Agent({ connect: { timeout: 5_000 } });
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      after(milliseconds, resolve);
    });
  return async (route, { body, files, query }) => {
    const stillHolds = finalCheck()?.stillHolds ?? (() => true);
    const sent = requestBody(body, files);
    const options = {
      origin,
      path: `${base}${route}${query === undefined ? '' : `?${query}`}`,
      method: 'POST' as const,
      headers: { ...sent.headers, 'user-agent': DefaultUserAgent },
      // The client takes pieces too (undici.nodejs.org/#/docs/api/Dispatcher); its types do not say so.
      body: sent.body as Buffer,
    };
    for (let tried = 0; ; tried += 1) {
      if (!stillHolds()) throw new NotSentError('The interaction is over');
      const { status, retryAfter, body: bytes } = await exchange(agent, options, stillHolds);
      observed.requests.tell(() => ({ method: 'POST', status }));
      if (status >= 200 && status < 300) return jsonOf(bytes);
      const next = PAUSES[tried];
      if (next === undefined || (status < 500 && status !== TOO_MANY_REQUESTS))
        throw refusal(status, jsonOf(bytes), `${origin}${base}${route}`);
      const wanted = Number(retryAfter) * 1_000;
      if (wanted > LONGEST_WAIT) throw new NotSentError(`Discord lets nothing through for ${wanted} ms`);
      await pause(Math.max(next, Number.isFinite(wanted) ? wanted : 0));
    }
  };
};
