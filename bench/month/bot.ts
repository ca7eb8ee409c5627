import { systemClock } from '#recap/time/clock.ts';
import { readSettings } from '../../src/config/readSettings.ts';
import { movableClock } from '../../src/host/clock.ts';
import { createLog } from '../../src/log.ts';
import { startLectern } from '../../src/start/lectern.ts';

/** Where the bot's time is to be, in ms since 1970; or what is asked of it. */
export type Told = { readonly kind: 'time'; readonly at: number } | { readonly kind: 'memory' };

// The bot as it is, on a clock that its parent process moves.
const config = readSettings([], process.env);
const { clock, move } = movableClock(systemClock);
const lectern = await startLectern({
  config,
  log: createLog({ level: config.logLevel, secrets: [] }),
  clock,
  onEnd: () => process.exit(1),
});
process.on('disconnect', () => process.exit(1));
process.on('message', (told: Told) => {
  if (told.kind === 'time') move(told.at - clock.now().epochMilliseconds);
  else process.send?.(process.memoryUsage());
});
process.once('SIGTERM', async () => {
  await lectern.close();
  process.exit(0);
});
