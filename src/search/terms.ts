const SHARDS = 64;

/** Words by number. In shards, so that growing never takes long at once. */
export class Terms {
  readonly #shards: Map<string, number>[] = Array.from({ length: SHARDS }, () => new Map<string, number>());
  readonly #texts: string[] = [];

  get size(): number {
    return this.#texts.length;
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  find(text: string): number | undefined {
    return this.#shard(text).get(text);
  }

  /** The number of a word, new where it has none yet. */
  add(text: string): number {
    const shard = this.#shard(text);
    const known = shard.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    shard.set(text, id);
    this.#texts.push(text);
    return id;
  }

  #shard(text: string): Map<string, number> {
    const key = text.charCodeAt(0) * 7 + text.charCodeAt(text.length - 1) * 31 + text.length;
    const shard = this.#shards[key % SHARDS];
    if (shard === undefined) throw new Error('A word without a shard');
    return shard;
  }
}
