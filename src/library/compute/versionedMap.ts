/** The value of an entry that an older version does not have. */
const ABSENT = Symbol('absent');

/**
 * A map of which a newer version costs what differs and not a copy (as Baker's persistent arrays: the newest version
 * has the values, an older one knows what was else). The newest is read like a `Map`, older ones through all that
 * changed since. Only the newest can be changed: each version is as it was when the next one was made. The order of the
 * entries means nothing.
 */
export class VersionedMap<K, V extends {}> implements ReadonlyMap<K, V> {
  /** The entries of the newest version. */
  readonly #entries: Map<K, V>;
  #size: number;
  #next: VersionedMap<K, V> | undefined;
  /** What this version has else than the next one. */
  #former: Map<K, V | typeof ABSENT> | undefined;
  /** That of the version before: it is told what changes. */
  #formerOfLast: Map<K, V | typeof ABSENT> | undefined;

  private constructor(entries: Map<K, V>, formerOfLast?: Map<K, V | typeof ABSENT>) {
    this.#entries = entries;
    this.#size = entries.size;
    this.#formerOfLast = formerOfLast;
  }

  /** The first version of a map that nobody else changes. */
  static of<K, V extends {}>(entries: Map<K, V>): VersionedMap<K, V> {
    return new VersionedMap(entries);
  }

  /** A version that can be changed, with the entries of a map that stays as it is; a copy where that has a next one. */
  static after<K, V extends {}>(last: ReadonlyMap<K, V> = new Map()): VersionedMap<K, V> {
    if (!(last instanceof VersionedMap) || last.#next !== undefined) return new VersionedMap(new Map(last));
    const former = new Map<K, V | typeof ABSENT>();
    const next = new VersionedMap<K, V>(last.#entries, former);
    last.#next = next;
    last.#former = former;
    last.#formerOfLast = undefined;
    return next;
  }

  get size(): number {
    return this.#size;
  }

  get(key: K): V | undefined {
    for (let at: VersionedMap<K, V> = this; ; at = at.#next) {
      if (at.#next === undefined) return at.#entries.get(key);
      const was = at.#former?.get(key);
      if (was !== undefined) return was === ABSENT ? undefined : was;
    }
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  /** @throws TypeError for a version that has a next one. */
  set(key: K, value: V): this {
    this.#remember(key);
    this.#entries.set(key, value);
    this.#size = this.#entries.size;
    return this;
  }

  /** @throws TypeError for a version that has a next one. */
  delete(key: K): void {
    this.#remember(key);
    this.#entries.delete(key);
    this.#size = this.#entries.size;
  }

  #remember(key: K): void {
    if (this.#next !== undefined) throw new TypeError('Only the newest version can be changed');
    const former = this.#formerOfLast;
    if (former !== undefined && !former.has(key)) former.set(key, this.#entries.get(key) ?? ABSENT);
  }

  /** All entries; of an older version a copy. */
  #all(): ReadonlyMap<K, V> {
    if (this.#next === undefined) return this.#entries;
    const changed = new Map<K, V | typeof ABSENT>();
    let newest: VersionedMap<K, V> = this;
    for (; newest.#next !== undefined; newest = newest.#next)
      for (const [key, was] of newest.#former ?? []) if (!changed.has(key)) changed.set(key, was);
    const all = new Map(newest.#entries);
    for (const [key, was] of changed) {
      if (was === ABSENT) all.delete(key);
      else all.set(key, was);
    }
    return all;
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.#all()) each(value, key, this);
  }

  entries(): MapIterator<[K, V]> {
    return this.#all().entries();
  }

  keys(): MapIterator<K> {
    return this.#all().keys();
  }

  values(): MapIterator<V> {
    return this.#all().values();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}
