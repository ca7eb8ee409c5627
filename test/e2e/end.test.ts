import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Playground, startPlayground } from '#playground/index.ts';
import { type Child, startChild, temporaryFolder } from './world.ts';

const CALLBACK = 'POST /interactions/:id/:token/callback';

interface Running {
  readonly playground: Playground;
  readonly child: Child;
}

/** The bot as a process, on a Discord of its own; `script` runs in it beforehand. */
const start = async (script?: string): Promise<Running> => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const playground = await startPlayground();
  onTestFinished(() => playground.close());
  const child = startChild({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: path.join(folder, 'lectern.sqlite'),
    LOG_LEVEL: 'debug',
    ...(script === undefined
      ? {}
      : { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` }),
  });
  onTestFinished(() => {
    child.process.kill('SIGKILL');
  });
  return { playground, child };
};

test('on SIGTERM the answer that is under way is given, and nothing new is begun', async () => {
  const { playground, child } = await start();
  await child.log.until('the commands are registered');
  const held = playground.faults.next(CALLBACK, { kind: 'delay', ms: null });
  const answer = playground.as('jimin').invoke('help');
  await held.met;
  child.process.kill('SIGTERM');
  await child.log.until('closing');
  held.release();
  expect((await answer).text).toMatch(/\/session/);
  expect(await child.exit).toStrictEqual({ code: 0, signal: null });
  expect(child.errors()).toBe('');
});

test('a rejection that nobody handles is logged, and the bot goes on', async () => {
  const script = `process.on('SIGUSR2', () => { Promise.reject(new Error('a surprise')); });`;
  const { playground, child } = await start(script);
  await child.log.until('the commands are registered');
  const logged = child.log.next('unhandled rejection');
  child.process.kill('SIGUSR2');
  const { level, err } = await logged;
  expect(level).toBe(50);
  expect(JSON.stringify(err)).toMatch(/a surprise/);
  expect((await playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
});

test('no token is in the log, not even where everything is logged and goes wrong', async () => {
  const { playground, child } = await start();
  const { invite } = await child.log.until('connected to Discord');
  await child.log.until('the commands are registered');
  const link = new URL(String(invite));
  expect(link.searchParams.get('client_id')).toBe(playground.applicationId);
  expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  expect(link.searchParams.get('permissions')).toBe('309237763072');
  const failed = child.log.next('the answer could not be sent');
  playground.faults.next(CALLBACK, { kind: 'status', status: 400 }, 2);
  await playground.as('jimin').firstAnswer('help');
  await failed;
  child.process.kill('SIGTERM');
  expect((await child.exit).code).toBe(0);
  const output = JSON.stringify(child.log.lines) + child.errors();
  expect(output).not.toContain(playground.token);
  expect(output).toMatch(/interactions\/\d+\/\[token\]/);
});
