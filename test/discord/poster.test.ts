import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGateway } from '#discord/gateway/gateway.ts';
import { createPoster } from '#discord/poster/poster.ts';
import { startPlayground } from '#playground/index.ts';
import { logLines, logTo } from '../e2e/logLines.ts';
import { botOn, orderWith, yes } from './server.ts';

const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

describe('a request for a recap', () => {
  const broken = { 'content-type': 'application/json' };
  it.each<[name: string, answer: (response: ServerResponse) => unknown]>([
    ['502', (response) => response.writeHead(502).end()],
    ['a cut connection', (response) => response.destroy()],
    ['200 {}', (response) => json(response, 200, {})],
    ['200 and a text', (response) => response.writeHead(200).end('oops')],
    ['200 and broken JSON', (response) => response.writeHead(200, broken).end('{')],
    ['204', (response) => response.writeHead(204).end()],
    ['302', (response) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['an id that is none', (response) => json(response, 200, { id: null })],
  ])('that is answered with $0 is sent once, and what became of it is unknown', async (_name, answer) => {
    const { poster, asked } = await botOn((_, response) => answer(response));
    for (const post of [poster.post, poster.openForumPost]) {
      const result = await post({ ...orderWith(yes), tagIds: [] });
      expect(result).toMatchObject({ kind: 'failed', made: 'unknown' });
    }
    expect(asked).toEqual(['POST /channels/7/messages', 'POST /channels/7/threads']);
  });

  it('is given back where Discord asks to wait, and so are those behind it', async () => {
    const headers = { 'retry-after': '200', 'x-ratelimit-scope': 'user' };
    const { poster, asked } = await botOn((_, response) => json(response, 429, {}, headers));
    const results = await Promise.all([1, 2, 3].map(() => poster.post(orderWith(yes))));
    for (const result of results) {
      expect(result).toMatchObject({ kind: 'failed', status: 429, made: 'no', retryAfter: 200_050 });
    }
    expect(asked).toHaveLength(3);
  });

  it('does not leave when its final check refuses it, or fails', async () => {
    const { poster, asked } = await botOn((_, response) => json(response, 200, { id: '9' }));
    const no = { allows: async () => false, stillHolds: () => true };
    const broken = { allows: () => Promise.reject(new Error('no database')), stillHolds: () => true };
    const stale = { allows: async () => true, stillHolds: () => false };
    for (const finalCheck of [no, broken, stale]) {
      expect(await poster.post(orderWith(finalCheck))).toMatchObject({ kind: 'held' });
    }
    expect(asked).toEqual([]);
    expect(await poster.post(orderWith(yes))).toEqual({ kind: 'posted', messageId: '9', channelId: '7' });
  });

  it('is checked finally after it has waited for the one before it', async () => {
    const order: string[] = [];
    const held = Promise.withResolvers<void>();
    const { poster } = await botOn((_, response) => {
      order.push('answered');
      void held.promise.then(() => json(response, 200, { id: '9' }));
    });
    const look = (name: string) => ({
      allows: async () => {
        order.push(name);
        if (name === 'first') setImmediate(held.resolve);
        return true;
      },
      stillHolds: () => true,
    });
    await Promise.all([poster.post(orderWith(look('first'))), poster.post(orderWith(look('second')))]);
    expect(order).toEqual(['first', 'answered', 'second', 'answered']);
  });
});

describe('the history of a channel', () => {
  it('that shows nothing though there are messages is not read', async () => {
    const { poster } = await botOn((request, response) =>
      request.url?.includes('/messages')
        ? json(response, 200, [])
        : json(response, 200, { id: '7', last_message_id: '12' }),
    );
    const since = Temporal.Instant.fromEpochMilliseconds(0);
    expect(await poster.history({ channelId: '7', forum: false, since })).toMatchObject({ kind: 'refused' });
  });

  it('that is no list is not known', async () => {
    const { poster } = await botOn((_, response) => json(response, 200, {}));
    const since = Temporal.Instant.fromEpochMilliseconds(0);
    for (const forum of [true, false]) {
      expect(await poster.history({ channelId: '7', forum, since })).toMatchObject({ kind: 'failed' });
    }
  });
});

it('a post in a channel whose answer was lost is there once when it is sent again: its nonce is enforced', async () => {
  const playground = await startPlayground({ limits: false });
  onTestFinished(() => playground.close());
  const log = logTo(logLines());
  const { token, apiUrl, applicationId } = playground;
  const gateway = createGateway({
    token,
    apiUrl,
    log,
    after: () => () => {},
    elapsed: () => 0,
    onEnd: () => {},
  });
  onTestFinished(gateway.close);
  const poster = createPoster(gateway.restOnce, () => applicationId, log);
  const channelId = '1100000000000001001';
  playground.faults.next(`POST /channels/${channelId}/messages`, { kind: 'lost' });
  const page = { embeds: [{ title: 'A recap' }], components: [], files: [] };
  const order = { ...orderWith(yes), channelId, page };
  expect(await poster.post(order)).toMatchObject({ kind: 'failed', made: 'unknown' });
  const [message, ...others] = playground.history(channelId);
  expect(others).toEqual([]);
  expect(await poster.post(order)).toMatchObject({ kind: 'posted', messageId: message?.id });
  expect(playground.history(channelId)).toHaveLength(1);
});
