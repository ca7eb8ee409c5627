import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { readAddress } from '../address.ts';
import { makeFolder } from '../folder.ts';
import { migrate, readVersion } from '../migrations.ts';
import { connectPostgres, explainPostgres, usersLock } from '../postgres.ts';
import type { Schema } from '../schema.ts';
import { sqliteDialect } from '../sqlite/dialect.ts';
import { executorOf } from '../sqlite/executor.ts';
import { holdFile } from '../sqlite/file.ts';
import { damagedFile, explainSqlite, notAFile } from '../sqlite/fileErrors.ts';
import { StoreError } from '../storeError.ts';
import { refuseNewer } from '../version.ts';
import { backUp, copyFile, markCopy } from './backup.ts';
import { copyTables, emptyTables } from './copyTables.ts';

/** What became of the database that was there. */
export interface RestoreResult {
  /** The file in which it is kept; undefined where there was none. */
  readonly keptIn: string | undefined;
}

const unlikeOurs = (file: string): StoreError =>
  new StoreError('bad-address', `${file} holds no tables of Lectern. Give a file that backup has made.`);

/** @throws StoreError where a file cannot be restored from: it is missing, damaged, of a newer version or another program's */
function examine(file: string): void {
  if (!existsSync(file))
    throw new StoreError('bad-address', `There is no file ${file}. Give a file that backup has made.`);
  if (!statSync(file).isFile()) throw notAFile(file);
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const { integrity_check: check } = database.prepare('pragma integrity_check(1)').get() ?? {};
      if (check !== 'ok') throw damagedFile(file, String(check));
      const has = database.prepare("select 1 from sqlite_master where name = 'lectern_schema'").get();
      const row =
        has === undefined ? undefined : database.prepare('select version from lectern_schema').get();
      if (typeof row?.['version'] !== 'number' || row['version'] < 1) throw unlikeOurs(file);
      refuseNewer(row['version'], file);
    } finally {
      database.close();
    }
  } catch (error) {
    throw explainSqlite(error, file);
  }
}

const openFile = (file: string): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: sqliteDialect(executorOf(new DatabaseSync(file))) });

/** A copy of a backup, with up-to-date tables, that says that it is one. */
async function prepare(file: string, part: string): Promise<void> {
  rmSync(part, { force: true });
  copyFile(file, part);
  const db = openFile(part);
  try {
    await migrate(db, 'sqlite', file);
  } finally {
    await db.destroy();
  }
  markCopy(part);
}

/** The name of a new file beside another one, by the time. */
const besides = (file: string, now: Temporal.Instant): string =>
  `${file}.before-restore-${now.round('second').toString().replaceAll(':', '-')}`;

async function intoFile(part: string, to: string, keptIn: string): Promise<RestoreResult> {
  // Refuses a database that a bot has open, and keeps out one that starts meanwhile.
  const held = holdFile(to);
  try {
    const isThere = existsSync(to) && statSync(to).size > 0;
    if (isThere) {
      copyFile(to, keptIn);
      // Nothing of the former database may be left in a log beside the new one.
      const former = new DatabaseSync(to);
      former.exec('pragma journal_mode = delete');
      former.close();
    }
    renameSync(part, to);
    return { keptIn: isThere ? keptIn : undefined };
  } catch (error) {
    throw explainSqlite(error, to);
  } finally {
    held.close();
  }
}

async function intoPostgres(
  part: string,
  { url, place, keptIn }: { readonly url: string; readonly place: string; readonly keptIn: string },
): Promise<RestoreResult> {
  const source = openFile(part);
  const target = connectPostgres(url, place, 'tool');
  try {
    return await target.connection().execute(async (db) => {
      const { rows } = await sql<{
        free: boolean;
      }>`select pg_try_advisory_lock(${sql.lit(usersLock)}) as free`.execute(db);
      if (rows[0]?.free !== true) {
        throw new StoreError(
          'in-use',
          `The PostgreSQL database ${place} is in use by a running Lectern. End every process that uses it first.`,
        );
      }
      const version = await readVersion(db);
      refuseNewer(version, place);
      if (version > 0) await backUp(url, keptIn);
      await migrate(db, 'postgres', place);
      // A large database takes longer than a query of the bot may.
      await sql`set statement_timeout = 0`.execute(db);
      await source.transaction().execute((from) =>
        db.transaction().execute(async (into) => {
          await emptyTables(into);
          await copyTables(from, into);
        }),
      );
      return { keptIn: version > 0 ? keptIn : undefined };
    });
  } catch (error) {
    throw error instanceof StoreError ? error : explainPostgres(error, place);
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

/**
 * Puts a backup in place of the database that DATABASE_URL names, all of it or nothing. What was there is kept in a new
 * file.
 * @throws StoreError where the file cannot be restored from, or the database is in use by a bot or cannot be written
 */
export async function restore(
  databaseUrl: string,
  file: string,
  now: Temporal.Instant,
): Promise<RestoreResult> {
  const address = readAddress(databaseUrl);
  const from = resolve(file);
  if (address.kind === 'memory')
    throw new StoreError('bad-address', 'A database in memory cannot be restored.');
  examine(from);
  const to = address.kind === 'file' ? address.file : from;
  if (address.kind === 'file' && from === to)
    throw new StoreError('bad-address', `${from} is the database itself. Give a file that backup has made.`);
  const part = `${to}.part`;
  try {
    makeFolder(dirname(to));
    await prepare(from, part);
    const keptIn = besides(to, now);
    switch (address.kind) {
      case 'file':
        return await intoFile(part, to, keptIn);
      case 'postgres':
        return await intoPostgres(part, { ...address, keptIn });
    }
  } catch (error) {
    throw explainSqlite(error, to);
  } finally {
    rmSync(part, { force: true });
  }
}
