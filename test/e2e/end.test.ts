import assert from 'node:assert/strict';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Playground, startPlayground } from '#playground/index.ts';
import { type Child, startChild, temporaryFolder } from './world.ts';

const CALLBACK = 'POST /interactions/:id/:token/callback';

interface Running {
  readonly playground: Playground;
  readonly child: Child;
}

/** The bot as a process, on a Discord of its own; `script` runs in it beforehand. */
const start = async (t: TestContext, script?: string): Promise<Running> => {
  const { folder, remove } = await temporaryFolder();
  t.after(remove);
  const playground = await startPlayground();
  t.after(() => playground.close());
  const child = startChild({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: path.join(folder, 'lectern.sqlite'),
    LOG_LEVEL: 'debug',
    ...(script === undefined
      ? {}
      : { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` }),
  });
  t.after(() => child.process.kill('SIGKILL'));
  return { playground, child };
};

test('on SIGTERM the answer that is under way is given, and nothing new is begun', async (t) => {
  const { playground, child } = await start(t);
  await child.log.until('connected to Discord');
  const held = playground.faults.next(CALLBACK, { kind: 'delay', ms: null });
  const answer = playground.as('jimin').invoke('help');
  await held.met;
  child.process.kill('SIGTERM');
  await child.log.until('closing');
  held.release();
  assert.match((await answer).text, /\/session/);
  assert.deepEqual(await child.exit, { code: 0, signal: null });
  assert.equal(child.errors(), '');
});

test('a rejection that nobody handles is logged, and the bot goes on', async (t) => {
  const script = `process.on('SIGUSR2', () => { Promise.reject(new Error('a surprise')); });`;
  const { playground, child } = await start(t, script);
  await child.log.until('connected to Discord');
  const logged = child.log.next('a rejection that nobody handled');
  child.process.kill('SIGUSR2');
  const { level, err } = await logged;
  assert.equal(level, 50);
  assert.match(JSON.stringify(err), /a surprise/);
  assert.match((await playground.as('jimin').invoke('help')).text, /\/session/);
});

test('no token is in the log, not even where everything is logged and goes wrong', async (t) => {
  const { playground, child } = await start(t);
  const { invite } = await child.log.until('connected to Discord');
  const link = new URL(String(invite));
  assert.equal(link.searchParams.get('client_id'), playground.applicationId);
  assert.equal(link.searchParams.get('scope'), 'bot applications.commands');
  assert.equal(link.searchParams.get('permissions'), '309237763072');
  const failed = child.log.next('the answer could not be sent');
  playground.faults.next(CALLBACK, { kind: 'status', status: 400 }, 2);
  await playground.as('jimin').firstAnswer('help');
  await failed;
  child.process.kill('SIGTERM');
  assert.equal((await child.exit).code, 0);
  const output = JSON.stringify(child.log.lines) + child.errors();
  assert.ok(!output.includes(playground.token));
  assert.match(output, /interactions\/\d+\/\[token\]/);
});
