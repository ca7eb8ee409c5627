import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

/** A file as served. */
export interface ServedFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

interface CachedFile extends ServedFile {
  readonly changed: number;
  readonly size: number;
}

/**
 * Caches files as served until they change on disk: stripping the types of some sixty
 * files takes longer than drawing the page.
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

/** Suppresses Node's warning that type stripping is experimental, which is irrelevant to users. */
function javaScript(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}
