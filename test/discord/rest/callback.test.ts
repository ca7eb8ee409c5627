import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isGone } from '../../../src/discord/errors.ts';
import { createCallbacks } from '../../../src/discord/rest/callback.ts';
import { requestBody, type UploadFile } from '../../../src/discord/rest/multipart.ts';
import { withFinalCheck } from '../../../src/discord/rest/transport.ts';

interface Received {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
}

/** A server that answers in turn, and the way of first responses to it. Pauses are over at once, and are noted. */
const discord = async (...answers: ((response: ServerResponse) => void)[]) => {
  const received: Received[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { url = '', headers } = request;
    received.push({ url, type: headers['content-type'] ?? '', body: Buffer.concat(parts) });
    answers.shift()?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const pauses: number[] = [];
  const send = createCallbacks({
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    after: (milliseconds, callback) => {
      pauses.push(milliseconds);
      queueMicrotask(callback);
      return () => {};
    },
  });
  return {
    received,
    pauses,
    send: (files?: readonly UploadFile[]) => send('/interactions/1/t/callback', { body: { type: 4 }, files }),
  };
};

const status =
  (code: number, body = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers).end(body);
  };

const file = (name: string, ...pieces: string[]): UploadFile => ({
  name,
  size: Buffer.byteLength(pieces.join('')),
  pieces: {
    async *[Symbol.asyncIterator]() {
      for (const piece of pieces) yield Buffer.from(piece);
    },
  },
});

describe('a first response', () => {
  test('goes to the callback route, and what Discord says comes back', async () => {
    const { send, received } = await discord(status(200, '{"resource":{"type":4}}'));
    expect(await send()).toEqual({ resource: { type: 4 } });
    expect(received).toMatchObject([{ url: '/api/v10/interactions/1/t/callback', type: 'application/json' }]);
    expect(JSON.parse(String(received[0]?.body))).toEqual({ type: 4 });
  });

  test('takes files along, read piece by piece, again at a second try', async () => {
    const { send, received } = await discord(status(502), status(204));
    await send([file('가 "1".png', 'one', ' and two'), file('b.gif', '')]);
    for (const { body, type } of received) {
      const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
      expect(JSON.parse(String(form.get('payload_json')))).toEqual({ type: 4 });
      const picture = form.get('files[0]') as File;
      expect([picture.name, picture.type, await picture.text()]).toEqual([
        '가 "1".png',
        'image/png',
        'one and two',
      ]);
      expect((form.get('files[1]') as File).size).toBe(0);
    }
    expect(received).toHaveLength(2);
  });

  test.each([500, 502, 503])(
    'is tried three times in all after a %i, and then told as that',
    async (code) => {
      const { send, received, pauses } = await discord(status(code), status(code), status(code));
      await expect(send()).rejects.toMatchObject({ status: code });
      expect([received.length, pauses]).toEqual([3, [250, 750]]);
    },
  );

  test('that Discord refuses is not repeated, and carries the code', async () => {
    const { send, received } = await discord(status(404, '{"code":10062,"message":"Unknown interaction"}'));
    const error = await send().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 404, code: 10_062, message: 'Unknown interaction' });
    expect([isGone(error), received.length]).toEqual([true, 1]);
  });

  test.each([
    ['1.5', [1_500]],
    ['nonsense', [250]],
    ['0', [250]],
  ])('waits as long as a 429 says (%s)', async (retryAfter, waits) => {
    const { send, pauses } = await discord(status(429, '{}', { 'retry-after': retryAfter }), status(204));
    await send();
    expect(pauses).toEqual(waits);
  });

  test('is given up where the limit outlives the interaction', async () => {
    const { send, received } = await discord(status(429, '{}', { 'retry-after': '30' }));
    expect(isGone(await send().catch((thrown: unknown) => thrown))).toBe(true);
    expect(received).toHaveLength(1);
  });

  test('is not sent, nor repeated, once the interaction is over', async () => {
    const { send, received } = await discord(status(500), status(204));
    // It holds before the first try and as its connection stands, and no more before the second.
    const looks = [true, true];
    const look = { allows: async () => true, stillHolds: () => looks.pop() ?? false };
    expect(isGone(await withFinalCheck(look, () => send()).catch((thrown: unknown) => thrown))).toBe(true);
    expect(received).toHaveLength(1);
  });
});

test('what is sent is as long as it says, with and without files', async () => {
  for (const files of [
    [],
    [file('a.png', 'one', 'two')],
    [{ ...file('b.png'), pieces: [Buffer.from('x')], size: 1 }],
  ]) {
    const { body, headers } = requestBody({ 이름: '값' }, files);
    const pieces: Uint8Array[] = [];
    if (body instanceof Uint8Array) pieces.push(body);
    else for await (const piece of body) pieces.push(piece);
    expect(Buffer.concat(pieces).length).toBe(Number(headers['content-length']));
  }
});
