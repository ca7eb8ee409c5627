import { readSettings } from '../../src/config/readSettings.ts';
import { createLog } from '../../src/log.ts';
import { startLectern } from '../../src/start/lectern.ts';

// The bot as it is; asked by its parent process, it tells how much heap is in use after a collection.
const config = readSettings([], process.env);
const log = createLog({ level: 'warn', secrets: [] });
const lectern = await startLectern({ config, log, onEnd: () => process.exit(1) });

// The parent may have been killed: without it, this process ends itself.
process.on('disconnect', () => process.exit(1));
process.on('message', async (question) => {
  if (question === 'close') {
    await lectern.close();
    process.exit(0);
  }
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
// A person is offered a command only once it is registered.
await lectern.registered;
process.send?.('ready');
