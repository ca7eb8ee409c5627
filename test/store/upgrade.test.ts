import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { restore } from '#store/backup/restore.ts';
import { openStore } from '#store/open.ts';
import { schemaVersion } from '#store/version.ts';
import { temporaryFolder } from '../e2e/world.ts';

/** A database as a former version has left it: `npm run backup` of that version, stored. */
const stored = (version: number): string =>
  path.join(import.meta.dirname, 'fixtures', `version-${version}.sqlite`);

const FORMER = Array.from({ length: Math.max(1, schemaVersion - 1) }, (_, index) => index + 1);

const versionIn = (file: string): unknown => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('select version from lectern_schema').get()?.['version'];
  } finally {
    database.close();
  }
};

const assertWhole = async (file: string): Promise<void> => {
  const store = await openStore(file);
  onTestFinished(store.close);
  expect(await store.note('which')).toBe('this');
  expect(await store.subscriptions({ guildId: 'g0' })).toHaveLength(10);
  const { rows, total } = await store.history({ guildId: 'g0' }, { offset: 0, limit: 20 });
  expect(total).toBe(10);
  const states = rows.map(({ delivery }) => delivery.state).toSorted();
  expect(states).toEqual([...Array.from({ length: 8 }, () => 'intended'), 'posted', 'failed'].toSorted());
  const posted = rows.find(({ delivery }) => delivery.state === 'posted');
  expect(posted?.delivery.messageId).toBe('700');
  expect(await store.postedItems(posted?.subscription.id ?? '')).toEqual([
    { item: '5', hash: 'h5', round: 1 },
  ]);
};

test.each(FORMER)('a database of version %i is brought up to date with everything in it', async (version) => {
  expect(existsSync(stored(version)), `store a backup by version ${version} as ${stored(version)}`).toBe(
    true,
  );
  expect(versionIn(stored(version))).toBe(version);
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const file = path.join(folder, 'old.sqlite');
  await copyFile(stored(version), file);
  await assertWhole(file);
  expect(versionIn(file)).toBe(schemaVersion);
});

/** Columns by name, whatever their order, and indexes as they were declared. */
const schemaOf = (file: string): unknown => {
  const database = new DatabaseSync(file, { readOnly: true });
  const columns = `select t.name as "table", c.name, c.type, c."notnull", c.dflt_value, c.pk
    from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' order by t.name, c.name`;
  const indexes = `select name, tbl_name, sql from sqlite_master where type = 'index' order by name`;
  try {
    return [columns, indexes].map((query) => database.prepare(query).all());
  } finally {
    database.close();
  }
};

test.each(FORMER)(
  'a database of version %i gets the tables of a new one: no released step changed',
  async (version) => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const [old, fresh] = [path.join(folder, 'old.sqlite'), path.join(folder, 'new.sqlite')];
    await copyFile(stored(version), old);
    for (const file of [old, fresh]) await (await openStore(file)).close();
    expect(schemaOf(old)).toEqual(schemaOf(fresh));
  },
);

test.each(FORMER)('a backup by version %i can be restored', async (version) => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const file = path.join(folder, 'new.sqlite');
  const { keptIn } = await restore(file, stored(version), Temporal.Instant.from('2026-03-02T10:00:00Z'));
  expect(keptIn).toBeUndefined();
  await assertWhole(file);
});
