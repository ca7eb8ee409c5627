import { crc32 } from 'node:zlib';

/** Before each record: lengths of key and value in bytes, and the checksum of both. */
export const HEAD = 12;

/** A record in two parts: a value may be so large that a copy of it matters. */
export function recordOf(key: string, value: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const name = Buffer.from(key);
  const head = Buffer.allocUnsafe(HEAD + name.length);
  head.writeUInt32LE(name.length, 0);
  head.writeUInt32LE(value.length, 4);
  head.writeUInt32LE(crc32(value, crc32(name)), 8);
  head.set(name, HEAD);
  return [head, value];
}

/** True for a record of which nothing is damaged. */
export const isWhole = (record: Buffer): boolean =>
  record.length >= HEAD && crc32(record.subarray(HEAD)) === record.readUInt32LE(8);

/** The value in a record. */
export const valueIn = (record: Buffer): Uint8Array => record.subarray(HEAD + record.readUInt32LE(0));
