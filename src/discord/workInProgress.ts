/** Work that has begun and not ended, which a close waits for. */
export interface WorkInProgress {
  /** Resolves when the work is done. */
  readonly track: (work: Promise<void>) => Promise<void>;
  /** Resolves when all work that is in progress is done. */
  readonly settled: () => Promise<void>;
}

/** Nothing is in progress yet. */
export const createWorkInProgress = (): WorkInProgress => {
  const all = new Set<Promise<void>>();
  return {
    track: async (work) => {
      all.add(work);
      await work;
      all.delete(work);
    },
    settled: async () => {
      await Promise.all(all);
    },
  };
};
