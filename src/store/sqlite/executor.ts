import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export interface StatementResult {
  readonly rows: readonly Record<string, unknown>[];
  readonly changes: number;
}

/** Runs statements on one SQLite connection, in order. */
export interface Executor {
  readonly run: (sql: string, parameters: readonly SQLInputValue[]) => Promise<StatementResult>;
  readonly close: () => Promise<void>;
}

/** Runs statements synchronously, on the calling thread. */
export interface SyncExecutor {
  readonly run: (sql: string, parameters: readonly SQLInputValue[]) => StatementResult;
  readonly close: () => void;
}

/** Prepared statements are cached: Kysely generates the same few texts, except for parameter lists. */
const keep = 200;

/** Wraps an open database. */
export function syncExecutor(database: DatabaseSync): SyncExecutor {
  const prepared = new Map<string, { statement: StatementSync; reads: boolean }>();
  const prepare = (sql: string) => {
    const there = prepared.get(sql);
    if (there) return there;
    const statement = database.prepare(sql);
    const fresh = { statement, reads: statement.columns().length > 0 };
    if (prepared.size >= keep) prepared.clear();
    prepared.set(sql, fresh);
    return fresh;
  };
  return {
    run: (sql, parameters) => {
      // SQLite ends the transaction itself where it cannot go on, as on a full disk: that is the error to be told.
      if (sql === 'rollback' && !database.isTransaction) return { rows: [], changes: 0 };
      const { statement, reads } = prepare(sql);
      if (reads) return { rows: statement.all(...parameters), changes: 0 };
      return { rows: [], changes: Number(statement.run(...parameters).changes) };
    },
    close: () => {
      prepared.clear();
      if (database.isOpen) database.close();
    },
  };
}

/** An in-memory database on the calling thread, for tests and for reading. */
export function executorOf(database: DatabaseSync): Executor {
  const executor = syncExecutor(database);
  return {
    run: async (sql, parameters) => executor.run(sql, parameters),
    close: async () => executor.close(),
  };
}
