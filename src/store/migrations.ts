import { type CreateTableBuilder, type Kysely, sql, type Transaction } from 'kysely';
import type { Engine, Schema } from './schema.ts';
import { SETTINGS } from './settings.ts';
import { traitsOf } from './traits.ts';
import { refuseNewer, schemaVersion } from './version.ts';

type Step = (trx: Transaction<Schema>) => Promise<void>;

/** The columns that a delivery has had from the beginning. */
const withFirstColumns = <Table extends string, Column extends string>(
  table: CreateTableBuilder<Table, Column>,
) =>
  table
    .addColumn('subscription_id', 'text', (c) => c.notNull().references('subscriptions.id'))
    .addColumn('date', 'text', (c) => c.notNull())
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
    .addColumn('thread_wanted', 'integer', (c) => c.notNull().defaultTo(0));

async function firstIndexes(trx: Transaction<Schema>): Promise<void> {
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
}

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

  await withFirstColumns(trx.schema.createTable('deliveries'))
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addPrimaryKeyConstraint('deliveries_key', ['subscription_id', 'date'])
    .execute();
  await firstIndexes(trx);

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

/**
 * New posts, digests, filters, tags, and publishing. A subscription may have several announcements on a date: what names
 * a delivery is its key alone, which for dates is made of the subscription and the date.
 */
async function kindsOfRecaps(trx: Transaction<Schema>): Promise<void> {
  await sql`alter table subscriptions rename column unit to what`.execute(trx);
  const columns = [
    ['at_once', 'integer', '0'],
    ['count', 'integer', '5'],
    ['filter', 'text', undefined],
    ['tags', 'text', "''"],
    ['dry', 'integer', '0'],
  ] as const;
  for (const [name, type, initial] of columns) {
    await trx.schema
      .alterTable('subscriptions')
      .addColumn(name, type, (c) => (initial === undefined ? c : c.notNull().defaultTo(sql.raw(initial))))
      .execute();
  }
  await withFirstColumns(trx.schema.createTable('deliveries_by_key'))
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('announces', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('publication', 'text')
    .addColumn('publish_next', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  const kept =
    sql.raw(`key, subscription_id, date, due, window_end, state, reason, code, attempts, unresolved_since,
    next_try, owner, lease_until, item, item_hash, message_channel_id, message_id, settled_at, missed_from, thread_wanted`);
  await sql`insert into deliveries_by_key (${kept}) select ${kept} from deliveries`.execute(trx);
  await trx.schema.dropTable('deliveries').execute();
  await trx.schema.alterTable('deliveries_by_key').renameTo('deliveries').execute();
  await trx.schema
    .createIndex('deliveries_date')
    .on('deliveries')
    .columns(['subscription_id', 'date'])
    .unique()
    .where(sql<boolean>`announces = 0`)
    .execute();
  await trx.schema
    .createIndex('deliveries_due_of')
    .on('deliveries')
    .columns(['subscription_id', 'due'])
    .execute();
  await firstIndexes(trx);
  await trx.schema
    .createIndex('deliveries_publish')
    .on('deliveries')
    .column('publish_next')
    .where(sql<boolean>`publication = 'wanted'`)
    .execute();
  await trx.schema.createIndex('deliveries_due').on('deliveries').column('due').execute();
}

/** Questions that the posts do not cover, and the servers that allow them to be stored. */
async function feedbackTables(trx: Transaction<Schema>): Promise<void> {
  await trx.schema
    .createTable('feedback')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('guild_id', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('question', 'text')
    .addColumn('session', 'text')
    .addColumn('section', 'text')
    .execute();
  await trx.schema.createIndex('feedback_age').on('feedback').columns(['asked_at', 'id']).execute();
  await trx.schema.createIndex('feedback_guild').on('feedback').columns(['guild_id', 'asked_at']).execute();
  await trx.schema
    .createTable('feedback_servers')
    .addColumn('guild_id', 'text', (c) => c.primaryKey())
    .execute();
}

/** Vectors of texts, by the model that gave them: a cache, which is in no backup. */
async function vectorTable(trx: Transaction<Schema>): Promise<void> {
  // PostgreSQL's name for bytes; to SQLite any type whose name it does not know is as good.
  await trx.schema
    .createTable('vectors')
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('vector', 'bytea', (c) => c.notNull())
    .addPrimaryKeyConstraint('vectors_key', ['model', 'hash'])
    .execute();
}

/** Step n migrates a database of version n to n + 1. Released steps never change; `schemaVersion` counts them. */
const steps: readonly Step[] = [firstTables, kindsOfRecaps, feedbackTables, vectorTable];

/** @throws where the last step does not leave a column for each setting. */
async function requireSettings(trx: Transaction<Schema>): Promise<void> {
  const tables = await trx.introspection.getTables();
  const columns = tables.find(({ name }) => name === 'subscriptions')?.columns ?? [];
  for (const [setting, { column, type }] of Object.entries(SETTINGS)) {
    const there = columns.find(({ name }) => name === column);
    const fits = there !== undefined && { text: /^text$/i, integer: /^int/i }[type].test(there.dataType);
    if (!fits) {
      throw new Error(
        `The setting "${setting}" needs a column "${column}" of type ${type} in subscriptions: add a step to migrations.ts`,
      );
    }
  }
}

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
export async function migrate(db: Kysely<Schema>, kind: Engine['kind'], where: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await traitsOf({ kind }).lock(trx, migrationLock);
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
    await requireSettings(trx);
    await trx.deleteFrom('lectern_schema').execute();
    await trx.insertInto('lectern_schema').values({ version: schemaVersion }).execute();
  });
}
