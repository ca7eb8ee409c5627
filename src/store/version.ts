import { StoreError } from './model.ts';

/** The version of the tables that this program knows: the number of steps in migrations.ts. */
export const schemaVersion = 1;

/** @throws StoreError `newer` where another program has made tables that this one does not know. */
export function refuseNewer(version: number, where: string): void {
  if (version <= schemaVersion) return;
  throw new StoreError(
    'newer',
    `The database ${where} was made by a newer Lectern (tables version ${version}, this one knows ${schemaVersion}). Start that version, or set DATABASE_URL to another database.`,
  );
}
