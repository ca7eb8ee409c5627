import { expect, onTestFinished, test } from 'vitest';
import { droppingProxy } from '../../store/droppingProxy.ts';
import { newDatabase } from '../../store/newDatabase.ts';
import { ledgerOf, openTestbed, subscribe } from './testbed.ts';

const BEFORE = Temporal.Instant.from('2026-03-02T08:59:50Z');
const DUE = Temporal.Instant.from('2026-03-02T09:00:05Z');
const COUNT = 40;

// Real seconds pass: as many as a connection to the database may say nothing.
test('connections to the database that fall silent in the middle of a delivery keep no recap back', async () => {
  const proxy = await droppingProxy(await newDatabase());
  const testbed = await openTestbed(proxy.address);
  onTestFinished(testbed.close);
  const { playground } = testbed;
  // A server has 25 recaps at most.
  const places = ['one', 'two'].flatMap((name) => {
    const channels = Array.from({ length: COUNT / 2 }, (_, at) => ({ name: `${name}-${at}` }));
    const { id, channelIds } = playground.addGuild({ name, channels });
    return channelIds.map((channelId) => ({ guildId: id, channelId }));
  });
  const channels = places.map(({ channelId }) => channelId);
  const ids = await testbed.withStore(async (store) => {
    const made: string[] = [];
    for (const place of places)
      made.push(await subscribe(store, { ...place, channelKind: 'channel' }, BEFORE));
    return made;
  });
  const bot = await testbed.start(BEFORE, { concurrency: 5 });
  const posted = (): number => channels.filter((channel) => playground.history(channel).length > 0).length;
  bot.order({ to: DUE.toString() });
  await playground.until(() => (posted() >= 8 ? true : undefined), 'some recaps');
  const begun = performance.now();
  proxy.dropOpen();
  await playground.until(() => (posted() === COUNT ? true : undefined), 'all recaps');
  const seconds = Math.round((performance.now() - begun) / 1_000);
  await bot.toldTimes('Recap posted', COUNT);
  await bot.end();
  expect(channels.map((channel) => playground.history(channel).length)).toEqual(channels.map(() => 1));
  const states = await testbed.withStore(async (store) =>
    (await Promise.all(ids.map((id) => ledgerOf(store, id)))).flat().map(({ state }) => state),
  );
  expect(states).toEqual(ids.map(() => 'posted'));
  // A claim whose answer got lost is taken again when its lease of a minute has ended.
  expect(seconds).toBeLessThan(90);
});
