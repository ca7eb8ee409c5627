/** Gives the memory of arrays back at once: the collector may come to them much later. They are empty afterwards. */
export function free(...arrays: readonly { readonly buffer: ArrayBuffer }[]): void {
  for (const { buffer } of arrays) buffer.transfer(0);
}

/** The elements in an array of another size. The given one is empty afterwards, and its memory free. */
export function resized(items: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(items.buffer.transfer(size * items.BYTES_PER_ELEMENT));
}

/** A growable array of unsigned 32-bit integers. */
export class GrowableUint32Array {
  #items = new Uint32Array(16);
  length = 0;

  push(value: number): void {
    if (this.length === this.#items.length) this.#items = resized(this.#items, this.length * 2);
    this.#items[this.length] = value;
    this.length += 1;
  }

  get(index: number): number {
    return this.#items[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#items[index] = value;
  }

  /** The elements; nothing may be added or asked for afterwards. */
  finish(): Uint32Array<ArrayBuffer> {
    return resized(this.#items, this.length);
  }

  /** Forgets the elements. */
  free(): void {
    free(this.#items);
  }
}
