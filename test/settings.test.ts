import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { settingsFiles } from '../scripts/docs/settings.ts';
import { readConfig } from '../src/config/config.ts';
import { SETTINGS } from '../src/config/variables.ts';

const ROOT = path.join(import.meta.dirname, '..');

test.each(['README.md', 'README.ko.md', '.env.example'])(
  '%s tells every setting as the schema has it',
  async (name) => {
    // Where this fails: npm run settings
    const files = await settingsFiles();
    expect(await readFile(path.join(ROOT, name), 'utf8')).toBe(files[name]);
  },
);

test('.env.example can be copied as it is', async () => {
  const lines = (await readFile(path.join(ROOT, '.env.example'), 'utf8')).split('\n');
  const set = lines.flatMap((line) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value ?? '']];
  });
  expect(readConfig(Object.fromEntries(set))).toEqual(readConfig({}));
  const told = lines.flatMap((line) => /^#? ?([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(told).toEqual(Object.keys(SETTINGS.shape));
});
