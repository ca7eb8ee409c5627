import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectPostgres } from '#store/postgres.ts';
import { droppingProxy } from './droppingProxy.ts';
import { newDatabase } from './newDatabase.ts';

/** Milliseconds; the bot's own are 3 s and 8 s. */
const PATIENCE = { connect: 300, query: 500 };

const open = async () => {
  const proxy = await droppingProxy(await newDatabase());
  const db = connectPostgres(proxy.address, 'bot', PATIENCE);
  onTestFinished(() => db.destroy());
  const ask = async (): Promise<boolean> => {
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
    return rows[0]?.one === 1;
  };
  const tried = (): Promise<boolean> => ask().catch(() => false);
  return { proxy, ask, tried };
};

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
    const db = connectPostgres(proxy.address, 'bot', PATIENCE);
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
