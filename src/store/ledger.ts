import { type Kysely, sql, type Transaction } from 'kysely';
import { longestLease } from './claims.ts';
import type { Announcement, CivilDate, Lease, PostedItem, Settled, Subscription } from './model.ts';
import { toSubscriptions, withSubscriptions } from './rows.ts';
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
  | 'pendingPublications'
  | 'setPublication'
  | 'runDry'
  | 'pruneHistory'
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
  { messageId, messageChannelId, postedItem, thread, publish }: Extract<Settled, { state: 'posted' }>,
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
      publication: publish ? 'wanted' : null,
      publish_next: publish ? lease.now.epochMilliseconds : 0,
      settled_at: lease.now.epochMilliseconds,
      lease_until: 0,
    })
    .where('key', '=', key)
    .where('state', '<>', 'posted')
    .returning('subscription_id')
    .executeTakeFirst();
  if (row === undefined) return false;
  const items = postedItem.item.split(' ');
  const hashes = items.length === 1 ? [postedItem.hash] : postedItem.hash.split(' ');
  for (const [index, item] of items.entries()) {
    const told = { hash: hashes[index] ?? '', round: postedItem.round };
    await trx
      .insertInto('tellings')
      .values({ subscription_id: row.subscription_id, item, ...told })
      .onConflict((conflict) => conflict.columns(['subscription_id', 'item']).doUpdateSet(told))
      .execute();
  }
  await trx
    .updateTable('subscriptions')
    .set({ unreachable_dates: 0, unreachable_date: null, dry: 0, round: postedItem.round })
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
  most: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('subscriptions')
    .set({ unreachable_dates: sql`unreachable_dates + 1`, unreachable_date: date })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where((eb) => eb.or([eb('unreachable_date', 'is', null), eb('unreachable_date', '<>', date)]))
    .returning('unreachable_dates')
    .executeTakeFirst();
  if (row === undefined || row.unreachable_dates < most) return false;
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
        settled.pauses !== 'never' &&
        (await countUnreachable(
          trx,
          row.subscription_id,
          row.date,
          settled.code ?? 0,
          settled.pauses === 'at-once' ? 1 : patience,
        ));
      return { written: true, paused };
    });
}

/** Writes the announcements of what was added to the sightings. */
async function writeAnnouncements(
  engine: Engine,
  trx: Transaction<Schema>,
  announce: (subscription: Subscription) => readonly Announcement[],
): Promise<void> {
  const active = await trx
    .selectFrom('subscriptions')
    .selectAll()
    .where('what', '=', 'new')
    .where('state', '=', 'active')
    .execute();
  for (const subscription of toSubscriptions(engine, active)) {
    const rows = announce(subscription).map(({ date, due, windowEnd, key, item }) => ({
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
    if (rows.length === 0) continue;
    await trx
      .insertInto('deliveries')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
}

function recordFirstSeen(engine: Engine): Store['recordFirstSeen'] {
  return async (unit, items, now, announce) => {
    const read = async (db: Kysely<Schema>) => {
      const rows = await db.selectFrom('sightings').selectAll().where('unit', '=', unit).execute();
      return new Map(rows.map((row) => [row.item, Temporal.Instant.fromEpochMilliseconds(row.since)]));
    };
    const known = await read(engine.db);
    const fresh = [...new Set(items)].filter((item) => !known.has(item));
    if (fresh.length === 0) return known;
    await engine.db.transaction().execute(async (trx) => {
      const before = await read(trx);
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
      if (announce !== undefined) {
        await writeAnnouncements(engine, trx, (subscription) => announce(subscription, added, before));
      }
    });
    return read(engine.db);
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

async function pendingPublications(engine: Engine, now: Temporal.Instant, limit: number) {
  const rows = await engine.db
    .selectFrom('deliveries')
    .selectAll()
    .where('publication', '=', 'wanted')
    .where('publish_next', '<=', now.epochMilliseconds)
    .orderBy('publish_next')
    .limit(limit)
    .execute();
  return withSubscriptions(engine, engine.db, rows);
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

async function nextWake({ db }: Engine): Promise<Temporal.Instant | undefined> {
  const due = await db
    .selectFrom('subscriptions')
    .select('next_due as at')
    .where('state', '=', 'active')
    .where('next_due', 'is not', null)
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
  const publication = await db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('publish_next').as('at'))
    .where('publication', '=', 'wanted')
    .executeTakeFirst();
  const times = [due?.at, open?.at, publication?.at].filter((at) => typeof at === 'number');
  return times.length === 0 ? undefined : Temporal.Instant.fromEpochMilliseconds(Math.min(...times));
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
    recordFirstSeen: recordFirstSeen(engine),
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
    pendingPublications: (now, limit) => pendingPublications(engine, now, limit),
    setPublication: async (key, order) => {
      const next = order.state === 'wanted' ? order.nextTry.epochMilliseconds : 0;
      await db
        .updateTable('deliveries')
        .set({ publication: order.state, publish_next: next })
        .where('key', '=', key)
        .execute();
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
    runDry: async (subscriptionId) => {
      const { numUpdatedRows } = await db
        .updateTable('subscriptions')
        .set({ dry: 1 })
        .where('id', '=', subscriptionId)
        .where('dry', '=', 0)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    pruneHistory: (before, limit) => pruneHistory(engine, before, limit),
    nextWake: () => nextWake(engine),
    nextDue: () => nextDue(engine),
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
