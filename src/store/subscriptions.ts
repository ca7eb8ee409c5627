import { randomInt } from 'node:crypto';
import { type Kysely, sql, type Transaction, type Updateable } from 'kysely';
import type { SubscribeResult, Subscription } from './model.ts';
import { toSubscription, toSubscriptions } from './rows.ts';
import type { Engine, Schema } from './schema.ts';
import type { PlaceFilter, Store } from './store.ts';

type SubscriptionQueries = Pick<
  Store,
  'subscribe' | 'subscription' | 'subscriptions' | 'pause' | 'resume' | 'end' | 'replan'
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

function changes(engine: Engine, { place, settings, ownerId, now, next }: Order) {
  return {
    guild_id: place.guildId ?? null,
    channel_kind: place.channelKind,
    time: settings.time,
    time_zone: settings.timeZone,
    days: settings.days.join(''),
    language: settings.language,
    mention_role_id: settings.mentionRoleId ?? null,
    thread: settings.thread ? 1 : 0,
    repeat: settings.repeat,
    owner_id: ownerId,
    active_from: now.epochMilliseconds,
    state: 'active',
    pause_kind: null,
    pause_code: null,
    next_date: next.date,
    next_due: next.due.epochMilliseconds,
    planned_at: now.epochMilliseconds,
    planned_zones: engine.zones,
    unreachable_dates: 0,
    unreachable_date: null,
  };
}

async function subscribeWithin(
  engine: Engine,
  trx: Transaction<Schema>,
  order: Order,
): Promise<SubscribeResult> {
  const { place, limit } = order;
  if (engine.kind === 'postgres') {
    // Two concurrent requests must not both take the last place: one lock a server or DM.
    await sql`select pg_advisory_xact_lock(hashtext(${place.guildId ?? place.channelId}))`.execute(trx);
  }
  const there = await trx
    .selectFrom('subscriptions')
    .select(['id', 'state'])
    .where('channel_id', '=', place.channelId)
    .where('unit', '=', place.unit)
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
          unit: place.unit,
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
  return ({ now, planned, limit }, decide, onFault) =>
    engine.db.transaction().execute(async (trx) => {
      let query = trx.selectFrom('subscriptions').selectAll().where('state', '=', 'active');
      query =
        planned === 'with-other-zones'
          ? query.where('planned_zones', '<>', engine.zones)
          : query.where('planned_at', '>', planned.after.epochMilliseconds).orderBy('planned_at');
      query = query.limit(limit);
      if (engine.kind === 'postgres') query = query.forUpdate().skipLocked();
      const rows = await query.execute();
      for (const row of rows) {
        const plannedNow = { planned_at: now.epochMilliseconds, planned_zones: engine.zones };
        try {
          const { next, activeFrom } = decide(toSubscription(row));
          await trx
            .updateTable('subscriptions')
            .set({
              ...plannedNow,
              next_date: next.date,
              next_due: next.due.epochMilliseconds,
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
    resume: (id, now, next) =>
      change(db, id, {
        state: 'active',
        pause_kind: null,
        pause_code: null,
        active_from: now.epochMilliseconds,
        next_date: next.date,
        next_due: next.due.epochMilliseconds,
        planned_at: now.epochMilliseconds,
        planned_zones: engine.zones,
        unreachable_dates: 0,
        unreachable_date: null,
      }),
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
