import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVerifier } from '#discord/http/signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z');

const verifyAt = createVerifier(KEY, () => NOW);

const signed = (body: Uint8Array, secondsAgo = 0) => {
  const timestamp = String(NOW.epochMilliseconds / 1_000 - secondsAgo);
  const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('hex');
  return { signature, timestamp, body };
};

test('what is signed is taken, whatever it is; a bit that differs is not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (body, at) => {
      const request = signed(body);
      expect(verifyAt(request)).toBe(true);
      const changed = Uint8Array.from(body);
      const index = at % body.length;
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(verifyAt({ ...request, body: changed })).toBe(false);
    }),
  );
});

test.each([
  [0, true],
  [299, true],
  [301, false],
  [-299, true],
  [-301, false],
  [86_400, false],
])('a request of %i seconds ago is taken: %s', (ago, taken) => {
  expect(verifyAt(signed(Buffer.from('{}'), ago))).toBe(taken);
});

test('headers that are missing or are none are refused', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), (text) => {
      const request = signed(Buffer.from('{}'));
      expect(verifyAt({ ...request, signature: text })).toBe(false);
      expect(verifyAt({ ...request, timestamp: text })).toBe(false);
    }),
  );
});
