import fc from 'fast-check';
import { expect, test } from 'vitest';
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

test('a token that is not one is refused without being shown', () => {
  const [mistake] = mistakesOf({ DISCORD_TOKEN: 'Bot hunter2-secret' });
  expect(mistake ?? '').toMatch(/^DISCORD_TOKEN/);
  expect(mistake ?? '').not.toMatch(/hunter2/);
});

test('an address loses its ending slash, whatever it is', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      const { siteUrl } = readConfig({ SITE_URL: `${url}///` });
      expect.assert(siteUrl !== undefined);
      expect(siteUrl.endsWith('/')).toBe(false);
    }),
  );
});
