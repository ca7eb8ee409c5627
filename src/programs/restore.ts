import { EXIT, StartError } from '../exit.ts';
import { invocation } from '../invocation.ts';
import { readSettings } from '../settings.ts';
import { restore } from '../store/restore.ts';
import { StoreError } from '../store/storeError.ts';

const USAGE = `Usage: ${invocation('restore')} FILE
Puts a file that backup has made in place of the database that DATABASE_URL names. End the bot first. What was
in the database is kept in a new file.`;

const [file, ...others] = process.argv.slice(2);

if (file === '--help' || file === '-h') {
  console.log(USAGE);
  process.exit(0);
}
if (file === undefined || file.startsWith('-') || others.length > 0) {
  console.error(USAGE);
  process.exit(EXIT.usage);
}

try {
  const { keptIn } = await restore(readSettings([], process.env).databaseUrl, file, Temporal.Now.instant());
  console.log(`The database is restored from ${file}.`);
  if (keptIn !== undefined) console.log(`What was there before is kept in ${keptIn}.`);
} catch (error) {
  if (!(error instanceof StoreError) && !(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof StartError ? error.exitCode : EXIT.config;
}
