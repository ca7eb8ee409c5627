import path from 'node:path';
import type { Plugin } from 'rolldown';
import { type RecordedFile, recordOf } from '../../src/start/bundled.ts';

/** What a bundle was made of, and what was written. */
export interface Made {
  /** All modules that were looked at, absolute, as they were before they were read. */
  readonly sources: ReadonlyMap<string, RecordedFile>;
  /** The files written, absolute. */
  readonly written: readonly string[];
}

/** A file as it is. @throws where it is gone */
export const recorded = (root: string, file: string): RecordedFile => {
  const found = recordOf(root, path.relative(root, file));
  if (found === undefined) throw new Error(`${file} is gone`);
  return found;
};

/** Records the modules that a bundle is made of, before they are read. */
export const recording = (root: string, sources: Map<string, RecordedFile>): Plugin => ({
  name: 'record',
  load: {
    filter: { id: /^(?:\/|\w:)/ },
    handler: (id) => {
      sources.set(id, recorded(root, id));
    },
  },
});
