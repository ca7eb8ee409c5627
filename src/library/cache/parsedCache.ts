import type { FoundFile } from '../scan.ts';
import { digest } from '../text/slug.ts';
import type { DiskCache } from './diskCache.ts';

/** What files were parsed to, by their bytes. */
export interface ParsedCache {
  /** What a file was parsed to, if by its stamp it is unchanged. */
  readonly find: (found: FoundFile) => Uint8Array | undefined;
  /** What the bytes of a file were parsed to, else what `parse` makes of them. `parse` may take the bytes away. */
  readonly through: <Bytes extends Uint8Array>(
    found: FoundFile,
    bytes: Bytes,
    parse: (bytes: Bytes) => Promise<Uint8Array>,
  ) => Promise<Uint8Array>;
}

/** Files are looked up by their stamps first: an unchanged one is not even read. */
export function parsedCache(cache: DiskCache | undefined): ParsedCache {
  if (cache === undefined) return { find: () => undefined, through: (_, bytes, parse) => parse(bytes) };
  const stampKey = ({ file, stamp }: FoundFile): string => `stamp\n${file}\n${stamp}`;
  const contentKey = ({ file }: FoundFile, hash: string): string => `parsed\n${file}\n${hash}`;
  return {
    find: (found) => {
      const hash = cache.get(stampKey(found));
      return hash && cache.get(contentKey(found, Buffer.from(hash).toString()));
    },
    through: async (found, bytes, parse) => {
      const hash = digest(bytes, 32);
      cache.set(stampKey(found), Buffer.from(hash));
      const key = contentKey(found, hash);
      const known = cache.get(key);
      if (known !== undefined) return known;
      const parsed = await parse(bytes);
      cache.set(key, parsed);
      return parsed;
    },
  };
}
