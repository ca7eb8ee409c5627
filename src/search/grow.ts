import type { Steps } from './slices.ts';

const BLOCK = 1 << 16;

/** A list of unsigned 32-bit numbers that grows in blocks: growing never copies more than one block. */
export class Numbers {
  readonly #blocks: Uint32Array[] = [new Uint32Array(256)];
  #last: Uint32Array = this.#blocks[0] ?? new Uint32Array(256);
  #at = 0;
  length = 0;

  push(value: number): void {
    if (this.#at === this.#last.length) this.#grow();
    this.#last[this.#at] = value;
    this.#at += 1;
    this.length += 1;
  }

  get(index: number): number {
    return this.#blocks[index >>> 16]?.[index & 0xffff] ?? 0;
  }

  set(index: number, value: number): void {
    const block = this.#blocks[index >>> 16];
    if (block !== undefined) block[index & 0xffff] = value;
  }

  /** All of them in one array; copied block by block, a step for each. */
  *whole(): Steps<Uint32Array> {
    const made = new Uint32Array(this.length);
    for (const [i, block] of this.#blocks.entries()) {
      made.set(block.subarray(0, Math.min(block.length, this.length - i * BLOCK)), i * BLOCK);
      yield;
    }
    return made;
  }

  #grow(): void {
    if (this.#last.length < BLOCK) {
      // Only the first block is ever smaller: a list for one changed post stays small.
      const larger = new Uint32Array(this.#last.length * 4);
      larger.set(this.#last);
      this.#blocks[0] = larger;
      this.#last = larger;
      return;
    }
    this.#last = new Uint32Array(BLOCK);
    this.#blocks.push(this.#last);
    this.#at = 0;
  }
}
