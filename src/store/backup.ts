import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql, type Transaction } from 'kysely';
import { migrate, readVersion } from './migrations.ts';
import { StoreError } from './model.ts';
import { readAddress } from './open.ts';
import { connectPostgres, withoutPassword } from './postgres.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite/dialect.ts';
import { executorOf } from './sqlite/executor.ts';
import { explain } from './sqlite/file.ts';
import { refuseNewer } from './version.ts';

/** Rows per batch; a row has at most 20 columns, SQLite takes 32,766 parameters. */
const batch = 1_000;

/** Copies a snapshot of an SQLite file, even while another process writes to it. */
function copyFile(from: string, to: string): void {
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
    throw explain(error, from);
  }
}

/** The key columns of each table, by which it is read in batches. */
const keys = {
  subscriptions: ['id'],
  deliveries: ['subscription_id', 'date'],
  tellings: ['subscription_id', 'item'],
  sightings: ['unit', 'item'],
  notes: ['name'],
} as const;

async function copyTable(
  from: Transaction<Schema>,
  to: Transaction<Schema>,
  table: keyof typeof keys,
): Promise<void> {
  const order = sql.join(keys[table].map((key) => sql.ref(key)));
  for (let offset = 0; ; offset += batch) {
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} order by ${order} limit ${batch} offset ${offset}`.execute(from);
    const columns = Object.keys(rows[0] ?? {});
    if (rows.length > 0) {
      const names = sql.join(columns.map((column) => sql.ref(column)));
      const values = sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`));
      await sql`insert into ${sql.table(table)} (${names}) values ${values}`.execute(to);
    }
    if (rows.length < batch) return;
  }
}

/** Copies a snapshot of a PostgreSQL database into an SQLite file that Lectern can be started on. */
async function copyPostgres(address: string, to: string): Promise<void> {
  const source = connectPostgres(address);
  const target = new Kysely<Schema>({ dialect: sqliteDialect(executorOf(new DatabaseSync(to))) });
  const where = withoutPassword(address);
  try {
    const version = await readVersion(source).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message || error.name : String(error);
      throw new StoreError('unreachable', `The database ${where} cannot be read (${detail}).`, {
        cause: error,
      });
    });
    refuseNewer(version, where);
    await migrate(target, 'sqlite', to);
    if (version === 0) return;
    await source
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((from) =>
        target.transaction().execute(async (into) => {
          await copyTable(from, into, 'subscriptions');
          await copyTable(from, into, 'deliveries');
          await copyTable(from, into, 'tellings');
          await copyTable(from, into, 'sightings');
          await copyTable(from, into, 'notes');
        }),
      );
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
    mkdirSync(dirname(to), { recursive: true });
    rmSync(part, { force: true });
  } catch (error) {
    throw explain(error, to);
  }
  try {
    if (address.kind === 'postgres') await copyPostgres(address.url, part);
    else if (address.kind === 'file') copyFile(address.file, part);
    else throw new StoreError('bad-address', 'A database in memory cannot be backed up.');
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { force: true });
    throw error instanceof StoreError ? error : explain(error, to);
  }
}
