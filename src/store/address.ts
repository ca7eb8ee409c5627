import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { safeAddress } from '../redact.ts';
import { StoreError } from './storeError.ts';

/** What DATABASE_URL names. */
export type Address =
  | { readonly kind: 'postgres'; readonly url: string; readonly place: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'memory' };

/** Whether several processes may use such a database at once. */
export const SHARED: Readonly<Record<Address['kind'], boolean>> = {
  postgres: true,
  file: false,
  memory: false,
};

/** The text itself is never shown: whatever it is, it may hold a password. */
const refused = (why: string): StoreError =>
  new StoreError(
    'bad-address',
    `${why} Give a file path such as data/lectern.db, or an address such as postgres://user:password@host:5432/lectern.`,
  );

const toPath = (fileUrl: string): string => {
  try {
    return fileURLToPath(fileUrl);
  } catch (error) {
    throw new StoreError('bad-address', 'The file: address cannot be read. Give the path of a file.', {
      cause: error,
    });
  }
};

/**
 * Reads DATABASE_URL: a file path, `sqlite:path`, `file:///path`, `sqlite::memory:`, `postgres://…`.
 * @throws StoreError `bad-address`
 */
export function readAddress(databaseUrl: string): Address {
  const text = databaseUrl.trim();
  if (/^postgres(ql)?:\/\//i.test(text)) {
    const place = safeAddress(text);
    if (place !== undefined) return { kind: 'postgres', url: text, place };
    throw refused(
      'The PostgreSQL address cannot be taken apart; characters such as / ? # @ in a password must be percent-encoded (%2F %3F %23 %40).',
    );
  }
  const path = text.replace(/^sqlite:(\/\/(?=\/))?/i, '');
  if (path === ':memory:') return { kind: 'memory' };
  if (/^file:/i.test(path)) return { kind: 'file', file: toPath(path) };
  if (/^\w+\s*=/.test(path)) throw refused('The form host=… password=… is not read here.');
  // A single letter before the colon is a drive of Windows.
  if (path === '' || /^[a-z][a-z0-9+.-]+:/i.test(path) || /:.*@/.test(path)) {
    throw refused('It is neither the path of a file nor an address that is known.');
  }
  return { kind: 'file', file: isAbsolute(path) ? path : resolve(path) };
}
