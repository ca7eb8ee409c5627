import { expect, it, onTestFinished } from 'vitest';
import { observed } from '../../src/observe.ts';
import { memoryStore } from '../store/memoryStore.ts';
import { daily } from './daily.ts';
import { SimDiscord } from './sim/discord.ts';
import { libraryOf, startProcess } from './sim/process.ts';
import { SimTime } from './sim/time.ts';

const day = 86_400_000;

it('recaps that were due while no process ran are counted as missed, each once', async () => {
  const time = new SimTime(Temporal.Instant.from('2026-03-02T08:00:00Z'));
  const store = await memoryStore();
  onTestFinished(() => store.close());
  const discord = new SimDiscord(time);
  const launch = () => {
    const started = startProcess({ time, discord, store, library: () => libraryOf(['a', 'a']) });
    onTestFinished(() => started.mortal.kill());
    return started;
  };
  const counts: Record<string, number> = {};
  onTestFinished(
    observed.deliveries.hear(({ outcome, count }) => {
      counts[outcome] = (counts[outcome] ?? 0) + count;
    }),
  );
  const process = launch();
  await process.recaps.subscribe({
    place: { guildId: '1', channelId: '9', channelKind: 'channel', what: 'session' },
    settings: daily({ repeat: 'again', days: [1, 2, 3, 4, 5] }),
    ownerId: '7',
  });
  await time.run(day / 2);
  expect(counts).toEqual({ posted: 1 });
  process.mortal.kill();
  // From Tuesday to the Monday after, whose recap is still in time.
  await time.run(7 * day);
  launch();
  await time.run(day / 4);
  expect(counts).toEqual({ posted: 2, missed: 4 });
});
