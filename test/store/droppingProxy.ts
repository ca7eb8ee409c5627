import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Stands between a bot and its database, and can fall silent as a firewall does: without closing anything. */
export interface DroppingProxy {
  /** The address given, with the proxy in place of the server. */
  readonly address: string;
  /** What passes on connections that are open now is dropped from now on, both ways. */
  readonly dropOpen: () => void;
  /** So it is on those that are opened, until it is called with false. */
  readonly dropNew: (drops: boolean) => void;
  /** How many connections were opened so far. */
  readonly opened: () => number;
}

export const droppingProxy = async (address: string): Promise<DroppingProxy> => {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  const silent = new WeakSet<Socket>();
  let dropsNew = false;
  let opened = 0;
  const server = createServer((near) => {
    opened += 1;
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      if (dropsNew) silent.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (data) => {
        if (!silent.has(from)) to.write(data);
      });
      from.on('close', () => {
        if (!silent.has(from)) to.destroy();
      });
    };
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const own = server.address();
  const through = new URL(address);
  through.host = `127.0.0.1:${typeof own === 'object' ? own?.port : 0}`;
  return {
    address: through.href,
    dropOpen: () => {
      for (const socket of sockets) silent.add(socket);
    },
    dropNew: (drops) => {
      dropsNew = drops;
    },
    opened: () => opened,
  };
};
