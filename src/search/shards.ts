const SHARDS = 256;

/** A map by text in many small maps, so that growing never takes long at once. */
export class Shards<V> {
  readonly #maps: Map<string, V>[] = Array.from({ length: SHARDS }, () => new Map<string, V>());

  get(text: string): V | undefined {
    return this.#maps[placeOf(text)]?.get(text);
  }

  set(text: string, value: V): void {
    this.#maps[placeOf(text)]?.set(text, value);
  }

  /** How many share the map of a text: about the whole, divided by the number of maps. */
  crowd(text: string): number {
    return this.#maps[placeOf(text)]?.size ?? 0;
  }

  /** Forgets the map that a text is in. */
  forget(text: string): void {
    this.#maps[placeOf(text)]?.clear();
  }

  static readonly count = SHARDS;
}

function placeOf(text: string): number {
  const last = text.length - 1;
  const sum =
    text.charCodeAt(0) * 31 + text.charCodeAt(last) * 7 + text.charCodeAt(last >> 1) * 131 + text.length * 17;
  // Text may be empty: no code at all is no number.
  return (Number.isNaN(sum) ? 0 : sum) % SHARDS;
}
