import { StoreError } from './storeError.ts';

/** The version of the tables in this program: the number of steps in migrations.ts. */
export const schemaVersion = 4;

/** @throws StoreError `newer` for tables of a newer version. */
export function refuseNewer(version: number, where: string): void {
  if (version <= schemaVersion) return;
  throw new StoreError(
    'newer',
    `The database ${where} was made by a newer Lectern (tables version ${version}, this one knows ${schemaVersion}). Start that version, or set DATABASE_URL to another database.`,
  );
}
