import type { Selectable, Transaction } from 'kysely';
import type { CivilDate, Claim, Delivery, DueDecision, Lease, Subscription } from '../model.ts';
import type { Engine, Schema } from '../schema.ts';
import type { Store } from '../store.ts';
import { traitsOf } from '../traits.ts';
import { toDelivery, toSubscription } from './rows.ts';

const hour = 3_600_000;

/** The rows that were written, with their subscriptions. */
function claimsOf(
  wanted: readonly { readonly subscription: Subscription }[],
  rows: readonly Selectable<Schema['deliveries']>[],
): Claim[] {
  const deliveries = new Map(rows.map((row) => [row.subscription_id, toDelivery(row)]));
  return wanted.flatMap(({ subscription }): Claim[] => {
    const delivery = deliveries.get(subscription.id);
    return delivery ? [{ subscription, delivery }] : [];
  });
}

async function writeIntents(
  trx: Transaction<Schema>,
  lease: Lease,
  wanted: readonly {
    readonly subscription: Subscription;
    readonly claim: NonNullable<DueDecision['claim']>;
  }[],
): Promise<Claim[]> {
  if (wanted.length === 0) return [];
  const rows = await trx
    .insertInto('deliveries')
    .values(
      wanted.map(({ subscription, claim }) => ({
        subscription_id: subscription.id,
        date: claim.date,
        key: claim.key,
        due: claim.due.epochMilliseconds,
        window_end: claim.windowEnd.epochMilliseconds,
        state: 'intended',
        attempts: 0,
        next_try: claim.due.epochMilliseconds,
        thread_wanted: 0,
        announces: 0,
        publish_next: 0,
        owner: lease.owner,
        lease_until: lease.until.epochMilliseconds,
      })),
    )
    // The date exists: it is taken, unless certainly nothing was posted (after a clock that had jumped ahead).
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({
          due: eb.ref('excluded.due'),
          window_end: eb.ref('excluded.window_end'),
          state: 'intended',
          reason: null,
          code: null,
          next_try: eb.ref('excluded.next_try'),
          owner: lease.owner,
          lease_until: lease.until.epochMilliseconds,
          item: null,
          item_hash: null,
          settled_at: null,
          missed_from: null,
        }))
        .where('deliveries.state', 'in', ['missed', 'failed', 'nothing']),
    )
    .returningAll()
    .execute();
  return claimsOf(wanted, rows);
}

interface Missed {
  readonly subscription: Subscription;
  readonly missed: NonNullable<DueDecision['missed']>;
}

const dayAfter = (date: CivilDate): CivilDate => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** Leaves out dates with a delivery: after the clock went back, dates come a second time. */
async function withoutTaken(trx: Transaction<Schema>, { subscription, missed }: Missed): Promise<Missed[]> {
  const { last } = await trx
    .selectFrom('deliveries')
    .select(({ fn }) => fn.max('date').as('last'))
    .where('subscription_id', '=', subscription.id)
    .where('date', '>=', missed.from)
    .where('date', '<=', missed.date)
    .executeTakeFirstOrThrow();
  const from = last === null ? missed.from : dayAfter(last);
  return from > missed.date ? [] : [{ subscription, missed: { ...missed, from } }];
}

/** Claimed dates are not missed any more, though the clock once went past them. */
async function trimMissed(trx: Transaction<Schema>, deliveries: readonly Delivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const dates = new Map(deliveries.map(({ subscriptionId, date }) => [subscriptionId, date]));
  const [earliest = ''] = [...dates.values()].sort();
  // Rarely any: one question for all of them.
  const missed = await trx
    .selectFrom('deliveries')
    .select(['key', 'subscription_id', 'date', 'missed_from'])
    .where('subscription_id', 'in', [...dates.keys()])
    .where('state', '=', 'missed')
    .where('date', '>', earliest)
    .execute();
  for (const { key, subscription_id: id, date: last, missed_from: from } of missed) {
    const date = dates.get(id);
    if (date === undefined || from === null || from > date || last <= date) continue;
    await trx
      .updateTable('deliveries')
      .set({ missed_from: dayAfter(date) })
      .where('key', '=', key)
      .execute();
  }
}

interface Planned {
  readonly id: string;
  readonly next: { readonly next_date?: string; readonly next_due: number };
}

/** Writes when each is due next. What is due together is mostly due together again: one statement for all of these. */
async function writeNext(
  engine: Engine,
  trx: Transaction<Schema>,
  now: number,
  all: readonly Planned[],
): Promise<void> {
  const alike = Map.groupBy(all, ({ next }) => `${next.next_date} ${next.next_due}`);
  for (const planned of alike.values()) {
    const [first] = planned;
    if (first === undefined) continue;
    await trx
      .updateTable('subscriptions')
      .set({ ...first.next, planned_at: now, planned_zones: engine.zones })
      .where(
        'id',
        'in',
        planned.map(({ id }) => id),
      )
      .execute();
  }
}

async function writeMissed(
  trx: Transaction<Schema>,
  lease: Lease,
  all: readonly Missed[],
  reason: 'down' | 'clock',
): Promise<Claim[]> {
  const missed: Missed[] = [];
  for (const one of all) missed.push(...(await withoutTaken(trx, one)));
  if (missed.length === 0) return [];
  const rows = await trx
    .insertInto('deliveries')
    .values(
      missed.map(({ subscription, missed: { from, date, due, windowEnd, key } }) => ({
        subscription_id: subscription.id,
        date,
        key,
        due: due.epochMilliseconds,
        window_end: windowEnd.epochMilliseconds,
        state: 'missed',
        reason,
        attempts: 0,
        next_try: due.epochMilliseconds,
        thread_wanted: 0,
        announces: 0,
        publish_next: 0,
        owner: lease.owner,
        lease_until: 0,
        settled_at: lease.now.epochMilliseconds,
        missed_from: from,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returningAll()
    .execute();
  return claimsOf(missed, rows);
}

/** Plans the subscriptions that are due anew, and claims their deliveries, all in one transaction. */
export function claimDue(engine: Engine): Store['claimDue'] {
  return (lease, { dueFrom, limit, missedBecause }, decide, onFault) =>
    engine.db.transaction().execute(async (trx) => {
      const now = lease.now.epochMilliseconds;
      let query = trx
        .selectFrom('subscriptions')
        .selectAll()
        .where('state', '=', 'active')
        .where('next_due', '<=', now)
        .orderBy('next_due')
        .orderBy('id')
        .limit(limit);
      if (dueFrom) query = query.where('next_due', '>=', dueFrom.epochMilliseconds);
      if (!traitsOf(engine).exclusive) query = query.forUpdate().skipLocked();
      const rows = await query.execute();

      const wanted: { subscription: Subscription; claim: NonNullable<DueDecision['claim']> }[] = [];
      const past: Missed[] = [];
      const planned = rows.map((row): Planned => {
        const { id } = row;
        try {
          const subscription = toSubscription(row);
          const { claim, missed: left, next } = decide(subscription);
          if (claim) wanted.push({ subscription, claim });
          if (left) past.push({ subscription, missed: left });
          return { id, next: { next_date: next.date, next_due: next.due.epochMilliseconds } };
        } catch (error) {
          onFault(row, error);
          return { id, next: { next_due: now + hour } };
        }
      });
      await writeNext(engine, trx, now, planned);
      const missed = await writeMissed(trx, lease, past, missedBecause);
      const claims = await writeIntents(trx, lease, wanted);
      await trimMissed(
        trx,
        claims.map(({ delivery }) => delivery),
      );
      return { seen: rows.length, claims, missed };
    });
}
