import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import { refuseNewer, schemaVersion } from './version.ts';

type Step = (trx: Transaction<Schema>) => Promise<void>;

async function firstTables(trx: Transaction<Schema>): Promise<void> {
  await trx.schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('guild_id', 'text')
    .addColumn('channel_id', 'text', (c) => c.notNull())
    .addColumn('channel_kind', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('time', 'text', (c) => c.notNull())
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('days', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('mention_role_id', 'text')
    .addColumn('thread', 'integer', (c) => c.notNull())
    .addColumn('repeat', 'text', (c) => c.notNull())
    .addColumn('owner_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('active_from', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('pause_kind', 'text')
    .addColumn('pause_code', 'integer')
    .addColumn('next_date', 'text')
    .addColumn('next_due', 'bigint')
    .addColumn('planned_at', 'bigint', (c) => c.notNull())
    .addColumn('planned_zones', 'text', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('unreachable_dates', 'integer', (c) => c.notNull())
    .addColumn('unreachable_date', 'text')
    .addUniqueConstraint('subscriptions_place', ['channel_id', 'unit'])
    .execute();
  await trx.schema.createIndex('subscriptions_guild').on('subscriptions').column('guild_id').execute();
  await trx.schema
    .createIndex('subscriptions_due')
    .on('subscriptions')
    .columns(['next_due', 'id'])
    .where(sql<boolean>`state = 'active'`)
    .execute();
  await trx.schema
    .createIndex('subscriptions_planned')
    .on('subscriptions')
    .column('planned_at')
    .where(sql<boolean>`state = 'active'`)
    .execute();

  await trx.schema
    .createTable('deliveries')
    .addColumn('subscription_id', 'text', (c) => c.notNull().references('subscriptions.id'))
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('due', 'bigint', (c) => c.notNull())
    .addColumn('window_end', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('code', 'integer')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('unresolved_since', 'bigint')
    .addColumn('next_try', 'bigint', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('item', 'text')
    .addColumn('item_hash', 'text')
    .addColumn('message_channel_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('settled_at', 'bigint')
    .addColumn('missed_from', 'text')
    .addColumn('thread_wanted', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('deliveries_key', ['subscription_id', 'date'])
    .execute();
  await trx.schema
    .createIndex('deliveries_open')
    .on('deliveries')
    .column('next_try')
    .where(sql<boolean>`state = 'intended'`)
    .execute();

  await trx.schema
    .createIndex('deliveries_thread')
    .on('deliveries')
    .column('settled_at')
    .where(sql<boolean>`thread_wanted = 1`)
    .execute();

  await trx.schema
    .createTable('tellings')
    .addColumn('subscription_id', 'text', (c) => c.notNull().references('subscriptions.id'))
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('tellings_key', ['subscription_id', 'item'])
    .execute();
  await trx.schema
    .createTable('sightings')
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('item', 'text', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('sightings_key', ['unit', 'item'])
    .execute();
  await trx.schema
    .createTable('notes')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}

/** Step n migrates a database of version n to n + 1. Released steps never change; `schemaVersion` counts them. */
const steps: readonly Step[] = [firstTables];

/** An arbitrary lock id, the same in every process. */
const migrationLock = 5_032_018_102_501;

/** 0 for a database without our tables. */
export async function readVersion(db: Kysely<Schema>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'lectern_schema')) return 0;
  const row = await db.selectFrom('lectern_schema').select('version').executeTakeFirst();
  return row?.version ?? 0;
}

/** Migrates the tables in one transaction. Safe when several processes do it at once. */
export async function migrate(db: Kysely<Schema>, kind: 'sqlite' | 'postgres', where: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // SQLite's transactions begin with the write lock; PostgreSQL needs an advisory lock.
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(trx);
    const version = await readVersion(trx);
    refuseNewer(version, where);
    if (version === schemaVersion) return;
    if (version === 0) {
      await trx.schema
        .createTable('lectern_schema')
        .ifNotExists()
        .addColumn('version', 'integer', (c) => c.notNull())
        .execute();
    }
    for (const step of steps.slice(version, schemaVersion)) await step(trx);
    await trx.deleteFrom('lectern_schema').execute();
    await trx.insertInto('lectern_schema').values({ version: schemaVersion }).execute();
  });
}
