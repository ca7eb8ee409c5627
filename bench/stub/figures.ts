/** The value below which that share of the list lies. */
export const quantile = (list: readonly number[], share: number): number => {
  const sorted = list.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (list: readonly number[]): number => quantile(list, 0.5);
