import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  beforeAll(async () => {
    playground = await startPlayground({ limits: false });
  });
  afterAll(() => playground.close());

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
        expect(
          answer.status,
          `${method} ${path} ${JSON.stringify(value)}: ${JSON.stringify(answer.body)}`,
        ).toBeLessThan(500);
        if (answer.status >= 400) expect(answer.body['code']).toBeTypeOf('number');
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with the place of each mistake', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const answer = await ask(playground, 'POST', `/channels/${CHANNEL}/messages`, value);
        if (answer.body['code'] === 50035)
          expect(JSON.stringify(answer.body['errors'])).toMatch(/"_errors":\[\{"code":"[A-Z]/);
      }),
      { numRuns: 100 },
    );
  });
});
