import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { APIMessage } from 'discord-api-types/v10';
import { manualClock, type Playground, startPlayground } from '#playground/index.ts';
import { ask } from './api.ts';

const GUILD = '1100000000000001000';
const FORUM = '1100000000000001004';
const ROLE = '1100000000000001101';
/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('messages of channels', () => {
  let playground: Playground;
  const clock = manualClock(Date.UTC(2026, 0, 1));

  before(async () => {
    playground = await startPlayground({ limits: false, clock });
  });
  after(() => playground.close());

  const fresh = (type = 0) => playground.addChannel(GUILD, { name: `c${playground.wire().length}`, type });
  const post = async (channel: string, body: unknown): Promise<APIMessage> => {
    const answer = await ask(playground, 'POST', `/channels/${channel}/messages`, body);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as unknown as APIMessage;
  };

  it('are posted once for one nonce, for some minutes', async () => {
    const channel = fresh();
    const body = { content: 'today', nonce: 'r1:2026-01-01', enforce_nonce: true };
    const first = await post(channel, body);
    assert.equal((await post(channel, { ...body, content: 'again' })).id, first.id);
    assert.equal(playground.history(channel).length, 1);
    await post(channel, { ...body, enforce_nonce: false });
    assert.equal(playground.history(channel).length, 2);
    clock.advance(6 * 60_000);
    assert.notEqual((await post(channel, body)).id, first.id);
  });

  it('are listed newest first, before, after and around another', async () => {
    const channel = fresh();
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push((await post(channel, { content: `${n}` })).id);
    const list = async (query: string) => {
      const { body } = await ask(playground, 'GET', `/channels/${channel}/messages?${query}`);
      return (body as unknown as APIMessage[]).map((message) => message.content).join('');
    };
    assert.equal(await list(''), '9876543210');
    assert.equal(await list('limit=3'), '987');
    assert.equal(await list(`limit=3&before=${ids[5]}`), '432');
    assert.equal(await list(`limit=3&after=${ids[5]}`), '876');
    assert.equal(await list(`limit=3&around=${ids[5]}`), '654');
    assert.equal(
      (await ask(playground, 'GET', `/channels/${channel}/messages?limit=101`)).body['code'],
      50035,
    );
  });

  it('are edited, read and deleted', async () => {
    const channel = fresh();
    const { id } = await post(channel, { content: 'a', embeds: [{ title: 'kept' }] });
    const path = `/channels/${channel}/messages/${id}`;
    const edited = await ask(playground, 'PATCH', path, { content: 'b' });
    assert.equal(edited.body['content'], 'b');
    assert.equal((edited.body['embeds'] as unknown[]).length, 1);
    assert.notEqual(edited.body['edited_timestamp'], null);
    assert.equal((await ask(playground, 'GET', path)).body['content'], 'b');
    assert.equal((await ask(playground, 'PATCH', path, { content: '', embeds: [] })).body['code'], 50006);
    assert.equal((await ask(playground, 'DELETE', path)).status, 204);
    assert.equal((await ask(playground, 'GET', path)).body['code'], 10008);
    const theirs = playground.as('jimin', channel).say('mine');
    const other = await ask(playground, 'PATCH', `/channels/${channel}/messages/${theirs.id}`, {
      content: 'x',
    });
    assert.equal(other.body['code'], 50005);
  });

  it('ping only whom they may', async () => {
    const channel = fresh();
    const { id } = playground.as('alex');
    const content = `<@${id}> <@&${ROLE}> @everyone`;
    const all = await post(channel, { content });
    assert.deepEqual(
      all.mentions.map((user) => user.id),
      [id],
    );
    assert.deepEqual(all.mention_roles, [ROLE]);
    assert.equal(all.mention_everyone, false, 'the bot may not mention everyone');
    const none = await post(channel, { content, allowed_mentions: { parse: [] } });
    assert.deepEqual([none.mentions, none.mention_roles], [[], []]);
    const role = await post(channel, { content, allowed_mentions: { parse: [], roles: [ROLE] } });
    assert.deepEqual([role.mentions, role.mention_roles], [[], [ROLE]]);
    const embed = await post(channel, { embeds: [{ description: content }] });
    assert.deepEqual([embed.mentions, embed.mention_roles], [[], []]);
  });

  it('carry files, inside embeds and beside them', async () => {
    const channel = fresh();
    const form = new FormData();
    const payload = {
      embeds: [{ title: 'a', image: { url: 'attachment://diagram.png' } }],
      attachments: [
        { id: 0, filename: 'diagram.png', description: 'A diagram' },
        { id: 1, filename: 'notes.txt' },
      ],
    };
    form.append('payload_json', JSON.stringify(payload));
    form.append('files[0]', new Blob([PIXEL]), 'diagram.png');
    form.append('files[1]', new Blob(['<script>']), 'notes.txt');
    const response = await fetch(`${playground.apiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${playground.token}` },
      body: form,
    });
    const message = (await response.json()) as APIMessage;
    assert.deepEqual(
      message.attachments.map((file) => file.filename),
      ['notes.txt'],
    );
    const image = message.embeds[0]?.image;
    assert.deepEqual([image?.width, image?.height], [1, 1]);
    const served = await fetch(image?.url ?? '');
    assert.equal(served.headers.get('content-type'), 'image/png');
    assert.deepEqual(Buffer.from(await served.arrayBuffer()), PIXEL);
    const path = `/channels/${channel}/messages/${message.id}`;
    const edited = await ask(playground, 'PATCH', path, {
      embeds: [{ image: { url: 'attachment://diagram.png' } }],
    });
    assert.equal(edited.status, 200, JSON.stringify(edited.body));
    const cleared = await ask(playground, 'PATCH', path, { attachments: [] });
    assert.deepEqual(cleared.body['attachments'], []);
  });

  it('stand in threads of messages, of channels and of forums', async () => {
    const channel = fresh();
    const { id } = await post(channel, { content: 'a' });
    const path = `/channels/${channel}/messages/${id}/threads`;
    const thread = await ask(playground, 'POST', path, { name: '이야기해요' });
    assert.deepEqual([thread.status, thread.body['id'], thread.body['type']], [201, id, 11]);
    await post(id, { content: 'in the thread' });
    assert.equal((await ask(playground, 'POST', path, { name: 'again' })).body['code'], 160004);
    assert.equal(
      (await ask(playground, 'POST', `/channels/${channel}/threads`, { name: 'x', type: 11 })).status,
      201,
    );
    const unnamed = await ask(playground, 'POST', `/channels/${channel}/threads`, { name: '', type: 11 });
    assert.equal(unnamed.body['code'], 50035);
    const forum = await ask(playground, 'POST', `/channels/${FORUM}/threads`, {
      name: 'q',
      message: { content: 'why' },
    });
    assert.equal((forum.body['message'] as APIMessage).id, forum.body['id']);
    const empty = await ask(playground, 'POST', `/channels/${FORUM}/threads`, { name: 'q', message: {} });
    assert.equal(empty.body['code'], 50006);
  });

  it('show typing', async () => {
    const channel = fresh();
    const heard: string[] = [];
    const stop = playground.hear((change) => {
      if (change.kind === 'typing') heard.push(change.channelId);
    });
    assert.equal((await ask(playground, 'POST', `/channels/${channel}/typing`)).status, 204);
    stop();
    assert.deepEqual(heard, [channel]);
  });

  it('answer others, or say that there is nothing to answer', async () => {
    const channel = fresh();
    const { id } = await post(channel, { content: 'a' });
    const answer = await post(channel, { content: 'b', message_reference: { message_id: id } });
    assert.deepEqual([answer.type, answer.message_reference?.message_id], [19, id]);
    const lost = await ask(playground, 'POST', `/channels/${channel}/messages`, {
      content: 'b',
      message_reference: { message_id: '1' },
    });
    assert.equal(lost.body['code'], 50035);
  });

  it('keep their order when the clock goes back', async () => {
    let time = Date.UTC(2026, 5, 1);
    const other = await startPlayground({ limits: false, now: () => time });
    const channel = other.addChannel(GUILD, { name: 'c' });
    await ask(other, 'POST', `/channels/${channel}/messages`, { content: 'a' });
    time -= 3_600_000;
    await ask(other, 'POST', `/channels/${channel}/messages`, { content: 'b' });
    const [a, b] = other.history(channel);
    assert(BigInt(a?.id ?? 0) < BigInt(b?.id ?? 0));
    await other.close();
  });
});
