import { randomBytes } from 'node:crypto';

/** Most events kept for a resume. */
const KEPT = 1_000;

/** A bot's gateway session, which outlives connections. */
export interface GatewaySession {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  seq: number;
  /** Events for a resume, oldest first, as frames. */
  readonly sent: { readonly seq: number; readonly frame: string }[];
  /** Sends a frame; undefined while disconnected. */
  send: ((frame: string) => void) | undefined;
}

export function newSession(shard: readonly [number, number], intents: number): GatewaySession {
  return { id: randomBytes(16).toString('hex'), shard, intents, seq: 0, sent: [], send: undefined };
}

/** Numbers an event, keeps it for a resume, and sends it if connected; returns the frame. */
export function sendEvent(session: GatewaySession, event: string, data: object): string {
  session.seq += 1;
  const frame = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
  session.sent.push({ seq: session.seq, frame });
  if (session.sent.length > KEPT) session.sent.shift();
  session.send?.(frame);
  return frame;
}

/** The frames after `seq`; undefined if some are no longer kept or never existed. */
export function missedFrames(session: GatewaySession, seq: number): string[] | undefined {
  if (seq > session.seq) return undefined;
  const missed = session.sent.filter((event) => event.seq > seq);
  return missed.length === session.seq - seq ? missed.map((event) => event.frame) : undefined;
}

/** Whether events of a server, or of DMs, go to this shard (Gateway, "Sharding"). */
export function isForShard(session: GatewaySession, guildId: string | undefined): boolean {
  const [shard, count] = session.shard;
  return guildId === undefined ? shard === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard;
}
