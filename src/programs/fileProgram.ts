import { readSettings } from '../config/readSettings.ts';
import { EXIT, StartError } from '../exit.ts';
import { StoreError } from '../store/storeError.ts';

/** Runs a program that is given one file and works on the database of DATABASE_URL; what it returns is printed. */
export async function fileProgram(
  usage: string,
  run: (databaseUrl: string, file: string) => Promise<readonly string[]>,
): Promise<void> {
  const [file, ...others] = process.argv.slice(2);
  if (file === '--help' || file === '-h') {
    console.log(usage);
    return;
  }
  if (file === undefined || file.startsWith('-') || others.length > 0) {
    console.error(usage);
    process.exitCode = EXIT.usage;
    return;
  }
  try {
    for (const line of await run(readSettings([], process.env, 'tool').databaseUrl, file)) console.log(line);
  } catch (error) {
    if (!(error instanceof StoreError) && !(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof StartError ? error.exitCode : EXIT.config;
  }
}
