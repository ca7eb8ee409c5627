/** Discord's epoch: the first millisecond of 2015 (Reference, "Snowflakes"). */
const EPOCH = 1_420_070_400_000;

/** Makes ids that grow, whatever the clock does: Discord orders messages by them. */
export interface Snowflakes {
  next(): string;
  /** From now on ids are above this one, which an earlier run has made. */
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

/** When the id was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH;
}

/** Whether a text can be a snowflake at all. */
export function isSnowflake(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}
