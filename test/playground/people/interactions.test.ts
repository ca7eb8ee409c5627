import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ManualClock,
  manualClock,
  NoResponseError,
  type Playground,
  startPlayground,
} from '#playground/index.ts';
import { ask, mistakesOf } from '../api.ts';
import { connect } from '../bot.ts';

interface Raw {
  readonly id: string;
  readonly token: string;
  readonly data: Record<string, unknown>;
}

describe('interactions', () => {
  let playground: Playground;
  let clock: ManualClock;
  let close: () => Promise<void>;
  let received = Promise.withResolvers<Raw>();

  beforeAll(async () => {
    clock = manualClock(Date.UTC(2026, 0, 1));
    playground = await startPlayground({ limits: false, clock });
    // A bot that only listens: the tests answer by hand.
    const client = await connect(playground);
    client.on(
      'raw' as never,
      ((packet: { t: string; d: Raw }) => {
        if (packet.t === 'INTERACTION_CREATE') received.resolve(packet.d);
      }) as never,
    );
    await client.application.commands.set([
      {
        name: 'ask',
        description: 'Ask',
        options: [{ name: 'question', description: 'What', type: 3, required: true, autocomplete: true }],
      },
    ]);
    close = async () => {
      await client.destroy();
      await playground.close();
    };
  });
  beforeEach(() => {
    received = Promise.withResolvers<Raw>();
  });
  afterAll(() => close());

  const arrives = () => received.promise;
  const typed = { options: { question: 'why' } };
  const callback = (raw: Raw, body: unknown, query = '') =>
    ask(playground, 'POST', `/interactions/${raw.id}/${raw.token}/callback${query}`, body, {
      authorization: '',
    });
  const original = (raw: Raw) => `/webhooks/${playground.applicationId}/${raw.token}/messages/@original`;

  it('are answered once', async () => {
    const shown = playground.as('jimin').invoke('ask', typed);
    const raw = await arrives();
    expect((await callback(raw, { type: 4, data: { content: 'a' } })).status).toBe(204);
    expect((await callback(raw, { type: 4, data: { content: 'b' } })).body['code']).toBe(40060);
    expect((await shown).text).toBe('a');
  });

  it('are answered within three seconds', async () => {
    const shown = playground.as('jimin').invoke('ask', typed);
    const failed = expect(shown).rejects.toThrow(NoResponseError);
    const raw = await arrives();
    clock.advance(2_999);
    clock.advance(2);
    await failed;
    const late = await callback(raw, { type: 4, data: { content: 'a' } });
    expect([late.status, late.body['code']]).toEqual([404, 10062]);
  });

  it('can still be answered after a refused answer', async () => {
    const shown = playground.as('jimin').invoke('ask', typed);
    const raw = await arrives();
    const refused = await callback(raw, { type: 4, data: { embeds: [{ title: 'x'.repeat(257) }] } });
    expect(mistakesOf(refused)).toEqual(['data.embeds.0.title BASE_TYPE_MAX_LENGTH']);
    expect((await callback(raw, { type: 4, data: {} })).body['code']).toBe(50006);
    expect(mistakesOf(await callback(raw, { type: 7, data: { content: 'a' } }))).toEqual([
      'type INTERACTION_APPLICATION_INVALID_TYPE',
    ]);
    expect((await callback(raw, { type: 4, data: { content: 'a' } })).status).toBe(204);
    expect((await shown).text).toBe('a');
  });

  it('tell of the message where that is asked for', async () => {
    void playground.as('jimin').firstAnswer('ask', typed);
    const raw = await arrives();
    const { body } = await callback(raw, { type: 5, data: { flags: 64 } }, '?with_response=true');
    const about = body['interaction'] as Record<string, unknown>;
    expect([about['response_message_loading'], about['response_message_ephemeral']]).toEqual([true, true]);
    const { message } = body['resource'] as { message: { id: string; flags: number } };
    expect(message.id).toBe(about['response_message_id']);
    expect(message.flags).toBe(128 | 64);
  });

  it('keep privacy when a deferred answer is filled in, be it by a follow-up', async () => {
    const shown = playground.as('jimin').invoke('ask', typed);
    const raw = await arrives();
    await callback(raw, { type: 5, data: { flags: 64 } });
    const path = `/webhooks/${playground.applicationId}/${raw.token}`;
    await ask(playground, 'POST', path, { content: 'filled', flags: 0 });
    const { message, isPrivate, text } = await shown;
    expect([text, isPrivate, message.flags]).toEqual(['filled', true, 64]);
  });

  it('have a token for a quarter of an hour', async () => {
    const shown = playground.as('jimin').invoke('ask', typed);
    const raw = await arrives();
    expect((await ask(playground, 'PATCH', original(raw), { content: 'x' })).body['code']).toBe(10015);
    await callback(raw, { type: 4, data: { content: 'a' } });
    await shown;
    expect((await ask(playground, 'PATCH', original(raw), { content: 'b' })).status).toBe(200);
    expect((await ask(playground, 'GET', original(raw))).body['content']).toBe('b');
    clock.advance(15 * 60_000 + 1);
    const late = await ask(playground, 'PATCH', original(raw), { content: 'c' });
    expect([late.status, late.body['code']]).toEqual([401, 50027]);
  });

  it('complete with at most 25 choices of at most 100 characters', async () => {
    const asked = playground.as('jimin').complete('ask', 'question', '머');
    const raw = await arrives();
    const choices = (count: number, value: string) => ({
      type: 8,
      data: { choices: Array(count).fill({ name: 'a', value }) },
    });
    expect(mistakesOf(await callback(raw, choices(26, 'a')))).toEqual(['data.choices BASE_TYPE_MAX_LENGTH']);
    expect(mistakesOf(await callback(raw, choices(1, 'x'.repeat(101))))).toEqual([
      'data.choices.0.value BASE_TYPE_MAX_LENGTH',
    ]);
    const unnamed = { type: 8, data: { choices: [{ name: '', value: 'a' }] } };
    expect(mistakesOf(await callback(raw, unnamed))).toEqual(['data.choices.0.name BASE_TYPE_BAD_LENGTH']);
    expect((await callback(raw, choices(25, 'a'))).status).toBe(204);
    expect(await asked).toHaveLength(25);
    const options = (raw.data['options'] as { focused: boolean; value: string }[])[0];
    expect([options?.focused, options?.value]).toEqual([true, '머']);
  });

  it('cannot be sent as Discord would not send them', async () => {
    const jimin = playground.as('jimin');
    await expect(jimin.invoke('ask')).rejects.toThrow(/needs the option question/);
    await expect(jimin.invoke('ask', { options: { question: 5 } })).rejects.toThrow(/takes text/);
    await expect(jimin.invoke('ask', { options: { question: 'a', other: 'b' } })).rejects.toThrow(
      /has no option other/,
    );
    await expect(jimin.invoke('nothing')).rejects.toThrow(/is not offered nothing/);
    await expect(jimin.invoke('ask', { options: { question: 'x'.repeat(6_001) } })).rejects.toThrow(
      /0 to 6000/,
    );
  });

  it('refuse modals that Discord refuses', async () => {
    void playground.as('jimin').firstAnswer('ask', typed);
    const raw = await arrives();
    const input = (id: string) => ({
      type: 1,
      components: [{ type: 4, custom_id: id, label: 'a', style: 1 }],
    });
    const modal = (...components: object[]) => ({
      type: 9,
      data: { custom_id: 'm', title: 'M', components },
    });
    expect(mistakesOf(await callback(raw, modal()))).toEqual(['data.components BASE_TYPE_BAD_LENGTH']);
    expect(mistakesOf(await callback(raw, modal(input('a'), input('a'))))).toEqual([
      'data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
    const unlabelled = { type: 1, components: [{ type: 4, custom_id: 'a', style: 1 }] };
    expect(mistakesOf(await callback(raw, modal(unlabelled)))).toEqual([
      'data.components.0.components.0.label BASE_TYPE_REQUIRED',
    ]);
    const labelled = { type: 18, label: 'a', component: { type: 4, custom_id: 'a', style: 1 } };
    expect((await callback(raw, modal(labelled))).status).toBe(204);
  });
});
