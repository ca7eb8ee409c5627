import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

/** Rows per batch; a row has at most 20 columns, SQLite takes 32,766 parameters. */
const batch = 1_000;

/**
 * The columns by which each table is read in batches: they tell its rows apart. Tables follow those they refer to.
 * Vectors are left out: they are made again from the posts.
 */
const keys = {
  subscriptions: ['id'],
  deliveries: ['subscription_id', 'date'],
  tellings: ['subscription_id', 'item'],
  sightings: ['unit', 'item'],
  notes: ['name'],
  feedback: ['id'],
  feedback_servers: ['guild_id'],
} as const satisfies Readonly<Record<Exclude<keyof Schema, 'lectern_schema' | 'vectors'>, readonly string[]>>;

type Table = keyof typeof keys;

// Object.keys gives the keys that stand above, in their order.
const tables = Object.keys(keys) as readonly Table[];

async function copyTable(from: Transaction<Schema>, to: Transaction<Schema>, table: Table): Promise<void> {
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

/** Copies every row of one database into another, empty one of the same version. */
export async function copyTables(from: Transaction<Schema>, to: Transaction<Schema>): Promise<void> {
  for (const table of tables) await copyTable(from, to, table);
}

/** Removes every row. */
export async function emptyTables(db: Transaction<Schema>): Promise<void> {
  for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(db);
}
