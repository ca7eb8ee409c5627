import { expect, test } from 'vitest';
import { scrub } from '../src/log.ts';

test('secrets, tokens in addresses and passwords never reach a line', () => {
  const line =
    '{"url":"https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24.x-y_z/messages/@original","db":"postgres://me:hunter2@host/db","auth":"Bot s3cret.token"}';
  const scrubbed = scrub(line, ['s3cret.token', '']);
  expect(scrubbed).not.toMatch(/aW50ZXJhY3Rpb24|hunter2|s3cret/);
  expect(scrubbed).toMatch(/\/webhooks\/123\/\[token\]\/messages\/@original/);
  expect(scrubbed).toMatch(/postgres:\/\/me:\[password\]@host\/db/);
});

test('a callback address loses its token', () => {
  expect(scrub('POST /interactions/42/tok%3D.en-_/callback', [])).toBe(
    'POST /interactions/42/[token]/callback',
  );
});
