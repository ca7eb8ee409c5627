import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startGitServer } from '../../git/server.ts';
import { childTest as test } from '../childTest.ts';

const POST = '---\ntitle: Git talk\ndate: 2024-05-03\n---\n\n## A section\n\nSome text about pipelines.\n';

test('the posts of a repository are shown, and its password never', async ({
  folder,
  playground,
  settings,
  start,
}) => {
  const server = await startGitServer(path.join(folder, 'server'), 'hunter2-secret');
  onTestFinished(server.close);
  await server.commit({ '_posts/2024-05-03-git-talk.md': POST });
  const url = server.url.replace('://', '://me:hunter2-secret@');
  const child = start({ ...settings, CONTENT_GIT: `${url}#main:_posts`, LOG_LEVEL: 'debug' });
  await child.log.until('the commands are registered');
  const answer = await playground.as('jimin').invoke('session', { options: { name: 'Git talk' } });
  expect(answer.text).toMatch(/Some text about pipelines/);

  const refused = start({
    ...settings,
    DATABASE_URL: path.join(folder, 'other', 'lectern.sqlite'),
    CONTENT_GIT: server.url.replace('://', '://me:hunter3-secret@'),
  });
  expect((await refused.exit).code).toBe(78);
  expect(refused.errors()).toMatch(/CONTENT_GIT: the repository at 127\.0\.0\.1:\d+.* cannot be read/);
  const output = JSON.stringify(child.log.lines) + refused.errors() + JSON.stringify(refused.log.lines);
  expect(output).not.toMatch(/hunter/);
});
