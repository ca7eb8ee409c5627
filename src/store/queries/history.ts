import { type Kysely, sql, type Transaction } from 'kysely';
import type { Announcement, PostedItem, RecapUnit, Subscription } from '../model.ts';
import type { Engine, Schema } from '../schema.ts';
import type { Store } from '../store.ts';
import { toSubscriptions, withSubscriptions } from './rows.ts';
import { ofPlace } from './subscriptions.ts';

/** Writes the announcements of items that were seen for the first time. */
async function writeAnnouncements(
  trx: Transaction<Schema>,
  subscription: Subscription,
  announcements: readonly Announcement[],
): Promise<void> {
  const rows = announcements.map(({ date, due, windowEnd, key, item }) => ({
    subscription_id: subscription.id,
    date,
    key,
    item,
    due: due.epochMilliseconds,
    window_end: windowEnd.epochMilliseconds,
    next_try: due.epochMilliseconds,
    state: 'intended',
    attempts: 0,
    owner: '',
    lease_until: 0,
    announces: 1,
    thread_wanted: 0,
    publish_next: 0,
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** When each item of a unit was first seen. */
async function readFirstSeen(
  db: Kysely<Schema>,
  unit: RecapUnit,
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const rows = await db.selectFrom('sightings').selectAll().where('unit', '=', unit).execute();
  return new Map(rows.map((row) => [row.item, Temporal.Instant.fromEpochMilliseconds(row.since)]));
}

/** More items at a time are looked for among all that were ever seen. */
const FEW = 1_000;

/** Those that were never seen, each once. */
async function unseen(
  db: Kysely<Schema>,
  unit: RecapUnit,
  items: readonly string[],
): Promise<readonly string[]> {
  const all = [...new Set(items)];
  if (all.length === 0) return all;
  const few = db.selectFrom('sightings').select('item').where('unit', '=', unit).where('item', 'in', all);
  const known =
    all.length > FEW ? await readFirstSeen(db, unit) : new Set((await few.execute()).map(({ item }) => item));
  return all.filter((item) => !known.has(item));
}

function addFirstSeen(engine: Engine): Store['addFirstSeen'] {
  return async (unit, items, now, announce) => {
    const fresh = await unseen(engine.db, unit, items);
    if (fresh.length === 0) return;
    await engine.db.transaction().execute(async (trx) => {
      const active = trx
        .selectFrom('subscriptions')
        .selectAll()
        .where('what', '=', 'new')
        .where('state', '=', 'active');
      const told = announce === undefined ? [] : toSubscriptions(engine, await active.execute());
      const before = told.length === 0 ? new Map<string, Temporal.Instant>() : await readFirstSeen(trx, unit);
      const added = new Set<string>();
      // SQLite takes 32,766 parameters a statement, PostgreSQL 65,535.
      for (let start = 0; start < fresh.length; start += 5_000) {
        const rows = await trx
          .insertInto('sightings')
          .values(
            fresh.slice(start, start + 5_000).map((item) => ({ unit, item, since: now.epochMilliseconds })),
          )
          .onConflict((conflict) => conflict.columns(['unit', 'item']).doNothing())
          .returning('item')
          .execute();
        for (const { item } of rows) added.add(item);
      }
      for (const subscription of told)
        await writeAnnouncements(trx, subscription, announce?.(subscription, added, before) ?? []);
    });
  };
}

function recordFirstSeen(engine: Engine): Store['recordFirstSeen'] {
  const add = addFirstSeen(engine);
  return async (unit, ...rest) => {
    await add(unit, ...rest);
    return readFirstSeen(engine.db, unit);
  };
}

function history(engine: Engine): Store['history'] {
  return async (place, { offset, limit }) => {
    const rows = engine.db
      .selectFrom('deliveries')
      .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
      .where(
        'subscriptionId' in place ? sql<boolean>`subscriptions.id = ${place.subscriptionId}` : ofPlace(place),
      );
    const { count } = await rows
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const keys = await rows
      .select(['deliveries.key'])
      .orderBy('deliveries.due', 'desc')
      .orderBy('deliveries.key')
      .limit(limit)
      .offset(offset)
      .execute();
    if (keys.length === 0) return { total: Number(count), rows: [] };
    const deliveries = await engine.db
      .selectFrom('deliveries')
      .selectAll()
      .where(
        'key',
        'in',
        keys.map((row) => row.key),
      )
      .orderBy('due', 'desc')
      .orderBy('key')
      .execute();
    return { total: Number(count), rows: await withSubscriptions(engine, engine.db, deliveries) };
  };
}

/** Nothing here is needed to not post twice: see the contract of the store. */
async function pruneHistory({ db }: Engine, before: Temporal.Instant, limit: number): Promise<number> {
  const old = await db
    .selectFrom('deliveries')
    .select('key')
    .where('due', '<', before.epochMilliseconds)
    .where('settled_at', '<', before.epochMilliseconds)
    .where('state', '<>', 'intended')
    .where('thread_wanted', '=', 0)
    .where((eb) => eb.or([eb('publication', 'is', null), eb('publication', '<>', 'wanted')]))
    .where(
      sql<boolean>`exists (select 1 from deliveries newer
        where newer.subscription_id = deliveries.subscription_id and newer.due > deliveries.due)`,
    )
    .orderBy('due')
    .limit(limit)
    .execute();
  if (old.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('deliveries')
    .where(
      'key',
      'in',
      old.map(({ key }) => key),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function nextDue({ db }: Engine): ReturnType<Store['nextDue']> {
  const planned = await db
    .selectFrom('subscriptions')
    .select(['id', 'channel_id', 'next_due as due'])
    .where('state', '=', 'active')
    .where('next_due', 'is not', null)
    .orderBy('next_due')
    .limit(1)
    .executeTakeFirst();
  const announced = await db
    .selectFrom('deliveries')
    .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
    .select(['subscriptions.id', 'subscriptions.channel_id', 'deliveries.due'])
    .where('deliveries.state', '=', 'intended')
    .where('deliveries.announces', '=', 1)
    .where('deliveries.attempts', '=', 0)
    .orderBy('deliveries.due')
    .limit(1)
    .executeTakeFirst();
  const [first] = [planned, announced]
    .flatMap((row) => (row === undefined || row.due === null ? [] : [{ ...row, due: row.due }]))
    .toSorted((one, other) => one.due - other.due);
  if (first === undefined) return undefined;
  const due = Temporal.Instant.fromEpochMilliseconds(first.due);
  return { subscriptionId: first.id, channelId: first.channel_id, due };
}

type HistoryQueries = Pick<
  Store,
  'history' | 'takenDates' | 'postedItems' | 'addFirstSeen' | 'recordFirstSeen' | 'pruneHistory' | 'nextDue'
>;

/** Posted items, seen items, and the next recaps. */
export function historyQueries(engine: Engine): HistoryQueries {
  const { db } = engine;
  return {
    history: history(engine),
    takenDates: async (subscriptionId, from) => {
      const rows = await db
        .selectFrom('deliveries')
        .select('date')
        .where('subscription_id', '=', subscriptionId)
        .where('date', '>=', from)
        .where('state', 'in', ['intended', 'posted', 'uncertain'])
        .orderBy('date')
        .execute();
      return rows.map((row) => row.date);
    },
    postedItems: async (subscriptionId) => {
      const rows = await db
        .selectFrom('tellings')
        .select(['item', 'hash', 'round'])
        .where('subscription_id', '=', subscriptionId)
        .execute();
      return rows.map((row): PostedItem => ({ ...row }));
    },
    addFirstSeen: addFirstSeen(engine),
    recordFirstSeen: recordFirstSeen(engine),
    pruneHistory: (before, limit) => pruneHistory(engine, before, limit),
    nextDue: () => nextDue(engine),
  };
}
