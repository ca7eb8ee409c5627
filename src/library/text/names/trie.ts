/** The root of every trie. */
export const ROOT = 0;
/** No node follows. */
export const NOWHERE = -1;

/** A tree of texts by their UTF-16 units, in a few typed arrays: a map for each node would take ten times the memory. */
export interface Trie {
  /** The node behind another one for a unit, or `NOWHERE`. */
  readonly next: (node: number, unit: number) => number;
  /** The last node of a text, which is made if need be. */
  readonly reach: (text: string) => number;
}

const UNITS = 0x1_00_00;
const FREE = -1;

/** Makes an empty trie. */
export function makeTrie(): Trie {
  let capacity = 1024;
  /** Open addressing: node and unit in one number, and the node that follows. */
  let keys = new Float64Array(capacity).fill(FREE);
  let nodes = new Int32Array(capacity);
  let size = 1;

  const slotOf = (key: number, node: number, unit: number): number => {
    const mask = capacity - 1;
    let slot = Math.imul(node ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    while (keys[slot] !== FREE && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const [before, values] = [keys, nodes];
    capacity *= 2;
    keys = new Float64Array(capacity).fill(FREE);
    nodes = new Int32Array(capacity);
    for (let at = 0; at < before.length; at += 1) {
      const key = before[at] ?? FREE;
      if (key === FREE) continue;
      const slot = slotOf(key, Math.floor(key / UNITS), key % UNITS);
      keys[slot] = key;
      nodes[slot] = values[at] ?? 0;
    }
  };
  const next = (node: number, unit: number): number => {
    const key = node * UNITS + unit;
    const slot = slotOf(key, node, unit);
    return keys[slot] === FREE ? NOWHERE : (nodes[slot] ?? NOWHERE);
  };
  const reach = (text: string): number => {
    let node = ROOT;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const known = next(node, unit);
      if (known !== NOWHERE) {
        node = known;
        continue;
      }
      if (2 * size > capacity) grow();
      const key = node * UNITS + unit;
      const slot = slotOf(key, node, unit);
      keys[slot] = key;
      nodes[slot] = size;
      node = size;
      size += 1;
    }
    return node;
  };
  return { next, reach };
}
