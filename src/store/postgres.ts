import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { readVersion } from './migrations.ts';
import type { OpenDatabase } from './openDatabase.ts';
import { noOwner, readOwnership } from './ownership.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './storeError.ts';
import { refuseNewer } from './version.ts';

/** PostgreSQL's type id of `bigint`, which pg returns as text by default: ours all fit a double. */
const int8 = 20;

/** Milliseconds. */
interface Patience {
  readonly connect: number;
  readonly query: number;
}

/** Milliseconds after which a connection that says nothing is given up: it may have been dropped on the way. */
const PATIENCE: Readonly<Record<'bot' | 'tool', Patience>> = {
  bot: { connect: 3_000, query: 8_000 },
  // No reply waits while a large database is restored.
  tool: { connect: 3_000, query: 3_600_000 },
};

/**
 * A lock that each connection of a bot shares: a connection that gets it alone knows that no bot runs. An arbitrary id.
 */
export const usersLock = 5_032_018_102_502;

/** What the server ends by itself, so that a process it lost sight of holds no rows back. */
const session = 'set statement_timeout = 8000; set idle_in_transaction_session_timeout = 10000';
/** Says that a bot is here. */
const botSession = `${session}; select pg_advisory_lock_shared(${usersLock})`;

/** Errors that the operator has to fix. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'it does not accept the user or the password',
  '28000': 'it does not accept the user',
  '3D000': 'it has no such database',
  '42501': 'its user may not do what is needed, such as creating tables',
};

/** What may pass by itself. */
const OUTAGES: Readonly<Record<string, string>> = {
  '53300': 'it has too many connections',
  '57P01': 'it was shut down',
  '57P02': 'it broke down',
  '57P03': 'it is starting up',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host is not known',
  EAI_AGAIN: 'the name of the host cannot be resolved',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
  ECONNRESET: 'the connection was cut',
};

const codeOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses of one host failed, each in its way.
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : undefined;
};

/** What went wrong, without the server's words: they may name the user, or pieces of an address. */
export const explainPostgres = (error: unknown, place: string): StoreError => {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const refusal = code === undefined ? undefined : REFUSALS[code];
  const outage = code === undefined ? 'it does not answer in time' : OUTAGES[code];
  const why = refusal ?? outage ?? `it reports the error ${code}`;
  return new StoreError(
    outage === undefined ? 'refused' : 'unreachable',
    `The PostgreSQL database ${place} cannot be used: ${why}. Check DATABASE_URL, that the server runs, and that its user may create tables.`,
    { cause: error },
  );
};

/**
 * Errors of a statement have an SQLSTATE of five characters; the connection is as good as before. 57P: the server ends.
 */
const isStatements = (error: unknown): boolean => /^(?!57P)[0-9A-Z]{5}$/.test(codeOf(error) ?? '');

/**
 * A connection that is thrown away once a query on it came to nothing: what is asked next on it would wait as well.
 * @param onBroken called for the first such query
 */
const discarding = (client: pg.PoolClient, place: string, onBroken: () => void): PostgresPoolClient => {
  let broken: StoreError | undefined;
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(...[text, parameters = []]: readonly [unknown, (readonly unknown[])?]): unknown {
    if (typeof text !== 'string') throw new Error('Cursors are not used');
    if (broken !== undefined) return Promise.reject(broken);
    return client.query(text, [...parameters]).catch((error: unknown) => {
      if (isStatements(error)) throw error;
      if (broken === undefined) {
        broken = explainPostgres(error, place);
        onBroken();
      }
      throw broken;
    });
  }
  return { query, release: () => client.release(broken) };
};

interface Lent {
  readonly connection: PostgresPoolClient;
  /** How many connections had broken when it was made. */
  readonly after: number;
}

/**
 * Lends connections, each in the same wrapping every time. What made one fall silent has most likely silenced the
 * others: those that were made before are not lent again, so that not each of them is waited for in turn.
 */
const renewing = (pool: pg.Pool, place: string): PostgresPool => {
  const lent = new WeakMap<pg.PoolClient, Lent>();
  let broken = 0;
  const onBroken = (): void => {
    broken += 1;
  };
  return {
    connect: async () => {
      for (;;) {
        const client = await pool.connect().catch((error: unknown) => {
          throw explainPostgres(error, place);
        });
        const known = lent.get(client);
        if (known !== undefined && known.after < broken) {
          client.release(true);
          continue;
        }
        const there = known ?? { connection: discarding(client, place, onBroken), after: broken };
        lent.set(client, there);
        return there.connection;
      }
    },
    end: () => pool.end(),
    options: pool.options,
  };
};

/**
 * A connection pool; it connects on demand. What keeps it from the server is a StoreError; what is wrong with a statement
 * is pg's.
 * @param place names the database in messages
 * @param by a bot is seen by `usersLock` as long as it runs, a tool is not
 */
export function connectPostgres(
  address: string,
  place: string,
  by: 'bot' | 'tool',
  patience: Patience = PATIENCE[by],
): Kysely<Schema> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({
    connectionString: address,
    types,
    // One stays while nothing happens: it says that the bot runs.
    min: by === 'bot' ? 1 : 0,
    max: 8,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.query,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.query(by === 'bot' ? botSession : session).catch(() => {}));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: renewing(pool, place) }) });
}

/**
 * Opens a PostgreSQL database; nothing in it is changed.
 * @param place names it in messages
 * @throws StoreError
 */
export async function openPostgres(address: string, place: string): Promise<OpenDatabase> {
  const db = connectPostgres(address, place, 'bot');
  try {
    const version = await readVersion(db);
    refuseNewer(version, place);
    const ownership = version === 0 ? noOwner : await readOwnership(db);
    return {
      db,
      kind: 'postgres',
      where: place,
      ownership,
      close: () => db.destroy(),
      explain: (error) => explainPostgres(error, place),
    };
  } catch (error) {
    await db.destroy();
    throw explainPostgres(error, place);
  }
}
