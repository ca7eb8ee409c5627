import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { EXIT, StartError } from '../exit.ts';
import type { Logger } from '../log.ts';

/** Answers a request; what it throws becomes a 500 and a line of the log. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A port, and what is answered on it by path. */
export interface HttpPort {
  /** The setting that it comes from, for messages. */
  readonly setting: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly routes: Readonly<Record<string, HttpHandler>>;
}

/** An open port. */
export interface OpenPort {
  /** `http://host:port`. */
  readonly origin: string;
  /** Takes no new connection, and resolves when the open ones have ended. */
  readonly close: () => Promise<void>;
}

/** Milliseconds for a whole request: a slower sender holds no connection open. */
const PATIENCE = 10_000;

const addressOf = (server: Server): { readonly address: string; readonly port: number } => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address;
};

const why = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'is taken by another program; end it, or choose another port';
  if (code === 'EACCES') return 'needs the rights of an administrator; choose a port above 1023';
  if (code === 'EADDRNOTAVAIL') return 'cannot be opened: HOST is no address of this machine';
  return `cannot be opened (${error instanceof Error ? error.message : error})`;
};

/** Opens a port. @throws StartError where that is not possible */
export const openHttp = async ({ setting, host, port, routes }: HttpPort, log: Logger): Promise<OpenPort> => {
  const server = createServer({ requestTimeout: PATIENCE, headersTimeout: PATIENCE }, (request, response) => {
    // While the port is closing, a connection is not kept for the next request.
    response.once('finish', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const handler = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (handler === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    Promise.resolve(handler(request, response)).catch((error: unknown) => {
      // A connection that the client closes in the middle of a request is no fault of the bot's.
      log[request.destroyed ? 'debug' : 'error']({ err: error, path }, 'a request by HTTP failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new StartError(`${setting} ${port} ${why(error)}.`, EXIT.config, { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  const open = addressOf(server);
  const name = open.address.includes(':') ? `[${open.address}]` : open.address;
  return {
    origin: `http://${name}:${open.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
};
