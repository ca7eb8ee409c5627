import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { readAddress } from '../address.ts';
import { makeFolder } from '../folder.ts';
import { migrate, readVersion } from '../migrations.ts';
import { connectPostgres, explainPostgres } from '../postgres.ts';
import type { Schema } from '../schema.ts';
import { sqliteDialect } from '../sqlite/dialect.ts';
import { executorOf } from '../sqlite/executor.ts';
import { explainSqlite } from '../sqlite/fileErrors.ts';
import { StoreError } from '../storeError.ts';
import { refuseNewer } from '../version.ts';
import { copyTables } from './copyTables.ts';

/** Copies a snapshot of an SQLite file, even while another process writes to it. */
export function copyFile(from: string, to: string): void {
  if (!existsSync(from)) {
    throw new StoreError('bad-address', `There is no database ${from} to back up. Check DATABASE_URL.`);
  }
  try {
    const database = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
    try {
      database.prepare('vacuum into ?').run(to);
    } finally {
      database.close();
    }
  } catch (error) {
    throw explainSqlite(error, from);
  }
}

/** Marks a copy as one: a bot that starts on it cannot know what was posted after it was made. */
export function markCopy(file: string): void {
  const database = new DatabaseSync(file);
  try {
    const there = database.prepare("select 1 from sqlite_master where name = 'notes'").get();
    if (there === undefined) return;
    database
      .prepare("insert or replace into notes (name, value) values ('backup', ?)")
      .run(Temporal.Now.instant().toString());
  } finally {
    database.close();
  }
}

/** Copies a PostgreSQL database, as it is at this moment, into an SQLite file that Lectern can be started on. */
async function copyPostgres(address: string, where: string, to: string): Promise<void> {
  const source = connectPostgres(address, where, 'tool');
  const target = new Kysely<Schema>({ dialect: sqliteDialect(executorOf(new DatabaseSync(to))) });
  try {
    const version = await readVersion(source).catch((error: unknown) => {
      throw explainPostgres(error, where);
    });
    refuseNewer(version, where);
    await migrate(target, 'sqlite', to);
    if (version === 0) return;
    await source
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((from) => target.transaction().execute((into) => copyTables(from, into)));
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

/**
 * Makes a consistent copy of the database as an SQLite file, while the bot runs. The file is created atomically.
 * @throws StoreError if the database cannot be read, or the file exists or cannot be written
 */
export async function backUp(databaseUrl: string, file: string): Promise<void> {
  const address = readAddress(databaseUrl);
  const to = resolve(file);
  const part = `${to}.part`;
  if (existsSync(to)) {
    throw new StoreError('not-writable', `${to} is there already. Give the name of a new file.`);
  }
  try {
    makeFolder(dirname(to));
    rmSync(part, { force: true });
  } catch (error) {
    throw explainSqlite(error, to);
  }
  try {
    switch (address.kind) {
      case 'postgres':
        await copyPostgres(address.url, address.place, part);
        break;
      case 'file':
        copyFile(address.file, part);
        break;
      case 'memory':
        throw new StoreError('bad-address', 'A database in memory cannot be backed up.');
      default:
        address satisfies never;
    }
    markCopy(part);
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { force: true });
    throw error instanceof StoreError ? error : explainSqlite(error, to);
  }
}
