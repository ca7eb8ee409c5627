import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { startPlayground } from '#playground/index.ts';
import { createSignIn } from '../../../src/playground/page/signIn.ts';

const PASSWORD = 'four words make one';

const open = async (host: string) => {
  const playground = await startPlayground({ host, password: PASSWORD });
  onTestFinished(playground.close);
  return playground;
};

const signIn = (url: string, password: string, headers: Record<string, string> = {}) =>
  fetch(new URL('sign-in', url), {
    method: 'POST',
    body: new URLSearchParams({ password }),
    redirect: 'manual',
    headers,
  });

const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

const upgrade = (url: string, headers: Record<string, string>): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on('open', () => {
      resolve('open');
      socket.terminate();
    });
    socket.on('error', ({ message }) => resolve(message));
  });

test.each(['0.0.0.0', '127.0.0.1'])(
  'on %s nothing is shown to whoever has not typed the password',
  async (host) => {
    const { url } = await open(host);
    for (const path of [
      '',
      'preview',
      'web/app.ts',
      'playground/preview.json',
      'attachments/1/1/x',
      'nowhere',
    ]) {
      const response = await fetch(new URL(path, url), { headers: { 'accept-language': 'ko' } });
      expect([path, response.status]).toEqual([path, 401]);
      expect(await response.text()).toMatch(/비밀번호/);
    }
    const socket = `${url.replace('http', 'ws')}playground/socket`;
    expect(await upgrade(socket, {})).toMatch(/403/);

    const wrong = await signIn(url, 'five words make one');
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('set-cookie')).toBeNull();
    expect(await upgrade(socket, { cookie: 'lectern-playground=' })).toMatch(/403/);

    const right = await signIn(url, PASSWORD);
    expect(right.status).toBe(303);
    expect(right.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\//);
    const cookie = cookieOf(right);
    expect((await fetch(url, { headers: { cookie } })).status).toBe(200);
    expect(await upgrade(socket, { cookie })).toBe('open');
  },
);

test('the bot of this machine needs no password, and its token as ever', async () => {
  const { apiUrl, token } = await open('0.0.0.0');
  const ask = (authorization: string) => fetch(`${apiUrl}/v10/users/@me`, { headers: { authorization } });
  expect((await ask(`Bot ${token}`)).status).toBe(200);
  expect((await ask('Bot x')).status).toBe(401);
});

test('other sites stay outside, under whatever name the playground is open', async () => {
  const { url, port } = await open('0.0.0.0');
  const cookie = cookieOf(await signIn(url, PASSWORD));
  const origin = `http://127.0.0.1:${port}`;
  expect((await fetch(url, { headers: { cookie, origin } })).status).toBe(200);
  expect((await fetch(url, { headers: { cookie, origin: 'http://evil.example' } })).status).toBe(403);
  expect((await signIn(url, PASSWORD, { origin: 'http://evil.example' })).status).toBe(403);
  const socket = `ws://127.0.0.1:${port}/playground/socket`;
  expect(await upgrade(socket, { cookie, origin: 'http://evil.example' })).toMatch(/403/);
});

test('after ten wrong passwords nobody comes in for the rest of the minute', async () => {
  let now = 0;
  const { signIn: enter } = createSignIn(PASSWORD, () => now);
  const attempt = async (password: string): Promise<number> => {
    const body = new URLSearchParams({ password }).toString();
    const headers = { 'content-length': String(body.length) };
    return (await enter(new Request('http://x/sign-in', { method: 'POST', body, headers }), {})).status;
  };
  for (let i = 0; i < 10; i += 1) expect(await attempt(`guess ${i} of many`)).toBe(401);
  expect(await attempt(PASSWORD)).toBe(429);
  now = 60_001;
  expect(await attempt(PASSWORD)).toBe(303);
});

test('no playground is open to others without a password that is long enough', async () => {
  await expect(startPlayground({ host: '0.0.0.0' })).rejects.toThrow(/together with a password/);
  await expect(startPlayground({ host: '0.0.0.0', password: 'short' })).rejects.toThrow(/12 characters/);
});
