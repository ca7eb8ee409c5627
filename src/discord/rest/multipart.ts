import { randomUUID } from 'node:crypto';

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file that is sent along. */
export interface UploadFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its bytes, in order; may be asked for several times. */
  readonly pieces: Pieces;
}

/** The body of a request; may be sent several times. */
export interface RequestBody {
  readonly body: Buffer | Pieces;
  readonly headers: Readonly<Record<string, string>>;
}

/** Stands in no picture: it cannot be guessed. */
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

const partHead = (name: string, type: string, fileName?: string): string => {
  const file = fileName === undefined ? '' : `; filename=${quoted(fileName)}`;
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\nContent-Type: ${type}\r\n\r\n`;
};

const isInMemory = (pieces: Pieces): pieces is Iterable<Uint8Array> => Symbol.iterator in pieces;

/** Pieces one after the other; as plain data where all of them are in memory, which is sent quicker. */
const joined = (parts: readonly Pieces[]): Pieces => {
  const inMemory = parts.filter(isInMemory);
  if (inMemory.length === parts.length) return inMemory.flatMap((pieces) => [...pieces]);
  return {
    async *[Symbol.asyncIterator]() {
      for (const pieces of parts) yield* pieces;
    },
  };
};

/**
 * JSON and the files that belong to it.
 * @see https://docs.discord.com/developers/reference#uploading-files
 */
export const requestBody = (json: unknown, files: readonly UploadFile[] = []): RequestBody => {
  const text = JSON.stringify(json);
  if (files.length === 0) {
    const body = Buffer.from(text);
    return { body, headers: { 'content-type': 'application/json', 'content-length': String(body.length) } };
  }
  const parts: Pieces[] = [];
  let length = 0;
  const add = (pieces: Pieces, size: number): void => {
    parts.push(pieces);
    length += size;
  };
  const write = (written: string): void => {
    const bytes = Buffer.from(written);
    add([bytes], bytes.length);
  };
  let before = `${partHead('payload_json', 'application/json')}${text}\r\n`;
  for (const [at, { name, size, pieces }] of files.entries()) {
    write(before + partHead(`files[${at}]`, typeOf(name), name));
    add(pieces, size);
    before = '\r\n';
  }
  write(`${before}--${BOUNDARY}--\r\n`);
  return {
    body: joined(parts),
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': String(length),
    },
  };
};
