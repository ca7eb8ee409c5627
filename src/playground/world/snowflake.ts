/** Discord's epoch: the first millisecond of 2015 (Reference, "Snowflakes"). */
const EPOCH = 1_420_070_400_000;

/** Generates ascending ids, even when the clock does not advance: Discord orders messages by id. */
export interface Snowflakes {
  next(): string;
  /** Makes later ids greater than this one, of an earlier run. */
  raise(id: string): void;
}

export function snowflakes(now: () => number): Snowflakes {
  let last = 0n;
  return {
    next() {
      const fresh = BigInt(Math.max(0, now() - EPOCH)) << 22n;
      last = fresh > last ? fresh : last + 1n;
      return last.toString();
    },
    raise(id) {
      if (BigInt(id) > last) last = BigInt(id);
    },
  };
}

/** Creation time of an id, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH;
}

/** Whether a text has the format of a snowflake. */
export function isSnowflake(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}
