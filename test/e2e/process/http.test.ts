import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { childTest } from '../childTest.ts';
import { openWorld, type World } from '../world.ts';

const open = async (): Promise<World & { readonly url: string }> => {
  const world = await openWorld({ transport: 'http' });
  onTestFinished(world.close);
  const url = world.lectern.interactionsUrl;
  expect.assert(url !== undefined);
  return { ...world, url };
};

const CALLBACK = '/interactions/';

const callbacks = ({ playground }: World): number =>
  playground.requests().filter(({ path }) => path.startsWith(CALLBACK)).length;

test('without a gateway: answers in the request itself, and by REST where a picture goes along', async () => {
  const world = await open();
  expect(world.playground.bot().sessions).toBe(0);
  const reader = world.playground.as('jimin');
  expect((await reader.invoke('help')).text).toMatch(/\/session/);
  expect(callbacks(world)).toBe(0);
  const choices = await reader.complete('session', 'name', '5');
  expect(choices.length).toBeGreaterThan(0);
  expect(callbacks(world)).toBe(0);
  const answer = await reader.invoke('session', { options: { name: '5' } });
  expect(answer.message.embeds.some(({ image }) => image !== undefined)).toBe(true);
  expect(callbacks(world)).toBe(1);
  expect((await reader.press(answer, '/s/4')).kind).toBe('update');
});

test('a wrong signature is refused, and nobody is answered', async () => {
  const world = await open();
  world.playground.faults.next('POST /endpoint', { kind: 'signature' });
  const answer = await world.playground.as('jimin').firstAnswer('help');
  expect(answer).toEqual({ kind: 'failed', reason: 'no-answer' });
  const [line] = world.playground.wire().filter(({ fault }) => fault === 'signature');
  expect(line?.status).toBe(401);
});

childTest(
  'without a token the playground sends interactions by HTTP, signed with its own key',
  async ({ folder, start }) => {
    const DATABASE_URL = path.join(folder, 'playground.sqlite');
    const child = start({ PORT: '0', HTTP_PORT: '0', GATEWAY: 'off', DATABASE_URL });
    const { url } = await child.log.until('receiving interactions by HTTP');
    // The playground has asked, with a good and a bad signature, before it is open.
    await child.log.until('the commands are registered');
    expect((await fetch(String(url), { method: 'POST', body: '{"type":1}' })).status).toBe(401);
  },
);

test.each<[what: string, init: RequestInit, status: number]>([
  ['a GET', {}, 405],
  ['no signature', { method: 'POST', body: '{"type":1}' }, 401],
  [
    'a signature that is none',
    {
      method: 'POST',
      body: '{"type":1}',
      headers: { 'x-signature-ed25519': 'zz', 'x-signature-timestamp': '1' },
    },
    401,
  ],
  ['a body that is too large', { method: 'POST', body: 'x'.repeat(600_000) }, 413],
  [
    'a body without a length that is too large',
    { method: 'POST', body: new Blob(['x'.repeat(600_000)]).stream(), duplex: 'half' } as RequestInit,
    413,
  ],
])('%s is refused', async (_what, init, status) => {
  const { url, lectern } = await open();
  const response = await fetch(url, init);
  expect(response.status).toBe(status);
  expect((await fetch(url.replace('/interactions', '/'))).status).toBe(404);
  expect(lectern.problems()).toEqual([]);
});

test('the playground does not take an endpoint that cannot tell signatures apart', async () => {
  const { playground, url } = await open();
  await expect(playground.setEndpoint(`${url}/elsewhere`)).rejects.toThrow(/could not be verified: PING 404/);
});
