import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../folder.ts';
import { noOwner, type Ownership } from '../ownership.ts';
import { refuseNewer } from '../version.ts';
import { damagedFile, explainSqlite, missingFile, notAFile } from './fileErrors.ts';

const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;

/** Reads an existing file without changing it. @throws StoreError `damaged` or `newer` */
function inspect(file: string): Ownership {
  if (!existsSync(file)) return noOwner;
  const stat = statSync(file);
  if (!stat.isFile()) throw notAFile(file);
  if (stat.size === 0) return noOwner;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const { quick_check: check } = database.prepare('pragma quick_check(1)').get() ?? {};
    if (check !== 'ok') throw damagedFile(file, String(check));
    if (!hasTable(database, 'lectern_schema')) return noOwner;
    const { version } = database.prepare('select version from lectern_schema').get() ?? {};
    if (typeof version === 'number') refuseNewer(version, file);
    const note = database.prepare("select value from notes where name = 'application'").get();
    const recaps = database.prepare('select 1 from subscriptions limit 1').get();
    return {
      application: note === undefined ? undefined : String(note['value']),
      holdsRecaps: recaps !== undefined,
    };
  } finally {
    database.close();
  }
}

/**
 * Refuses a file that another process has open, under whatever name: in exclusive mode a reader of a WAL database asks
 * for the lock on the file itself, of which every open connection holds a share (sqlite.org/wal.html#noshm).
 */
function refuseSecond(file: string): void {
  if (!existsSync(file)) return;
  const probe = new DatabaseSync(file, { timeout: 1_000 });
  try {
    probe.exec('pragma locking_mode = exclusive; begin; select count(*) from sqlite_master; rollback');
  } finally {
    probe.close();
  }
}

interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

const identityOf = (file: string): Identity | undefined =>
  statSync(file, { bigint: true, throwIfNoEntry: false });

/** The file that a name leads to: links in its folder's path, and the name itself where it is one, are followed. */
const realName = (file: string): string =>
  existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file));

/** A database file that is this process's own, and open. */
export interface OpenFile {
  readonly database: DatabaseSync;
  /** @throws StoreError `gone` where the file was removed, or another one put in its place */
  readonly assertThere: () => void;
}

/** A database file that is this process's own; nothing in it has been changed yet. */
export interface HeldFile {
  readonly ownership: Ownership;
  /** Opens it for writing. @throws StoreError */
  readonly open: () => OpenFile;
  readonly close: () => void;
}

function openForWriting(file: string): OpenFile {
  refuseSecond(file);
  const database = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
  } catch (error) {
    database.close();
    throw error;
  }
  const opened = identityOf(file);
  return {
    database,
    assertThere: () => {
      const now = identityOf(file);
      if (now === undefined || now.dev !== opened?.dev || now.ino !== opened.ino) throw missingFile(file);
    },
  };
}

/**
 * Takes a database file for this process alone. Another process is kept out by its share of the lock on the file; two
 * that start at the same moment, by an exclusive transaction on `<file>.lock`, an empty database. The system frees both
 * with the process, however that ends. The file itself stays open to readers, such as a backup.
 * @throws StoreError
 */
export function holdFile(file: string): HeldFile {
  let lock: DatabaseSync | undefined;
  try {
    makeFolder(dirname(file));
    if (existsSync(file) && !statSync(file).isFile()) throw notAFile(file);
    // A process that was just told to end may take a moment to let go.
    lock = new DatabaseSync(`${realName(file)}.lock`, { timeout: 1_000 });
    lock.exec('begin exclusive');
    refuseSecond(file);
    const ownership = inspect(file);
    const held = lock;
    return { ownership, open: () => openForWriting(file), close: () => held.close() };
  } catch (error) {
    lock?.close();
    throw explainSqlite(error, file);
  }
}
