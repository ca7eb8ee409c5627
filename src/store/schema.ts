import type { Kysely } from 'kysely';
import type { SettingColumns } from './settings.ts';

/** Instants are milliseconds since 1970, booleans 0 or 1: the same in both databases. */
export interface Schema {
  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  tellings: { subscription_id: string; item: string; hash: string; round: number };
  sightings: { unit: string; item: string; since: number };
  notes: { name: string; value: string };
  feedback: FeedbackRow;
  feedback_servers: { guild_id: string };
  vectors: { model: string; hash: string; vector: Uint8Array };
  lectern_schema: { version: number };
}

export interface SubscriptionRow extends SettingColumns {
  id: string;
  guild_id: string | null;
  channel_id: string;
  channel_kind: string;
  what: string;
  owner_id: string;
  created_at: number;
  active_from: number;
  state: string;
  pause_kind: string | null;
  pause_code: number | null;
  next_date: string | null;
  next_due: number | null;
  /** Wall time at which `next_due` was computed. */
  planned_at: number;
  /** Version of the time zone rules for `next_due`. */
  planned_zones: string;
  round: number;
  unreachable_dates: number;
  /** The last local date counted. */
  unreachable_date: string | null;
  /** 1 where the owner was told that there is nothing left to tell. */
  dry: number;
}

export interface DeliveryRow {
  subscription_id: string;
  date: string;
  key: string;
  due: number;
  window_end: number;
  state: string;
  reason: string | null;
  code: number | null;
  attempts: number;
  unresolved_since: number | null;
  next_try: number;
  owner: string;
  lease_until: number;
  item: string | null;
  item_hash: string | null;
  message_channel_id: string | null;
  message_id: string | null;
  settled_at: number | null;
  missed_from: string | null;
  /** 1 while the thread is not opened yet. */
  thread_wanted: number;
  /** 1 for an announcement of new posts. */
  announces: number;
  publication: string | null;
  /** When the message may be published; 0 unless it is to be. */
  publish_next: number;
}

/** Nothing here says who asked, or where in a server. */
export interface FeedbackRow {
  id: string;
  asked_at: number;
  /** Null, as the question is, unless the server has opted in. */
  guild_id: string | null;
  kind: string;
  question: string | null;
  session: string | null;
  section: string | null;
}

/** An open database, by its dialect. */
export interface Engine {
  readonly db: Kysely<Schema>;
  readonly kind: 'sqlite' | 'postgres';
  /** Version of the time zone rules of this process. */
  readonly zones: string;
  /** Hears of rows that cannot be read. */
  readonly onBadRow: (table: 'subscriptions' | 'deliveries', id: string, error: unknown) => void;
}
