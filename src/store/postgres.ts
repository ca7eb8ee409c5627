import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations.ts';
import { StoreError } from './model.ts';
import type { Schema } from './schema.ts';

/** PostgreSQL's type id of `bigint`, which pg returns as text by default: ours all fit a double. */
const int8 = 20;

/** An address without its password, for messages. */
export function withoutPassword(address: string): string {
  try {
    const url = new URL(address);
    if (url.password) url.password = '***';
    return url.href;
  } catch {
    return 'postgres://…';
  }
}

/** A connection pool; it connects on demand. */
export function connectPostgres(address: string): Kysely<Schema> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({ connectionString: address, types, max: 8, connectionTimeoutMillis: 10_000 });
  // The pool replaces a connection that breaks while idle; without a listener the error would end the process.
  pool.on('error', () => {});
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** Opens a PostgreSQL database and migrates its tables. @throws StoreError */
export async function openPostgres(address: string): Promise<Kysely<Schema>> {
  const where = withoutPassword(address);
  const db = connectPostgres(address);
  try {
    await migrate(db, 'postgres', where);
    return db;
  } catch (error) {
    await db.destroy();
    if (error instanceof StoreError) throw error;
    const detail = error instanceof Error ? error.message || error.name : String(error);
    throw new StoreError(
      'unreachable',
      `The database ${where} cannot be used (${detail}). Check DATABASE_URL, that the server runs, and that its user may create tables.`,
      { cause: error },
    );
  }
}
