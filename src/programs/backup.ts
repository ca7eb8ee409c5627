import { EXIT, StartError } from '../exit.ts';
import { invocation } from '../invocation.ts';
import { readSettings } from '../settings.ts';
import { backUp } from '../store/backup.ts';
import { StoreError } from '../store/storeError.ts';

const USAGE = `Usage: ${invocation('backup')} FILE
Copies the database that DATABASE_URL names into a new SQLite file, while the bot runs or not.`;

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
  await backUp(readSettings([], process.env).databaseUrl, file);
  console.log(`The database is copied to ${file}.`);
} catch (error) {
  if (!(error instanceof StoreError) && !(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof StartError ? error.exitCode : EXIT.config;
}
