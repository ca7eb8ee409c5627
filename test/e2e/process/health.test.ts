import { rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { childTest as test } from '../childTest.ts';
import { openWorld } from '../world.ts';

const read = async (url: string): Promise<readonly [status: number, text: string]> => {
  const response = await fetch(url);
  return [response.status, await response.text()];
};

test('what is seen of a bot that lives: ready, then red where the gateway or the database is gone', async () => {
  const { playground, lectern, log, folder, close } = await openWorld({
    settings: { HEALTH_PORT: '0' },
    lookEvery: 50,
  });
  onTestFinished(close);
  const url = lectern.healthUrl;
  expect(await read(`${url}/livez`)).toEqual([200, 'alive\n']);
  expect(await read(`${url}/readyz`)).toEqual([200, 'ready\n']);

  const interrupted = log.next('not ready');
  playground.faults.setGateway('down');
  expect((await interrupted).msg).toBe('not ready: 1 of 1 connections to Discord are interrupted (shards 0)');
  expect(await read(`${url}/readyz`)).toEqual([
    503,
    '1 of 1 connections to Discord are interrupted (shards 0)\n',
  ]);
  const again = log.next('ready again');
  playground.faults.setGateway('up');
  await again;

  const lost = log.next('not ready');
  await rename(path.join(folder, 'lectern.sqlite'), path.join(folder, 'elsewhere.sqlite'));
  expect((await lost).msg).toMatch(/not ready: The database \S+ is not there any more[^;]*$/);
  expect((await read(`${url}/readyz`))[0]).toBe(503);
  expect((await read(`${url}/livez`))[0]).toBe(200);
});

test('metrics count what people and recaps do, and name nobody', async () => {
  const world = await openWorld({ settings: { HEALTH_PORT: '0' } });
  onTestFinished(world.close);
  const { healthUrl } = world.lectern;
  expect.assert(healthUrl !== undefined);
  const reader = world.playground.as('jimin');
  await reader.invoke('session', { options: { name: '5' } });
  await reader.complete('session', 'name', '5');
  const metricsOf = async (): Promise<Map<string, number>> => {
    const [status, text] = await read(`${healthUrl}/metrics`);
    expect(status).toBe(200);
    // Ids are long numbers.
    expect(text.replace(/^process_|^nodejs_/gm, '')).not.toMatch(/="[^"]*\d{17}/);
    return new Map(
      text.split('\n').flatMap((line) => {
        const [, name, value] = /^([a-z0-9_]+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, Number(value)] as const];
      }),
    );
  };
  const metrics = await metricsOf();
  expect(metrics.get('lectern_interactions_total{kind="command",outcome="answered"}')).toBe(1);
  expect(metrics.get('lectern_first_answer_seconds_count{kind="autocomplete"}')).toBe(1);
  expect(metrics.get('lectern_rest_requests_total{method="POST",status="204"}')).toBe(2);
  expect(metrics.get('lectern_shards{state="ready"}')).toBe(1);
  expect(metrics.get('lectern_sessions')).toBe(6);
  expect(metrics.get('lectern_ready')).toBe(1);
  expect(metrics.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(0);
});

test('health on the port of the interactions', async ({ playground, settings, start }) => {
  const child = start({
    ...settings,
    GATEWAY: 'off',
    HTTP_PORT: '18734',
    HEALTH_PORT: '18734',
    DISCORD_PUBLIC_KEY: playground.publicKey,
  });
  const { url } = await child.log.until('health is shown');
  await child.log.until('the commands are registered');
  expect(await read(`${url}/readyz`)).toEqual([200, 'ready\n']);
  await playground.setEndpoint(`${url}/interactions`);
  expect((await playground.as('jimin').invoke('help')).text).toMatch(/\/session/);
});

test('a port that is taken is named', async ({ settings, start }) => {
  const first = start({ ...settings, HEALTH_PORT: '18735' });
  await first.log.until('health is shown');
  const second = start({ ...settings, HEALTH_PORT: '18735', DATABASE_URL: 'sqlite::memory:' });
  expect((await second.exit).code).toBe(78);
  expect(second.errors()).toMatch(/HEALTH_PORT 18735 is taken by another program/);
});
