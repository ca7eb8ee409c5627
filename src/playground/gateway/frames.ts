import { constants, createDeflate } from 'node:zlib';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { World } from '../world/state.ts';

/** Parses a bot's frame; undefined where it is invalid. */
export function parse(text: string): { op: number; d: unknown } | undefined {
  try {
    const value = record(JSON.parse(text));
    return typeof value['op'] === 'number' ? { op: value['op'], d: value['d'] } : undefined;
  } catch {
    return undefined;
  }
}

/** A value as an object; empty for any other value. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** `compress=zlib-stream`: one zlib stream a connection, flushed after each frame (Events, "Gateway"). */
export function deflated(socket: WebSocket): (frame: string) => void {
  const stream = createDeflate({ flush: constants.Z_SYNC_FLUSH });
  let chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    // A frame ends with the flush's empty block.
    if (chunk.subarray(-4).equals(Buffer.from([0, 0, 0xff, 0xff]))) {
      socket.send(Buffer.concat(chunks));
      chunks = [];
    }
  });
  socket.on('close', () => stream.destroy());
  return (frame) => void stream.write(frame);
}

/** Logs an event on the wire. */
export function logDispatch(world: World, event: string, frame: string, data: object): void {
  logFrame(world, 'dispatch', GatewayOpcodes.Dispatch, event, frame.length, data);
}

/** Logs a frame on the wire: `event` is set only for dispatches. */
export function logFrame(
  world: World,
  kind: 'dispatch' | 'receive',
  op: number,
  event: string | undefined,
  bytes: number,
  data: unknown,
): void {
  const name = GatewayOpcodes[op] ?? String(op);
  const sides = kind === 'dispatch' ? ([null, data] as const) : ([data, null] as const);
  world.wire.log({ kind, method: name, path: event ?? name, bytes, ms: 0 }, sides[0], sides[1]);
}
