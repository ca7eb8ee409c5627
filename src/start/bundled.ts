import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where an installation keeps its sources and packages as few files: it goes when the packages are installed anew. */
export const BUNDLE = path.join('node_modules', '.cache', 'lectern');

/** The file beside a bundle that says what it was made of. */
export const RECORD = 'bundle.json';

/** A file as it was when the bundle was made. */
export interface RecordedFile {
  /** From the project's root. */
  readonly file: string;
  readonly bytes: number;
  /** When the file or what is known of it changed last, in ms since 1970: no tool sets it back, as it does `mtime`. */
  readonly changed: number;
}

/** What a bundle was made of, its own files included; in a bundle's folder as `bundle.json`. */
export interface BundleRecord {
  /** The file to import, from the project's root. */
  readonly entry: string;
  readonly files: readonly RecordedFile[];
}

/** A file as it is now, or undefined where it is not there. */
export const recordOf = (root: string, file: string): RecordedFile | undefined => {
  const found = statSync(path.join(root, file), { throwIfNoEntry: false });
  return found && { file, bytes: found.size, changed: found.ctimeMs };
};

export const isAsRecorded = (root: string, { file, bytes, changed }: RecordedFile): boolean => {
  const now = recordOf(root, file);
  return now?.bytes === bytes && now.changed === changed;
};

/**
 * The path of the bundle's entry, if no file that it was made of has changed since: else the sources are what is run.
 * @param root the project's folder
 */
export const bundled = (root: string): string | undefined => {
  let record: BundleRecord;
  try {
    record = JSON.parse(readFileSync(path.join(root, BUNDLE, RECORD), 'utf8'));
  } catch {
    return undefined;
  }
  return record.files.every((file) => isAsRecorded(root, file)) ? path.join(root, record.entry) : undefined;
};
