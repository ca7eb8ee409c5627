import type { Engine } from '../schema.ts';
import type { Store } from '../store.ts';
import { longestLease } from './claims.ts';

/** Milliseconds that sort as text, in a column of text. */
const sortable = (instant: Temporal.Instant): string => String(instant.epochMilliseconds).padStart(15, '0');

/** What processes tell each other, and what must be known at the next start. */
export function noteQueries({ db }: Engine): Pick<Store, 'hold' | 'note' | 'setNote'> {
  return {
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
