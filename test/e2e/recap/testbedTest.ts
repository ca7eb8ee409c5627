import { test } from 'vitest';
import { openTestbed } from './testbed.ts';

/**
 * A test that is given a testbed, which is gone after it.
 * @param address gives the address of a database for it; SQLite in its folder where there is none
 */
export const testbedTest = (address: () => Promise<string | undefined> = async () => undefined) =>
  test.extend('testbed', async ({ task: _ }, { onCleanup }) => {
    const testbed = await openTestbed(await address());
    onCleanup(testbed.close);
    return testbed;
  });

/** A text channel of the playground's first server. */
export const CHANNEL = {
  guildId: '1100000000000001000',
  channelId: '1100000000000001002',
  channelKind: 'channel',
} as const;
