import { randomInt } from 'node:crypto';
import { type Kysely, sql, type Transaction, type Updateable } from 'kysely';
import type { SubscribeResult, Subscription } from '../model.ts';
import type { Engine, Schema } from '../schema.ts';
import { toColumns } from '../settings.ts';
import type { PlaceFilter, Store } from '../store.ts';
import { traitsOf } from '../traits.ts';
import { toSubscription, toSubscriptions } from './rows.ts';

type SubscriptionQueries = Pick<
  Store,
  'subscribe' | 'subscription' | 'subscriptions' | 'change' | 'pause' | 'resume' | 'end' | 'replan'
>;

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
/** 36^8 = 2.8e12: among a million, a collision has a probability of 1 in 6, and the primary key rejects it. */
const newId = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(36)]).join('');

/** Restricts a query on subscriptions to a server or a DM. */
export function ofPlace(place: PlaceFilter) {
  return 'guildId' in place
    ? sql<boolean>`subscriptions.guild_id = ${place.guildId}`
    : sql<boolean>`subscriptions.channel_id = ${place.dmChannelId} and subscriptions.guild_id is null`;
}

async function one(db: Kysely<Schema>, id: string): Promise<Subscription | undefined> {
  const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toSubscription(row);
}

type Order = Parameters<Store['subscribe']>[0];

/** A next due time as it is written. */
const planned = (engine: Engine, now: Temporal.Instant, next: Order['next']) => ({
  next_date: next?.date ?? null,
  next_due: next?.due.epochMilliseconds ?? null,
  planned_at: now.epochMilliseconds,
  planned_zones: engine.zones,
});

/** A subscription that begins to run at an instant. */
const running = (engine: Engine, now: Temporal.Instant, next: Order['next']) => ({
  active_from: now.epochMilliseconds,
  state: 'active',
  pause_kind: null,
  pause_code: null,
  unreachable_dates: 0,
  unreachable_date: null,
  ...planned(engine, now, next),
});

const changes = (engine: Engine, { place, settings, ownerId, now, next }: Order) => ({
  guild_id: place.guildId ?? null,
  channel_kind: place.channelKind,
  ...toColumns(settings),
  owner_id: ownerId,
  dry: 0,
  ...running(engine, now, next),
});

async function subscribeWithin(
  engine: Engine,
  trx: Transaction<Schema>,
  order: Order,
): Promise<SubscribeResult> {
  const { place, limit } = order;
  // Two concurrent requests must not both take the last place: one lock a server or DM.
  await traitsOf(engine).lock(trx, place.guildId ?? place.channelId);
  const there = await trx
    .selectFrom('subscriptions')
    .select(['id', 'state'])
    .where('channel_id', '=', place.channelId)
    .where('what', '=', place.what)
    .executeTakeFirst();
  if ((there === undefined || there.state === 'ended') && place.guildId !== undefined) {
    const { count } = await trx
      .selectFrom('subscriptions')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('guild_id', '=', place.guildId)
      .where('state', '<>', 'ended')
      .executeTakeFirstOrThrow();
    if (Number(count) >= limit) return { kind: 'full', limit };
  }
  const row = there
    ? await trx
        .updateTable('subscriptions')
        .set(changes(engine, order))
        .where('id', '=', there.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await trx
        .insertInto('subscriptions')
        .values({
          id: newId(),
          channel_id: place.channelId,
          what: place.what,
          created_at: order.now.epochMilliseconds,
          round: 1,
          ...changes(engine, order),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
  const changed = there !== undefined && there.state !== 'ended';
  return { kind: changed ? 'changed' : 'created', subscription: toSubscription(row) };
}

/** Changes a subscription that has not ended; undefined where there is none. */
async function change(
  db: Kysely<Schema>,
  id: string,
  values: Updateable<Schema['subscriptions']>,
): Promise<Subscription | undefined> {
  const row = await db
    .updateTable('subscriptions')
    .set(values)
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .returningAll()
    .executeTakeFirst();
  return row && toSubscription(row);
}

function replan(engine: Engine): Store['replan'] {
  return ({ now, planned: which, limit }, decide, onFault) =>
    engine.db.transaction().execute(async (trx) => {
      let query = trx
        .selectFrom('subscriptions')
        .selectAll()
        .where('state', '=', 'active')
        // New posts have no due times of their own.
        .where('what', '<>', 'new');
      query =
        which === 'with-other-zones'
          ? query.where('planned_zones', '<>', engine.zones)
          : query.where('planned_at', '>', which.after.epochMilliseconds).orderBy('planned_at');
      query = query.limit(limit);
      if (!traitsOf(engine).exclusive) query = query.forUpdate().skipLocked();
      const rows = await query.execute();
      for (const row of rows) {
        const plannedNow = { planned_at: now.epochMilliseconds, planned_zones: engine.zones };
        try {
          const { next, activeFrom } = decide(toSubscription(row));
          await trx
            .updateTable('subscriptions')
            .set({
              ...planned(engine, now, next),
              active_from: activeFrom.epochMilliseconds,
            })
            .where('id', '=', row.id)
            .execute();
        } catch (error) {
          onFault(row, error);
          await trx.updateTable('subscriptions').set(plannedNow).where('id', '=', row.id).execute();
        }
      }
      return rows.length;
    });
}

export function subscriptionQueries(engine: Engine): SubscriptionQueries {
  const { db } = engine;
  return {
    subscribe: (order) => db.transaction().execute((trx) => subscribeWithin(engine, trx, order)),
    subscription: (id) => one(db, id),
    subscriptions: async (place) => {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where(ofPlace(place))
        .where('state', '<>', 'ended')
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return toSubscriptions(engine, rows);
    },
    pause: (id, reason) =>
      change(db, id, {
        state: 'paused',
        pause_kind: reason.kind,
        pause_code: reason.kind === 'unreachable' ? reason.code : null,
        next_date: null,
        next_due: null,
      }),
    change: (id, { settings, ownerId, timetable }) =>
      db.transaction().execute(async (trx) => {
        const changed = await change(trx, id, { ...toColumns(settings), owner_id: ownerId, dry: 0 });
        // A paused one has no due time until it is resumed.
        if (timetable === undefined || changed?.state !== 'active') return changed;
        const { now, next } = timetable;
        return change(trx, id, { ...planned(engine, now, next), active_from: now.epochMilliseconds });
      }),
    resume: (id, now, next) => change(db, id, running(engine, now, next)),
    end: (id) =>
      change(db, id, {
        state: 'ended',
        pause_kind: null,
        pause_code: null,
        next_date: null,
        next_due: null,
      }),
    replan: replan(engine),
  };
}
