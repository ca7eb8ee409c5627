import { inspect } from 'node:util';
import { readSettings } from '../config/readSettings.ts';
import { EXIT, StartError } from '../exit.ts';
import { createLog, scrub } from '../log.ts';
import { secretsOf } from '../redact.ts';
import { startLectern } from './lectern.ts';

/** Most of the time from SIGTERM to exit is for the work in progress. */
const PATIENCE = 4_500;

const secrets: string[] = [];

/** What the system refused, such as to write a folder, is for the operator to fix. */
const isSystemError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

const fail = (error: unknown): never => {
  if (error instanceof StartError) {
    // Exit code 0: help that was asked for.
    (error.exitCode === 0 ? console.log : console.error)(error.message);
    process.exit(error.exitCode);
  }
  if (isSystemError(error)) {
    console.error(
      scrub(`Lectern could not start: ${error.message}. Put that right and start again.`, secrets),
    );
    process.exit(EXIT.config);
  }
  console.error(scrub(`Lectern could not start: ${inspect(error)}`, secrets));
  process.exit(EXIT.software);
};

/** Runs the bot until a signal ends it. */
export const run = async (): Promise<void> => {
  try {
    const config = readSettings(process.argv.slice(2), process.env);
    secrets.push(
      ...[config.token, config.playgroundPassword, config.embeddings?.key, config.model?.key].filter(
        (secret) => secret !== undefined,
      ),
    );
    secrets.push(
      ...secretsOf(config.databaseUrl),
      ...secretsOf(config.apiUrl),
      ...(config.contentGit?.secrets ?? []),
      ...[config.embeddings, config.model].flatMap((service) => (service ? secretsOf(service.url) : [])),
    );
    // Loaded for a terminal alone.
    const output = process.stdout.isTTY ? (await import('../logTerminal.ts')).terminalOutput() : undefined;
    const log = createLog({ level: config.logLevel, secrets, output });
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
    process.on('uncaughtException', (error) => {
      log.fatal({ err: error }, 'uncaught exception');
      process.exit(EXIT.software);
    });

    const end = Promise.withResolvers<number>();
    const endWith = (exitCode: number): void => {
      // The deadline's timer does not keep the process alive.
      setTimeout(() => process.exit(exitCode), PATIENCE).unref();
      end.resolve(exitCode);
    };
    let closing = false;
    let starting = true;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        // Ctrl+C comes twice: the terminal sends it, and npm passes it on. What is under way is finished all the same.
        if (closing) return;
        closing = true;
        log.info({ signal }, 'closing');
        // Nothing is under way yet, and Discord may let a start wait for minutes.
        if (starting) process.exit(0);
        endWith(0);
      });
    }
    const lectern = await startLectern({
      config,
      log,
      onEnd: ({ message, exitCode }) => {
        console.error(message);
        endWith(exitCode);
      },
    });
    starting = false;
    // The commands are there when the link is opened.
    if (lectern.link !== undefined) await lectern.registered;
    if (lectern.link !== undefined) console.log(`\nLectern's playground is open: ${lectern.link}\n`);
    end.promise
      .then(async (exitCode) => {
        await lectern.close();
        process.exit(exitCode);
      })
      .catch(fail);
  } catch (error) {
    fail(error);
  }
};
