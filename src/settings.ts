import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { type Config, ConfigError, type Purpose, readConfig } from './config.ts';
import { EXIT, StartError } from './exit.ts';
import { invocation, samplePosts } from './invocation.ts';

const usage = (): string => `Usage: ${invocation('start')} [POSTS]
Starts the bot on a folder of posts (default: CONTENT_DIR, else content); --content POSTS says the same. Without
DISCORD_TOKEN the playground is started. Settings come from the environment and from .env; README.md has their table.`;

const refuse = (reason: string, cause?: unknown): never => {
  throw new StartError(`${reason}\n${usage()}`, EXIT.usage, { cause });
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { content: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), error);
  }
};

/** The folder with the posts, where the command line names one. */
const readArguments = (args: readonly string[]): string | undefined => {
  const { values, positionals } = parse(args);
  if (values.help) throw new StartError(usage(), 0);
  const [content = values.content, ...more] = positionals;
  if (more.length > 0 || (values.content !== undefined && positionals.length > 0))
    return refuse('One folder of posts can be named.');
  return content;
};

/**
 * The settings, in this order: command line, environment, `.env` in the current folder.
 * @throws StartError if any of them is invalid.
 */
export const readSettings = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  purpose: Purpose = 'bot',
): Config => {
  const content = readArguments(args);
  const fromFile: Record<string, string> = {};
  dotenv.config({ quiet: true, processEnv: fromFile });
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  try {
    const set: Readonly<Record<string, string | undefined>> = {
      ...fromFile,
      ...given,
      ...(content === undefined ? {} : { CONTENT_DIR: content }),
    };
    const sample = set['CONTENT_DIR'] || set['CONTENT_GIT'] ? undefined : samplePosts();
    return readConfig(sample === undefined ? set : { ...set, CONTENT_DIR: sample }, purpose);
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
    return readSettings([], process.env, 'tool');
  } catch (error) {
    return exitWith(error);
  }
};
