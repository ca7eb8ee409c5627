import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';

/** A stand-in for Discord that does on its gateway what a test says, and answers REST as told. */
export interface FakeDiscord {
  readonly apiUrl: string;
  /** What was asked for by REST, and how often a bot connected. */
  readonly asked: readonly string[];
}

interface Say {
  readonly dispatch: (event: string, data: unknown) => void;
  readonly raw: (text: string) => void;
  readonly close: (code: number) => void;
}

interface FakeOptions {
  /** The answer to `/gateway/bot`; default: one shard and many sessions. */
  readonly gatewayBot?: (
    port: number,
    times: number,
  ) => { readonly status?: number; readonly headers?: Record<string, string>; readonly body: string };
  /** What follows an identify; default: READY. */
  readonly onIdentify?: (say: Say) => void;
}

const ready = {
  v: 10,
  user: { id: '1', username: 'bot', discriminator: '0', bot: true },
  application: { id: '1', flags: 0 },
  guilds: [],
  session_id: 's',
  session_type: 'normal',
  shard: [0, 1],
};

export const gatewayInformation = (port: number, remaining = 1_000, resetAfter = 0): string =>
  JSON.stringify({
    url: `ws://127.0.0.1:${port}/gateway`,
    shards: 1,
    session_start_limit: { total: 1_000, remaining, reset_after: resetAfter, max_concurrency: 16 },
  });

export const fakeDiscord = async ({ gatewayBot, onIdentify }: FakeOptions = {}): Promise<FakeDiscord> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = `${request.method} ${request.url?.replace('/api/v10', '')}`;
    asked.push(path);
    const times = asked.filter((one) => one === path).length;
    const {
      status = 200,
      headers = {},
      body,
    } = path === 'GET /gateway/bot'
      ? (gatewayBot?.(port(), times) ?? { body: gatewayInformation(port()) })
      : { body: '[]' };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  const sockets = new WebSocketServer({ server });
  let sequence = 0;
  const sayOn = (socket: WebSocket): Say => ({
    dispatch: (event, data) => {
      sequence += 1;
      socket.send(JSON.stringify({ op: 0, t: event, s: sequence, d: data }));
    },
    raw: (text) => socket.send(text),
    close: (code) => socket.close(code),
  });
  sockets.on('connection', (socket) => {
    asked.push('connect');
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    socket.on('message', (text) => {
      const { op } = JSON.parse(String(text)) as { op: number };
      const say = sayOn(socket);
      if (op === 1) say.raw('{"op":11}');
      if (op === 2 && onIdentify !== undefined) onIdentify(say);
      else if (op === 2)
        say.dispatch('READY', { ...ready, resume_gateway_url: `ws://127.0.0.1:${port()}/gateway` });
    });
  });
  const port = (): number => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  return { apiUrl: `http://127.0.0.1:${port()}/api`, asked };
};

/** READY, for a test that says more after it. */
export const sayReady = (say: Say): void =>
  say.dispatch('READY', { ...ready, resume_gateway_url: 'ws://127.0.0.1:1' });
