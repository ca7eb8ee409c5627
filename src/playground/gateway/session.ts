import { randomBytes } from 'node:crypto';

/** How many events a session keeps for a resume. */
const KEPT = 1_000;

/** A bot's session on the gateway: it outlives connections. */
export interface GatewaySession {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  seq: number;
  /** Events for a resume, oldest first, as frames. */
  readonly sent: { readonly seq: number; readonly frame: string }[];
  /** How frames go out now; undefined while it is disconnected. */
  send: ((frame: string) => void) | undefined;
}

export function newSession(shard: readonly [number, number], intents: number): GatewaySession {
  return { id: randomBytes(16).toString('hex'), shard, intents, seq: 0, sent: [], send: undefined };
}

/** Gives an event its number, keeps it, and sends it where somebody listens; gives the frame. */
export function sendEvent(session: GatewaySession, event: string, data: object): string {
  session.seq += 1;
  const frame = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
  session.sent.push({ seq: session.seq, frame });
  if (session.sent.length > KEPT) session.sent.shift();
  session.send?.(frame);
  return frame;
}

/** The frames after `seq`; undefined where some of them are no longer kept or never were. */
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
