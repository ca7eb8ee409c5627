/** A growable array of unsigned 32-bit integers. */
export class GrowableUint32Array {
  #items = new Uint32Array(16);
  length = 0;

  push(value: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length] = value;
    this.length += 1;
  }

  get(index: number): number {
    return this.#items[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#items[index] = value;
  }

  /** The elements, copied into an array of their own. */
  toArray(): Uint32Array {
    return this.#items.slice(0, this.length);
  }
}
