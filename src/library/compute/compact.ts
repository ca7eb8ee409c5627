/** One empty list for all: a large library has a million lists, most of them empty, and each `[]` takes memory. */
export const NONE: readonly never[] = [];

/** A list that is kept: its capacity trimmed to its length, and one instance for all that are empty. */
export const compact = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list.slice());
