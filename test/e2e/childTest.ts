import path from 'node:path';
import { onTestFinished, test } from 'vitest';
import { startPlayground } from '#playground/index.ts';
import { patientClock } from './patientClock.ts';
import { type Child, dataFolder, startChild } from './world.ts';

/** A test of the bot as a process of its own. Whatever it was given is gone after it. */
export const childTest = test
  .extend('folder', async () => {
    const { folder, remove } = await dataFolder();
    onTestFinished(remove);
    return folder;
  })
  .extend('clock', () => {
    const clock = patientClock();
    onTestFinished(clock.stop);
    return clock;
  })
  .extend('playground', async ({ clock }) => {
    const playground = await startPlayground({ clock });
    onTestFinished(playground.close);
    return playground;
  })
  /** Settings of a bot on that playground, with a database in that folder. */
  .extend('settings', ({ folder, playground }) => ({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: path.join(folder, 'lectern.sqlite'),
  }))
  /** Starts a bot, which is killed after the test at the latest. */
  .extend('start', () => (settings: Readonly<Record<string, string>>, args?: readonly string[]): Child => {
    const child = startChild(settings, args);
    onTestFinished(async () => {
      child.process.kill('SIGKILL');
      await child.exit;
    });
    return child;
  });
