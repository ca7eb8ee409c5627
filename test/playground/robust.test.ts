import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Playground, startPlayground } from '#playground/index.ts';
import { ask } from './api.ts';

const CHANNEL = '1100000000000001001';

/** Values of the kinds that messages and commands are made of, right and wrong mixed. */
const leaf = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.integer({ min: -5, max: 50 }),
  fc.boolean(),
  fc.constantFrom(null, '', 'https://example.com/', 'attachment://a.png', 'x'.repeat(300)),
);
const KEYS = [
  ...[
    'content',
    'embeds',
    'components',
    'attachments',
    'flags',
    'nonce',
    'title',
    'description',
    'fields',
    'name',
  ],
  ...[
    'value',
    'image',
    'url',
    'type',
    'custom_id',
    'label',
    'style',
    'options',
    'id',
    'filename',
    'choices',
    'data',
  ],
  ...['message', 'allowed_mentions', 'parse', 'footer', 'text', 'name_localizations', 'ko', 'min_values'],
];
const body = fc.letrec((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, leaf, tie('list'), tie('record')),
  list: fc.array(tie('node'), { maxLength: 4 }),
  record: fc.dictionary(fc.constantFrom(...KEYS), tie('node'), { maxKeys: 6 }),
})).record;

describe('whatever a bot sends', () => {
  let playground: Playground;

  before(async () => {
    playground = await startPlayground({ limits: false });
  });
  after(() => playground.close());

  const routes = () =>
    [
      ['POST', `/channels/${CHANNEL}/messages`],
      ['POST', `/channels/1100000000000001004/threads`],
      ['POST', `/applications/${playground.applicationId}/commands`],
      ['POST', '/users/@me/channels'],
      ['POST', '/interactions/1/a/callback'],
    ] as const;

  it('is taken or refused, and never breaks the playground', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 4 }), body, async (which, value) => {
        const [method, path] = routes()[which] ?? routes()[0];
        const answer = await ask(playground, method, path, value);
        assert(
          answer.status < 500,
          `${method} ${path} ${JSON.stringify(value)}: ${JSON.stringify(answer.body)}`,
        );
        if (answer.status >= 400) assert(typeof answer.body['code'] === 'number');
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with the place of each mistake', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const answer = await ask(playground, 'POST', `/channels/${CHANNEL}/messages`, value);
        if (answer.body['code'] === 50035)
          assert.match(JSON.stringify(answer.body['errors']), /"_errors":\[\{"code":"[A-Z]/);
      }),
      { numRuns: 100 },
    );
  });
});
