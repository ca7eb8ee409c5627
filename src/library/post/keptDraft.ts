import { decodeDraft } from './draftCodec.ts';
import type { Draft } from './model.ts';

/** What was kept of the last start is not there any more: the posts have to be read again. */
export class KeptDataLost extends Error {
  override name = 'KeptDataLost';
}

/** Finds what a draft was encoded to. */
export type FindEncoded = (draft: Pick<Draft, 'file' | 'digest'>) => Uint8Array | undefined;

/**
 * A draft of the last start, which is decoded once more is asked of it than its file and digest.
 * @throws KeptDataLost where it cannot be found then.
 */
export class KeptDraft implements Draft {
  readonly file: string;
  readonly digest: string;
  readonly #find: FindEncoded;
  #decoded: Draft | undefined;

  constructor(file: string, digest: string, find: FindEncoded) {
    this.file = file;
    this.digest = digest;
    this.#find = find;
  }

  get #draft(): Draft {
    if (this.#decoded === undefined) {
      const encoded = this.#find(this);
      if (encoded === undefined) throw new KeptDataLost(this.file);
      this.#decoded = decodeDraft(encoded);
    }
    return this.#decoded;
  }

  get front(): Draft['front'] {
    return this.#draft.front;
  }
  get title(): Draft['title'] {
    return this.#draft.title;
  }
  get sections(): Draft['sections'] {
    return this.#draft.sections;
  }
  get scripts(): Draft['scripts'] {
    return this.#draft.scripts;
  }
  get minutes(): number {
    return this.#draft.minutes;
  }
  get problems(): Draft['problems'] {
    return this.#draft.problems;
  }
  get broken(): boolean {
    return this.#draft.broken;
  }
}
