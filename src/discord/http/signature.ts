import { createPublicKey, verify } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Seconds by which a request may be older or newer than now: a recorded request cannot be replayed later. */
const MOST_APART = 300;

const SIGNATURE = /^[\da-f]{128}$/i;
const TIMESTAMP = /^\d{1,12}$/;

/** A request as Discord signs it. */
export interface SignedRequest {
  /** `X-Signature-Ed25519`, hexadecimal. */
  readonly signature: string | undefined;
  /** `X-Signature-Timestamp`, seconds since 1970. */
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/**
 * Checks that requests come from Discord, and now.
 * @param publicKey 64 hexadecimal digits, from the page General Information of the application
 * @see https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 */
export const createVerifier = (
  publicKey: string,
  now: () => Temporal.Instant,
): ((request: SignedRequest) => boolean) => {
  const der = Buffer.concat([DER_PREFIX, Buffer.from(publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return ({ signature, timestamp, body }) => {
    if (signature === undefined || !SIGNATURE.test(signature)) return false;
    if (timestamp === undefined || !TIMESTAMP.test(timestamp)) return false;
    const apart = Math.abs(now().epochMilliseconds / 1_000 - Number(timestamp));
    if (apart > MOST_APART) return false;
    return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
  };
};
