import { sql } from 'kysely';
import type { Engine } from '../schema.ts';
import type { Store } from '../store.ts';
import { traitsOf } from '../traits.ts';
import { claimDue } from './dueClaims.ts';
import { withSubscriptions } from './rows.ts';

type ClaimQueries = Pick<Store, 'claimDue' | 'claimOpen' | 'attempt' | 'renew' | 'release'>;

/** A lease or pause that ends later than this was written with a wrong clock: no longer ones are ever set. */
export const longestLease: Temporal.Duration = Temporal.Duration.from({ minutes: 10 });
const longestPause: Temporal.Duration = Temporal.Duration.from({ hours: 3 });

/** The same for the time until new posts are announced: a week's days, and one that a zone skips. */
const longestWait: Temporal.Duration = Temporal.Duration.from({ hours: 15 * 24 });

function claimOpen(engine: Engine): Store['claimOpen'] {
  return (lease, limit) =>
    engine.db.transaction().execute(async (trx) => {
      const now = lease.now;
      const nowMs = now.epochMilliseconds;
      let query = trx
        .selectFrom('deliveries')
        .selectAll()
        .where('state', '=', 'intended')
        .where((eb) =>
          eb.or([
            eb('next_try', '<=', nowMs),
            eb('next_try', '>', now.add(longestWait).epochMilliseconds),
            // New posts may be told at a time of day that is far off.
            eb.and([
              eb('next_try', '>', now.add(longestPause).epochMilliseconds),
              eb.or([eb('announces', '=', 0), eb('due', '<=', nowMs)]),
            ]),
          ]),
        )
        .where((eb) =>
          eb.or([
            eb('lease_until', '<=', nowMs),
            eb('lease_until', '>', now.add(longestLease).epochMilliseconds),
          ]),
        )
        .orderBy('next_try')
        .orderBy('key')
        .limit(limit);
      if (!traitsOf(engine).exclusive) query = query.forUpdate().skipLocked();
      const rows = await query.execute();
      if (rows.length === 0) return [];
      await trx
        .updateTable('deliveries')
        .set({ owner: lease.owner, lease_until: lease.until.epochMilliseconds })
        .where(
          'key',
          'in',
          rows.map((row) => row.key),
        )
        .execute();
      return withSubscriptions(engine, trx, rows);
    });
}

export function claimQueries(engine: Engine): ClaimQueries {
  const { db } = engine;
  return {
    claimDue: claimDue(engine),
    claimOpen: claimOpen(engine),
    attempt: async (lease, key, { item, hash, clear }) => {
      const now = lease.now.epochMilliseconds;
      const result = await db
        .updateTable('deliveries')
        .set({
          item,
          item_hash: hash,
          attempts: sql`attempts + 1`,
          // The first request counts: the ones after it may have met its nonce.
          unresolved_since: clear ? now : sql`coalesce(unresolved_since, ${now})`,
          lease_until: lease.until.epochMilliseconds,
        })
        .where('key', '=', key)
        .where('owner', '=', lease.owner)
        .where('state', '=', 'intended')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('subscriptions')
              .select('id')
              .whereRef('subscriptions.id', '=', 'deliveries.subscription_id')
              .where('subscriptions.state', '=', 'active'),
          ),
        )
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    renew: async (lease, keys) => {
      if (keys.length === 0) return [];
      const rows = await db
        .updateTable('deliveries')
        .set({ lease_until: lease.until.epochMilliseconds })
        .where('owner', '=', lease.owner)
        .where('state', '=', 'intended')
        // A released delivery must not be held back.
        .where('lease_until', '>', 0)
        .where('key', 'in', keys)
        .returning('key')
        .execute();
      return rows.map((row) => row.key);
    },
    release: async (owner, except = []) => {
      let query = db
        .updateTable('deliveries')
        .set({ lease_until: 0 })
        .where('owner', '=', owner)
        .where('state', '=', 'intended');
      if (except.length > 0) query = query.where('key', 'not in', except);
      await query.execute();
    },
  };
}
