import type { IncomingMessage } from 'node:http';

/** Bytes of a request; Discord's interactions have a few thousand, with a message in them some more. */
const MOST_BYTES = 512 * 1024;

/**
 * The body of a request; undefined where it is larger than any interaction.
 * @throws where the connection breaks before its end
 */
export const readBody = async (request: IncomingMessage): Promise<Uint8Array | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return undefined;
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | undefined>();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.byteLength;
    if (bytes <= MOST_BYTES) {
      chunks.push(chunk);
      return;
    }
    request.pause();
    resolve(undefined);
  });
  request.once('end', () => resolve(Buffer.concat(chunks)));
  request.once('error', reject);
  return await promise;
};
