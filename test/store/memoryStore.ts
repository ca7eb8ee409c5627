import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { migrate } from '#store/migrations.ts';
import { storeOf } from '#store/open.ts';
import type { Schema } from '#store/schema.ts';
import { sqliteDialect } from '#store/sqlite/dialect.ts';
import { executorOf } from '#store/sqlite/executor.ts';
import type { Store } from '#store/store.ts';

let tables: Promise<Uint8Array> | undefined;

const open = () => {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  return { database, db: new Kysely<Schema>({ dialect: sqliteDialect(executorOf(database)) }) };
};

const makeTables = async (): Promise<Uint8Array> => {
  const { database, db } = open();
  await migrate(db, 'sqlite', ':memory:');
  const bytes = database.serialize();
  await db.destroy();
  return bytes;
};

/** An empty store in memory, as `sqlite::memory:` opens it; its tables are made once, and copied from then on. */
export const memoryStore = async (): Promise<Store> => {
  tables ??= makeTables();
  const { database, db } = open();
  database.deserialize(await tables);
  return storeOf({ db, kind: 'sqlite', zones: process.versions['tz'] ?? '', onBadRow: () => {} });
};
