import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { childTest as test } from '../childTest.ts';
import { copyContent } from '../world.ts';

const CONNECTED = 'the commands are registered';

test('after kill -9 and a restart every control lives, and no command is created again', async ({
  playground,
  settings,
  start,
}) => {
  const first = start(settings);
  await first.log.until(CONNECTED);
  const jimin = playground.as('jimin');
  const session = await jimin.invoke('session', { options: { name: '5' } });
  first.process.kill('SIGKILL');
  expect((await first.exit).signal).toBe('SIGKILL');

  const second = start(settings);
  await second.log.until(CONNECTED);
  const registered = await second.log.until('the commands are registered');
  expect([registered['created'], registered['changed'], registered['removed']]).toEqual([[], [], []]);
  const section = await jimin.choose(session, 0, '/s/5/kubeflow');
  expect(section.kind).toBe('update');
  expect(section.text).toMatch(/Kubernetes/);

  second.process.kill('SIGTERM');
  expect(await second.exit).toStrictEqual({ code: 0, signal: null });
  expect(second.errors()).toBe('');
  const output = JSON.stringify([first.log.lines, second.log.lines]);
  expect(output, 'the token is in the log').not.toContain(playground.token);
});

test('a changed post shows in the next reply; what is gone says so and leads on', async ({
  folder,
  playground,
  settings,
  start,
}) => {
  const content = await copyContent(folder);
  const child = start({ ...settings, CONTENT_DIR: content });
  await child.log.until(CONNECTED);
  const jimin = playground.as('jimin');
  const before = await jimin.invoke('session', { options: { name: '5', section: 'Kubeflow' } });

  const file = path.join(content, 'ko/2018-10-25-google-cloud-summit-5-cloud-ai-platform.md');
  const post = await readFile(file, 'utf8');
  const readAgain = child.log.next('read again');
  await writeFile(file, post.replace('## 정리 {#wrap-up}', '## 정리 {#wrap-up}\n\n새로 쓴 문장입니다.\n'));
  await readAgain;
  const changed = await jimin.invoke('session', { options: { name: '5', section: '정리' } });
  expect(changed.text).toMatch(/새로 쓴 문장입니다/);

  const broken = child.log.next('.md:');
  await writeFile(file, `---\ntitle: "unclosed\n---\n${post}`);
  await broken;
  const kept = await jimin.invoke('session', { options: { name: '5', section: '정리' } });
  expect(kept.text).toMatch(/새로 쓴 문장입니다/);

  const removed = child.log.next('read again');
  await rm(file);
  await rm(path.join(content, 'en/2018-10-25-google-cloud-summit-5-cloud-ai-platform.md'));
  await removed;
  const gone = await jimin.press(before, '/s/5');
  expect(gone.labels.length, gone.text).toBeGreaterThan(0);
  expect(gone.text).not.toMatch(/Kubernetes/);
});

test('without a token the playground opens and says where', async ({ folder, start }) => {
  const child = start({ PORT: '0', DATABASE_URL: path.join(folder, 'lectern.sqlite') });
  const { msg = '' } = await child.log.until('playground is open');
  const [link = ''] = /http:\S+/.exec(msg) ?? [];
  const page = await fetch(link);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<html/);
  const preview = await fetch(new URL('/playground/preview.json?locale=en-US', link));
  const pages: unknown = await preview.json();
  expect.assert(Array.isArray(pages));
  expect(pages.length).toBeGreaterThan(100);
  child.process.kill('SIGINT');
  expect(await child.exit).toStrictEqual({ code: 0, signal: null });
});

const failing: readonly [
  name: string,
  settings: Record<string, string>,
  args: string[],
  code: number,
  says: RegExp,
][] = [
  ['mistakes in settings', { PORT: 'x', DEFAULT_LOCALE: 'fr' }, [], 78, /DEFAULT_LOCALE[\s\S]*PORT/],
  [
    'a content folder that is not there',
    { CONTENT_DIR: 'nowhere', DATABASE_URL: ':memory:' },
    [],
    78,
    /CONTENT_DIR.*nowhere/,
  ],
  [
    'a database where no folder can be made',
    { DATABASE_URL: '/proc/lectern/x.sqlite', PORT: '0' },
    [],
    78,
    /^DATABASE_URL: .*cannot be written/,
  ],
  ['arguments that do not exist', {}, ['--contents', 'x'], 64, /--contents[\s\S]*Usage/],
  [
    'an address where nobody answers',
    {
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
      DATABASE_URL: ':memory:',
      START_PATIENCE: '0',
    },
    [],
    69,
    /cannot be reached at 127\.0\.0\.1:9/,
  ],
  [
    'a PostgreSQL that does not run',
    { DATABASE_URL: 'postgres://me:secret@127.0.0.1:9/lectern', PORT: '0', START_PATIENCE: '0' },
    [],
    69,
    /^DATABASE_URL: The PostgreSQL database 127\.0\.0\.1:9\/lectern cannot be used: nothing listens there/,
  ],
];

test.for(failing)('$0: one clear word, and no stack', async ([, settings, args, code, says], { start }) => {
  const child = start(settings, args);
  expect((await child.exit).code, child.errors()).toBe(code);
  expect(child.errors()).toMatch(says);
  expect(child.errors()).not.toMatch(/\n\s+at /);
});

test('what the system refuses is told without a stack', async ({ folder, start }) => {
  await writeFile(path.join(folder, 'playground'), 'a file where the folder of channels should be');
  const child = start({ DATABASE_URL: path.join(folder, 'lectern.sqlite'), PORT: '0' });
  expect((await child.exit).code, child.errors()).toBe(78);
  expect(child.errors()).toMatch(/^Lectern could not start: .*playground/);
  expect(child.errors()).not.toMatch(/\n\s+at /);
});

test('a token that Discord does not know is named as such', async ({ settings, start }) => {
  const child = start({ ...settings, DISCORD_TOKEN: 'not.the.token' });
  expect((await child.exit).code).toBe(78);
  expect(child.errors()).toMatch(/^DISCORD_TOKEN is not known to Discord/);
  expect(child.errors()).not.toContain('not.the.token');
});
