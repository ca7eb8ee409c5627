import { type Kysely, sql } from 'kysely';
import type { Engine, Schema } from './schema.ts';

/** What queries have to know of a kind of database. */
interface Traits {
  /** One process alone has it open, and its transactions come one after the other: no row has to be locked. */
  readonly exclusive: boolean;
  /** Whether the statements of a `with` may change rows: several changes then take one way to the server and back. */
  readonly changesInWith: boolean;
  /** Waits for an advisory lock by name or number, which is held until the transaction ends. */
  readonly lock: (trx: Kysely<Schema>, key: string | number) => Promise<void>;
}

/** By kind: of another one the compiler asks here for what it is like. */
const TRAITS: Readonly<Record<Engine['kind'], Traits>> = {
  sqlite: {
    exclusive: true,
    changesInWith: false,
    // Transactions begin with the lock for writing: there is nobody to wait for.
    lock: async () => {},
  },
  postgres: {
    exclusive: false,
    changesInWith: true,
    lock: async (trx, key) => {
      const id = typeof key === 'number' ? sql.lit(key) : sql`hashtext(${key})`;
      await sql`select pg_advisory_xact_lock(${id})`.execute(trx);
    },
  },
};

export const traitsOf = ({ kind }: Pick<Engine, 'kind'>): Traits => TRAITS[kind];
