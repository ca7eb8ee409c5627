import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectPostgres } from '#store/postgres.ts';
import { StoreError } from '#store/storeError.ts';
import { droppingProxy } from './droppingProxy.ts';
import { newDatabase } from './newDatabase.ts';

/** Milliseconds; the bot's own are 3 s and 8 s. */
const PATIENCE = { connect: 300, query: 500 };

const open = async () => {
  const proxy = await droppingProxy(await newDatabase());
  const db = connectPostgres(proxy.address, 'a-server', 'bot', PATIENCE);
  onTestFinished(() => db.destroy());
  const ask = async (): Promise<boolean> => {
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
    return rows[0]?.one === 1;
  };
  const tried = (): Promise<boolean> => ask().catch(() => false);
  return { proxy, ask, tried };
};

describe('what keeps the bot from its database is told in words', () => {
  it('where it falls silent', async () => {
    const { proxy, ask } = await open();
    await ask();
    proxy.dropOpen();
    await expect(ask()).rejects.toThrow('a-server cannot be used: it does not answer in time');
    proxy.dropNew(true);
    await expect(ask()).rejects.toThrow('a-server cannot be used: it does not answer in time');
  });

  it('where nothing listens', async () => {
    const db = connectPostgres('postgres://somebody@127.0.0.1:1/x', 'a-server', 'bot', PATIENCE);
    onTestFinished(() => db.destroy());
    await expect(sql`select 1`.execute(db)).rejects.toThrow('a-server cannot be used: nothing listens there');
  });

  it('where its server ends the connection', async () => {
    const db = connectPostgres(await newDatabase(), 'a-server', 'bot', PATIENCE);
    onTestFinished(() => db.destroy());
    const ended = sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    await expect(ended).rejects.toThrow('a-server cannot be used: it was shut down');
    await expect(sql`select 1 as one`.execute(db)).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });

  it('but not what is wrong with a statement, which does no harm to the connection', async () => {
    const { proxy, ask } = await open();
    const db = connectPostgres(proxy.address, 'a-server', 'bot', PATIENCE);
    onTestFinished(() => db.destroy());
    await expect(sql`select nonsense`.execute(db)).rejects.not.toBeInstanceOf(StoreError);
    expect(await ask()).toBe(true);
  });
});

describe('connections that fall silent', () => {
  it('are all given up with the first that does not answer', async () => {
    const { proxy, ask, tried } = await open();
    expect(await Promise.all(Array.from({ length: 8 }, ask))).not.toContain(false);
    const before = proxy.opened();
    expect(before).toBe(8);
    proxy.dropOpen();
    expect(await tried()).toBe(false);
    for (let count = 0; count < 8; count += 1) expect(await tried()).toBe(true);
    expect(proxy.opened()).toBeGreaterThan(before);
  });

  it('while something is asked on each of them, fail together', async () => {
    const { proxy, ask, tried } = await open();
    await Promise.all(Array.from({ length: 8 }, ask));
    proxy.dropOpen();
    await Promise.all(Array.from({ length: 24 }, tried));
    expect(await tried()).toBe(true);
  });

  it('are not waited for longer than each new one may take, and work again when the way is open', async () => {
    const { proxy, ask, tried } = await open();
    expect(await ask()).toBe(true);
    proxy.dropOpen();
    proxy.dropNew(true);
    expect([await tried(), await tried(), await tried()]).toEqual([false, false, false]);
    proxy.dropNew(false);
    proxy.dropOpen();
    expect([await tried(), await tried()].at(-1)).toBe(true);
  });

  it('in the middle of a transaction, give it up whole', async () => {
    const proxy = await droppingProxy(await newDatabase());
    const db = connectPostgres(proxy.address, 'a-server', 'bot', PATIENCE);
    onTestFinished(() => db.destroy());
    await sql`create table kept (n int)`.execute(db);
    const work = db.transaction().execute(async (transaction) => {
      await sql`insert into kept values (1)`.execute(transaction);
      proxy.dropOpen();
      await sql`insert into kept values (2)`.execute(transaction);
    });
    await expect(work).rejects.toThrow();
    const { rows } = await sql`select n from kept`.execute(db);
    expect(rows).toEqual([]);
  });
});
