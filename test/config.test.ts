import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ConfigError, readConfig } from '../src/config.ts';

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
  assert.deepEqual(readConfig({ DISCORD_TOKEN: '', SITE_URL: ' ', PORT: '' }), defaults);
  assert.equal(defaults.token, undefined);
  assert.equal(defaults.apiUrl, 'https://discord.com/api');
  assert.equal(defaults.contentDir, 'content');
  assert.equal(defaults.locale, 'ko');
  assert.equal(defaults.timeZone, 'Asia/Seoul');
  assert.equal(defaults.port, 4100);
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
  assert.deepEqual(
    mistakes.map((mistake) => mistake.split(' ')[0]),
    [
      'DISCORD_API_URL',
      'SITE_URL',
      'DATABASE_URL',
      'DEFAULT_LOCALE',
      'DEFAULT_TIME_ZONE',
      'LOG_LEVEL',
      'PORT',
    ],
  );
  for (const mistake of mistakes) assert.match(mistake, /such as|for example/);
});

test('a token that is not one is refused without being shown', () => {
  const [mistake] = mistakesOf({ DISCORD_TOKEN: 'Bot hunter2-secret' });
  assert.match(mistake ?? '', /^DISCORD_TOKEN/);
  assert.doesNotMatch(mistake ?? '', /hunter2/);
});

test('an address loses its ending slash, whatever it is', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      const { siteUrl } = readConfig({ SITE_URL: `${url}///` });
      assert.ok(siteUrl !== undefined && !siteUrl.endsWith('/'));
    }),
  );
});
