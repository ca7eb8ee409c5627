import { EXIT, StartError } from './exit.ts';
import { startLectern } from './lectern.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

/** SIGTERM to exit: what is under way gets most of it. */
const PATIENCE = 4_500;

const fail = (error: unknown): never => {
  if (error instanceof StartError) {
    console.error(error.message);
    process.exit(error.exitCode);
  }
  console.error('Lectern could not start:', error);
  process.exit(EXIT.software);
};

try {
  const config = readSettings(process.argv.slice(2), process.env);
  const log = createLog({
    level: config.logLevel,
    secrets: config.token === undefined ? [] : [config.token],
    readable: process.stdout.isTTY,
  });
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection that nobody handled'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody caught');
    process.exit(EXIT.software);
  });

  const end = Promise.withResolvers<number>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'closing');
      end.resolve(0);
    });
  }
  const lectern = await startLectern({ config, log, onEnd: () => end.resolve(EXIT.unavailable) });
  if (lectern.link !== undefined) console.log(`\nLectern's playground is open: ${lectern.link}\n`);
  const exitCode = await end.promise;
  // The deadline keeps nothing alive: whoever is quick ends at once.
  setTimeout(() => process.exit(exitCode), PATIENCE).unref();
  await lectern.close();
  process.exit(exitCode);
} catch (error) {
  fail(error);
}
