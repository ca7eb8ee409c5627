import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createGateway } from '#discord/gateway.ts';
import { createPoster } from '#discord/poster/poster.ts';
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
