import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished } from 'vitest';
import { openDatabase, openStore } from '#store/open.ts';
import { childTest as test } from '../childTest.ts';
import { subscribeMany } from '../recap/crowd.ts';
import { openTestbed } from '../recap/testbed.ts';
import { childEnvironment, ROOT } from '../world.ts';

const BEGIN = Temporal.Instant.from('2026-03-02T08:59:00Z');
const DUE = Temporal.Instant.from('2026-03-02T09:00:01Z');

const backUp = async (databaseUrl: string, file: string): Promise<{ code: unknown; said: string }> => {
  const child: ChildProcess = spawn(process.execPath, ['src/programs/backup.ts', file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...childEnvironment(), DATABASE_URL: databaseUrl },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, said };
};

test('a backup is made while the bot posts, and a bot can be started on it; a second bot on the file ends', async ({
  start,
}) => {
  const testbed = await openTestbed();
  onTestFinished(testbed.close);
  const crowd = await subscribeMany(testbed, 40);
  const bot = await testbed.start(BEGIN);
  const begun = bot.told('Recap posted');
  bot.order({ to: DUE.toString() });
  await begun;
  const copy = path.join(testbed.folder, 'backups', 'today.sqlite');
  const { code, said } = await backUp(testbed.address, copy);
  expect(code, said).toBe(0);
  expect(said).toMatch(/is copied to/);
  const store = await openStore(copy);
  onTestFinished(store.close);
  for (const { subscriptionId } of crowd) {
    expect(await store.subscription(subscriptionId)).toBeDefined();
    const { rows } = await store.history({ subscriptionId }, { offset: 0, limit: 2 });
    for (const { delivery } of rows) expect(['intended', 'posted']).toContain(delivery.state);
  }
  const again = await backUp(testbed.address, copy);
  expect([again.code, /is there already/.test(again.said)]).toEqual([78, true]);

  const second = start({ DATABASE_URL: testbed.address, PORT: '0' });
  expect((await second.exit).code, second.errors()).toBe(78);
  expect(second.errors()).toMatch(/^DATABASE_URL: .* in use by another process/);
  await bot.end();
});

/** A file as it should not be, and what is said of it. */
const REFUSED: readonly {
  readonly name: string;
  readonly make: (folder: string) => Promise<string>;
  readonly says: RegExp;
}[] = [
  {
    name: 'a damaged database',
    make: async (folder) => {
      const file = path.join(folder, 'damaged.sqlite');
      await writeFile(file, 'somebody’s diary\n'.repeat(500));
      return file;
    },
    says: /^DATABASE_URL: .*is damaged/,
  },
  {
    name: 'a database of a newer program',
    make: async (folder) => {
      const file = path.join(folder, 'newer.sqlite');
      await (await openStore(file)).close();
      const database = new DatabaseSync(file);
      database.exec('update lectern_schema set version = 99; pragma wal_checkpoint(truncate)');
      database.close();
      return file;
    },
    says: /^DATABASE_URL: .*newer Lectern/,
  },
];

test.for(REFUSED)(
  '$name is refused with one clear word, and left as it is',
  async ({ make, says }, { folder, start }) => {
    const file = await make(folder);
    const before = await readFile(file);
    const child = start({ DATABASE_URL: file, PORT: '0' });
    expect((await child.exit).code, child.errors()).toBe(78);
    expect(child.errors()).toMatch(says);
    expect(child.errors()).not.toMatch(/\n\s+at /);
    expect(await readFile(file)).toStrictEqual(before);
  },
);

test('a place that cannot be written is named, and nothing is left there', async ({ folder, start }) => {
  // A file in place of the folder: that stops root too.
  await writeFile(path.join(folder, 'data'), '');
  const before = await readdir(folder);
  const child = start({ DATABASE_URL: path.join(folder, 'data', 'lectern.sqlite'), PORT: '0' });
  expect((await child.exit).code, child.errors()).toBe(78);
  expect(child.errors()).toMatch(/^DATABASE_URL: .*cannot be written/);
  expect(await readdir(folder)).toEqual(before);
});

test('the playground takes no recaps of a bot on Discord, though DATABASE_URL names its database', async ({
  folder,
  start,
}) => {
  const file = path.join(folder, 'production.sqlite');
  const store = await (await openDatabase(file)).take({ application: '4242', adopts: true });
  await store.close();
  const before = await readFile(file);
  const child = start({ DATABASE_URL: file, PORT: '0' });
  expect((await child.exit).code, child.errors()).toBe(78);
  expect(child.errors()).toMatch(/^DATABASE_URL: .* belongs to the Discord application 4242/);
  expect(await readFile(file)).toEqual(before);
});
