import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.ts';

const mistakesOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
};

test('everything has a default, and an empty variable counts as not set', () => {
  const defaults = readConfig({});
  expect(readConfig({ DISCORD_TOKEN: '', SITE_URL: ' ', PORT: '' })).toStrictEqual(defaults);
  expect(defaults.token).toBeUndefined();
  expect(defaults.apiUrl).toBe('https://discord.com/api');
  expect(defaults.contentDir).toBe('content');
  expect(defaults.locale).toBe('ko');
  expect(defaults.timeZone).toBe('Asia/Seoul');
  expect(defaults.port).toBe(4100);
});

test('every mistake is reported at once, with name and example', () => {
  const mistakes = mistakesOf({
    DISCORD_API_URL: 'discord.com/api',
    SITE_URL: 'javascript:alert(1)',
    DATABASE_URL: 'mysql://localhost/x',
    DEFAULT_LOCALE: 'fr',
    DEFAULT_TIME_ZONE: 'Seoul',
    LOG_LEVEL: 'loud',
    PORT: '70000',
  });
  expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
    'DISCORD_API_URL',
    'SITE_URL',
    'DATABASE_URL',
    'DEFAULT_LOCALE',
    'DEFAULT_TIME_ZONE',
    'LOG_LEVEL',
    'PORT',
  ]);
  for (const mistake of mistakes) expect(mistake).toMatch(/such as|for example/);
});

test('what is wrong between settings is told together with what is wrong by itself', () => {
  const names = (environment: Record<string, string>) =>
    mistakesOf(environment).map((mistake) => mistake.split(' ')[0]);
  expect(names({ PORT: 'x', SHARDS: '4-2', GATEWAY: 'off' })).toEqual(['PORT', 'SHARDS', 'HTTP_PORT']);
  // A key that is wrong is not also missing.
  expect(names({ DISCORD_TOKEN: 'a.b.c', HTTP_PORT: '1', DISCORD_PUBLIC_KEY: 'x' })).toEqual([
    'DISCORD_PUBLIC_KEY',
  ]);
});

test('what only the bot needs is not asked of a tool beside it', () => {
  const environment = { HOST: '0.0.0.0', GATEWAY: 'off', SHARDS: '0', SHARD_COUNT: '2' };
  expect(mistakesOf(environment)).toHaveLength(3);
  expect(readConfig(environment, 'tool').databaseUrl).toBe('data/playground.sqlite');
  expect(() => readConfig({ CONTENT_DIR: 'a', CONTENT_GIT: 'https://b.example/c' }, 'tool')).toThrow(
    /CONTENT_DIR and CONTENT_GIT/,
  );
});

test('a token that is not one is refused without being shown', () => {
  const [mistake] = mistakesOf({ DISCORD_TOKEN: 'Bot hunter2-secret' });
  expect(mistake ?? '').toMatch(/^DISCORD_TOKEN/);
  expect(mistake ?? '').not.toMatch(/hunter2/);
});

test('an address loses its ending slash, whatever it is', () => {
  // fc.webPath() takes a second to be made.
  const segment = fc.string({ unit: fc.constantFrom(..."aZ09-._~!$&'()*+,;=:@", '%20', '%ED%95%9C') });
  const path = fc.array(segment).map((segments) => segments.map((one) => `/${one}`).join(''));
  const webUrl = fc.tuple(fc.constantFrom('http', 'https'), fc.webAuthority(), path);
  fc.assert(
    fc.property(webUrl, ([scheme, authority, path]) => {
      const url = `${scheme}://${authority}${path}`;
      const { siteUrl } = readConfig({ SITE_URL: `${url}///` });
      expect.assert(siteUrl !== undefined);
      expect(siteUrl.endsWith('/')).toBe(false);
    }),
  );
});

const POSTGRES = 'postgres://lectern@db/lectern';

test.each<[settings: Record<string, string>, shards: unknown]>([
  [{}, 'auto'],
  [{ SHARDS: 'auto' }, 'auto'],
  [{ SHARD_COUNT: '3' }, { ids: [0, 1, 2], count: 3 }],
  [
    { SHARDS: '0-3', SHARD_COUNT: '16', DATABASE_URL: POSTGRES },
    { ids: [0, 1, 2, 3], count: 16 },
  ],
  [
    { SHARDS: '5, 0-1,1', SHARD_COUNT: '6', DATABASE_URL: POSTGRES },
    { ids: [0, 1, 5], count: 6 },
  ],
  // All of them in one process: an SQLite file will do.
  [
    { SHARDS: '0-1', SHARD_COUNT: '2' },
    { ids: [0, 1], count: 2 },
  ],
])('the shards of %j are %j', (settings, shards) => {
  expect(readConfig(settings).shards).toEqual(shards);
});

test.each([
  [{ SHARDS: '0-3' }, /^SHARD_COUNT is missing.*for example SHARD_COUNT=16/],
  [
    { SHARDS: '0-3', SHARD_COUNT: '2' },
    /^SHARDS names the shard 2, but SHARD_COUNT=2 leaves the numbers 0 to 1/,
  ],
  [{ SHARDS: '3-0', SHARD_COUNT: '4' }, /^SHARDS must be auto, or/],
  [{ SHARDS: 'all', SHARD_COUNT: '4' }, /^SHARDS must be auto, or/],
  [{ SHARDS: '1,,2', SHARD_COUNT: '4' }, /^SHARDS must be auto, or/],
  [{ SHARD_COUNT: '0' }, /^SHARD_COUNT must be/],
  [{ SHARD_COUNT: '1.5' }, /^SHARD_COUNT must be/],
  [{ SHARDS: 'auto', SHARD_COUNT: '4' }, /^SHARD_COUNT is asked from Discord/],
  [{ SHARDS: '0-3', SHARD_COUNT: '16' }, /^DATABASE_URL must be a PostgreSQL database/],
  [{ SHARDS: '0', SHARD_COUNT: '2', DATABASE_URL: 'data/x.sqlite' }, /^DATABASE_URL must be a PostgreSQL/],
])('%j is refused with the way out', (settings, mistake) => {
  expect(mistakesOf(settings)).toEqual([expect.stringMatching(mistake)]);
});

const KEY = 'ab'.repeat(32);
const BOT = { DISCORD_TOKEN: 'a.b.c' };

test('interactions by HTTP, beside the gateway or without it', () => {
  const settings = { ...BOT, HTTP_PORT: '8080', DISCORD_PUBLIC_KEY: KEY };
  expect(readConfig(settings)).toMatchObject({ gateway: true, http: { port: 8080, publicKey: KEY } });
  expect(readConfig({ ...settings, GATEWAY: 'off', HOST: '::' })).toMatchObject({
    gateway: false,
    host: '::',
  });
  // The playground has a key of its own.
  expect(readConfig({ HTTP_PORT: '8080', GATEWAY: 'off' }).http).toEqual({
    port: 8080,
    publicKey: undefined,
  });
});

test.each([
  [{ ...BOT, HTTP_PORT: '8080' }, /^DISCORD_PUBLIC_KEY is missing/],
  [{ ...BOT, GATEWAY: 'off' }, /^HTTP_PORT is missing/],
  [{ ...BOT, GATEWAY: 'no' }, /^GATEWAY must be on or off/],
  [{ ...BOT, HTTP_PORT: '8080', DISCORD_PUBLIC_KEY: 'abc' }, /^DISCORD_PUBLIC_KEY must be the Public Key/],
  [{ ...BOT, HOST: 'everywhere' }, /^HOST must be an address/],
])('%j says what is missing or wrong', (settings, mistake) => {
  expect(mistakesOf(settings)).toEqual([expect.stringMatching(mistake)]);
});

test.each([
  [{ HOST: '0.0.0.0' }, [/^PLAYGROUND_PASSWORD is missing: HOST=0\.0\.0\.0 opens/]],
  [{ HOST: '0.0.0.0', PLAYGROUND_PASSWORD: 'short' }, [/^PLAYGROUND_PASSWORD needs at least twelve/]],
  [{ HOST: '0.0.0.0', PLAYGROUND_PASSWORD: 'four words make one' }, []],
  [{ HOST: '::1' }, []],
  [{ ...BOT, HOST: '0.0.0.0' }, []],
])('%j is open to others with a password alone', (settings, mistakes) => {
  expect(mistakesOf(settings)).toEqual(mistakes.map((one) => expect.stringMatching(one)));
});

test.each([
  ['http://localhost:11434', 'http://localhost:11434/v1'],
  ['http://localhost:11434/', 'http://localhost:11434/v1'],
  ['https://api.example.com/v1/', 'https://api.example.com/v1'],
  ['https://example.com/proxy/openai?version=2', 'https://example.com/proxy/openai'],
])('a model is asked at the address of its service, however much of it is given: %s', (given, base) => {
  const query = new URL(given).search;
  const { embeddings, model } = readConfig({
    EMBEDDINGS_URL: given,
    EMBEDDINGS_MODEL: 'm',
    MODEL_URL: given,
    MODEL: 'm',
    MODEL_KEY: 'k',
  });
  expect(embeddings).toEqual({ url: `${base}/embeddings${query}`, model: 'm', key: undefined });
  expect(model).toEqual({ url: `${base}/chat/completions${query}`, model: 'm', key: 'k' });
  const whole = readConfig({ MODEL_URL: model?.url ?? '', MODEL: 'm' });
  expect(whole.model?.url).toBe(model?.url);
});

test.each([
  [{ EMBEDDINGS_URL: 'http://localhost:11434' }, ['EMBEDDINGS_MODEL is missing: with EMBEDDINGS_URL ']],
  [{ EMBEDDINGS_MODEL: 'm' }, ['EMBEDDINGS_URL is missing: with EMBEDDINGS_MODEL ']],
  [{ EMBEDDINGS_KEY: 'hunter2' }, ['EMBEDDINGS_URL is missing', 'EMBEDDINGS_MODEL is missing']],
  [{ MODEL_URL: 'http://localhost:11434' }, ['MODEL is missing: with MODEL_URL ']],
  [{ MODEL: 'm', MODEL_KEY: 'hunter2' }, ['MODEL_URL is missing: with MODEL and MODEL_KEY ']],
  [{ MODEL: 'm', MODEL_URL: 'ftp://example.com' }, ['MODEL_URL must be the http or https address']],
  [
    { MODEL: 'm', MODEL_URL: 'https://me:hunter2@example.com' },
    ['MODEL_URL must be the http or https address'],
  ],
  [
    { MODEL: 'm', MODEL_URL: 'https://example.com', MODEL_KEY: 'hunter2 and more' },
    ['MODEL_KEY must be a key'],
  ],
])(
  'settings of models that are half set name what is missing, and no secret: %j',
  (environment, expected) => {
    const mistakes = mistakesOf(environment);
    expect(mistakes).toEqual(expected.map((words) => expect.stringContaining(words)));
    expect(mistakes.join('\n')).not.toContain('hunter2');
  },
);
