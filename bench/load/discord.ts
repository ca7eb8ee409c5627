import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildInteraction } from '../stub/interaction.ts';

/** What became of an interaction. */
export type Outcome =
  /** Milliseconds until the first answer was here. */
  | { readonly kind: 'answered'; readonly ms: number }
  /** No shard was connected for its server. */
  | { readonly kind: 'away' }
  /** The shard's connection ended before it answered. */
  | { readonly kind: 'cut' }
  /** A shard was connected, and said nothing for three seconds. */
  | { readonly kind: 'unanswered' };

/** A stand-in for Discord with many shards and servers, without limits. */
export interface LoadStub {
  readonly apiUrl: string;
  /** Number of shards that are connected. */
  readonly shards: () => number;
  /** Sends an interaction of a server. */
  readonly interact: (guildId: bigint, data: object, type: number) => Promise<Outcome>;
  /** Posted messages by channel: when each came, in milliseconds since 1970. */
  readonly posts: ReadonlyMap<string, readonly number[]>;
  readonly close: () => Promise<void>;
}

interface Stored {
  readonly id: string;
  readonly channel_id: string;
  readonly nonce?: string;
}

const APPLICATION = { id: '1', name: 'load', flags: 0, description: '' };
const USER = { id: '1', username: 'load', discriminator: '0', global_name: null, avatar: null, bot: true };
const PATIENCE = 3_000;
const EPOCH = 1_420_070_400_000n;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

/** The JSON of a body; of a multipart one its part `payload_json`. */
const jsonOf = (bytes: Buffer, contentType = ''): Record<string, unknown> => {
  if (!contentType.startsWith('multipart/')) return JSON.parse(bytes.toString());
  const from = bytes.indexOf('\r\n\r\n', bytes.indexOf('name="payload_json"')) + 4;
  const boundary = contentType.slice(contentType.indexOf('boundary=') + 9);
  return JSON.parse(bytes.subarray(from, bytes.indexOf(`\r\n--${boundary}`, from)).toString());
};

/** Listens on a free port of this machine. */
export const startLoadStub = async (shardCount: number): Promise<LoadStub> => {
  const sockets = new Map<number, WebSocket>();
  const sequences = new Map<number, number>();
  const waiting = new Map<string, () => void>();
  const messages = new Map<string, Stored[]>();
  const posts = new Map<string, number[]>();
  let commands: object[] = [];
  let count = 0;

  const reply = (response: ServerResponse, status: number, body?: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const snowflake = (): string => {
    count += 1;
    return (((BigInt(Date.now()) - EPOCH) << 22n) | BigInt(count % 4_194_304)).toString();
  };
  /** As with `enforce_nonce`: the same nonce gives the message that is there. */
  const post = (channel: string, bytes: Buffer, contentType: string | undefined): Stored => {
    const body = jsonOf(bytes, contentType);
    const there = messages.get(channel) ?? [];
    const known = there.find(({ nonce }) => nonce !== undefined && nonce === body['nonce']);
    if (known !== undefined) return known;
    const message = {
      ...body,
      id: snowflake(),
      channel_id: channel,
      author: USER,
      timestamp: new Date().toISOString(),
    };
    messages.set(channel, [message, ...there]);
    posts.set(channel, [...(posts.get(channel) ?? []), Date.now()]);
    return message;
  };

  const origin = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const bytes = await bodyOf(request);
    const [, token] = /\/interactions\/\d+\/([^/]+)\/callback/.exec(url) ?? [];
    const [, channel] = /\/channels\/(\d+)\/messages/.exec(url) ?? [];
    if (token !== undefined) {
      response.writeHead(204).end();
      waiting.get(token)?.();
    } else if (channel !== undefined) {
      if (method === 'POST') reply(response, 200, post(channel, bytes, request.headers['content-type']));
      else reply(response, 200, messages.get(channel) ?? []);
    } else if (url.includes('/gateway/bot')) {
      const session_start_limit = {
        total: 1_000,
        remaining: 1_000,
        reset_after: 0,
        max_concurrency: shardCount,
      };
      reply(response, 200, { url: `ws://${origin()}`, shards: shardCount, session_start_limit });
    } else if (url.includes('/commands')) {
      if (method === 'PUT')
        commands = (JSON.parse(bytes.toString()) as object[]).map((command, index) => ({
          id: String(100 + index),
          application_id: '1',
          version: '1',
          ...command,
        }));
      reply(response, 200, commands);
    } else if (url.includes('/users/@me')) reply(response, 200, USER);
    else if (url.includes('/channels/')) reply(response, 200, { id: '3', type: 0, last_message_id: null });
    else if (url.includes('/webhooks/')) reply(response, 200, { id: snowflake(), channel_id: '3' });
    else reply(response, 200, APPLICATION);
  });

  const dispatch = (shard: number, t: string, d: object): void => {
    const s = (sequences.get(shard) ?? 0) + 1;
    sequences.set(shard, s);
    sockets.get(shard)?.send(JSON.stringify({ op: 0, s, t, d }));
  };
  const gateway = new WebSocketServer({ server });
  gateway.on('connection', (connection) => {
    connection.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 }, s: null, t: null }));
    connection.on('message', (message) => {
      const { op, d } = JSON.parse(String(message)) as { op: number; d: { shard?: [number, number] } };
      if (op === 1) connection.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
      // Sessions end with their connection here.
      if (op === 6) connection.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      if (op !== 2) return;
      const [shard] = d.shard ?? [0];
      sockets.set(shard, connection);
      dispatch(shard, 'READY', {
        v: 10,
        user: USER,
        guilds: [],
        session_id: `s${shard}`,
        resume_gateway_url: `ws://${origin()}`,
        application: APPLICATION,
      });
      connection.on('close', () => {
        if (sockets.get(shard) === connection) sockets.delete(shard);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    apiUrl: `http://${origin()}/api`,
    shards: () => sockets.size,
    posts,
    interact: (guildId, data, type) => {
      const shard = Number((guildId >> 22n) % BigInt(shardCount));
      const socket = sockets.get(shard);
      if (socket === undefined) return Promise.resolve({ kind: 'away' });
      const id = snowflake();
      const token = `token${id}`;
      const begun = performance.now();
      return new Promise((resolve) => {
        const end = (outcome: Outcome): void => {
          clearTimeout(timer);
          waiting.delete(token);
          resolve(outcome);
        };
        const timer = setTimeout(
          () => end({ kind: sockets.get(shard) === socket ? 'unanswered' : 'cut' }),
          PATIENCE,
        );
        waiting.set(token, () => end({ kind: 'answered', ms: performance.now() - begun }));
        dispatch(shard, 'INTERACTION_CREATE', {
          ...guildInteraction({
            id,
            type,
            token,
            guildId: guildId.toString(),
            channelId: (guildId + 1n).toString(),
            count,
            data,
          }),
          ...(type === 3
            ? { message: { id: '5', channel_id: '3', flags: 0, components: [], embeds: [], content: '' } }
            : {}),
        });
      });
    },
    close: async () => {
      for (const client of gateway.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
