import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { startPlayground } from '#playground/index.ts';
import { copyContent, startChild, temporaryFolder } from './world.ts';

const CONNECTED = 'connected to Discord';

test('after kill -9 and a restart every control lives, and no command is created again', async (t) => {
  const { folder, remove } = await temporaryFolder();
  t.after(remove);
  const playground = await startPlayground();
  t.after(() => playground.close());
  const settings = {
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: path.join(folder, 'lectern.sqlite'),
  };
  const first = startChild(settings);
  t.after(() => first.process.kill('SIGKILL'));
  await first.log.until(CONNECTED);
  const jimin = playground.as('jimin');
  const session = await jimin.invoke('session', { options: { name: '5' } });
  first.process.kill('SIGKILL');
  assert.equal((await first.exit).signal, 'SIGKILL');

  const second = startChild(settings);
  t.after(() => second.process.kill('SIGKILL'));
  await second.log.until(CONNECTED);
  const registered = await second.log.until('the commands are registered');
  assert.deepEqual([registered['created'], registered['changed'], registered['removed']], [[], [], []]);
  const section = await jimin.choose(session, 0, '/s/5/kubeflow');
  assert.equal(section.kind, 'update');
  assert.match(section.text, /Kubernetes/);

  second.process.kill('SIGTERM');
  assert.deepEqual(await second.exit, { code: 0, signal: null });
  assert.equal(second.errors(), '');
  const output = JSON.stringify([first.log.lines, second.log.lines]);
  assert.ok(!output.includes(playground.token), 'the token is in the log');
});

test('a changed post shows in the next reply; what is gone says so and leads on', async (t) => {
  const { folder, remove } = await temporaryFolder();
  t.after(remove);
  const content = await copyContent(folder);
  const playground = await startPlayground();
  t.after(() => playground.close());
  const child = startChild({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: path.join(folder, 'lectern.sqlite'),
    CONTENT_DIR: content,
  });
  t.after(() => child.process.kill('SIGKILL'));
  await child.log.until(CONNECTED);
  const jimin = playground.as('jimin');
  const before = await jimin.invoke('session', { options: { name: '5', section: 'Kubeflow' } });

  const file = path.join(content, 'ko/2018-10-25-google-cloud-summit-5-cloud-ai-platform.md');
  const post = await readFile(file, 'utf8');
  const readAgain = child.log.next('read again');
  await writeFile(file, post.replace('## 정리 {#wrap-up}', '## 정리 {#wrap-up}\n\n새로 쓴 문장입니다.\n'));
  await readAgain;
  const changed = await jimin.invoke('session', { options: { name: '5', section: '정리' } });
  assert.match(changed.text, /새로 쓴 문장입니다/);

  const broken = child.log.next('.md:');
  await writeFile(file, `---\ntitle: "unclosed\n---\n${post}`);
  await broken;
  const kept = await jimin.invoke('session', { options: { name: '5', section: '정리' } });
  assert.match(kept.text, /새로 쓴 문장입니다/);

  const removed = child.log.next('read again');
  await rm(file);
  await rm(path.join(content, 'en/2018-10-25-google-cloud-summit-5-cloud-ai-platform.md'));
  await removed;
  const gone = await jimin.press(before, '/s/5');
  assert.ok(gone.labels.length > 0, gone.text);
  assert.doesNotMatch(gone.text, /Kubernetes/);
});

test('without a token the playground opens and says where', async (t) => {
  const { folder, remove } = await temporaryFolder();
  t.after(remove);
  const child = startChild({ PORT: '0', DATABASE_URL: path.join(folder, 'lectern.sqlite') });
  t.after(() => child.process.kill('SIGKILL'));
  const { msg = '' } = await child.log.until('playground is open');
  const [link = ''] = /http:\S+/.exec(msg) ?? [];
  const page = await fetch(link);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<html/);
  const preview = await fetch(new URL('/playground/preview.json?locale=en-US', link));
  const pages: unknown = await preview.json();
  assert.ok(Array.isArray(pages) && pages.length > 100);
  child.process.kill('SIGINT');
  assert.deepEqual(await child.exit, { code: 0, signal: null });
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
  ['arguments that do not exist', {}, ['--contents', 'x'], 64, /--contents[\s\S]*Usage/],
  [
    'an address where nobody answers',
    { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9/api', DATABASE_URL: ':memory:' },
    [],
    69,
    /cannot be reached at http:\/\/127\.0\.0\.1:9/,
  ],
];

for (const [name, settings, args, code, says] of failing) {
  test(`${name}: one clear word, and no stack`, async () => {
    const child = startChild(settings, args);
    assert.equal((await child.exit).code, code, child.errors());
    assert.match(child.errors(), says);
    assert.doesNotMatch(child.errors(), /\n\s+at /);
  });
}

test('a token that Discord does not know is named as such', async (t) => {
  const playground = await startPlayground();
  t.after(() => playground.close());
  const child = startChild({
    DISCORD_TOKEN: 'not.the.token',
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: ':memory:',
  });
  assert.equal((await child.exit).code, 78);
  assert.match(child.errors(), /^DISCORD_TOKEN is not known to Discord/);
  assert.ok(!child.errors().includes('not.the.token'));
});
