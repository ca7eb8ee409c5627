/**
 * Gives a function to be called between small steps of long work: it lets other work run whenever the current
 * stretch has taken `budget` milliseconds, so that a reply is never held up by reading posts.
 */
export function slices(budget = 8): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < budget) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        began = performance.now();
        resolve();
      });
    });
  };
}
