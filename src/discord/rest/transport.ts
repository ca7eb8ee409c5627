import { AsyncLocalStorage } from 'node:async_hooks';
import { STATUS_CODES } from 'node:http';
import type { RESTOptions } from 'discord.js';
import { Agent, DecoratorHandler, type Dispatcher, request } from 'undici';
import type { FinalCheck } from '#recap/delivery/poster.ts';
import { observed } from '../../observe.ts';
import { NotSentError } from '../errors.ts';
import { createWaits } from './waits.ts';

const UNAUTHORIZED = 401;
/** Answers that have no body (fetch.spec.whatwg.org/#null-body-status). */
const BODILESS: readonly number[] = [204, 205, 304];

const finalChecks = new AsyncLocalStorage<FinalCheck>();

/** Sends a request that leaves only if a final check of its reason allows it, however long it had to queue. */
export const withFinalCheck = <T>(check: FinalCheck, send: () => Promise<T>): Promise<T> =>
  finalChecks.run(check, send);

/** The final check of the request that is being sent. */
export const finalCheck = (): FinalCheck | undefined => finalChecks.getStore();

/** Asks once more as the connection stands and the first byte is about to be written. */
class LookingHandler extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandlers;
  readonly #check: FinalCheck;

  constructor(handler: Dispatcher.DispatchHandlers, check: FinalCheck) {
    super(handler);
    this.#handler = handler;
    this.#check = check;
  }

  onConnect(abort: (error?: Error) => void): void {
    if (this.#check.stillHolds()) this.#handler.onConnect?.(abort);
    else abort(new NotSentError('It waited too long for a connection'));
  }
}

const headersOf = (received: Readonly<Record<string, string | string[] | undefined>>): Headers => {
  const headers = new Headers();
  for (const [name, values] of Object.entries(received))
    for (const value of [values ?? []].flat()) headers.append(name, value);
  return headers;
};

interface TransportOptions {
  /** Hears of each authorised request that was answered with 401. */
  readonly onUnauthorized: () => void;
}

/**
 * How requests reach Discord, beneath discord.js's queues: the final check is made here, waits that no
 * client could keep are corrected, and an answer is read whole within its request's time.
 */
export const createTransport = ({ onUnauthorized }: TransportOptions): RESTOptions['makeRequest'] => {
  const waits = createWaits();
  const agent = new Agent({ connect: { timeout: 5_000 } });
  return async (url, init) => {
    const check = finalChecks.getStore();
    if (check !== undefined) {
      const allowed = await check.allows().catch((error: unknown) => {
        throw new NotSentError('It could not be looked at before it left', { cause: error });
      });
      if (!allowed) throw new NotSentError('It is not to be sent any more');
    }
    const dispatcher =
      check === undefined
        ? agent
        : agent.compose(
            (dispatch) => (options, handler) => dispatch(options, new LookingHandler(handler, check)),
          );
    const response = await request(url, {
      method: init.method as Dispatcher.HttpMethod,
      headers: Object.fromEntries(new Headers(init.headers as HeadersInit)),
      body: (init.body ?? null) as string | Buffer | null,
      signal: init.signal ?? null,
      dispatcher,
    });
    const headers = headersOf(response.headers);
    const { statusCode: status } = response;
    const statusText = STATUS_CODES[status] ?? '';
    observed.requests.tell(() => ({ method: init.method ?? 'GET', status }));
    waits.correct(`${init.method} ${new URL(url).pathname}`, status, headers);
    if (status === UNAUTHORIZED && new Headers(init.headers as HeadersInit).has('authorization'))
      onUnauthorized();
    const body = await response.body.arrayBuffer();
    const whole = new Response(BODILESS.includes(status) ? null : body, { status, statusText, headers });
    return {
      body: null,
      bodyUsed: false,
      headers: whole.headers,
      ok: whole.ok,
      status,
      statusText,
      arrayBuffer: () => whole.arrayBuffer(),
      json: () => whole.json(),
      text: () => whole.text(),
    };
  };
};
