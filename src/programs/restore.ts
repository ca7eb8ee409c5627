import { invocation } from '../invocation.ts';
import { restore } from '../store/backup/restore.ts';
import { fileProgram } from './fileProgram.ts';

const USAGE = `Usage: ${invocation('restore')} FILE
Puts a file that backup has made in place of the database that DATABASE_URL names. End the bot first. What was
in the database is kept in a new file.`;

await fileProgram(USAGE, async (databaseUrl, file) => {
  const { keptIn } = await restore(databaseUrl, file, Temporal.Now.instant());
  return [
    `The database is restored from ${file}.`,
    ...(keptIn === undefined ? [] : [`What was there before is kept in ${keptIn}.`]),
  ];
});
