import type { Library } from '#library/model.ts';
import type { Clock } from './time/clock.ts';

/** Milliseconds of the debounce: a deployment swaps the folder, and posts are gone for a moment. */
const doubt = 60_000;

const isSmaller = (one: Library, other: Library): boolean =>
  one.sessions.length < other.sessions.length || one.topics.length < other.topics.length;

/** The library as recaps take it: one that has lost sessions or topics counts when it has stayed so for a minute. */
export function createDebouncedLibrary(library: () => Library, clock: Clock): () => Library {
  let accepted: Library | undefined;
  let doubtedSince: number | undefined;
  return () => {
    const current = library();
    if (accepted !== undefined && isSmaller(current, accepted)) {
      doubtedSince ??= clock.monotonic();
      if (clock.monotonic() - doubtedSince < doubt) return accepted;
    }
    doubtedSince = undefined;
    accepted = current;
    return current;
  };
}
