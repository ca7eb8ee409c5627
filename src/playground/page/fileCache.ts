import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

/** A file as it is sent. */
export interface ServedFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

interface CachedFile extends ServedFile {
  readonly changed: number;
  readonly size: number;
}

/**
 * Reads files and keeps them as they are sent, for as long as they do not change on disk: to take the types out of some
 * sixty files takes longer than to draw the page.
 */
export function createFileCache(): (file: string) => Promise<ServedFile> {
  const kept = new Map<string, CachedFile>();
  return async (file) => {
    const { mtimeMs: changed, size } = await stat(file);
    const known = kept.get(file);
    if (known?.changed === changed && known.size === size) return known;
    const bytes = await readFile(file);
    const text = file.endsWith('.ts') ? javaScript(bytes.toString('utf8')) : bytes;
    const body = new Uint8Array(Buffer.from(text));
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    const served = { body, etag, changed, size };
    kept.set(file, served);
    return served;
  };
}

/** Node strips types itself, and warns once that this is experimental: not a thing to tell whoever starts a bot. */
function javaScript(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}
