import { isAbsolute, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Kysely } from 'kysely';
import { claimQueries } from './claims.ts';
import { ledgerQueries } from './ledger.ts';
import { migrate } from './migrations.ts';
import { type Store, StoreError } from './model.ts';
import type { Engine, Schema } from './schema.ts';
import { sqliteDialect } from './sqlite/dialect.ts';
import { type Executor, executorOf } from './sqlite/executor.ts';
import { explain } from './sqlite/file.ts';
import { openThread } from './sqlite/thread.ts';
import { subscriptionQueries } from './subscriptions.ts';

/** The database that DATABASE_URL addresses. */
export type Address =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'memory' };

/**
 * Reads DATABASE_URL: a file path, `sqlite:path`, `file:///path`, `sqlite::memory:`, `postgres://…`.
 * @throws StoreError `bad-address`
 */
export function readAddress(databaseUrl: string): Address {
  const text = databaseUrl.trim();
  if (/^postgres(ql)?:\/\//i.test(text)) return { kind: 'postgres', url: text };
  const path = text.replace(/^sqlite:(\/\/(?=\/))?/i, '');
  if (path === ':memory:') return { kind: 'memory' };
  if (/^file:/i.test(path)) return { kind: 'file', file: fileURLToPath(path) };
  // A single letter before the colon is a Windows drive.
  if (path === '' || /^[a-z][a-z0-9+.-]+:/i.test(path)) {
    throw new StoreError(
      'bad-address',
      `DATABASE_URL is "${text.replace(/:[^:@/]*@/, ':***@')}". Give a file path such as data/lectern.db, or an address such as postgres://user:password@host:5432/lectern.`,
    );
  }
  return { kind: 'file', file: isAbsolute(path) ? path : resolve(path) };
}

async function openSqlite(executor: Executor, where: string): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({ dialect: sqliteDialect(executor) });
  try {
    await migrate(db, 'sqlite', where);
    // No other process can hold a lease: those of an ended process are released at once.
    await db.updateTable('deliveries').set({ lease_until: 0 }).where('state', '=', 'intended').execute();
    return db;
  } catch (error) {
    await db.destroy();
    throw explain(error, where);
  }
}

async function openEngine(address: Address, zones: string): Promise<Engine> {
  switch (address.kind) {
    case 'postgres': {
      // The driver is loaded where it is wanted alone.
      const { openPostgres } = await import('./postgres.ts');
      return { db: await openPostgres(address.url), kind: 'postgres', zones };
    }
    case 'memory': {
      const executor = executorOf(new DatabaseSync(':memory:', { enableForeignKeyConstraints: true }));
      return { db: await openSqlite(executor, ':memory:'), kind: 'sqlite', zones };
    }
    case 'file':
      return { db: await openSqlite(await openThread(address.file), address.file), kind: 'sqlite', zones };
  }
}

/** The store on an open database. */
export function storeOf(engine: Engine): Store {
  return {
    ...subscriptionQueries(engine),
    ...claimQueries(engine),
    ...ledgerQueries(engine),
    exclusive: engine.kind === 'sqlite',
    close: () => engine.db.destroy(),
  };
}

const { tz: builtInZones = '' } = process.versions;

/**
 * Opens the database of DATABASE_URL and migrates its tables.
 * @param zones version of the time zone rules, for tests
 * @throws StoreError with a sentence for the operator; the database is unchanged then
 */
export async function openStore(databaseUrl: string, zones: string = builtInZones): Promise<Store> {
  return storeOf(await openEngine(readAddress(databaseUrl), zones));
}
