/** Ids in routes: complete, or abbreviated to a prefix, `~` and a hash. */
export const ID = /^[a-z0-9-]{1,48}(?:~[a-z0-9]{7})?$/;

const HASH_LENGTH = 7;

/** FNV-1a, 32 bits, in seven letters: a library has few ids, and the prefix is compared as well. */
const hashOf = (id: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36).padStart(HASH_LENGTH, '0');
};

/** Abbreviates an id to `room` characters (at least 9), such that `isIdOf` recognizes it. */
export function abbreviate(id: string, room: number): string {
  if (id.length <= room) return id;
  const [whole = '', hash = hashOf(id)] = id.split('~');
  return `${whole.slice(0, Math.max(1, room - HASH_LENGTH - 1))}~${hash}`;
}

/** True where `written` is the id, or an abbreviation of it. */
export function isIdOf(written: string, id: string): boolean {
  if (written === id) return true;
  const [whole = '', hash] = written.split('~');
  return hash !== undefined && id.startsWith(whole) && hashOf(id) === hash;
}
