import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { type Address, readAddress } from './address.ts';
import { migrate } from './migrations.ts';
import type { OpenDatabase } from './openDatabase.ts';
import {
  noOwner,
  type OwnerClaim,
  type Ownership,
  readOwnership,
  refuseForeign,
  writeOwner,
} from './ownership.ts';
import { claimQueries } from './queries/claims.ts';
import { feedbackQueries } from './queries/feedback.ts';
import { historyQueries } from './queries/history.ts';
import { ledgerQueries } from './queries/ledger.ts';
import { noteQueries } from './queries/notes.ts';
import { subscriptionQueries } from './queries/subscriptions.ts';
import { vectorQueries } from './queries/vectors.ts';
import type { Engine, Schema } from './schema.ts';
import { sqliteDialect } from './sqlite/dialect.ts';
import { type Executor, executorOf } from './sqlite/executor.ts';
import { explainSqlite } from './sqlite/fileErrors.ts';
import { openThread } from './sqlite/thread.ts';
import type { Store } from './store.ts';
import { traitsOf } from './traits.ts';

export { readAddress } from './address.ts';

/** A database that can be used, and in which nothing has been changed yet. */
export interface Database {
  /**
   * Takes it into use: brings its tables up to date, and writes down whose it is.
   * @param claim left out: the owner is not checked
   * @throws StoreError `foreign` where it is another application's, which is left untouched
   */
  readonly take: (claim?: OwnerClaim) => Promise<Store>;
  readonly close: () => Promise<void>;
}

interface Options {
  /** Version of the time zone rules. Default: this process's. */
  readonly zones?: string;
  /** Hears once of each row that cannot be read. */
  readonly onBadRow?: Engine['onBadRow'];
}

/** Says everything once. */
const onceEach = (onBadRow: Engine['onBadRow']): Engine['onBadRow'] => {
  const told = new Set<string>();
  return (table, id, error) => {
    const name = `${table} ${id}`;
    if (told.has(name)) return;
    told.add(name);
    onBadRow(table, id, error);
  };
};

/** The store on an open database. */
export function storeOf(engine: Engine): Store {
  return {
    ...subscriptionQueries(engine),
    ...claimQueries(engine),
    ...ledgerQueries(engine),
    ...historyQueries(engine),
    ...noteQueries(engine),
    ...feedbackQueries(engine),
    ...vectorQueries(engine),
    check: async () => {
      await sql`select 1`.execute(engine.db);
    },
    exclusive: traitsOf(engine).exclusive,
    close: () => engine.db.destroy(),
  };
}

function openSqlite(executor: Executor, where: string, ownership: Ownership): OpenDatabase {
  const db = new Kysely<Schema>({ dialect: sqliteDialect(executor) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely closes nothing that was not used yet; the file is held all the same.
    await executor.close();
  };
  return {
    db,
    kind: 'sqlite',
    where,
    ownership,
    close,
    explain: (error) => explainSqlite(error, where),
  };
}

async function open(address: Address): Promise<OpenDatabase> {
  switch (address.kind) {
    case 'postgres': {
      // The driver is loaded where it is wanted alone.
      const { openPostgres } = await import('./postgres.ts');
      return openPostgres(address.url, address.place);
    }
    case 'memory': {
      const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
      return openSqlite(executorOf(database), ':memory:', noOwner);
    }
    case 'file': {
      const thread = await openThread(address.file);
      return openSqlite(thread, address.file, thread.ownership);
    }
  }
}

const { tz: builtInZones = '' } = process.versions;

/**
 * Opens the database that DATABASE_URL names; nothing in it is changed before it is taken.
 * @throws StoreError with a sentence for the person who runs the bot
 */
export async function openDatabase(databaseUrl: string, options: Options = {}): Promise<Database> {
  const { db, kind, where, ownership, close, explain } = await open(readAddress(databaseUrl));
  const { zones = builtInZones, onBadRow = () => {} } = options;
  const engine: Engine = { db, kind, zones, onBadRow: onceEach(onBadRow) };
  return {
    take: async (claim) => {
      try {
        if (claim !== undefined) refuseForeign(ownership, claim, where);
        await migrate(db, kind, where);
        if (claim !== undefined) {
          await writeOwner(db, claim);
          // Another one may have been quicker.
          refuseForeign(await readOwnership(db), claim, where);
        }
        if (traitsOf(engine).exclusive) {
          // No other process can hold a lease: leases left behind are free at once.
          await db
            .updateTable('deliveries')
            .set({ lease_until: 0 })
            .where('state', '=', 'intended')
            .execute();
        }
        return storeOf(engine);
      } catch (error) {
        await close();
        throw explain(error);
      }
    },
    close,
  };
}

/**
 * Opens a database and takes it into use, whosever it is: for tools and tests.
 * @throws StoreError
 */
export async function openStore(databaseUrl: string, zones: string = builtInZones): Promise<Store> {
  return (await openDatabase(databaseUrl, { zones })).take();
}
