import { type Client, DiscordAPIError } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '#playground/index.ts';
import { ask } from '../api.ts';
import { connect } from '../bot.ts';

const CHANNEL = '1100000000000001001';
const ROUTE = 'POST /channels/:id/messages';

describe('faults and limits', () => {
  let playground: Playground;
  let client: Client<true>;

  beforeAll(async () => {
    playground = await startPlayground({ limits: false });
    client = await connect(playground, { rest: { api: playground.apiUrl, retries: 1, timeout: 60_000 } });
  });
  afterAll(async () => {
    await client.destroy();
    await playground.close();
  });

  const post = (content: string) => client.rest.post(`/channels/${CHANNEL}/messages`, { body: { content } });
  const times = (content: string) =>
    playground.history(CHANNEL).filter((one) => one.content === content).length;

  it('answers 5xx as often as told; discord.js tries again', async () => {
    playground.faults.next(ROUTE, { kind: 'status', status: 502 });
    await post('after 502');
    expect(times('after 502')).toBe(1);
    playground.faults.next(ROUTE, { kind: 'status', status: 500 }, 2);
    await expect(post('gives up')).rejects.toThrow();
    expect(times('gives up')).toBe(0);
  });

  it('answers 429, and discord.js waits as told', async () => {
    playground.faults.next(ROUTE, { kind: 'status', status: 429, retryAfter: 0.05 });
    await post('after 429');
    const statuses = playground.requests().map(({ status }) => status);
    expect(statuses.slice(-2)).toEqual([429, 200]);
    expect(times('after 429')).toBe(1);
  });

  it('cuts before any effect, and after it', async () => {
    playground.faults.next(ROUTE, { kind: 'cut' });
    await expect(
      ask(playground, 'POST', `/channels/${CHANNEL}/messages`, { content: 'cut' }),
    ).rejects.toThrow();
    expect(times('cut')).toBe(0);
    playground.faults.next(ROUTE, { kind: 'lost' });
    await expect(
      ask(playground, 'POST', `/channels/${CHANNEL}/messages`, { content: 'lost' }),
    ).rejects.toThrow();
    expect(times('lost')).toBe(1);
    const [cut, lost] = playground.requests().slice(-2);
    expect([cut?.status, cut?.fault, lost?.status, lost?.fault]).toEqual([0, 'cut', 200, 'lost']);
  });

  it('holds a request back, or its answer', async () => {
    const before = playground.faults.next(ROUTE, { kind: 'delay', ms: null });
    const held = post('held');
    await before.met;
    expect(times('held')).toBe(0);
    before.release();
    await held;
    expect(times('held')).toBe(1);
    const behind = playground.faults.next(ROUTE, { kind: 'late', ms: null });
    const late = post('late');
    await playground.until(() => times('late') || undefined, 'the message');
    behind.release();
    await late;
  });

  it('meets only the route that it is set for, until cleared', async () => {
    playground.faults.next('DELETE *', { kind: 'status', status: 503 }, null);
    await post('not met');
    const path = `/channels/${CHANNEL}/messages/1`;
    expect((await ask(playground, 'DELETE', path)).status).toBe(503);
    expect((await ask(playground, 'DELETE', path)).status).toBe(503);
    playground.faults.clear();
    expect((await ask(playground, 'DELETE', path)).status).toBe(404);
  });

  it("hands Discord's refusals on", async () => {
    const error = await post('x'.repeat(2_001)).catch((reason: unknown) => reason);
    expect.assert(error instanceof DiscordAPIError);
    expect(error.code).toBe(50035);
    expect(error.message).toMatch(/content\[BASE_TYPE_MAX_LENGTH\]: Must be 2000 or fewer in length/);
  });

  it('limits a channel to 5 messages in 5 seconds, and says so in headers', async () => {
    const limited = await startPlayground();
    const answers = [];
    for (let n = 0; n < 6; n += 1) {
      answers.push(await ask(limited, 'POST', `/channels/${CHANNEL}/messages`, { content: `${n}` }));
    }
    const [first, , , , fifth, sixth] = answers;
    expect(first?.headers.get('x-ratelimit-limit')).toBe('5');
    expect(first?.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(fifth?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(sixth?.status).toBe(429);
    expect(sixth?.body['message']).toBe('You are being rate limited.');
    expect(String(sixth?.body['retry_after'])).toBe(String(Number(sixth?.headers.get('retry-after'))));
    const elsewhere = await ask(limited, 'POST', '/channels/1100000000000001002/messages', { content: 'a' });
    expect(elsewhere.status, 'another channel has its own bucket').toBe(200);
    await limited.close();
  });

  it('makes discord.js keep to the pace without a single 429', async () => {
    const brisk = await startPlayground({ limits: { messages: { limit: 5, windowMs: 60 } } });
    const bot = await connect(brisk);
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        bot.rest.post(`/channels/${CHANNEL}/messages`, { body: { content: `${n}` } }),
      ),
    );
    expect(brisk.history(CHANNEL)).toHaveLength(12);
    expect(brisk.requests().filter(({ status }) => status === 429)).toEqual([]);
    await bot.destroy();
    await brisk.close();
  });

  it('keeps tokens out of the wire', async () => {
    const wire = JSON.stringify(playground.wire().map((record) => [record, record.payload()]));
    expect(wire).not.toContain(playground.token);
    expect(wire).toMatch(/"Identify"/);
  });
});
