import { FEEDBACK_KINDS, type FeedbackEntry } from '../model.ts';
import type { Engine, FeedbackRow } from '../schema.ts';
import type { Store } from '../store.ts';
import { traitsOf } from '../traits.ts';

type FeedbackQueries = Pick<
  Store,
  'keepFeedback' | 'feedback' | 'pruneFeedback' | 'forgetFeedback' | 'keepsFeedback' | 'setFeedback'
>;

const entryOf = ({ asked_at, kind, question, session, section }: FeedbackRow): FeedbackEntry => ({
  at: Temporal.Instant.fromEpochMilliseconds(asked_at),
  kind: FEEDBACK_KINDS.find((one) => one === kind) ?? 'none',
  question: question ?? undefined,
  nearest: session === null || section === null ? undefined : { session, section },
});

/** Questions that the posts do not cover, and the servers that allow them to be stored. */
export function feedbackQueries(engine: Engine): FeedbackQueries {
  const { db } = engine;
  return {
    keepFeedback: ({ id, at, guildId, kind, question, nearest }) =>
      db.transaction().execute(async (trx) => {
        const server = await trx
          .selectFrom('feedback_servers')
          .select('guild_id')
          .where('guild_id', '=', guildId ?? '')
          // An opt-out meanwhile waits, and deletes this too.
          .$if(!traitsOf(engine).exclusive, (query) => query.forShare())
          .executeTakeFirst();
        const row = {
          asked_at: at.epochMilliseconds,
          guild_id: server?.guild_id ?? null,
          kind,
          question: server === undefined ? null : (question ?? null),
          session: nearest?.session ?? null,
          section: nearest?.section ?? null,
        };
        await trx
          .insertInto('feedback')
          .values({ id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }),
    feedback: async (guildId, limit) => {
      const rows = await db
        .selectFrom('feedback')
        .selectAll()
        .$if(guildId !== undefined, (query) => query.where('guild_id', '=', guildId ?? ''))
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },
    pruneFeedback: async (before, limit) => {
      const { numDeletedRows } = await db
        .deleteFrom('feedback')
        .where('id', 'in', (from) =>
          from
            .selectFrom('feedback')
            .select('id')
            .where('asked_at', '<', before.epochMilliseconds)
            .orderBy('asked_at')
            .limit(limit),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    forgetFeedback: async (guildId) => {
      const { numDeletedRows } = await db
        .deleteFrom('feedback')
        .$if(guildId !== undefined, (query) => query.where('guild_id', '=', guildId ?? ''))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    keepsFeedback: async (guildId) => {
      const row = await db
        .selectFrom('feedback_servers')
        .select('guild_id')
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row !== undefined;
    },
    setFeedback: (guildId, keeps) =>
      db.transaction().execute(async (trx) => {
        if (keeps) {
          await trx
            .insertInto('feedback_servers')
            .values({ guild_id: guildId })
            .onConflict((conflict) => conflict.column('guild_id').doNothing())
            .execute();
          return;
        }
        await trx.deleteFrom('feedback_servers').where('guild_id', '=', guildId).execute();
        await trx.deleteFrom('feedback').where('guild_id', '=', guildId).execute();
      }),
  };
}
