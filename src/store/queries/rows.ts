import type { Kysely, Selectable } from 'kysely';
import {
  CHANNEL_KINDS,
  type Claim,
  DELIVERY_REASONS,
  DELIVERY_STATES,
  type Delivery,
  type PauseReason,
  PUBLICATIONS,
  RECAP_KINDS,
  SUBSCRIPTION_STATES,
  type Subscription,
} from '../model.ts';
import type { DeliveryRow, Engine, Schema, SubscriptionRow } from '../schema.ts';
import { toSettings } from '../settings.ts';

const instant = (milliseconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds);
const perhaps = (milliseconds: number | null): Temporal.Instant | undefined =>
  milliseconds === null ? undefined : instant(milliseconds);

function oneOf<T extends string>(value: string, allowed: readonly T[], column: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`The database has an unknown ${column}: ${value}`);
  return found;
}

function pauseReason(row: Selectable<SubscriptionRow>): PauseReason | undefined {
  if (row.pause_kind === null) return undefined;
  return row.pause_kind === 'unreachable'
    ? { kind: 'unreachable', code: row.pause_code ?? 0 }
    : { kind: 'asked' };
}

export function toSubscription(row: Selectable<SubscriptionRow>): Subscription {
  return {
    id: row.id,
    guildId: row.guild_id ?? undefined,
    channelId: row.channel_id,
    channelKind: oneOf(row.channel_kind, CHANNEL_KINDS, 'kind of channel'),
    what: oneOf(row.what, RECAP_KINDS, 'kind of recap'),
    ...toSettings(row),
    ownerId: row.owner_id,
    createdAt: instant(row.created_at),
    activeFrom: instant(row.active_from),
    state: oneOf(row.state, SUBSCRIPTION_STATES, 'state'),
    pauseReason: pauseReason(row),
    next:
      row.next_due === null || row.next_date === null
        ? undefined
        : { date: row.next_date, due: instant(row.next_due) },
    round: row.round,
    unreachableDates: row.unreachable_dates,
  };
}

export function toDelivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    subscriptionId: row.subscription_id,
    date: row.date,
    announces: row.announces === 1,
    key: row.key,
    due: instant(row.due),
    windowEnd: instant(row.window_end),
    state: oneOf(row.state, DELIVERY_STATES, 'state'),
    reason: row.reason === null ? undefined : oneOf(row.reason, DELIVERY_REASONS, 'reason'),
    code: row.code ?? undefined,
    attempts: row.attempts,
    unresolvedSince: perhaps(row.unresolved_since),
    item: row.item ?? undefined,
    itemHash: row.item_hash ?? undefined,
    messageChannelId: row.message_channel_id ?? undefined,
    messageId: row.message_id ?? undefined,
    settledAt: perhaps(row.settled_at),
    missedFrom: row.missed_from ?? undefined,
    publication: row.publication === null ? undefined : oneOf(row.publication, PUBLICATIONS, 'publication'),
  };
}

/** Reads rows one by one: one that cannot be read is reported and left out, and takes nothing from the others. */
function readEach<Row, T>(
  rows: readonly Row[],
  read: (row: Row) => T | undefined,
  onBadRow: (row: Row, error: unknown) => void,
): readonly T[] {
  return rows.flatMap((row): T[] => {
    try {
      const value = read(row);
      return value === undefined ? [] : [value];
    } catch (error) {
      onBadRow(row, error);
      return [];
    }
  });
}

/** Subscriptions in the order of their rows, those left out that cannot be read. */
export const toSubscriptions = (
  { onBadRow }: Engine,
  rows: readonly Selectable<SubscriptionRow>[],
): readonly Subscription[] =>
  readEach(rows, toSubscription, (row, error) => onBadRow('subscriptions', row.id, error));

/** Deliveries, each with its subscription, in the same order, those left out that cannot be read. */
export async function withSubscriptions(
  engine: Engine,
  db: Kysely<Schema>,
  rows: readonly Selectable<DeliveryRow>[],
): Promise<readonly Claim[]> {
  if (rows.length === 0) return [];
  const found = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map((row) => row.subscription_id))])
    .execute();
  const byId = new Map(toSubscriptions(engine, found).map((subscription) => [subscription.id, subscription]));
  return readEach(
    rows,
    (row): Claim | undefined => {
      const subscription = byId.get(row.subscription_id);
      return subscription && { subscription, delivery: toDelivery(row) };
    },
    (row, error) => engine.onBadRow('deliveries', row.key, error),
  );
}
