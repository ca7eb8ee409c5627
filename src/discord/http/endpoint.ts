import type { IncomingMessage, ServerResponse } from 'node:http';
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Logger } from '../../log.ts';
import type { FirstResponse } from '../reply/respond.ts';
import type { UserInteraction } from '../request.ts';
import { readBody } from './body.ts';
import { createVerifier } from './signature.ts';

/** Where Discord sends interactions, by HTTP instead of the gateway. */
export type InteractionsEndpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface EndpointOptions {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  readonly now: () => Temporal.Instant;
  readonly log: Logger;
  /** Answers an interaction; resolves when that is over. */
  readonly handle: (interaction: UserInteraction, respond: FirstResponse) => Promise<void>;
}

const end = (response: ServerResponse, status: number, text: string): void => {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
};

/** Resolves when the whole response has left; rejects where the connection broke before. */
const sent = (response: ServerResponse, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    response.once('finish', resolve);
    response.once('close', () => {
      const error = new Error('Discord closed the connection before the response had left');
      reject(Object.assign(error, { code: 'ECONNRESET' }));
    });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });

/** The first response in Discord's own request, a request less than by REST; where that may be. */
const respondIn =
  (response: ServerResponse): FirstResponse =>
  async (body, byRest) => {
    if (response.headersSent || response.destroyed) return await byRest();
    if (body !== undefined) {
      await sent(response, JSON.stringify(body));
      return undefined;
    }
    // 202: the response comes by the callback.
    response.writeHead(202).end();
    return await byRest();
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const parse = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
};

/** The one place that trusts a signed interaction to have its documented type. */
const interactionIn = (body: Uint8Array): UserInteraction | 'ping' | undefined => {
  const value = parse(body);
  if (!isObject(value) || typeof value['type'] !== 'number') return undefined;
  if (value['type'] === InteractionType.Ping) return 'ping';
  const isAddressed = [value['id'], value['token'], value['application_id']].every(
    (part) => typeof part === 'string',
  );
  return isAddressed ? (value as unknown as UserInteraction) : undefined;
};

/**
 * Discord's interactions endpoint: signed requests alone, PING answered, everything else handed to the dispatcher.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding
 */
export const createEndpoint = ({ publicKey, now, log, handle }: EndpointOptions): InteractionsEndpoint => {
  const isFromDiscord = createVerifier(publicKey, now);
  const header = (request: IncomingMessage, name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? undefined : value;
  };
  return async (request, response) => {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      end(response, 405, 'Discord sends interactions here, by POST');
      return;
    }
    const body = await readBody(request);
    if (body === undefined) {
      // The rest of the body is not waited for.
      response.setHeader('connection', 'close');
      end(response, 413, 'The request is too large');
      return;
    }
    const signature = header(request, 'x-signature-ed25519');
    const timestamp = header(request, 'x-signature-timestamp');
    if (!isFromDiscord({ signature, timestamp, body })) {
      log.debug('a request without a valid signature was refused');
      end(response, 401, 'The signature is not valid');
      return;
    }
    const interaction = interactionIn(body);
    if (interaction === undefined) {
      end(response, 400, 'The body is no interaction');
      return;
    }
    if (interaction === 'ping') {
      await sent(response, JSON.stringify({ type: InteractionResponseType.Pong }));
      return;
    }
    await handle(interaction, respondIn(response));
    // Nothing was answered: the bot is closing, or the interaction is of a kind that it does not know.
    end(response, 503, 'The interaction is not answered');
  };
};
