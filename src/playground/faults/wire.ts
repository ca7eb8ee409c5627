import type { WireEntry, WirePayload } from '../protocol/faults.ts';
import type { Json } from '../protocol/views.ts';

/** A request, a dispatch or a frame of the bot, with its payload. */
export interface WireRecord extends WireEntry {
  readonly payload: () => WirePayload;
}

/** The log of the traffic between the bot and this Discord, with tokens redacted. */
export interface Wire {
  /** Logs one line; `request` and `response` are stored by reference and must not change afterwards. */
  log(entry: Omit<WireEntry, 'id' | 'at'>, request: unknown, response: unknown): void;
  /** Oldest first. */
  records(): readonly WireRecord[];
  find(id: number): WireRecord | undefined;
  clear(): void;
}

/** Most lines kept. */
const KEPT = 2_000;

/** `tell` is called with each line as it is logged. */
export function wire(now: () => number, tell: (entry: WireEntry) => void): Wire {
  let records: WireRecord[] = [];
  let count = 0;
  return {
    log(entry, request, response) {
      count += 1;
      const line: WireEntry = { ...entry, path: redactPath(entry.path), id: count, at: now() };
      const payload = () => ({ request: redact(request), response: redact(response) });
      records.push({ ...line, payload });
      if (records.length > KEPT * 1.5) records = records.slice(-KEPT);
      tell(line);
    },
    records: () => records,
    find: (id) => records.find((record) => record.id === id),
    clear() {
      records = [];
    },
  };
}

/** Paths contain interaction tokens: `/interactions/1/<token>/callback`, `/webhooks/1/<token>`. */
function redactPath(path: string): string {
  return path.replace(/^\/((?:interactions|webhooks)\/\d+)\/[^/?]+/, '/$1/…');
}

/** A JSON-compatible copy with tokens redacted. */
export function redact(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(redact);
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [key, key === 'token' && typeof inner === 'string' ? '…' : redact(inner)]),
    );
  }
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
