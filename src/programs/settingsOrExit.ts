import type { Config } from '../config/config.ts';
import { readSettings } from '../config/readSettings.ts';
import { StartError } from '../exit.ts';

const exitWith = (error: unknown): never => {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(error.exitCode);
};

/** For one-shot programs: the folder with the posts, or prints the error and exits. */
export const contentDirOrExit = async (config: Config): Promise<string> => {
  if (config.contentGit === undefined) return config.contentDir;
  const { openContentFolder } = await import('../start/contentFolder.ts');
  const { createLog } = await import('../log.ts');
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
