import type { DiskCache } from '#library/cache/diskCache.ts';

/** A cache in memory, and its records. */
export const memory = (): DiskCache & { readonly records: Map<string, Uint8Array> } => {
  const records = new Map<string, Uint8Array>();
  return {
    records,
    get: (key) => records.get(key),
    has: (key) => records.has(key),
    set: (key, value) => void records.set(key, value),
    save: async () => {},
  };
};
