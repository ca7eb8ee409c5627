import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '#playground/index.ts';
import { ask } from './api.ts';

const SCRIPT = fileURLToPath(new URL('./childBot.ts', import.meta.url));
const CHANNEL = '1100000000000001001';

function start(playground: Playground): ChildProcess {
  return spawn(process.execPath, [SCRIPT], {
    env: { ...process.env, DISCORD_API_URL: playground.apiUrl, DISCORD_TOKEN: playground.token },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a bot in another process', () => {
  it('is killed and started again, and its old buttons work', async () => {
    const playground = await startPlayground({ patienceMs: 30_000 });
    const first = start(playground);
    await playground.until(() => playground.commands()[0], 'the command');
    const jimin = playground.as('jimin');
    const shown = await jimin.invoke('open');
    expect(shown.text).toBe(`pid ${first.pid}`);
    await kill(first);
    await playground.until(() => (playground.bot().connected ? undefined : true), 'the bot to be gone');
    const second = start(playground);
    await playground.connected();
    expect((await jimin.press(shown, 'Next')).text).toBe(`page:2 by ${second.pid}`);
    await kill(second);
    await playground.close();
  });
});

describe('a playground that keeps a journal', () => {
  it('has everything again after it was started anew', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'playground-'));
    const first = await startPlayground({ dataDir, limits: false });
    const post = (playground: Playground, channel: string, body: unknown) =>
      ask(playground, 'POST', `/channels/${channel}/messages`, body);
    const commands = `/applications/${first.applicationId}/commands`;
    await ask(first, 'POST', commands, { name: 'open', description: 'Open' });
    const kept = await post(first, CHANNEL, { content: 'kept' });
    const gone = await post(first, CHANNEL, { content: 'gone' });
    const list = `/channels/${CHANNEL}/messages`;
    await ask(first, 'PATCH', `${list}/${kept.body['id']}`, { content: 'edited' });
    await ask(first, 'DELETE', `${list}/${gone.body['id']}`);
    const thread = await ask(first, 'POST', `${list}/${kept.body['id']}/threads`, { name: 'a thread' });
    await post(first, String(thread.body['id']), { content: 'in the thread' });
    const form = new FormData();
    form.append('payload_json', JSON.stringify({ embeds: [{ image: { url: 'attachment://a.txt' } }] }));
    form.append('files[0]', new Blob(['picture']), 'a.txt');
    await fetch(`${first.apiUrl}/v10${list}`, {
      method: 'POST',
      headers: { authorization: `Bot ${first.token}` },
      body: form,
    });
    const before = first.commands();
    await first.close();
    // A clock that was run ahead, and stands at today again.
    const now = () => Date.now() - 86_400_000;
    const second = await startPlayground({ dataDir, limits: false, now });
    const [text, picture, ...more] = second.history(CHANNEL);
    expect(more).toEqual([]);
    expect(text?.content).toBe('edited');
    const served = await fetch(picture?.embeds[0]?.image?.url ?? '');
    expect(await served.text()).toBe('picture');
    expect(second.history(String(thread.body['id'])).map(({ content }) => content)).toEqual([
      'in the thread',
    ]);
    expect(second.commands()).toStrictEqual(before);
    const next = await post(second, CHANNEL, { content: 'next' });
    expect(BigInt(String(next.body['id']))).toBeGreaterThan(BigInt(picture?.id ?? 0));
    await second.close();
    await rm(dataDir, { recursive: true });
  });
});
