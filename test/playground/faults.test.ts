import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, DiscordAPIError } from 'discord.js';
import { type Playground, startPlayground } from '#playground/index.ts';
import { ask } from './api.ts';
import { connect } from './bot.ts';

const CHANNEL = '1100000000000001001';
const ROUTE = 'POST /channels/:id/messages';

describe('faults and limits', () => {
  let playground: Playground;
  let client: Client<true>;

  before(async () => {
    playground = await startPlayground({ limits: false, patienceMs: 8_000 });
    client = await connect(playground, { rest: { api: playground.apiUrl, retries: 1, timeout: 5_000 } });
  });
  after(async () => {
    await client.destroy();
    await playground.close();
  });

  const post = (content: string) => client.rest.post(`/channels/${CHANNEL}/messages`, { body: { content } });
  const times = (content: string) =>
    playground.history(CHANNEL).filter((one) => one.content === content).length;

  it('answers 5xx as often as told; discord.js tries again', async () => {
    playground.faults.next(ROUTE, { kind: 'status', status: 502 });
    await post('after 502');
    assert.equal(times('after 502'), 1);
    playground.faults.next(ROUTE, { kind: 'status', status: 500 }, 2);
    await assert.rejects(post('gives up'));
    assert.equal(times('gives up'), 0);
  });

  it('answers 429, and discord.js waits as told', async () => {
    playground.faults.next(ROUTE, { kind: 'status', status: 429, retryAfter: 0.05 });
    await post('after 429');
    const statuses = playground.requests().map(({ status }) => status);
    assert.deepEqual(statuses.slice(-2), [429, 200]);
    assert.equal(times('after 429'), 1);
  });

  it('cuts before any effect, and after it', async () => {
    playground.faults.next(ROUTE, { kind: 'cut' });
    await assert.rejects(ask(playground, 'POST', `/channels/${CHANNEL}/messages`, { content: 'cut' }));
    assert.equal(times('cut'), 0);
    playground.faults.next(ROUTE, { kind: 'lost' });
    await assert.rejects(ask(playground, 'POST', `/channels/${CHANNEL}/messages`, { content: 'lost' }));
    assert.equal(times('lost'), 1);
    const [cut, lost] = playground.requests().slice(-2);
    assert.deepEqual([cut?.status, cut?.fault, lost?.status, lost?.fault], [0, 'cut', 200, 'lost']);
  });

  it('holds a request back, or its answer', async () => {
    const before = playground.faults.next(ROUTE, { kind: 'delay', ms: null });
    const held = post('held');
    await before.met;
    assert.equal(times('held'), 0);
    before.release();
    await held;
    assert.equal(times('held'), 1);
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
    assert.equal((await ask(playground, 'DELETE', path)).status, 503);
    assert.equal((await ask(playground, 'DELETE', path)).status, 503);
    playground.faults.clear();
    assert.equal((await ask(playground, 'DELETE', path)).status, 404);
  });

  it("hands Discord's refusals on", async () => {
    const error = await post('x'.repeat(2_001)).catch((reason: unknown) => reason);
    assert(error instanceof DiscordAPIError);
    assert.equal(error.code, 50035);
    assert.match(error.message, /content\[BASE_TYPE_MAX_LENGTH\]: Must be 2000 or fewer in length/);
  });

  it('limits a channel to 5 messages in 5 seconds, and says so in headers', async () => {
    const limited = await startPlayground();
    const answers = [];
    for (let n = 0; n < 6; n += 1) {
      answers.push(await ask(limited, 'POST', `/channels/${CHANNEL}/messages`, { content: `${n}` }));
    }
    const [first, , , , fifth, sixth] = answers;
    assert.equal(first?.headers.get('x-ratelimit-limit'), '5');
    assert.equal(first?.headers.get('x-ratelimit-remaining'), '4');
    assert.equal(fifth?.headers.get('x-ratelimit-remaining'), '0');
    assert.equal(sixth?.status, 429);
    assert.equal(sixth?.body['message'], 'You are being rate limited.');
    assert.equal(String(sixth?.body['retry_after']), String(Number(sixth?.headers.get('retry-after'))));
    const elsewhere = await ask(limited, 'POST', '/channels/1100000000000001002/messages', { content: 'a' });
    assert.equal(elsewhere.status, 200, 'another channel has its own bucket');
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
    assert.equal(brisk.history(CHANNEL).length, 12);
    assert.deepEqual(
      brisk.requests().filter(({ status }) => status === 429),
      [],
    );
    await bot.destroy();
    await brisk.close();
  });

  it('keeps tokens out of the wire', async () => {
    const wire = JSON.stringify(playground.wire().map((record) => [record, record.payload()]));
    assert(!wire.includes(playground.token));
    assert.match(wire, /"Identify"/);
  });
});
