import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { backUp } from '#store/backup/backup.ts';
import { restore } from '#store/backup/restore.ts';
import { openStore } from '#store/open.ts';
import { claimEverything, fillStore } from './fill.ts';

const NOW = Temporal.Instant.from('2026-03-02T10:00:00Z');

/** A backup comes back whole; what was there meanwhile is kept; a bot that runs keeps everything as it is. */
export async function assertRestore(address: string, folder: string): Promise<void> {
  const file = join(folder, 'restore', 'backup.db');
  const store = await openStore(address);
  const ids = await fillStore(store, 30);
  await claimEverything(store);
  const [first = ''] = ids;
  await backUp(address, file);
  await store.setNote('which', 'later');
  await store.end(first);
  await expect(restore(address, file, NOW)).rejects.toMatchObject({ code: 'in-use' });
  expect(await store.note('which')).toBe('later');
  await store.close();

  const { keptIn } = await restore(address, file, NOW);
  const restored = await openStore(address);
  expect(await restored.note('which')).toBe('this');
  expect(await restored.note('backup')).toMatch(/^20/);
  expect((await restored.subscription(first))?.state).toBe('active');
  expect((await restored.history({ subscriptionId: first }, { offset: 0, limit: 9 })).total).toBe(1);
  await restored.close();

  expect.assert(keptIn !== undefined);
  const kept = await openStore(keptIn);
  expect(await kept.note('which')).toBe('later');
  await kept.close();
}

/** Files from which nothing can be restored leave the database as it is. */
export async function assertRefusals(address: string, folder: string): Promise<void> {
  const store = await openStore(address);
  await store.setNote('which', 'this');
  await store.close();
  const good = join(folder, 'refusals', 'good.db');
  await backUp(address, good);
  const { DatabaseSync } = await import('node:sqlite');
  const newer = join(folder, 'newer.db');
  await backUp(address, newer);
  const database = new DatabaseSync(newer);
  database.exec('update lectern_schema set version = 99');
  database.close();
  const foreign = join(folder, 'foreign.db');
  const other = new DatabaseSync(foreign);
  other.exec('create table t (a)');
  other.close();
  const damaged = join(folder, 'damaged.db');
  await writeFile(damaged, 'SQLite format 3\0 and nothing of the kind');
  for (const [file, code, words] of [
    [join(folder, 'missing.db'), 'bad-address', /There is no file/],
    [folder, 'not-writable', /is not a file/],
    [damaged, 'damaged', /is damaged/],
    [newer, 'newer', /newer Lectern/],
    [foreign, 'bad-address', /holds no tables of Lectern/],
  ] as const) {
    await expect(restore(address, file, NOW), file).rejects.toMatchObject({
      name: 'StoreError',
      code,
      message: expect.stringMatching(words),
    });
  }
  const after = await openStore(address);
  expect(await after.note('which')).toBe('this');
  await after.close();
}
