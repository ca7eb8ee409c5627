import { generateKeyPairSync, sign } from 'node:crypto';

/** The application's keys for interactions by HTTP (Interactions, "Setting Up an Endpoint"). */
export interface SigningKeys {
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  /** The signature of a timestamp with a body, hexadecimal. */
  readonly sign: (timestamp: string, body: string) => string;
}

/** Bytes of a raw Ed25519 key, at the end of its DER form. */
const RAW = 32;

/** New keys, of which the private one never leaves this function. */
export function newKeys(): SigningKeys {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return {
    publicKey: der.subarray(-RAW).toString('hex'),
    sign: (timestamp, body) => sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
  };
}
