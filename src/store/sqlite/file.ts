import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../model.ts';
import { refuseNewer } from '../version.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html); extended ones carry more in the upper bits. */
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const damaged = (file: string, detail: string, cause?: unknown): StoreError =>
  new StoreError(
    'damaged',
    `The database ${file} is damaged (${detail}). Put a backup in its place, or move it away to begin with an empty one.`,
    { cause },
  );

/** Describes an error of a database file in a sentence for the operator. */
export function explain(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = primaryCode(error);
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) return damaged(file, reason(error), error);
  if (code === SQLITE_BUSY) return inUse(file, error);
  return new StoreError(
    'not-writable',
    `The database ${file} cannot be written (${reason(error)}). Give the bot's user the right to write this file and its folder, or set DATABASE_URL to another place.`,
    { cause: error },
  );
}

const inUse = (file: string, cause: unknown): StoreError =>
  new StoreError(
    'in-use',
    `The database ${file} is in use by another process of Lectern. End that one first; several processes can share a PostgreSQL database.`,
    { cause },
  );

/** Reads an existing file without changes. @throws StoreError `damaged` or `newer` */
function inspect(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const { quick_check: check } = database.prepare('pragma quick_check(1)').get() ?? {};
    if (check !== 'ok') throw damaged(file, String(check));
    const table = database
      .prepare("select name from sqlite_master where type = 'table' and name = 'lectern_schema'")
      .get();
    const { version } = (table && database.prepare('select version from lectern_schema').get()) ?? {};
    if (typeof version === 'number') refuseNewer(version, file);
  } finally {
    database.close();
  }
}

export interface OpenFile {
  readonly database: DatabaseSync;
  readonly close: () => void;
}

/**
 * Opens a database file for this process alone. Another process is excluded by a lock on `<file>.lock`, an empty
 * database in an exclusive transaction: the system releases it with the process, even after a crash. The file itself
 * stays open to readers, such as a backup.
 * @throws StoreError
 */
export function openFile(file: string): OpenFile {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // A process that is shutting down may take a moment to release the lock.
    lock = new DatabaseSync(`${file}.lock`, { timeout: 1_000 });
    lock.exec('begin exclusive');
    inspect(file);
    const database = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
    try {
      database.exec('pragma journal_mode = wal; pragma synchronous = full');
    } catch (error) {
      database.close();
      throw error;
    }
    const held = lock;
    return {
      database,
      close: () => held.close(),
    };
  } catch (error) {
    lock?.close();
    throw explain(error, file);
  }
}
