import { StoreError } from '../storeError.ts';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Sentence = readonly [code: StoreError['code'], says: (file: string, reason: string) => string];

const damaged: Sentence = [
  'damaged',
  (file, why) =>
    `The database ${file} is damaged (${why}). Put a backup in its place, or move it away to begin with an empty one.`,
];
const noRights: Sentence = [
  'not-writable',
  (file, why) =>
    `The database ${file} cannot be written (${why}). Give the bot's user the right to write this file and its folder, or set DATABASE_URL to another place.`,
];
const inUse: Sentence = [
  'in-use',
  (file) =>
    `The database ${file} is in use by another process, such as another Lectern. End that one first; several processes can share a PostgreSQL database.`,
];
const disk: Sentence = [
  'not-writable',
  (file, why) => `The disk under the database ${file} reports an error (${why}). Check the disk.`,
];

/** What SQLite's primary result codes mean for the operator. @see https://sqlite.org/rescode.html */
const sentences: Readonly<Record<number, Sentence>> = {
  3: noRights, // SQLITE_PERM
  5: inUse, // SQLITE_BUSY
  6: inUse, // SQLITE_LOCKED
  7: [
    'not-writable',
    (file) => `There is not enough memory for the database ${file}. Give the process more memory.`,
  ],
  8: noRights, // SQLITE_READONLY
  10: disk, // SQLITE_IOERR
  11: damaged, // SQLITE_CORRUPT
  13: [
    'full',
    (file) => `The disk under the database ${file} is full. Make room; everything goes on by itself then.`,
  ],
  14: [
    'not-writable',
    (file, why) =>
      `The database ${file} cannot be opened (${why}). Check that its folder is there and that the bot's user may write in it, or set DATABASE_URL to another place.`,
  ],
  23: noRights, // SQLITE_AUTH
  26: damaged, // SQLITE_NOTADB
};

/** Errors of the file system itself that say more than that something cannot be written. */
const systemSentences: Readonly<Record<string, Sentence>> = {
  ENOSPC: sentences[13] ?? disk,
  EDQUOT: sentences[13] ?? disk,
  EIO: disk,
};

const saying = ([code, says]: Sentence, file: string, error: unknown): StoreError =>
  new StoreError(code, says(file, reason(error)), { cause: error });

/** What went wrong with a database file, in a sentence for the person who runs the bot. */
export function explainSqlite(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    const sentence = sentences[error.errcode & 0xff];
    if (sentence !== undefined) return saying(sentence, file, error);
    return new StoreError(
      'not-writable',
      `The database ${file} reports an error (${reason(error)}, code ${error.errcode}).`,
      { cause: error },
    );
  }
  const system = error instanceof Error && 'code' in error ? systemSentences[String(error.code)] : undefined;
  return saying(system ?? noRights, file, error);
}

export const damagedFile = (file: string, detail: string): StoreError =>
  new StoreError(damaged[0], damaged[1](file, detail));

export const missingFile = (file: string): StoreError =>
  new StoreError(
    'gone',
    `The database ${file} is not there any more, or another file is in its place. Put it back, or restart the bot to begin with what is there.`,
  );

export const notAFile = (file: string): StoreError =>
  new StoreError(
    'not-writable',
    `${file} is not a file that can hold a database. Set DATABASE_URL to another place.`,
  );
