import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scrub } from '../src/log.ts';

test('secrets, tokens in addresses and passwords never reach a line', () => {
  const line =
    '{"url":"https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24.x-y_z/messages/@original","db":"postgres://me:hunter2@host/db","auth":"Bot s3cret.token"}';
  const scrubbed = scrub(line, ['s3cret.token', '']);
  assert.doesNotMatch(scrubbed, /aW50ZXJhY3Rpb24|hunter2|s3cret/);
  assert.match(scrubbed, /\/webhooks\/123\/\[token\]\/messages\/@original/);
  assert.match(scrubbed, /postgres:\/\/me:\[password\]@host\/db/);
});

test('a callback address loses its token', () => {
  assert.equal(
    scrub('POST /interactions/42/tok%3D.en-_/callback', []),
    'POST /interactions/42/[token]/callback',
  );
});
