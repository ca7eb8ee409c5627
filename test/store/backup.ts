import { join } from 'node:path';
import { expect } from 'vitest';
import { backUp } from '#store/backup/backup.ts';
import { openStore } from '#store/open.ts';
import { claimEverything, fillStore } from './fill.ts';

/** A backup that is made while others write has everything that was there when it began, and nothing by halves. */
export async function assertBackup(address: string, folder: string): Promise<void> {
  const store = await openStore(address);
  const file = join(folder, 'below', 'backup.db');
  try {
    const ids = await fillStore(store, 120);
    const writing = claimEverything(store);
    await backUp(address, file);
    await writing;
    const copy = await openStore(file);
    try {
      for (const id of [ids[0] ?? '', ids.at(-1) ?? '']) {
        const original = await store.subscription(id);
        const copied = await copy.subscription(id);
        expect(original).toBeDefined();
        expect(copied).toBeDefined();
        expect({ ...copied, next: undefined }).toStrictEqual({ ...original, next: undefined });
      }
      // Each subscription was moved on in the same transaction that wrote its delivery.
      for (const id of ids) {
        const { total } = await copy.history({ subscriptionId: id }, { offset: 0, limit: 1 });
        const moved = (await copy.subscription(id))?.next?.date === '2026-03-03';
        expect(total).toBe(moved ? 1 : 0);
      }
      expect(await copy.note('which')).toBe('this');
      expect(
        (await copy.recordFirstSeen('session', [], Temporal.Instant.from('2026-01-01T00:00:00Z'))).size,
      ).toBe(3);
    } finally {
      await copy.close();
    }
    await expect(backUp(address, file)).rejects.toThrow(/is there already/);
  } finally {
    await store.close();
  }
}
