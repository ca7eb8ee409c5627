import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '#store/backup/backup.ts';
import { openStore, readAddress } from '#store/open.ts';
import { DEFAULT_SETTINGS } from '#store/settings.ts';
import type { StoreError } from '#store/storeError.ts';
import { assertBackup } from './backup.ts';
import { storeContract } from './contract.ts';
import { claimEverything, fillStore } from './fill.ts';
import { assertRefusals, assertRestore } from './restore.ts';

describe('the store in memory', () => {
  storeContract(async () => 'sqlite::memory:');
});

describe('the store in a file', () => {
  let folder: string;
  let count = 0;
  const fresh = () => {
    count += 1;
    return join(folder, `made/on/demand/${count}.db`);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-store-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  let withTables: string | undefined;
  const makeTables = async (): Promise<string> => {
    const file = fresh();
    await (await openStore(file)).close();
    return file;
  };
  // The tables are made once, and copied from then on.
  storeContract(async () => {
    withTables ??= await makeTables();
    const file = fresh();
    await copyFile(withTables, file);
    return file;
  });

  const refused = async (address: string, code: StoreError['code']) => {
    await expect(openStore(address)).rejects.toMatchObject({ name: 'StoreError', code });
  };

  it('waits for the disk at each commit, and lets others read meanwhile', async () => {
    const file = fresh();
    const store = await openStore(file);
    await store.setNote('a', '1');
    const reader = new DatabaseSync(file, { readOnly: true });
    expect({ ...reader.prepare('select value from notes').get() }).toStrictEqual({ value: '1' });
    expect({ ...reader.prepare('pragma journal_mode').get() }).toStrictEqual({ journal_mode: 'wal' });
    reader.close();
    await store.close();
  });

  it.each([
    ['subscription of a unit for each channel', 'subscriptions', 'id'],
    ['delivery for each subscription and date', 'deliveries', 'key'],
  ])('holds one %s, whatever a program does', async (_what, table, name) => {
    const file = fresh();
    const store = await openStore(file);
    await fillStore(store, 1);
    await claimEverything(store);
    await store.close();
    const tables = new DatabaseSync(file);
    tables.exec(
      `create temp table another as select * from ${table}; update another set ${name} = 'another'`,
    );
    expect(() => tables.exec(`insert into ${table} select * from another`)).toThrow(/UNIQUE/);
    tables.close();
  });

  // These three wait a second for another process to let go, at the same time.
  it.concurrent('keeps a second process out, until the first is gone', async () => {
    const file = fresh();
    const store = await openStore(file);
    await refused(file, 'in-use');
    await store.setNote('still', 'works');
    await store.close();
    const again = await openStore(`sqlite:${file}`);
    expect(await again.note('still')).toBe('works');
    await again.close();
  });

  it.concurrent('is free again when the process that held it is killed', async () => {
    const file = fresh();
    const script = fileURLToPath(new URL('./holder.ts', import.meta.url));
    const holder = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await refused(file, 'in-use');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const store = await openStore(file);
    expect(await store.note('held')).toBe('yes');
    await store.close();
  });

  it.concurrent('can be restored', () => assertRestore(fresh(), folder));

  it('frees at start what the last process held', async () => {
    const file = fresh();
    const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
    const first = await openStore(file);
    const next = { date: '2026-03-02', due: now };
    await first.subscribe({
      place: { guildId: '1', channelId: '2', channelKind: 'channel', what: 'session' },
      settings: {
        ...DEFAULT_SETTINGS,
        time: '09:00',
        timeZone: 'UTC',
        days: [1],
        language: 'en',
        mentionRoleId: undefined,
        thread: false,
        repeat: 'again',
      },
      ownerId: '3',
      now,
      next,
      limit: 25,
    });
    const lease = { owner: 'a', now, until: now.add({ minutes: 1 }) };
    const decide = () => ({
      claim: { ...next, windowEnd: now.add({ hours: 6 }), key: 'k' },
      missed: undefined,
      next: { date: '2026-03-09', due: now.add({ hours: 168 }) },
    });
    await first.claimDue(lease, { limit: 1, missedBecause: 'down' }, decide, () => {});
    await first.close();
    const second = await openStore(file);
    expect(await second.claimOpen({ ...lease, owner: 'b' }, 9)).toHaveLength(1);
    await second.close();
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    const file = join(folder, 'text.db');
    const text = 'this is not a database, but somebody’s diary\n'.repeat(200);
    await writeFile(file, text);
    await refused(file, 'damaged');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('refuses a damaged database, and leaves it as it is', async () => {
    const file = fresh();
    const store = await openStore(file);
    await store.recordFirstSeen(
      'session',
      Array.from({ length: 2_000 }, (_, i) => `item-${i}`),
      Temporal.Instant.from('2026-01-01T00:00:00Z'),
    );
    await store.close();
    const bytes = await readFile(file);
    bytes.fill(0xa5, 8_192, 40_000);
    await writeFile(file, bytes);
    await refused(file, 'damaged');
    expect(await readFile(file)).toStrictEqual(bytes);
  });

  it('refuses a database of a newer program, and leaves it as it is', async () => {
    const file = fresh();
    await (await openStore(file)).close();
    const database = new DatabaseSync(file);
    database.exec('update lectern_schema set version = 99; pragma wal_checkpoint(truncate)');
    database.close();
    const bytes = await readFile(file);
    await refused(file, 'newer');
    expect(await readFile(file)).toStrictEqual(bytes);
  });

  it('can be backed up while it is written to', () => assertBackup(fresh(), join(folder, 'copies')));

  it('is restored from nothing but a whole backup', () => assertRefusals(fresh(), folder));

  it('says when there is nothing to back up', async () => {
    await expect(backUp(fresh(), join(folder, 'none.db'))).rejects.toThrow(/There is no database/);
    await expect(backUp(':memory:', join(folder, 'none.db'))).rejects.toThrow(/in memory/);
  });

  it('says when the file cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await refused(join(file, 'below.db'), 'not-writable');
    await refused(folder, 'not-writable');
  });
});

describe('readAddress', () => {
  it('reads paths and addresses', () => {
    expect(readAddress('sqlite::memory:')).toStrictEqual({ kind: 'memory' });
    expect(readAddress('/var/lib/lectern.db')).toStrictEqual({ kind: 'file', file: '/var/lib/lectern.db' });
    expect(readAddress('sqlite:/var/lib/lectern.db')).toStrictEqual({
      kind: 'file',
      file: '/var/lib/lectern.db',
    });
    expect(readAddress('sqlite:///var/lib/lectern.db')).toStrictEqual({
      kind: 'file',
      file: '/var/lib/lectern.db',
    });
    expect(readAddress('file:///var/lib/a%20b.db')).toStrictEqual({ kind: 'file', file: '/var/lib/a b.db' });
    expect(readAddress('data/lectern.db').kind).toBe('file');
    expect(readAddress('postgresql://h/d')).toMatchObject({ kind: 'postgres', url: 'postgresql://h/d' });
  });

  it.each(['', 'mysql://me:secret@host/db', 'sqlite:'])(
    'refuses others, without the password: $0',
    (address) => {
      expect(() => readAddress(address)).toThrow(
        expect.objectContaining({
          name: 'StoreError',
          code: 'bad-address',
          message: expect.not.stringContaining('secret'),
        }),
      );
    },
  );
});
