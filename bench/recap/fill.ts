import { DatabaseSync } from 'node:sqlite';
import { openStore } from '#store/open.ts';

export interface Place {
  readonly guildId: string;
  readonly channelId: string;
}

const { tz = '' } = process.versions;

/** Creates an SQLite file with a subscription for each place and instant. */
export async function fill(
  file: string,
  places: readonly Place[],
  dueOf: (index: number) => Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await (await openStore(file)).close();
  const database = new DatabaseSync(file);
  database.exec('begin');
  const insert = database.prepare(`insert into subscriptions
    (id, guild_id, channel_id, channel_kind, what, time, time_zone, days, language, thread, repeat, owner_id,
     created_at, active_from, state, next_date, next_due, planned_at, planned_zones, round, unreachable_dates)
    values (?, ?, ?, 'channel', 'session', ?, 'UTC', '1234567', 'ko', 0, 'again', '1', ?, ?, 'active', ?, ?, ?, ?, 1, 0)`);
  const day = now.subtract({ hours: 24 }).epochMilliseconds;
  for (const [index, { guildId, channelId }] of places.entries()) {
    const due = dueOf(index);
    const local = due.toZonedDateTimeISO('UTC');
    const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
    const id = index.toString(36).padStart(8, '0');
    const date = local.toPlainDate().toString();
    insert.run(
      id,
      guildId,
      channelId,
      time,
      day,
      day,
      date,
      due.epochMilliseconds,
      now.epochMilliseconds,
      tz,
    );
  }
  database.exec('commit');
  database.close();
}
