import { flushCompileCache } from 'node:module';
import type { Step } from '#recap/model.ts';
import { readSettings } from '../../../src/config/readSettings.ts';
import { movableClock } from '../../../src/host/clock.ts';
import { createLog } from '../../../src/log.ts';
import { startLectern } from '../../../src/start/lectern.ts';
import { clockFrom } from './clockFrom.ts';

/** What a test tells a bot of its own: to run its clock forward, and to die on the way. */
export interface Order {
  /** An instant. */
  readonly to: string;
  /** Dies when a delivery reaches this step, or at so many steps of any deliveries. */
  readonly dieAt?: Step | number;
}

// The bot as it is, but for its clock, which a test moves, and for its death, which a test chooses.
const { TEST_START = '', TEST_DIE_AT, TEST_CONCURRENCY, ...environment } = process.env;
const config = readSettings([], environment);
const time = movableClock(clockFrom(Temporal.Instant.from(TEST_START)));

let dieAt: Order['dieAt'] = TEST_DIE_AT === undefined ? undefined : Number(TEST_DIE_AT);
let steps = 0;

const checkpoint = (step: Step): void => {
  steps += 1;
  if (step === dieAt || steps === dieAt) process.kill(process.pid, 'SIGKILL');
};

process.on('message', (order: Order) => {
  ({ dieAt } = order);
  steps = 0;
  time.move(time.clock.now().until(order.to).total('milliseconds'));
});

const lectern = await startLectern({
  config,
  log: createLog({ level: 'debug', secrets: [] }),
  onEnd: () => process.exit(1),
  clock: time.clock,
  delivery: {
    checkpoint,
    ...(TEST_CONCURRENCY === undefined ? {} : { concurrency: Number(TEST_CONCURRENCY) }),
  },
});
process.once('SIGTERM', () => void lectern.close().then(() => process.exit(0)));
process.send?.('ready');
// A process that is killed would keep nothing of what it compiled for the next one.
flushCompileCache();
