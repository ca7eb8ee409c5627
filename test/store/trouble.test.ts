import { linkSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, openStore } from '#store/open.ts';
import { sqliteDialect } from '#store/sqlite/dialect.ts';
import { executorOf } from '#store/sqlite/executor.ts';
import { explainSqlite } from '#store/sqlite/fileErrors.ts';
import type { StoreError } from '#store/storeError.ts';
import { claimEverything, fillStore } from './fill.ts';

let folder: string;
let count = 0;
const fresh = (): string => {
  count += 1;
  return join(folder, `${count}.db`);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-trouble-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const withCode = (code: StoreError['code']) => expect.objectContaining({ name: 'StoreError', code });

// Each waits a second for another process to let go: they wait at the same time.
describe('a database in use', { concurrent: true }, () => {
  it.each([
    ['a symbolic link', (file: string, other: string) => symlinkSync(file, other)],
    ['a hard link', (file: string, other: string) => linkSync(file, other)],
  ])('is not opened a second time through %s', async (_name, link) => {
    const file = fresh();
    const store = await openStore(file);
    const other = fresh();
    link(file, other);
    await expect(openStore(other)).rejects.toEqual(withCode('in-use'));
    await store.setNote('still', 'works');
    await store.close();
  });

  it('is not opened a second time when its lock file was removed', async () => {
    const file = fresh();
    const store = await openStore(file);
    rmSync(`${file}.lock`);
    await expect(openStore(file)).rejects.toEqual(withCode('in-use'));
    await store.close();
  });

  it.each(['removed', 'replaced'])('that is %s is noticed, and used again when it is back', async (how) => {
    const file = fresh();
    const store = await openStore(file);
    await store.setNote('a', '1');
    renameSync(file, `${file}.away`);
    if (how === 'replaced') new DatabaseSync(file).exec('create table t (x)');
    await expect(store.check()).rejects.toEqual(withCode('gone'));
    await expect(store.setNote('b', '2')).rejects.toEqual(withCode('gone'));
    renameSync(`${file}.away`, file);
    await store.check();
    expect(await store.note('a')).toBe('1');
    await store.close();
  });
});

describe('a database of another application', () => {
  const taker = (application: string, adopts = true) => ({ application, adopts });

  it('is refused with a sentence, and left untouched', async () => {
    const file = fresh();
    const store = await (await openDatabase(file)).take(taker('111'));
    await fillStore(store, 3);
    await claimEverything(store);
    await store.close();
    const rows = () => {
      const database = new DatabaseSync(file, { readOnly: true });
      const all = ['notes', 'deliveries', 'subscriptions'].map((table) =>
        database.prepare(`select * from ${table}`).all(),
      );
      database.close();
      return all;
    };
    const before = rows();
    const other = await openDatabase(file);
    await expect(other.take(taker('222'))).rejects.toThrow(/belongs to the Discord application 111/);
    expect(rows()).toEqual(before);
    const again = await (await openDatabase(file)).take(taker('111'));
    expect(await again.note('which')).toBe('this');
    await again.close();
  });

  it('from before this was written down is taken by a bot, and not by the playground', async () => {
    const file = fresh();
    const store = await openStore(file);
    await fillStore(store, 1);
    await store.close();
    await expect((await openDatabase(file)).take(taker('1', false))).rejects.toEqual(withCode('foreign'));
    const taken = await (await openDatabase(file)).take(taker('2'));
    await taken.close();
    await expect((await openDatabase(file)).take(taker('1'))).rejects.toEqual(withCode('foreign'));
  });
});

it('one row that cannot be read stops nobody else’s recaps, and is named once', async () => {
  const file = fresh();
  const store = await openStore(file);
  const [bad = ''] = await fillStore(store, 10);
  await store.close();
  const database = new DatabaseSync(file);
  database.prepare("update subscriptions set channel_kind = 'hologram' where id = ?").run(bad);
  database.close();
  const named: string[] = [];
  const opened = await openDatabase(file, { onBadRow: (table, id) => named.push(`${table} ${id}`) });
  const again = await opened.take();
  const faults: string[] = [];
  const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
  const { claims } = await again.claimDue(
    { owner: 'a', now, until: now.add({ minutes: 1 }) },
    { limit: 50, missedBecause: 'down' },
    ({ id }) => ({
      claim: { date: '2026-03-02', due: now, windowEnd: now.add({ hours: 15 }), key: `${id}0001` },
      missed: undefined,
      next: { date: '2026-03-03', due: now.add({ hours: 24 }) },
    }),
    ({ id }) => faults.push(id),
  );
  expect(claims).toHaveLength(9);
  expect(faults).toEqual([bad]);
  for (const _ of [1, 2]) expect(await again.subscriptions({ guildId: 'g0' })).toHaveLength(9);
  expect(named).toEqual([`subscriptions ${bad}`]);
  await again.close();
});

it.each([
  [13, 'full', /disk .* is full/],
  [10, 'not-writable', /Check the disk/],
  [8, 'not-writable', /right to write/],
  [14, 'not-writable', /cannot be opened/],
  [7, 'not-writable', /not enough memory/],
  [11, 'damaged', /is damaged/],
  [5, 'in-use', /in use/],
] as const)('SQLite’s code %i has a sentence of its own', (errcode, code, says) => {
  const error = explainSqlite(Object.assign(new Error('reason'), { errcode }), 'x.db');
  expect(error.code).toBe(code);
  expect(error.message).toMatch(says);
});

it.each(['/proc/x/y.sqlite', '/dev/null', '/proc'])('%s is refused with a sentence', async (file) => {
  await expect(openStore(file)).rejects.toEqual(withCode('not-writable'));
});

it('a disk that is full in the middle of a transaction is told as such, and nothing is half done', async () => {
  const database = new DatabaseSync(fresh());
  database.exec('create table kept (text text); pragma max_page_count = 8');
  const executor = executorOf(database);
  const db = new Kysely<{ kept: { text: string } }>({ dialect: sqliteDialect(executor) });
  const work = db.transaction().execute(async (transaction) => {
    for (let count = 0; count < 100; count += 1)
      await transaction
        .insertInto('kept')
        .values({ text: 'x'.repeat(2_000) })
        .execute();
  });
  const error: unknown = await work.catch((reason: unknown) => reason);
  expect(explainSqlite(error, 'x.db')).toMatchObject({
    code: 'full',
    message: expect.stringMatching(/disk .* is full/),
  });
  expect(await db.selectFrom('kept').selectAll().execute()).toEqual([]);
  await db.destroy();
});
