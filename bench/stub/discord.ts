import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildInteraction } from './interaction.ts';

/** A constant stand-in for Discord, so lean that a bot's own cost is what is measured. One bot at a time. */
export interface Stub {
  readonly apiUrl: string;
  /** Resolves when the bot has identified itself. */
  readonly online: () => Promise<void>;
  /**
   * Sends an interaction and resolves with its first answer: the request as it came. With `callback` a follow-up does
   * not count.
   */
  readonly interact: (data: InteractionData) => Promise<Answer>;
  /** Messages posted in channels so far. */
  readonly posted: () => number;
  readonly close: () => Promise<void>;
}

/** What a person did, without what is the same for all. */
export type InteractionData =
  | { readonly kind: 'command'; readonly name: string; readonly options?: Readonly<Record<string, string>> }
  | {
      readonly kind: 'completion';
      readonly name: string;
      readonly option: string;
      readonly typed: string;
    }
  | { readonly kind: 'press'; readonly customId: string };

/** What a bot answered: the bytes, and the JSON in them (of a multipart body its `payload_json`). */
export interface Answer {
  readonly bytes: Buffer;
  readonly contentType: string;
}

const APPLICATION = { id: '1', name: 'stub', flags: 0, description: '' };
const USER = { id: '1', username: 'stub', discriminator: '0', global_name: null, avatar: null, bot: true };
const JSON_HEADERS = { 'content-type': 'application/json' };

const optionsOf = (data: InteractionData): unknown => {
  if (data.kind === 'press') return { custom_id: data.customId, component_type: 2 };
  const options =
    data.kind === 'completion'
      ? [{ name: data.option, type: 3, value: data.typed, focused: true }]
      : Object.entries(data.options ?? {}).map(([name, value]) => ({ name, type: 3, value }));
  return { id: '10', name: data.name, type: 1, options };
};

const TYPE = { command: 2, completion: 4, press: 3 } as const;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

/** Listens on a free port of this machine. */
export const startStub = async (): Promise<Stub> => {
  let commands: object[] = [];
  let socket: WebSocket | undefined;
  let sequence = 0;
  let count = 0;
  let posted = 0;
  const waiting = new Map<string, (answer: Answer) => void>();
  let identified = Promise.withResolvers<void>();

  const reply = (response: ServerResponse, status: number, body?: unknown): void => {
    response.writeHead(status, JSON_HEADERS);
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

  const origin = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;

  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const bytes = await bodyOf(request);
    const callback = /\/interactions\/\d+\/([^/]+)\/callback/.exec(url);
    if (callback?.[1] !== undefined) {
      response.writeHead(204).end();
      waiting.get(callback[1])?.({ bytes, contentType: request.headers['content-type'] ?? '' });
      waiting.delete(callback[1]);
    } else if (url.includes('/gateway/bot')) {
      reply(response, 200, {
        url: `ws://${origin()}`,
        shards: 1,
        session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 },
      });
    } else if (url.includes('/commands')) {
      if (method === 'PUT') {
        commands = (JSON.parse(bytes.toString()) as object[]).map((command, index) => ({
          id: String(100 + index),
          application_id: '1',
          version: '1',
          ...command,
        }));
      }
      reply(response, 200, commands);
    } else if (url.includes('/messages') && method === 'POST') {
      posted += 1;
      reply(response, 200, { id: String(1_000_000 + posted), channel_id: '3', author: USER, content: '' });
    } else if (url.includes('/messages')) {
      reply(response, 200, []);
    } else if (url.includes('/users/@me')) {
      reply(response, 200, USER);
    } else {
      reply(response, 200, APPLICATION);
    }
  });
  const gateway = new WebSocketServer({ server });
  gateway.on('connection', (connection) => {
    connection.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 }, s: null, t: null }));
    connection.on('message', (message) => {
      const { op } = JSON.parse(String(message)) as { op: number };
      if (op === 1) connection.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
      if (op !== 2) return;
      socket = connection;
      sequence += 1;
      const ready = {
        v: 10,
        user: USER,
        guilds: [],
        session_id: 's',
        resume_gateway_url: `ws://${origin()}`,
        application: APPLICATION,
      };
      connection.send(JSON.stringify({ op: 0, s: sequence, t: 'READY', d: ready }));
      identified.resolve();
    });
    connection.on('close', () => {
      if (socket !== connection) return;
      socket = undefined;
      identified = Promise.withResolvers<void>();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    apiUrl: `http://${origin()}/api`,
    online: () => identified.promise,
    interact: (data) =>
      new Promise((resolve) => {
        count += 1;
        sequence += 1;
        const token = `token${count}`;
        waiting.set(token, resolve);
        const interaction = guildInteraction({
          id: String(10_000 + count),
          type: TYPE[data.kind],
          token,
          guildId: '2',
          channelId: '3',
          count,
          data: optionsOf(data),
        });
        socket?.send(JSON.stringify({ op: 0, s: sequence, t: 'INTERACTION_CREATE', d: interaction }));
      }),
    posted: () => posted,
    close: async () => {
      for (const client of gateway.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
