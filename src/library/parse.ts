import { type Draft, draftOf } from './draft.ts';

/** Reads drafts one after the other. */
export interface DraftsReader {
  draft(file: string, bytes: Uint8Array): Promise<Draft>;
  /** Ends what was started for it. */
  close(): Promise<void>;
}

export function draftsReader(): DraftsReader {
  return {
    draft: async (file, bytes) => draftOf(file, bytes),
    close: async () => {},
  };
}
