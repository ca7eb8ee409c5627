import { Client, type ClientOptions } from 'discord.js';
import type { Playground } from '#playground/index.ts';

/** A discord.js client that is logged in at a playground, without the pauses that Discord wants between identifies. */
export async function connect(
  playground: Playground,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [],
    rest: { api: playground.apiUrl, timeout: 60_000, retries: 3 },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...options,
  });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(playground.token);
  return ready;
}
