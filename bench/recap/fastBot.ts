import { REST } from 'discord.js';
import { createPoster } from '#discord/poster/poster.ts';
import { restOf } from '#discord/rest/rest.ts';
import { createTransport } from '#discord/rest/transport.ts';
import { readLibrary } from '#library/read.ts';
import { createDraw } from '#recap/drawRecaps.ts';
import { createRecaps } from '#recap/recaps.ts';
import { systemClock } from '#recap/time/clock.ts';
import { openStore } from '#store/open.ts';
import { createLog } from '../../src/log.ts';

// The recaps of the bot alone, without the 50 requests a second to which discord.js keeps for Discord's sake.

const { DISCORD_TOKEN = '', DISCORD_API_URL = '', DATABASE_URL = '', BOT_ID = '' } = process.env;
const rest = new REST({
  api: DISCORD_API_URL,
  globalRequestsPerSecond: 1_000_000,
  makeRequest: createTransport({ onUnauthorized: () => {} }),
}).setToken(DISCORD_TOKEN);
const library = await readLibrary({ dir: 'content', siteUrl: undefined, defaultLanguage: 'ko' });
const log = createLog({ level: 'warn', secrets: [DISCORD_TOKEN] });
const store = await openStore(DATABASE_URL);
const recaps = createRecaps({
  store,
  poster: createPoster(restOf(rest), () => BOT_ID, log),
  clock: systemClock,
  library: () => library,
  ...createDraw({ mention: (command) => `/${command}`, locale: 'ko' }),
  report: (level, message, details) => log[level](details, message),
  perSecond: 1_000,
});
recaps.start();
process.once('SIGTERM', async () => {
  await recaps.stop();
  await store.close();
  process.exit(0);
});
setInterval(() => {}, 60_000);
