import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { createGateway } from '#discord/gateway.ts';
import { createPoster } from '#discord/poster/poster.ts';
import { logLines, logTo } from '../e2e/logLines.ts';

test('a post in a forum is not sent again by itself: it has no nonce, and may be there in spite of a 502', async (t) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume().once('end', () => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const log = logTo(logLines());
  const gateway = createGateway({
    token: 'a.b.c',
    apiUrl: `http://127.0.0.1:${port}/api`,
    log,
    onEnd: () => {},
  });
  t.after(gateway.close);
  const poster = createPoster(gateway, () => '1', log);
  const page = { embeds: [], components: [], files: [] };
  const order = {
    page,
    nonce: 'n',
    allowedRoleIds: [],
    signal: new AbortController().signal,
  };
  const inForum = await poster.openForumPost({ ...order, channelId: '7', name: 'A recap' });
  assert.deepEqual(
    { ...inForum, message: '' },
    { kind: 'failed', status: 502, made: 'unknown', message: '' },
  );
  assert.equal(asked.filter((url) => url.endsWith('/channels/7/threads')).length, 1);
  const inChannel = await poster.post({ ...order, channelId: '8' });
  assert.equal(inChannel.kind, 'failed');
  assert.equal(asked.filter((url) => url.endsWith('/channels/8/messages')).length, 3);
});
