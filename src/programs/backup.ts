import { invocation } from '../invocation.ts';
import { backUp } from '../store/backup/backup.ts';
import { fileProgram } from './fileProgram.ts';

const USAGE = `Usage: ${invocation('backup')} FILE
Copies the database that DATABASE_URL names into a new SQLite file, while the bot runs or not.`;

await fileProgram(USAGE, async (databaseUrl, file) => {
  await backUp(databaseUrl, file);
  return [`The database is copied to ${file}.`];
});
