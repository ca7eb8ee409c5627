import { expect } from 'vitest';
import { newDatabase } from '../../store/newDatabase.ts';
import { childTest as test } from '../childTest.ts';

test('two processes share the shards: each command is registered once, and each identify has its turn', async ({
  playground,
  settings,
  start,
}) => {
  playground.faults.recommendShards(2, 1);
  const DATABASE_URL = await newDatabase();
  const [one, other] = ['0', '1'].map((SHARDS) =>
    start({ ...settings, DATABASE_URL, SHARDS, SHARD_COUNT: '2' }),
  );
  expect.assert(one !== undefined && other !== undefined);
  const registered = await Promise.all(
    [one, other].map(({ log }) => log.until('the commands are registered')),
  );
  const created = registered.map(({ created: names }) => (Array.isArray(names) ? names.length : 0));
  expect(created.filter((count) => count === 0)).toHaveLength(1);
  await playground.until(() => (playground.bot().sessions === 2 ? true : undefined), 'both shards');
  expect(playground.wire().filter(({ method }) => method === 'InvalidSession')).toEqual([]);
  expect((await playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
});
