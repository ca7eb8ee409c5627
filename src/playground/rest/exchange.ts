import type { Context } from 'hono';
import { refuse } from '../rules/errors.ts';
import type { Spec } from '../rules/schema.ts';
import type { ChannelState, StoredMessage } from '../world/entities.ts';
import type { Upload } from '../world/messages/messages.ts';
import type { World } from '../world/state.ts';

/** The payloads of a request and its response, for the wire. */
export interface Exchange {
  payload: unknown;
  requestBytes: number;
  result: unknown;
  responseBytes: number;
}

/** The bindings that Hono passes along with a request. */
export interface RestEnv {
  Bindings: { exchange: Exchange };
}

export type RestContext = Context<RestEnv>;

/** The dependencies of all routes. */
export interface RestDeps {
  readonly world: World;
  readonly spec: Spec;
}

/** Responds with JSON. */
export function reply(c: RestContext, data: object | null, status: 200 | 201 = 200): Response {
  const text = JSON.stringify(data);
  c.env.exchange.result = data;
  c.env.exchange.responseBytes = Buffer.byteLength(text);
  return c.body(text, status, { 'content-type': 'application/json' });
}

/** Responds with 204. */
export function noContent(c: RestContext): Response {
  return c.body(null, 204);
}

/** A request's JSON and files. */
export interface Body {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** Reads JSON, or multipart with `payload_json` and `files[n]` (Reference, "Uploading Files"). Throws 50109. */
export async function readBody(c: RestContext): Promise<Body> {
  const { exchange } = c.env;
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await c.req.formData();
    const uploads: Upload[] = [];
    let payload: string | undefined;
    for (const [key, value] of form) {
      if (typeof value === 'string') {
        if (key === 'payload_json') payload = value;
        continue;
      }
      const index = /^files\[(\d+)\]$/.exec(key)?.[1] ?? (key === 'file' ? '0' : undefined);
      if (index !== undefined) uploads.push({ index, name: value.name, bytes: await value.bytes() });
      else if (key === 'payload_json') payload = await value.text();
    }
    exchange.requestBytes =
      (payload?.length ?? 0) + uploads.reduce((sum, file) => sum + file.bytes.byteLength, 0);
    const json = payload === undefined ? {} : parse(payload);
    exchange.payload = {
      ...(json as object),
      files: uploads.map(({ name, bytes }) => ({ name, size: bytes.byteLength })),
    };
    return { json, uploads };
  }
  const text = await c.req.text();
  exchange.requestBytes = Buffer.byteLength(text);
  const json = text === '' ? {} : parse(text);
  exchange.payload = json;
  return { json, uploads: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('invalidJson');
  }
}

/** The body as an object; empty for other values. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A parameter of the path. */
export function param(c: RestContext, name: string): string {
  return c.req.param(name) ?? '';
}

/** The channel with an id, if the bot is in it. Throws 10003. */
export function channelOf(world: World, id: string): ChannelState {
  const channel = world.channels.get(id);
  const guild = channel?.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (channel === undefined || !channel.botIsHere) throw refuse('unknownChannel');
  if (guild !== undefined && !guild.botIsMember) throw refuse('missingAccess');
  return channel;
}

/** A public message. Throws 10008. */
export function messageOf(channel: ChannelState, id: string): StoredMessage {
  const stored = channel.byId.get(id);
  if (stored === undefined || stored.onlyFor !== undefined) throw refuse('unknownMessage');
  return stored;
}
