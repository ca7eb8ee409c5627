import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { EXIT, StartError } from '../exit.ts';
import { invocation, samplePosts } from '../invocation.ts';
import { type Config, ConfigError, type Purpose, readConfig } from './config.ts';

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
