import type { Kysely } from 'kysely';
import type { Ownership } from './ownership.ts';
import type { Engine, Schema } from './schema.ts';
import type { StoreError } from './storeError.ts';

/** A database that is open, and in which nothing has been changed yet. */
export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  readonly kind: Engine['kind'];
  /** Names it in messages, without anything secret. */
  readonly where: string;
  readonly ownership: Ownership;
  readonly close: () => Promise<void>;
  /** What went wrong with it, in a sentence for the operator. */
  readonly explain: (error: unknown) => StoreError;
}
