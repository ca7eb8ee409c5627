import { readFileSync } from 'node:fs';
import { digest } from '../text/slug.ts';
import { draftOf } from './draft.ts';
import { encodeDraft } from './draftCodec.ts';

/** The file of a post. */
export interface PostFile {
  /** Path below the content folder. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** The digest of the bytes for which the caller has a draft already. */
  readonly known: string | undefined;
}

/** What became of a file: its draft, encoded as `draftCodec.ts` does; the bytes that are known; or an error of the system. */
export type ParsedPost =
  | { readonly kind: 'draft'; readonly encoded: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'known' }
  | { readonly kind: 'unreadable'; readonly code: string };

/** Reads and parses the file of a post, unless it has the bytes that are known. Never throws. */
export function readPost(file: PostFile): ParsedPost;
/** The same; undefined for a file whose bytes are not wanted. */
export function readPost(file: PostFile, isWanted: (bytes: Uint8Array) => boolean): ParsedPost | undefined;
export function readPost(
  { file, path, known }: PostFile,
  isWanted: (bytes: Uint8Array) => boolean = () => true,
): ParsedPost | undefined {
  try {
    const bytes = readFileSync(path);
    if (!isWanted(bytes)) return undefined;
    const hash = digest(bytes, 32);
    return hash === known
      ? { kind: 'known' }
      : { kind: 'draft', encoded: encodeDraft(draftOf(file, bytes, hash)) };
  } catch (error) {
    return {
      kind: 'unreadable',
      code: error instanceof Error && 'code' in error ? String(error.code) : String(error),
    };
  }
}
