import { Shards } from './shards.ts';

/** Words by number. */
export class Terms {
  readonly #ids = new Shards<number>();
  readonly #texts: string[] = [];

  get size(): number {
    return this.#texts.length;
  }

  text(id: number): string {
    return this.#texts[id] ?? '';
  }

  find(text: string): number | undefined {
    return this.#ids.get(text);
  }

  /** The number of a word, new where it has none yet. */
  add(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    return id;
  }
}
