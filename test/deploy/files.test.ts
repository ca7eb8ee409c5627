import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/config.ts';
import { SETTINGS } from '../../src/config/variables.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string): Promise<string> => readFile(path.join(ROOT, file), 'utf8');
const SETTING_NAMES = Object.keys(SETTINGS.shape);

/** The instructions of a Dockerfile, lines joined. */
const instructions = (text: string): readonly (readonly [name: string, rest: string])[] =>
  text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .flatMap((line) => {
      const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
      return name === undefined || rest === undefined ? [] : [[name, rest] as const];
    });

test('the image is built in stages from what is there, and runs as nobody special', async () => {
  const all = instructions(await read('Dockerfile'));
  const valuesOf = (wanted: string): readonly string[] =>
    all.flatMap(([name, rest]) => (name === wanted ? [rest] : []));
  // What the programs need is copied out of node:26-slim: on top of it the image would be larger than 250 MB.
  expect(valuesOf('FROM')).toEqual(['node:26-slim AS build', 'node:26-slim AS runtime', 'scratch']);
  const ignored = (await read('.dockerignore')).split('\n');
  for (const copy of valuesOf('COPY').filter((rest) => !rest.startsWith('--from'))) {
    for (const source of copy.split(/\s+/).slice(0, -1)) {
      expect(existsSync(path.join(ROOT, source)), source).toBe(true);
      expect(ignored, source).toContain(`!${source}`);
    }
  }
  expect(valuesOf('USER')).toEqual(['1000:1000']);
  expect(valuesOf('STOPSIGNAL')).toEqual(['SIGTERM']);
  expect(valuesOf('HEALTHCHECK').join()).toMatch(/\/readyz/);
  // There is no shell: `docker run lectern check` hands the word on to the command.
  expect(valuesOf('CMD')).toEqual([]);
  expect(JSON.parse(valuesOf('ENTRYPOINT').at(-1) ?? '')).toEqual([
    'node',
    '--max-semi-space-size=4',
    '--no-regexp-tier-up',
    'dist/src/cli.js',
  ]);
  const environment = Object.fromEntries(
    (valuesOf('ENV')[0] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
  );
  const names = Object.keys(environment).filter((name) => !['PATH', 'NODE_ENV'].includes(name));
  expect(SETTING_NAMES).toEqual(expect.arrayContaining(names));
  // With a token nothing else is needed; without one the password is, and that is said.
  expect(readConfig({ ...environment, DISCORD_TOKEN: 'a.b.c' }).host).toBe('0.0.0.0');
  expect(() => readConfig(environment)).toThrow(/PLAYGROUND_PASSWORD is missing/);
});

test('compose starts the bot with a volume for data and one for posts, PostgreSQL by its profile alone', async () => {
  const { services, volumes } = parse(await read('compose.yaml'));
  const { lectern, postgres } = services;
  expect(lectern).toMatchObject({ read_only: true, cap_drop: ['ALL'], restart: 'unless-stopped' });
  expect(lectern.profiles).toBeUndefined();
  expect(postgres.profiles).toEqual(['postgres']);
  expect(lectern.depends_on.postgres.required).toBe(false);
  const targets = lectern.volumes.map((volume: string) => volume.replace(/\$\{[^}]*\}/, 'x').split(':'));
  expect(targets).toEqual([
    ['data', '/lectern/data'],
    ['x', '/lectern/content', 'ro'],
  ]);
  expect(Object.keys(volumes)).toEqual(['data', 'postgres']);
  expect(lectern.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
});

test('the service of systemd runs without rights and is not restarted on wrong settings', async () => {
  const text = await read('lectern.service');
  const values = new Map(
    [...text.matchAll(/^([A-Z]\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(values.get('ExecStart')).toMatch(/ node .*\/src\/main\.ts$/);
  expect(values.get('RestartPreventExitStatus')?.split(' ')).toContain('78');
  for (const name of ['NoNewPrivileges', 'PrivateTmp', 'ProtectHome', 'ProtectKernelTunables'])
    expect([name, values.get(name)]).toEqual([name, 'yes']);
  expect(values.get('ProtectSystem')).toBe('strict');
  // V8 compiles at run time.
  expect(values.has('MemoryDenyWriteExecute')).toBe(false);
});
