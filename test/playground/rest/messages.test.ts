import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock, type Playground, startPlayground } from '#playground/index.ts';
import { ask } from '../api.ts';

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

  beforeAll(async () => {
    playground = await startPlayground({ limits: false, clock });
  });
  afterAll(() => playground.close());

  const fresh = (type = 0) => playground.addChannel(GUILD, { name: `c${playground.wire().length}`, type });
  const post = async (channel: string, body: unknown): Promise<APIMessage> => {
    const answer = await ask(playground, 'POST', `/channels/${channel}/messages`, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as unknown as APIMessage;
  };

  it('are posted once for one nonce, for some minutes', async () => {
    const channel = fresh();
    const body = { content: 'today', nonce: 'r1:2026-01-01', enforce_nonce: true };
    const first = await post(channel, body);
    expect((await post(channel, { ...body, content: 'again' })).id).toBe(first.id);
    expect(playground.history(channel)).toHaveLength(1);
    await post(channel, { ...body, enforce_nonce: false });
    expect(playground.history(channel)).toHaveLength(2);
    clock.advance(6 * 60_000);
    expect((await post(channel, body)).id).not.toBe(first.id);
  });

  it('are listed newest first, before, after and around another', async () => {
    const channel = fresh();
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push((await post(channel, { content: `${n}` })).id);
    const list = async (query: string) => {
      const { body } = await ask(playground, 'GET', `/channels/${channel}/messages?${query}`);
      return (body as unknown as APIMessage[]).map((message) => message.content).join('');
    };
    expect(await list('')).toBe('9876543210');
    expect(await list('limit=3')).toBe('987');
    expect(await list(`limit=3&before=${ids[5]}`)).toBe('432');
    expect(await list(`limit=3&after=${ids[5]}`)).toBe('876');
    expect(await list(`limit=3&around=${ids[5]}`)).toBe('654');
    expect((await ask(playground, 'GET', `/channels/${channel}/messages?limit=101`)).body['code']).toBe(
      50035,
    );
  });

  it('are edited, read and deleted', async () => {
    const channel = fresh();
    const { id } = await post(channel, { content: 'a', embeds: [{ title: 'kept' }] });
    const path = `/channels/${channel}/messages/${id}`;
    const edited = await ask(playground, 'PATCH', path, { content: 'b' });
    expect(edited.body['content']).toBe('b');
    expect(edited.body['embeds'] as unknown[]).toHaveLength(1);
    expect(edited.body['edited_timestamp']).not.toBeNull();
    expect((await ask(playground, 'GET', path)).body['content']).toBe('b');
    expect((await ask(playground, 'PATCH', path, { content: '', embeds: [] })).body['code']).toBe(50006);
    expect((await ask(playground, 'DELETE', path)).status).toBe(204);
    expect((await ask(playground, 'GET', path)).body['code']).toBe(10008);
    const theirs = playground.as('jimin', channel).say('mine');
    const other = await ask(playground, 'PATCH', `/channels/${channel}/messages/${theirs.id}`, {
      content: 'x',
    });
    expect(other.body['code']).toBe(50005);
  });

  it('ping only whom they may', async () => {
    const channel = fresh();
    const { id } = playground.as('alex');
    const content = `<@${id}> <@&${ROLE}> @everyone`;
    const all = await post(channel, { content });
    expect(all.mentions.map((user) => user.id)).toEqual([id]);
    expect(all.mention_roles).toEqual([ROLE]);
    expect(all.mention_everyone, 'the bot may not mention everyone').toBe(false);
    const none = await post(channel, { content, allowed_mentions: { parse: [] } });
    expect([none.mentions, none.mention_roles]).toEqual([[], []]);
    const role = await post(channel, { content, allowed_mentions: { parse: [], roles: [ROLE] } });
    expect([role.mentions, role.mention_roles]).toEqual([[], [ROLE]]);
    const embed = await post(channel, { embeds: [{ description: content }] });
    expect([embed.mentions, embed.mention_roles]).toEqual([[], []]);
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
    expect(message.attachments.map((file) => file.filename)).toEqual(['notes.txt']);
    const image = message.embeds[0]?.image;
    expect([image?.width, image?.height]).toEqual([1, 1]);
    const served = await fetch(image?.url ?? '');
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await served.arrayBuffer())).toStrictEqual(PIXEL);
    const path = `/channels/${channel}/messages/${message.id}`;
    const edited = await ask(playground, 'PATCH', path, {
      embeds: [{ image: { url: 'attachment://diagram.png' } }],
    });
    expect(edited.status, JSON.stringify(edited.body)).toBe(200);
    const cleared = await ask(playground, 'PATCH', path, { attachments: [] });
    expect(cleared.body['attachments']).toEqual([]);
  });

  it('stand in threads of messages, of channels and of forums', async () => {
    const channel = fresh();
    const { id } = await post(channel, { content: 'a' });
    const path = `/channels/${channel}/messages/${id}/threads`;
    const thread = await ask(playground, 'POST', path, { name: '이야기해요' });
    expect([thread.status, thread.body['id'], thread.body['type']]).toEqual([201, id, 11]);
    await post(id, { content: 'in the thread' });
    expect((await ask(playground, 'POST', path, { name: 'again' })).body['code']).toBe(160004);
    expect(
      (await ask(playground, 'POST', `/channels/${channel}/threads`, { name: 'x', type: 11 })).status,
    ).toBe(201);
    const unnamed = await ask(playground, 'POST', `/channels/${channel}/threads`, { name: '', type: 11 });
    expect(unnamed.body['code']).toBe(50035);
    const forum = await ask(playground, 'POST', `/channels/${FORUM}/threads`, {
      name: 'q',
      message: { content: 'why' },
    });
    expect((forum.body['message'] as APIMessage).id).toBe(forum.body['id']);
    const empty = await ask(playground, 'POST', `/channels/${FORUM}/threads`, { name: 'q', message: {} });
    expect(empty.body['code']).toBe(50006);
  });

  it('show typing', async () => {
    const channel = fresh();
    const heard: string[] = [];
    const stop = playground.hear((change) => {
      if (change.kind === 'typing') heard.push(change.channelId);
    });
    expect((await ask(playground, 'POST', `/channels/${channel}/typing`)).status).toBe(204);
    stop();
    expect(heard).toEqual([channel]);
  });

  it('answer others, or say that there is nothing to answer', async () => {
    const channel = fresh();
    const { id } = await post(channel, { content: 'a' });
    const answer = await post(channel, { content: 'b', message_reference: { message_id: id } });
    expect([answer.type, answer.message_reference?.message_id]).toEqual([19, id]);
    const lost = await ask(playground, 'POST', `/channels/${channel}/messages`, {
      content: 'b',
      message_reference: { message_id: '1' },
    });
    expect(lost.body['code']).toBe(50035);
  });

  it('keep their order when the clock goes back', async () => {
    let time = Date.UTC(2026, 5, 1);
    const other = await startPlayground({ limits: false, now: () => time });
    const channel = other.addChannel(GUILD, { name: 'c' });
    await ask(other, 'POST', `/channels/${channel}/messages`, { content: 'a' });
    time -= 3_600_000;
    await ask(other, 'POST', `/channels/${channel}/messages`, { content: 'b' });
    const [a, b] = other.history(channel);
    expect(BigInt(a?.id ?? 0)).toBeLessThan(BigInt(b?.id ?? 0));
    await other.close();
  });
});
