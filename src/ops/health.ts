import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../log.ts';
import { createDatabaseProbe } from './databaseProbe.ts';
import { createMetrics, type Sizes } from './metrics.ts';
import { type Facts, notReady } from './readiness.ts';

interface HealthOptions {
  readonly facts: () => Facts;
  readonly sizes: () => Omit<Sizes, 'isReady'>;
  /** Writes something into the database; rejects where that is not possible. */
  readonly write: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  readonly log: Logger;
  /** Milliseconds between two looks. Default: 3 s. */
  readonly lookEvery?: number | undefined;
}

/** What is seen from outside: `/livez`, `/readyz` and `/metrics`. */
export interface Health {
  readonly routes: Readonly<
    Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>
  >;
  readonly close: () => void;
}

/** Milliseconds between two looks. */
const LOOK_EVERY = 3_000;
/**
 * What is over by the second look is not worth a line of the log, such as a connection that is resumed; nor is that a bot
 * which has just been started is not ready yet.
 */
const LOOKS_UNTIL_TOLD = 2;
const FIRST_LOOKS_UNTIL_TOLD = 10;

const send = (
  { method }: IncomingMessage,
  response: ServerResponse,
  answer: { readonly status: number; readonly text: string; readonly type?: string },
): void => {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const { status, text, type = 'text/plain; charset=utf-8' } = answer;
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
};

/** Looks after the bot's health from now on: the log says once what is wrong, and once that it is over. */
export const createHealth = (options: HealthOptions): Health => {
  const { facts, sizes, write, now, after, log, lookEvery = LOOK_EVERY } = options;
  const database = createDatabaseProbe({ write, after });
  const problems = (): readonly string[] => {
    const known = facts();
    const problem = database.problem();
    return notReady(
      problem === undefined ? known : { ...known, problems: [...known.problems, problem] },
      now(),
    );
  };
  const metrics = createMetrics(() => ({ ...sizes(), isReady: problems().length === 0 }));
  let redLooks = 0;
  let wasReady = false;
  /** What the log was told last; undefined where it was told that all is well. */
  let told: string | undefined;
  let cancel = (): void => {};
  let closed = false;

  const look = async (): Promise<void> => {
    await database.look();
    if (closed) return;
    const found = problems();
    if (found.length > 0) {
      redLooks += 1;
      // A number may grow while the problem stays the same.
      const kinds = found.join('; ').replace(/\d+/g, '#');
      const enough = wasReady ? LOOKS_UNTIL_TOLD : FIRST_LOOKS_UNTIL_TOLD;
      if (redLooks >= enough && kinds !== told) {
        log.error({ problems: found }, `not ready: ${found.join('; ')}`);
        told = kinds;
      }
    } else {
      if (told !== undefined) log.info('ready again');
      told = undefined;
      redLooks = 0;
      wasReady = true;
    }
    cancel = after(lookEvery, () => void look());
  };
  void look();

  return {
    routes: {
      // An answer shows that the event loop turns.
      '/livez': async (request, response) => send(request, response, { status: 200, text: 'alive\n' }),
      '/readyz': async (request, response) => {
        const found = problems();
        send(
          request,
          response,
          found.length === 0
            ? { status: 200, text: 'ready\n' }
            : { status: 503, text: `${found.join('\n')}\n` },
        );
      },
      '/metrics': async (request, response) =>
        send(request, response, { status: 200, text: await metrics.text(), type: metrics.contentType }),
    },
    close: () => {
      closed = true;
      cancel();
      metrics.close();
    },
  };
};
