import type { Json } from './views.ts';

/** The REST requests that a fault matches: `POST /channels/:id/messages`, `* /interactions/*`, or `*` for all. */
export type RoutePattern = string;

/** The effect of a fault on a REST request. */
export type FaultKind =
  /** Answered with this status and not executed. 429 carries `retryAfter` seconds; null: it names no wait. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number | null;
      readonly global?: boolean;
    }
  /** Not executed, and answered with 200 and this text in place of Discord's JSON. */
  | { readonly kind: 'hollow'; readonly text: string }
  /** Executed after so many milliseconds, or once released where `ms` is null. */
  | { readonly kind: 'delay'; readonly ms: number | null }
  /** Executed at once, but answered after so many milliseconds, or once released where `ms` is null. */
  | { readonly kind: 'late'; readonly ms: number | null }
  /** The connection is cut before the request has any effect. */
  | { readonly kind: 'cut' }
  /** The request takes effect, and the connection is cut before the reply. */
  | { readonly kind: 'lost' }
  /** Of an interaction sent by HTTP (`POST /endpoint`): its signature is wrong. */
  | { readonly kind: 'signature' };

/** An active fault. `left`: number of further requests, null for all until it is cleared. */
export type Fault = FaultKind & {
  readonly id: string;
  readonly route: RoutePattern;
  readonly left: number | null;
};

/** One line of the wire. Tokens are redacted. */
export interface WireEntry {
  readonly id: number;
  readonly at: number;
  /** `rest`: a request of the bot. `dispatch`: gateway to bot. `receive`: bot to gateway. */
  readonly kind: 'rest' | 'dispatch' | 'receive';
  /** `POST`, or the gateway's opcode by name (`Dispatch`, `Heartbeat`, …). */
  readonly method: string;
  /** The path with its query, or the event's name. */
  readonly path: string;
  /** HTTP status; for the gateway undefined. 0 where a fault cut the connection. */
  readonly status?: number;
  /** Bytes of the body that carries the payload: the request's for REST, the frame's for the gateway. */
  readonly bytes: number;
  /** Bytes of the response's body. */
  readonly responseBytes?: number;
  readonly ms: number;
  /** Discord's error. */
  readonly error?: DiscordRefusal;
  /** Id of the fault that it matched. */
  readonly fault?: FaultKind['kind'];
}

/** Discord's error body. */
export interface DiscordRefusal {
  readonly code: number;
  readonly message: string;
  readonly errors?: Json;
}

/** A line of the wire with its payload. */
export interface WirePayload {
  readonly request: Json;
  readonly response: Json;
}
