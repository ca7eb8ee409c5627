import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Playground, startPlayground } from '#playground/index.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground({ limits: false });
});
afterAll(() => playground.close());

/** The first line that comes back for raw bytes; empty where the connection is closed without one. */
const askRaw = (bytes: string | Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(playground.port, '127.0.0.1', () => socket.write(bytes));
    const end = (): void => {
      socket.destroy();
      resolve(answer.split('\r\n')[0] ?? '');
    };
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (answer.includes('\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    // What is not a whole request gets no answer: the other side has said all that it will.
    socket.once('connect', () => socket.end());
  });

const head = (line: string, headers: Readonly<Record<string, string>>): string =>
  [line, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');

const upgradeOf = (target: string, headers: Readonly<Record<string, string>> = {}): string =>
  head(`GET ${target} HTTP/1.1`, {
    host: `127.0.0.1:${playground.port}`,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    ...headers,
  });

const isAlive = async (): Promise<void> => {
  expect((await fetch(`${playground.apiUrl}/v10/gateway`)).status).toBe(200);
};

/** What no client asks for, and what an attacker would. */
const target = fc.oneof(
  fc.constantFrom(
    '//[',
    '//',
    '/gateway?v=[',
    '*',
    'http://[',
    '//gateway',
    '/%',
    '/%ff',
    '/gateway/%00',
    '///:x@[',
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 30 }).map((text) => `/${text.replace(/[\s\0]/g, '')}`),
);
const header = fc.constantFrom(
  {},
  { host: '[' },
  { host: '' },
  { host: 'evil.example' },
  { origin: 'http://evil.example' },
  { origin: 'null' },
  { 'sec-websocket-key': 'x' },
  { 'sec-websocket-version': '99' },
  { 'sec-websocket-extensions': 'permessage-deflate; server_max_window_bits=99' },
  { 'content-length': '-1' },
  { 'transfer-encoding': 'chunked, x' },
  { upgrade: 'h2c' },
);

describe('whatever arrives on a socket', () => {
  it('leaves the server there: the address of an upgrade that is none', async () => {
    expect(await askRaw(upgradeOf('//['))).toBe('HTTP/1.1 404 Not Found');
    await isAlive();
  });

  it('is looked at by the guard first, whatever its address is', async () => {
    const foreign = { origin: 'http://evil.example' };
    expect(await askRaw(upgradeOf('//[', foreign))).toBe('HTTP/1.1 403 Forbidden');
    expect(await askRaw(upgradeOf('/gateway', foreign))).toBe('HTTP/1.1 403 Forbidden');
  });

  it('never ends the server: request lines and headers', async () => {
    await fc.assert(
      fc.asyncProperty(target, header, fc.boolean(), async (path, headers, upgrades) => {
        const plain = { host: `127.0.0.1:${playground.port}`, ...headers };
        await askRaw(upgrades ? upgradeOf(path, headers) : head(`GET ${path} HTTP/1.1`, plain));
      }),
      { numRuns: 200 },
    );
    await isAlive();
  });

  it('never ends the server: bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => askRaw(bytes).then(() => undefined)),
      { numRuns: 100 },
    );
    await isAlive();
  });

  it.each(['/gateway?v=10&encoding=json', '/gateway?compress=zlib-stream', '/playground/socket'])(
    'never ends the server: raw frames on %s',
    async (path) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 2, maxLength: 64 }), async (bytes) => {
          await askRaw(Buffer.concat([Buffer.from(upgradeOf(path), 'latin1'), bytes]));
        }),
        { numRuns: 60 },
      );
      await isAlive();
    },
  );

  const frame = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc
      .record({ op: fc.integer({ min: -1, max: 12 }), d: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
    fc
      .record({
        id: fc.jsonValue(),
        do: fc.constantFrom(
          'be',
          'say',
          'history',
          'invoke',
          'press',
          'choose',
          'submit',
          'payload',
          'fault',
          'gateway',
          'permit',
          'person',
          'panel',
          '__proto__',
        ),
        channelId: fc.constantFrom('1100000000000001001', 'x', 1),
        route: fc.constantFrom('*', 5, 'POST [', 'x'),
        fault: fc.jsonValue(),
        action: fc.constantFrom('cut', 'constructor', 'nothing', 7),
        where: fc.jsonValue(),
        permissions: fc.constantFrom('1', 'x', -1),
        content: fc.jsonValue(),
      })
      .map((value) => JSON.stringify(value)),
    fc.constantFrom(
      '['.repeat(4_000),
      `{"op":1,"d":${'['.repeat(1_900)}${']'.repeat(1_900)}}`,
      'null',
      '1',
      '""',
    ),
  );

  it.each(['gateway', 'gateway?compress=zlib-stream', 'playground/socket'])(
    'never ends the server: frames on /%s',
    async (path) => {
      await fc.assert(
        fc.asyncProperty(fc.array(frame, { maxLength: 5 }), fc.boolean(), async (frames, cut) => {
          const socket = new WebSocket(`ws://127.0.0.1:${playground.port}/${path}`);
          await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
          const closed = new Promise((resolve) => socket.once('close', resolve));
          for (const text of frames) socket.send(text);
          if (cut) socket.terminate();
          else socket.close();
          await closed;
        }),
        { numRuns: 40 },
      );
      playground.faults.clear();
      playground.faults.setGateway('up');
      await isAlive();
    },
  );
});
