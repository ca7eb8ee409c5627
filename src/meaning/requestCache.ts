/**
 * Caches the latest results by key: concurrent requests for the same key share one, and a failed result is
 * made again.
 */
export const createRequestCache = <T>(most: number) => {
  const kept = new Map<string, Promise<T | undefined>>();
  return (key: string, make: () => Promise<T | undefined>): Promise<T | undefined> => {
    const known = kept.get(key);
    kept.delete(key);
    const made = known ?? make();
    kept.set(key, made);
    if (known === undefined) {
      const forget = (): void => {
        if (kept.get(key) === made) kept.delete(key);
      };
      made.then((value) => value === undefined && forget(), forget);
    }
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
};
