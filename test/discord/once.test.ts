import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createGateway } from '#discord/gateway.ts';
import { createPoster } from '#discord/poster/poster.ts';
import { startPlayground } from '#playground/index.ts';
import { logLines, logTo } from '../e2e/logLines.ts';

test('a post in a forum is not sent again by itself: it has no nonce, and may be there in spite of a 502', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume().once('end', () => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const log = logTo(logLines());
  const gateway = createGateway({
    token: 'a.b.c',
    apiUrl: `http://127.0.0.1:${port}/api`,
    log,
    onEnd: () => {},
  });
  onTestFinished(gateway.close);
  const poster = createPoster(gateway, () => '1', log);
  const page = { embeds: [], components: [], files: [] };
  const order = {
    page,
    nonce: 'n',
    allowedRoleIds: [],
    signal: new AbortController().signal,
  };
  const inForum = await poster.openForumPost({ ...order, channelId: '7', name: 'A recap' });
  expect({ ...inForum, message: '' }).toStrictEqual({
    kind: 'failed',
    status: 502,
    made: 'unknown',
    message: '',
  });
  expect(asked.filter((url) => url.endsWith('/channels/7/threads'))).toHaveLength(1);
  const inChannel = await poster.post({ ...order, channelId: '8' });
  expect(inChannel.kind).toBe('failed');
  expect(asked.filter((url) => url.endsWith('/channels/8/messages'))).toHaveLength(3);
});

test('a post in a channel whose answer was lost is there once when it is sent again: its nonce is enforced', async () => {
  const playground = await startPlayground({ limits: false });
  onTestFinished(() => playground.close());
  const log = logTo(logLines());
  const gateway = createGateway({ token: playground.token, apiUrl: playground.apiUrl, log, onEnd: () => {} });
  onTestFinished(gateway.close);
  const poster = createPoster(gateway, () => playground.applicationId, log);
  const channelId = '1100000000000001001';
  playground.faults.next(`POST /channels/${channelId}/messages`, { kind: 'lost' });
  const order = {
    channelId,
    page: { embeds: [{ title: 'A recap' }], components: [], files: [] },
    nonce: 'n',
    allowedRoleIds: [],
    signal: new AbortController().signal,
  };
  expect(await poster.post(order)).toMatchObject({ kind: 'failed', made: 'unknown' });
  const [message, ...others] = playground.history(channelId);
  expect(others).toEqual([]);
  expect(await poster.post(order)).toMatchObject({ kind: 'posted', messageId: message?.id });
  expect(playground.history(channelId)).toHaveLength(1);
});
