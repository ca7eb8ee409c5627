import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore } from '#store/open.ts';

const create = async (from: string): Promise<string> => {
  const server = inject('postgres');
  const name = `lectern_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${from}`);
  } finally {
    await client.end();
  }
  return `${server}/${name}`;
};

/** Creates an empty database on the PostgreSQL server of this run; gives its address. */
export const newDatabase = (): Promise<string> => create('template1');

let withTables: Promise<string> | undefined;

const makeTables = async (): Promise<string> => {
  const address = await newDatabase();
  await (await openStore(address)).close();
  return new URL(address).pathname.slice(1);
};

/** The same with a store's tables, empty: these are made once, and copied from then on. */
export const newStoreDatabase = async (): Promise<string> => {
  withTables ??= makeTables();
  return create(await withTables);
};
