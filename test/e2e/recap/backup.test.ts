import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { backUp } from '#store/backup/backup.ts';
import { ledgerOf, subscribe } from './testbed.ts';
import { testbedTest } from './testbedTest.ts';

const test = testbedTest();

const BEFORE = Temporal.Instant.from('2026-03-02T08:59:30Z');
const DUE = Temporal.Instant.from('2026-03-02T09:00:05Z');
/** Discord remembers nonces for some minutes. */
const LATER = DUE.add({ minutes: 30 });

test('a backup that is put back posts nothing again of what was posted after it was made', async ({
  testbed,
}) => {
  const { playground, address, folder } = testbed;
  const guildId = '1100000000000001000';
  const channels = Array.from({ length: 20 }, (_, at) =>
    playground.addChannel(guildId, { name: `recaps-${at}` }),
  );
  const ids = await testbed.withStore(async (store) => {
    const made: string[] = [];
    for (const channelId of channels)
      made.push(await subscribe(store, { guildId, channelId, channelKind: 'channel' }, BEFORE));
    return made;
  });
  const backup = path.join(folder, 'backup.sqlite');
  await backUp(address, backup);

  const first = await testbed.start(BEFORE);
  first.order({ to: DUE.toString() });
  const posted = (): number => channels.filter((channel) => playground.history(channel).length > 0).length;
  await playground.until(() => (posted() === channels.length ? true : undefined), 'a recap in each channel');
  await first.end();

  for (const ending of ['', '-wal', '-shm']) await rm(`${address}${ending}`, { force: true });
  await copyFile(backup, address);
  const second = await testbed.start(LATER);
  await second.told('The database is a backup');
  await second.toldTimes('Recap posted', channels.length);
  await second.end();

  expect(channels.map((channel) => playground.history(channel).length)).toEqual(channels.map(() => 1));
  const states = await testbed.withStore(async (store) =>
    (await Promise.all(ids.map((id) => ledgerOf(store, id)))).flat().map(({ state }) => state),
  );
  expect(states).toEqual(ids.map(() => 'posted'));
});
