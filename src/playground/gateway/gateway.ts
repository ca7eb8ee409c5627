import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BotState, WithheldFrame } from '../protocol/views.ts';
import type { Dispatch, Sharding, World } from '../world/state.ts';
import { deflated, logDispatch, logFrame, parse, record } from './frames.ts';
import { identifyPace } from './identifyPace.ts';
import { identify, isEnough, welcome } from './ready.ts';
import { type GatewaySession, isForShard, missedFrames, newSession, sendEvent } from './session.ts';

/** The gateway (Events, "Gateway") to which bots connect. */
export interface Gateway {
  readonly dispatch: Dispatch;
  /** Handles the upgrade of a connection to `/gateway`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  state(): BotState;
  /** Drops every connection without a close frame; the bot will resume. */
  cut(): void;
  /** Asks every bot to reconnect and resume (op 7). */
  reconnect(): void;
  /** Ends every session (op 9, not resumable): bots identify anew. */
  invalidate(): void;
  /** Drops connections, and rejects the resume that follows. */
  forget(): void;
  /** Recommends so many shards from now on; sessions of bots that have too few are closed (4011). */
  recommend(sharding: Sharding): void;
  /** Refuses connections while it is down. */
  setUp(up: boolean): void;
  /** Withholds a frame from connections from now on, null: nothing. */
  withholdFrames(withheld: WithheldFrame | null): void;
  /** Says nothing and hears nothing while it hangs, on connections old and new; `setUp` ends that. */
  hang(): void;
  close(): void;
}

const HEARTBEAT_MS = 41_250;
/** Most bytes of a frame by a bot (Events, "Gateway", sending events). */
const MAX_FRAME = 4_096;
/** Most frames a minute (same page, rate limiting). */
const FRAMES_A_MINUTE = 120;
export function gateway(world: World): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, GatewaySession>();
  const sockets = new Map<WebSocket, GatewaySession | undefined>();
  const mayIdentify = identifyPace(() => world.sharding.maxConcurrency);
  let isUp = true;
  let withheld: WithheldFrame | null = null;
  let hangs = false;
  const changed = () => world.changes.emit({ kind: 'bot' });

  function accept(socket: WebSocket, compress: boolean): void {
    const put = compress ? deflated(socket) : (frame: string) => socket.send(frame);
    const write = (frame: string) => {
      if (!hangs) put(frame);
    };
    const send = (op: number, data: unknown) => {
      const frame = JSON.stringify({ op, d: data, t: null, s: null });
      logFrame(world, 'dispatch', op, undefined, frame.length, data);
      write(frame);
    };
    const open = (session: GatewaySession) => {
      sockets.set(socket, session);
      // One connection a session: a second one replaces the first.
      for (const [other, held] of sockets) if (other !== socket && held === session) other.terminate();
      session.send = write;
      changed();
    };
    let frames = 0;
    let minuteEnds = 0;
    sockets.set(socket, undefined);
    if (withheld !== 'hello')
      send(GatewayOpcodes.Hello, { heartbeat_interval: HEARTBEAT_MS, _trace: ['playground'] });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      const session = sockets.get(socket);
      sockets.delete(socket);
      if (session !== undefined && ![...sockets.values()].includes(session)) session.send = undefined;
      changed();
    });
    socket.on('message', (raw) => {
      if (hangs) return;
      const text = raw.toString();
      const now = performance.now();
      if (now > minuteEnds) {
        frames = 0;
        minuteEnds = now + 60_000;
      }
      frames += 1;
      if (frames > FRAMES_A_MINUTE) {
        return socket.close(GatewayCloseCodes.RateLimited, 'You are being rate limited.');
      }
      const frame = text.length > MAX_FRAME ? undefined : parse(text);
      if (frame === undefined)
        return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      logFrame(world, 'receive', frame.op, undefined, text.length, frame.d);
      const session = sockets.get(socket);
      switch (frame.op) {
        case GatewayOpcodes.Heartbeat:
          return send(GatewayOpcodes.HeartbeatAck, null);
        case GatewayOpcodes.Identify: {
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
          const wanted = identify(world, frame.d);
          if ('close' in wanted) return socket.close(wanted.close, wanted.reason);
          if (withheld === 'ready') return;
          if (!mayIdentify(wanted.shard[0])) return send(GatewayOpcodes.InvalidSession, false);
          const fresh = newSession(wanted.shard, wanted.intents);
          // A bot that identifies again abandons its old session.
          for (const old of sessions.values()) {
            const sameShard = old.shard[0] === fresh.shard[0] && old.shard[1] === fresh.shard[1];
            if (old.send === undefined && sameShard) sessions.delete(old.id);
          }
          sessions.set(fresh.id, fresh);
          open(fresh);
          return welcome(world, fresh);
        }
        case GatewayOpcodes.Resume: {
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
          const { token, session_id, seq } = record(frame.d);
          if (token !== world.token) {
            return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
          }
          const old = sessions.get(String(session_id));
          if (old !== undefined && (typeof seq !== 'number' || seq > old.seq)) {
            return socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
          }
          const missed = old && typeof seq === 'number' ? missedFrames(old, seq) : undefined;
          if (old === undefined || missed === undefined) return send(GatewayOpcodes.InvalidSession, false);
          if (withheld === 'resumed') return;
          for (const event of missed) write(event);
          open(old);
          logDispatch(world, 'RESUMED', sendEvent(old, 'RESUMED', { _trace: ['playground'] }), {});
          return;
        }
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
        case GatewayOpcodes.RequestGuildMembers:
          if (!session) socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
          return;
        default:
          return socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
      }
    });
  }

  return {
    dispatch(event, data, { guildId, intent }) {
      let reached = 0;
      for (const session of sessions.values()) {
        if ((session.intents & intent) !== intent || !isForShard(session, guildId)) continue;
        logDispatch(world, event, sendEvent(session, event, data), data);
        reached += 1;
      }
      return reached;
    },
    upgrade(request, socket, head) {
      const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
      if (!isUp) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
      server.handleUpgrade(request, socket, head, (open) => {
        const compress = query.get('compress');
        if ((query.get('v') ?? '10') !== '10') {
          return open.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
        }
        if (
          (query.get('encoding') ?? 'json') !== 'json' ||
          (compress !== null && compress !== 'zlib-stream')
        ) {
          return open.close(
            GatewayCloseCodes.DecodeError,
            'Only json, plain or as zlib-stream, is spoken here.',
          );
        }
        accept(open, compress !== null);
      });
    },
    state: () => ({
      connected:
        world.endpoint !== undefined || [...sockets.values()].some((session) => session !== undefined),
      sessions: [...sockets.values()].filter((session) => session !== undefined).length,
      byHttp: world.endpoint !== undefined,
      gatewayUp: isUp && !hangs,
      withheld,
      shards: world.sharding.shards,
    }),
    cut() {
      for (const socket of sockets.keys()) socket.terminate();
    },
    reconnect() {
      for (const [socket, session] of sockets) {
        if (session) plain(session, GatewayOpcodes.Reconnect, null);
        else socket.terminate();
      }
    },
    invalidate() {
      for (const session of sockets.values()) {
        if (session === undefined) continue;
        plain(session, GatewayOpcodes.InvalidSession, false);
        sessions.delete(session.id);
      }
    },
    forget() {
      sessions.clear();
      for (const socket of sockets.keys()) socket.terminate();
    },
    recommend(sharding) {
      world.sharding = sharding;
      changed();
      for (const [socket, session] of sockets) {
        if (session === undefined || isEnough(world, session.shard[1])) continue;
        sessions.delete(session.id);
        socket.close(GatewayCloseCodes.ShardingRequired, 'Sharding is required.');
      }
    },
    hang() {
      hangs = true;
      changed();
    },
    setUp(up) {
      isUp = up;
      // Events that were lost while it hung are not repeated: bots connect anew.
      if (hangs) for (const socket of sockets.keys()) socket.terminate();
      hangs = false;
      if (!up) for (const socket of sockets.keys()) socket.terminate();
      changed();
    },
    withholdFrames(what) {
      withheld = what;
      changed();
    },
    close() {
      for (const socket of sockets.keys()) socket.terminate();
      server.close();
    },
  };

  function plain(session: GatewaySession, op: number, data: unknown): void {
    const frame = JSON.stringify({ op, d: data, t: null, s: null });
    logFrame(world, 'dispatch', op, undefined, frame.length, data);
    session.send?.(frame);
  }
}
