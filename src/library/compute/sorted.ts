/** Where the first element stands that does not come before `wanted`, in a list sorted by code units of `key`. */
export function lowerBound<T>(list: readonly T[], wanted: string, key: (one: T) => string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && key(one) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
