import { type OnConflictBuilder, type QueryCreator, sql, type Transaction } from 'kysely';
import type { CivilDate, DeliveryResult, Lease, PostedItem } from '../model.ts';
import type { Engine, Schema } from '../schema.ts';
import type { Store } from '../store.ts';
import { traitsOf } from '../traits.ts';
import { withSubscriptions } from './rows.ts';

type LedgerQueries = Pick<
  Store,
  | 'retry'
  | 'settle'
  | 'withdraw'
  | 'pendingThreads'
  | 'threadDone'
  | 'pendingPublications'
  | 'setPublication'
  | 'runDry'
  | 'nextWake'
>;

/** Consecutive local dates with refusals after which a subscription is paused. */
const patience = 3;

/** Who posted it publishes it at once; what is left after this long was left by a process that ended. */
const publishing = { minutes: 1 } as const;

const unsettled = ['intended'] as const;

type SettledPosted = Extract<DeliveryResult, { state: 'posted' }>;

const markPosted = (
  db: QueryCreator<Schema>,
  lease: Lease,
  key: string,
  { messageId, messageChannelId, postedItem, thread, publish }: SettledPosted,
) =>
  db
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
      publish_next: publish ? lease.now.add(publishing).epochMilliseconds : 0,
      settled_at: lease.now.epochMilliseconds,
      lease_until: 0,
    })
    .where('key', '=', key)
    .where('state', '<>', 'posted')
    .returning('subscription_id');

/** What a message told, each item with its hash. */
const postedRows = ({ item, hash, round }: PostedItem) => {
  const items = item.split(' ');
  const hashes = items.length === 1 ? [hash] : hash.split(' ');
  return items.map((id, index) => ({ item: id, hash: hashes[index] ?? '', round }));
};

type PostedRow = Schema['tellings'];

/** An item that was posted before gets its new round. */
const updatePosted = (conflict: OnConflictBuilder<Schema, 'tellings'>) =>
  conflict
    .columns(['subscription_id', 'item'])
    .doUpdateSet(({ ref }) => ({ hash: ref('excluded.hash'), round: ref('excluded.round') }));

const reachable = ({ round }: PostedItem) => ({
  unreachable_dates: 0,
  unreachable_date: null,
  dry: 0,
  round,
});

async function settlePosted(
  trx: Transaction<Schema>,
  lease: Lease,
  key: string,
  settled: SettledPosted,
): Promise<boolean> {
  const { postedItem } = settled;
  const row = await markPosted(trx, lease, key, settled).executeTakeFirst();
  if (row === undefined) return false;
  const { subscription_id } = row;
  const posted: PostedRow[] = postedRows(postedItem).map((row) => ({ subscription_id, ...row }));
  await trx.insertInto('tellings').values(posted).onConflict(updatePosted).execute();
  await trx
    .updateTable('subscriptions')
    .set(reachable(postedItem))
    .where('id', '=', subscription_id)
    .execute();
  return true;
}

/** The same as one statement, as PostgreSQL has it: one way to the server in place of five. */
async function settlePostedAtOnce(
  { db }: Engine,
  lease: Lease,
  key: string,
  settled: SettledPosted,
): Promise<boolean> {
  const { postedItem } = settled;
  const rows = postedRows(postedItem).map(
    ({ item, hash, round }) => sql`(${item}::text, ${hash}::text, ${round}::integer)`,
  );
  const posted = sql<Omit<PostedRow, 'subscription_id'>>`(values ${sql.join(rows)})`;
  const row = await db
    .with('settled', (cte) => markPosted(cte, lease, key, settled))
    .with('told', (cte) =>
      cte
        .insertInto('tellings')
        .columns(['subscription_id', 'item', 'hash', 'round'])
        .expression(({ selectFrom }) =>
          selectFrom('settled')
            .crossJoin(posted.as<'posted'>(sql`posted (item, hash, round)`))
            .select(['settled.subscription_id', 'posted.item', 'posted.hash', 'posted.round']),
        )
        .onConflict(updatePosted),
    )
    .updateTable('subscriptions')
    .from('settled')
    .set(reachable(postedItem))
    .whereRef('subscriptions.id', '=', 'settled.subscription_id')
    .returning('subscriptions.id')
    .executeTakeFirst();
  return row !== undefined;
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
  return async (lease, key, settled) => {
    if (settled.state === 'posted' && traitsOf(engine).changesInWith)
      return { written: await settlePostedAtOnce(engine, lease, key, settled), paused: false };
    return await engine.db.transaction().execute(async (trx) => {
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

export function ledgerQueries(engine: Engine): LedgerQueries {
  const { db } = engine;
  return {
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
    runDry: async (subscriptionId) => {
      const { numUpdatedRows } = await db
        .updateTable('subscriptions')
        .set({ dry: 1 })
        .where('id', '=', subscriptionId)
        .where('dry', '=', 0)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    nextWake: () => nextWake(engine),
  };
}
