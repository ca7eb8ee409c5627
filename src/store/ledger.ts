import { sql, type Transaction } from 'kysely';
import { longestLease } from './claims.ts';
import type { CivilDate, Lease, PostedItem, Settled } from './model.ts';
import { withSubscriptions } from './rows.ts';
import type { Engine, Schema } from './schema.ts';
import type { Store } from './store.ts';
import { ofPlace } from './subscriptions.ts';

type LedgerQueries = Pick<
  Store,
  | 'history'
  | 'takenDates'
  | 'postedItems'
  | 'recordFirstSeen'
  | 'retry'
  | 'settle'
  | 'withdraw'
  | 'pendingThreads'
  | 'threadDone'
  | 'nextWake'
  | 'nextDue'
  | 'note'
  | 'setNote'
  | 'hold'
>;

/** Consecutive local dates with refusals after which a subscription is paused. */
const patience = 3;

/** Milliseconds that sort as text, in a column of text. */
const sortable = (instant: Temporal.Instant): string => String(instant.epochMilliseconds).padStart(15, '0');

const unsettled = ['intended'] as const;

async function settlePosted(
  trx: Transaction<Schema>,
  lease: Lease,
  key: string,
  { messageId, messageChannelId, postedItem, thread }: Extract<Settled, { state: 'posted' }>,
): Promise<boolean> {
  const row = await trx
    .updateTable('deliveries')
    .set({
      state: 'posted',
      reason: null,
      code: null,
      unresolved_since: null,
      message_id: messageId,
      message_channel_id: messageChannelId,
      item: postedItem.item,
      item_hash: postedItem.hash,
      thread_wanted: thread ? 1 : 0,
      settled_at: lease.now.epochMilliseconds,
      lease_until: 0,
    })
    .where('key', '=', key)
    .where('state', '<>', 'posted')
    .returning('subscription_id')
    .executeTakeFirst();
  if (row === undefined) return false;
  await trx
    .insertInto('tellings')
    .values({ subscription_id: row.subscription_id, ...postedItem })
    .onConflict((conflict) =>
      conflict
        .columns(['subscription_id', 'item'])
        .doUpdateSet({ hash: postedItem.hash, round: postedItem.round }),
    )
    .execute();
  await trx
    .updateTable('subscriptions')
    .set({ unreachable_dates: 0, unreachable_date: null, round: postedItem.round })
    .where('id', '=', row.subscription_id)
    .execute();
  return true;
}

/** Counts a local date with an unreachable channel. True when that pauses the subscription. */
async function countUnreachable(
  trx: Transaction<Schema>,
  id: string,
  date: CivilDate,
  code: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('subscriptions')
    .set({ unreachable_dates: sql`unreachable_dates + 1`, unreachable_date: date })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where((eb) => eb.or([eb('unreachable_date', 'is', null), eb('unreachable_date', '<>', date)]))
    .returning('unreachable_dates')
    .executeTakeFirst();
  if (row === undefined || row.unreachable_dates < patience) return false;
  await trx
    .updateTable('subscriptions')
    .set({ state: 'paused', pause_kind: 'unreachable', pause_code: code, next_date: null, next_due: null })
    .where('id', '=', id)
    .execute();
  return true;
}

function settle(engine: Engine): Store['settle'] {
  return (lease, key, settled) =>
    engine.db.transaction().execute(async (trx) => {
      if (settled.state === 'posted') {
        return { written: await settlePosted(trx, lease, key, settled), paused: false };
      }
      const row = await trx
        .updateTable('deliveries')
        .set({
          state: settled.state,
          reason: settled.reason,
          code: settled.code ?? null,
          settled_at: lease.now.epochMilliseconds,
          lease_until: 0,
          ...(settled.state === 'uncertain' ? {} : { unresolved_since: null }),
        })
        .where('key', '=', key)
        .where('owner', '=', lease.owner)
        .where('state', 'in', unsettled)
        .returning(['subscription_id', 'date'])
        .executeTakeFirst();
      if (row === undefined) return { written: false, paused: false };
      const paused =
        settled.state === 'failed' &&
        settled.unreachable &&
        (await countUnreachable(trx, row.subscription_id, row.date, settled.code ?? 0));
      return { written: true, paused };
    });
}

async function recordFirstSeen(
  engine: Engine,
  unit: string,
  items: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Temporal.Instant>> {
  const read = async () => {
    const rows = await engine.db.selectFrom('sightings').selectAll().where('unit', '=', unit).execute();
    return new Map(rows.map((row) => [row.item, Temporal.Instant.fromEpochMilliseconds(row.since)]));
  };
  const known = await read();
  const fresh = items.filter((item) => !known.has(item));
  if (fresh.length === 0) return known;
  await engine.db.transaction().execute(async (trx) => {
    // SQLite takes 32,766 parameters a statement, PostgreSQL 65,535.
    for (let start = 0; start < fresh.length; start += 5_000) {
      await trx
        .insertInto('sightings')
        .values(
          fresh.slice(start, start + 5_000).map((item) => ({ unit, item, since: now.epochMilliseconds })),
        )
        .onConflict((conflict) => conflict.columns(['unit', 'item']).doNothing())
        .execute();
    }
  });
  return read();
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

function pendingThreads(engine: Engine): Store['pendingThreads'] {
  return async (before, limit) => {
    const rows = await engine.db
      .selectFrom('deliveries')
      .selectAll()
      .where('thread_wanted', '=', 1)
      .where('settled_at', '<', before.epochMilliseconds)
      .orderBy('settled_at')
      .limit(limit)
      .execute();
    return withSubscriptions(engine, engine.db, rows);
  };
}

async function nextWake({ db }: Engine): Promise<Temporal.Instant | undefined> {
  const due = await db
    .selectFrom('subscriptions')
    .select('next_due as at')
    .where('state', '=', 'active')
    .orderBy('next_due')
    .limit(1)
    .executeTakeFirst();
  // A delivery in progress is checked again when its lease expires.
  const open = await db
    .selectFrom('deliveries')
    .select(
      sql<number | null>`min(case when lease_until > next_try then lease_until else next_try end)`.as('at'),
    )
    .where('state', '=', 'intended')
    .executeTakeFirst();
  const times = [due?.at, open?.at].filter((at) => typeof at === 'number');
  return times.length === 0 ? undefined : Temporal.Instant.fromEpochMilliseconds(Math.min(...times));
}

export function ledgerQueries(engine: Engine): LedgerQueries {
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
    recordFirstSeen: (unit, items, now) => recordFirstSeen(engine, unit, items, now),
    retry: async (lease, key, { nextTry, reason, code, resolved }) => {
      await db
        .updateTable('deliveries')
        .set({
          next_try: nextTry.epochMilliseconds,
          lease_until: 0,
          ...(reason === undefined ? {} : { reason }),
          code: code ?? null,
          ...(resolved ? { unresolved_since: null } : {}),
        })
        .where('key', '=', key)
        .where('owner', '=', lease.owner)
        .where('state', 'in', unsettled)
        .execute();
    },
    settle: settle(engine),
    withdraw: async (lease, key) => {
      await db
        .deleteFrom('deliveries')
        .where('key', '=', key)
        .where('owner', '=', lease.owner)
        .where('state', 'in', unsettled)
        .execute();
    },
    pendingThreads: pendingThreads(engine),
    threadDone: async (key) => {
      await db.updateTable('deliveries').set({ thread_wanted: 0 }).where('key', '=', key).execute();
    },
    nextWake: () => nextWake(engine),
    nextDue: async () => {
      const row = await db
        .selectFrom('subscriptions')
        .select(['id', 'channel_id', 'next_due'])
        .where('state', '=', 'active')
        .where('next_due', 'is not', null)
        .orderBy('next_due')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined || row.next_due === null) return undefined;
      const due = Temporal.Instant.fromEpochMilliseconds(row.next_due);
      return { subscriptionId: row.id, channelId: row.channel_id, due };
    },
    hold: async (name, { owner, now, until }) => {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('notes')
        .values({ name: `lease:${name}`, value: `${sortable(until)} ${owner}` })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') }))
            .where((eb) =>
              eb.or([
                eb('notes.value', '<', sortable(now.add({ nanoseconds: 1_000_000 }))),
                // Written with a wrong clock.
                eb('notes.value', '>', sortable(now.add(longestLease))),
                eb('notes.value', 'like', `% ${owner}`),
              ]),
            ),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
    note: async (name) => {
      const row = await db.selectFrom('notes').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value;
    },
    setNote: async (name, value) => {
      await db
        .insertInto('notes')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
  };
}
