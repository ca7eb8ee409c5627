import { expect } from 'vitest';
import { ANSWER_WITHIN_MS } from '#playground/world/interactions/interactions.ts';
import { childTest as test } from '../childTest.ts';

const CALLBACK = 'POST /interactions/:id/:token/callback';

test('on SIGTERM the answer that is under way is given, and nothing new is begun', async ({
  playground,
  settings,
  start,
}) => {
  const child = start(settings);
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

test('a rejection that nobody handles is logged, and the bot goes on', async ({
  playground,
  settings,
  start,
}) => {
  const script = `process.on('SIGUSR2', () => { Promise.reject(new Error('a surprise')); });`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(script)}`;
  const child = start({ ...settings, NODE_OPTIONS });
  await child.log.until('the commands are registered');
  const logged = child.log.next('unhandled rejection');
  child.process.kill('SIGUSR2');
  const { level, err } = await logged;
  expect(level).toBe(50);
  expect(JSON.stringify(err)).toMatch(/a surprise/);
  expect((await playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
});

test('no token is in the log, not even where everything is logged and goes wrong', async ({
  clock,
  playground,
  settings,
  start,
}) => {
  const child = start({ ...settings, LOG_LEVEL: 'debug' });
  const { invite } = await child.log.until('connected to Discord');
  await child.log.until('the commands are registered');
  const link = new URL(String(invite));
  expect(link.searchParams.get('client_id')).toBe(playground.applicationId);
  expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  expect(link.searchParams.get('permissions')).toBe('309237763072');
  const failed = child.log.next('the answer could not be sent');
  playground.faults.next(CALLBACK, { kind: 'status', status: 400 }, 2);
  const answer = playground.as('jimin').firstAnswer('help');
  await failed;
  clock.advance(ANSWER_WITHIN_MS);
  await answer;
  child.process.kill('SIGTERM');
  expect((await child.exit).code).toBe(0);
  const output = JSON.stringify(child.log.lines) + child.errors();
  expect(output).not.toContain(playground.token);
  expect(output).toMatch(/interactions\/\d+\/\[token\]/);
});
