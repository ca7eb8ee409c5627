import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '#store/open.ts';
import { assertBackup } from './backup.ts';
import { storeContract } from './contract.ts';
import { newDatabase, newStoreDatabase } from './newDatabase.ts';
import { assertRefusals, assertRestore } from './restore.ts';

describe('the store on PostgreSQL', () => {
  storeContract(newStoreDatabase);

  it('several processes may start at once on an empty database', async () => {
    const address = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(address)));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('can be backed up into an SQLite file while it is written to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-backup-'));
    try {
      await assertBackup(await newDatabase(), folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('can be restored, and from nothing but a whole backup', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-restore-'));
    try {
      await assertRestore(await newDatabase(), folder);
      await assertRefusals(await newDatabase(), folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('refuses tables of a newer program and leaves them alone', async () => {
    const address = await newDatabase();
    await (await openStore(address)).close();
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await client.query('update lectern_schema set version = 99');
      await expect(openStore(address)).rejects.toMatchObject({
        name: 'StoreError',
        code: 'newer',
        message: expect.not.stringContaining(':lectern@'),
      });
      const { rows } = await client.query('select version from lectern_schema');
      expect(rows).toStrictEqual([{ version: 99 }]);
    } finally {
      await client.end();
    }
  });

  it('says when nobody answers, without the password', async () => {
    await expect(openStore('postgres://me:secret@127.0.0.1:1/lectern')).rejects.toMatchObject({
      name: 'StoreError',
      code: 'unreachable',
      message: expect.not.stringContaining('secret'),
    });
  });
});
