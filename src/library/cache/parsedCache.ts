import type { FoundFile } from '../scan.ts';
import type { DiskCache } from './diskCache.ts';

/** What files were parsed to, by their bytes. */
export interface ParsedCache {
  /** What a file was parsed to, if by its stamp it is unchanged: an unchanged one is not even read. */
  readonly find: (found: FoundFile) => Uint8Array | undefined;
  /** The digest of the bytes of a file for which `ofBytes` has something, whatever its stamp. */
  readonly known: (found: FoundFile) => string | undefined;
  /** What the bytes of this digest in a file were parsed to. */
  readonly ofBytes: (found: Pick<FoundFile, 'file'>, hash: string) => Uint8Array | undefined;
  /** Whether the file had these bytes last and `ofBytes` has them: what is needed later is not dropped. */
  readonly holds: (found: Pick<FoundFile, 'file'>, hash: string) => boolean;
  /** Keeps what a file was parsed to; nothing new where `ofBytes` has it. */
  readonly keep: (found: FoundFile, hash: string, parsed: Uint8Array | undefined) => void;
}

const NOTHING: ParsedCache = {
  find: () => undefined,
  known: () => undefined,
  ofBytes: () => undefined,
  holds: () => false,
  keep: () => {},
};

/** Opens the view of a cache on parsed files. */
export function parsedCache(cache: DiskCache | undefined): ParsedCache {
  if (cache === undefined) return NOTHING;
  const stampKey = ({ file }: Pick<FoundFile, 'file'>): string => `stamp\n${file}`;
  const contentKey = ({ file }: Pick<FoundFile, 'file'>, hash: string): string => `parsed\n${file}\n${hash}`;
  const last = (found: FoundFile): readonly string[] => {
    const kept = cache.get(stampKey(found));
    return kept === undefined ? [] : Buffer.from(kept).toString().split('\n');
  };
  const ofBytes = (found: Pick<FoundFile, 'file'>, hash: string) => cache.get(contentKey(found, hash));
  return {
    find: (found) => {
      const [stamp, hash] = last(found);
      return stamp === found.stamp && hash !== undefined ? ofBytes(found, hash) : undefined;
    },
    known: (found) => {
      const [, hash] = last(found);
      return hash !== undefined && ofBytes(found, hash) !== undefined ? hash : undefined;
    },
    ofBytes,
    holds: (found, hash) => cache.has(stampKey(found)) && cache.has(contentKey(found, hash)),
    keep: (found, hash, parsed) => {
      cache.set(stampKey(found), Buffer.from(`${found.stamp}\n${hash}`));
      if (parsed !== undefined) cache.set(contentKey(found, hash), parsed);
    },
  };
}
