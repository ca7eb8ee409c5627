import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NoResponseError } from '#playground/index.ts';
import { ANSWER_WITHIN_MS } from '#playground/world/interactions/interactions.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.playground.faults.clear());
afterAll(() => world.close());

const CALLBACK = 'POST /interactions/:id/:token/callback';

test('a cut gateway is resumed, and nothing that was typed meanwhile is lost', async () => {
  const { playground, log } = world;
  const again = log.next('connected to Discord again');
  playground.faults.cutGateway();
  await again;
  const { text } = await playground.as('jimin').invoke('help');
  expect(text).toMatch(/\/session/);
});

test('when the session is forgotten, the bot comes back with a new one', async () => {
  const { playground, log } = world;
  const again = log.next('a session with Discord has begun');
  playground.faults.invalidateSessions();
  await again;
  expect((await playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
});

test('an answer that meets a 500 is sent again', async () => {
  world.playground.faults.next(CALLBACK, { kind: 'status', status: 500 });
  expect((await world.playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
});

test('an answer whose reply got lost is there once, and no error', async () => {
  const { playground, log } = world;
  const before = playground.history('이야기').length;
  const ended = log.next('the interaction ended before it was answered');
  playground.faults.next(CALLBACK, { kind: 'lost' });
  await playground.as('jimin').invoke('session');
  expect(playground.history('이야기')).toHaveLength(before + 1);
  expect((await ended)['level']).toBe(20);
  expect(log.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

test('an answer that Discord refuses becomes an apology with an id that stands in the log', async () => {
  const { playground, log } = world;
  playground.faults.next(CALLBACK, { kind: 'status', status: 400 });
  const apology = await playground.as('jimin').invoke('help');
  expect(apology.isPrivate).toBe(true);
  const line = await log.until('answering failed');
  expect(apology.text, apology.text).toContain(String(line['errorId']));
});

test('a picture that vanished between drawing and sending leaves the rest of the page', async () => {
  const { playground } = world;
  const jimin = playground.as('jimin');
  await rm(path.join(world.content, 'assets/pipeline.ko.png'));
  const shown = await jimin.invoke('session', { options: { name: '1', section: '파이프라인' } });
  expect(shown.isPrivate, shown.text).toBe(false);
  expect(shown.text).toMatch(/수집[\s\S]*저장/);
  expect(shown.message.attachments).toEqual([]);
});

test('where nobody is connected, the person sees what Discord shows', async () => {
  const { playground } = world;
  playground.faults.setGateway('down');
  playground.faults.cutGateway();
  const shown = playground.as('jimin').invoke('help');
  setImmediate(() => world.clock.advance(ANSWER_WITHIN_MS));
  await expect(shown).rejects.toThrow(NoResponseError);
  playground.faults.setGateway('up');
  await playground.connected();
  expect((await playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
});
