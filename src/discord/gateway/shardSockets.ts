import { SimpleShardingStrategy, type WebSocketOptions, WebSocketShardStatus } from 'discord.js';

/** discord.js has a type of the same name for something else. */
type WebSocketManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** A shard's socket, as far as it is looked at. */
export interface ShardSocket {
  readonly id: number;
  /** Interactions arrive. */
  readonly ready: boolean;
  /** Changes with each step that the connection makes. */
  readonly step: string;
  /** Ends the connection at once and begins a new session. */
  readonly renew: () => Promise<void>;
}

interface Shard {
  readonly id: number;
  readonly status: WebSocketShardStatus;
}

const isShard = (value: unknown): value is Shard =>
  typeof value === 'object' && value !== null && 'id' in value && 'status' in value;

interface Socket {
  readonly readyState: number;
  readonly terminate: () => void;
}

const isSocket = (value: unknown): value is Socket =>
  typeof value === 'object' && value !== null && 'readyState' in value && 'terminate' in value;

const OPEN = 1;

/** discord.js waits 60 s for HELLO, without an end for RESUMED, and 30 s for the end of a connection. */
const socketOf = (manager: WebSocketManager, shard: Shard): ShardSocket => {
  // Private there, and the only way to end a connection whose other side does not close it.
  const held: unknown = Reflect.get(shard, 'connection');
  const socket = isSocket(held) ? held : undefined;
  const { id, status } = shard;
  return {
    id,
    ready: status === WebSocketShardStatus.Ready && socket?.readyState === OPEN,
    step: `${status} ${socket?.readyState}`,
    renew: async () => {
      await manager.options.updateSessionInfo(id, null);
      socket?.terminate();
    },
  };
};

/** The sockets of discord.js's shards; empty until it connects. */
export interface ShardSockets {
  /** For discord.js's option `ws`. */
  readonly buildStrategy: (manager: WebSocketManager) => SimpleShardingStrategy;
  readonly list: () => readonly ShardSocket[];
}

export const createShardSockets = (): ShardSockets => {
  let list = (): readonly ShardSocket[] => [];
  return {
    buildStrategy: (manager) => {
      // One watchdog looks after every step instead.
      Object.assign(manager.options, { helloTimeout: null, readyTimeout: null, handshakeTimeout: null });
      const strategy = new SimpleShardingStrategy(manager);
      list = () => {
        const shards: unknown = Reflect.get(strategy, 'shards');
        if (!(shards instanceof Map)) return [];
        return [...shards.values()].filter(isShard).map((shard) => socketOf(manager, shard));
      };
      return strategy;
    },
    list: () => list(),
  };
};
