/** What is read or written at a time, in bytes: each write of its own would take longer than what it writes. */
export const PORTION = 512 * 1024;

/** A part of more bytes is written from where it lies. */
const LARGE = 64 * 1024;

/** Buffers that are kept while nothing waits. */
const MOST_SPARE = 2;

/** Bytes that wait to be written. */
export interface Portions {
  /** A large part is not copied: it must not be changed any more. */
  readonly add: (part: Uint8Array) => void;
  /** In bytes. */
  readonly length: () => number;
  /** What waits, which waits no more. */
  readonly take: () => readonly Uint8Array[];
  /** Lets what was taken be overwritten. */
  readonly giveBack: (taken: readonly Uint8Array[]) => void;
}

/**
 * Copies small parts together, into few buffers that are used again: what waits in an object of its own is freed by the
 * next full collection of garbage at the earliest, and leaves holes in the memory of malloc.
 */
export function collectPortions(): Portions {
  let full: Uint8Array[] = [];
  /** Parts that lie elsewhere may have as large a buffer. */
  const own = new WeakSet<ArrayBufferLike>();
  const spare: Uint8Array[] = [];
  let buffer: Uint8Array | undefined;
  let [used, length] = [0, 0];
  const end = (): void => {
    if (buffer !== undefined && used > 0) full.push(buffer.subarray(0, used));
    [buffer, used] = [undefined, 0];
  };
  return {
    add: (part) => {
      length += part.length;
      if (used + part.length > PORTION || part.length > LARGE) end();
      if (part.length > LARGE) full.push(part);
      else {
        buffer ??= spare.pop() ?? new Uint8Array(PORTION);
        own.add(buffer.buffer);
        buffer.set(part, used);
        used += part.length;
      }
    },
    length: () => length,
    take: () => {
      end();
      const taken = full;
      [full, length] = [[], 0];
      return taken;
    },
    giveBack: (taken) => {
      for (const { buffer: last } of taken)
        if (own.has(last) && spare.length < MOST_SPARE) spare.push(new Uint8Array(last));
    },
  };
}

/** The parts, none larger than a portion, copied together in one buffer that is overwritten when the next is asked for. */
export function* inPortions(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  const buffer = new Uint8Array(PORTION);
  let used = 0;
  for (const part of parts) {
    if (used + part.length > PORTION) {
      yield buffer.subarray(0, used);
      used = 0;
    }
    buffer.set(part, used);
    used += part.length;
  }
  if (used > 0) yield buffer.subarray(0, used);
}
