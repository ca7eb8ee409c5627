import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { type Config, ConfigError, readConfig } from './config.ts';
import { EXIT, StartError } from './exit.ts';

const USAGE = 'Usage: npm start [-- --content FOLDER]';

const readArguments = (args: readonly string[]): { readonly content?: string | undefined } => {
  try {
    return parseArgs({ args: [...args], options: { content: { type: 'string' } } }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`${reason}\n${USAGE}`, EXIT.usage, { cause: error });
  }
};

/**
 * The settings, in this order: command line, environment, `.env` in the current folder.
 * @throws StartError if any of them is invalid.
 */
export const readSettings = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Config => {
  const { content } = readArguments(args);
  const fromFile: Record<string, string> = {};
  dotenv.config({ quiet: true, processEnv: fromFile });
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  try {
    return readConfig({ ...fromFile, ...given, ...(content === undefined ? {} : { CONTENT_DIR: content }) });
  } catch (error) {
    if (error instanceof ConfigError) throw new StartError(error.message, EXIT.config, { cause: error });
    throw error;
  }
};

const exitWith = (error: unknown): never => {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(error.exitCode);
};

/** For one-shot programs: the folder with the posts, or prints the error and exits. */
export const contentDirOrExit = async (config: Config): Promise<string> => {
  if (config.contentGit === undefined) return config.contentDir;
  const { openContentFolder } = await import('./start/contentFolder.ts');
  const { createLog } = await import('./log.ts');
  // Standard output is for the answer.
  const output = { write: (line: string) => void process.stderr.write(line) };
  const log = createLog({ level: 'warn', secrets: config.contentGit.secrets, output });
  return await openContentFolder(config, log).then(({ dir }) => dir, exitWith);
};

/** For one-shot programs: returns the settings, or prints the error and exits. */
export const settingsOrExit = (): Config => {
  try {
    return readSettings([], process.env);
  } catch (error) {
    return exitWith(error);
  }
};
