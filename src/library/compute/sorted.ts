/** Where the first element stands of which `isBefore` is false, in a list that begins with those of which it is true. */
export function lowerBound<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && isBefore(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** With fewer questions it is not worth while to note where everything stands. */
const FEW = 50;

/** Where elements stand in a list without duplicates, for so many questions; -1 for what is not in it. */
export function indexIn<T>(list: readonly T[], questions: number): (one: T) => number {
  if (questions < FEW) return (one) => list.indexOf(one);
  const places = new Map(list.map((one, at) => [one, at]));
  return (one) => places.get(one) ?? -1;
}
