import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { World } from '../world/state.ts';
import { refusal } from './guard.ts';
import { createSignIn, SIGN_IN_PATH } from './signIn.ts';

/** The handlers of a playground's server. */
export interface ServerHandlers {
  readonly world: World;
  readonly rest: (request: Request, bindings: HttpBindings) => Promise<Response>;
  readonly pages: Hono;
  /** By path: `/gateway`, `/playground/socket`. */
  readonly upgrades: ReadonlyMap<string, (request: IncomingMessage, socket: Duplex, head: Buffer) => void>;
}

/** Where a playground listens, and who may come in. */
export interface Place {
  readonly port: number;
  /** Default: this machine alone. */
  readonly host?: string | undefined;
  /** Needed where others may come: they have to type it. */
  readonly password?: string | undefined;
}

/** Characters that a password has at least. */
const SHORTEST_PASSWORD = 12;

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** A connection of this machine with itself, such as the bot's. */
const isFromHere = ({ socket }: IncomingMessage): boolean => socket.remoteAddress === socket.localAddress;

/** What the bot alone uses: the API and the gateway, which ask for its token. */
const isForBots = (path: string): boolean => path.startsWith('/api/') || /^\/gateway\/?$/.test(path);

/**
 * Listens; returns the server and its port. Rejects if the port is taken, or others could come in without a password.
 */
export async function listen(parts: ServerHandlers, place: Place): Promise<{ server: Server; port: number }> {
  const { world } = parts;
  const { port, host = '127.0.0.1', password } = place;
  if (password !== undefined && password.length < SHORTEST_PASSWORD)
    throw new Error(`The playground's password needs ${SHORTEST_PASSWORD} characters.`);
  if (password === undefined && !isLoopback(host))
    throw new Error(`The playground is opened to ${host} together with a password alone.`);
  const signIn = password === undefined ? undefined : createSignIn(password);
  const mayPass = (request: IncomingMessage, path: string): boolean =>
    signIn === undefined || signIn.isIn(request.headers) || (isForBots(path) && isFromHere(request));
  const handle = getRequestListener(
    async (request, bindings) => {
      const { incoming } = bindings as HttpBindings;
      const { pathname } = new URL(request.url);
      const refused = refusal(incoming.headers, portOf(server), pathname, signIn !== undefined);
      if (refused !== undefined) return new Response(refused, { status: 403 });
      if (signIn !== undefined && !mayPass(incoming, pathname)) {
        const signsIn = pathname === SIGN_IN_PATH && request.method === 'POST';
        return signsIn ? signIn.signIn(request, incoming.headers) : signIn.ask(incoming.headers);
      }
      if (pathname.startsWith('/api/')) return parts.rest(request, bindings as HttpBindings);
      const file = /^\/attachments\/(\d+)\/(\d+)\//.exec(pathname);
      if (file !== null) return attachment(world, file[1] ?? '', file[2] ?? '');
      return parts.pages.fetch(request);
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => {
    if (pathOf(request) === undefined) response.writeHead(400, { connection: 'close' }).end();
    else void handle(request, response);
  });
  // Bots keep connections open for minutes; only fault injection may cut them.
  server.keepAliveTimeout = 60_000;
  server.on('upgrade', (request, socket, head) => {
    // A connection that breaks here concerns nothing else.
    socket.on('error', () => socket.destroy());
    const path = pathOf(request) ?? '';
    const refused =
      refusal(request.headers, portOf(server), path, signIn !== undefined) ??
      (mayPass(request, path) ? undefined : 'A password is needed');
    const upgrade = parts.upgrades.get(path.replace(/(.)\/$/, '$1'));
    if (refused !== undefined || upgrade === undefined) {
      const status = refused === undefined ? '404 Not Found' : '403 Forbidden';
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
      return;
    }
    upgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return { server, port: portOf(server) };
}

/** The path that a request asks for; undefined where its target is no address, such as `//[`. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  return URL.parse(url, 'http://127.0.0.1')?.pathname;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

/** An uploaded file, served such that nothing in it can run. */
function attachment(world: World, channelId: string, id: string): Response {
  const file = world.files.get(id);
  if (file === undefined || file.channelId !== channelId) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      ...(file.type === 'application/octet-stream' ? { 'content-disposition': 'attachment' } : {}),
    },
  });
}
