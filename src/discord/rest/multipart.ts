import { randomUUID } from 'node:crypto';
import type { RawFile } from './rest.ts';

/** The body of a request, in pieces that are sent one after the other: a file is not copied. */
export interface RequestBody {
  readonly pieces: readonly Uint8Array[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Stands in no picture: nobody can guess it. */
const BOUNDARY = `lectern-${randomUUID()}`;

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

const typeOf = (name: string): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

/** As a browser writes the name of a file (html.spec.whatwg.org/#multipart-form-data). */
const quoted = (name: string): string =>
  `"${name.replace(/["\r\n]/g, (letter) => encodeURIComponent(letter))}"`;

const bytesOf = ({ data }: RawFile): Uint8Array =>
  data instanceof Uint8Array ? data : Buffer.from(String(data));

const partHead = (name: string, type: string, fileName?: string): string => {
  const file = fileName === undefined ? '' : `; filename=${quoted(fileName)}`;
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\nContent-Type: ${type}\r\n\r\n`;
};

const sized = (pieces: readonly Uint8Array[], type: string): RequestBody => {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { pieces, headers: { 'content-type': type, 'content-length': String(length) } };
};

/**
 * JSON and the files that belong to it.
 * @see https://docs.discord.com/developers/reference#uploading-files
 */
export const requestBody = (json: unknown, files: readonly RawFile[] = []): RequestBody => {
  const text = JSON.stringify(json);
  if (files.length === 0) return sized([Buffer.from(text)], 'application/json');
  const pieces: Uint8Array[] = [];
  let head = `${partHead('payload_json', 'application/json')}${text}\r\n`;
  for (const [at, file] of files.entries()) {
    pieces.push(
      Buffer.from(head + partHead(`files[${at}]`, file.contentType ?? typeOf(file.name), file.name)),
    );
    pieces.push(bytesOf(file));
    head = '\r\n';
  }
  pieces.push(Buffer.from(`${head}--${BOUNDARY}--\r\n`));
  return sized(pieces, `multipart/form-data; boundary=${BOUNDARY}`);
};
