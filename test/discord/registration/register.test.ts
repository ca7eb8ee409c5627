import type { RESTPostAPIChatInputApplicationCommandsJSONBody as SlashBody } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { registerCommands } from '../../../src/discord/registration/register.ts';
import { fakeRest } from '../fakeRest.ts';

const command = (name: string, extra: Partial<SlashBody> = {}): SlashBody => ({
  name,
  description: `about ${name}`,
  ...extra,
});

/** As Discord gives a command back: ids, versions, and defaults spelled out. */
const asStored = (body: SlashBody, id: string): object => ({
  id,
  application_id: '1',
  version: '9',
  type: 1,
  default_member_permissions: null,
  nsfw: false,
  dm_permission: true,
  name_localizations: null,
  options: [],
  ...body,
  ...(body.contexts ? { contexts: [...body.contexts].reverse() } : {}),
});

test('commands that Discord already has are not touched', async () => {
  const ours = [
    command('session', {
      contexts: [0, 1, 2],
      options: [{ type: 3, name: 'name', description: 'x', required: false }],
    }),
  ];
  const { rest, sent } = fakeRest(() => ours.map((body) => asStored(body, '5')));
  const registration = await registerCommands(rest, '1', ours);
  expect(registration.unchanged).toEqual(['session']);
  expect(registration.ids.get('session')).toBe('5');
  expect(sent.map(({ method }) => method)).toEqual(['GET']);
});

test('a new one is created, a changed one edited, one that is gone removed', async () => {
  const theirs = [
    asStored(command('ask'), '6'),
    asStored(command('old'), '7'),
    { ...asStored(command('play'), '8'), type: 4 },
  ];
  const { rest, sent } = fakeRest(({ method, body }) =>
    method === 'GET' ? theirs : method === 'POST' ? { ...Object(body), id: '9' } : undefined,
  );
  const registration = await registerCommands(rest, '1', [
    command('ask', { description_localizations: { ko: '질문' } }),
    command('topic'),
  ]);
  expect({
    created: registration.created,
    changed: registration.changed,
    removed: registration.removed,
  }).toStrictEqual({ created: ['topic'], changed: ['ask'], removed: ['old'] });
  expect(sent.slice(1).map(({ method, route }) => `${method} ${route}`)).toEqual([
    'PATCH /applications/1/commands/6',
    'POST /applications/1/commands',
    'DELETE /applications/1/commands/7',
  ]);
  expect(registration.ids.get('topic')).toBe('9');
});

test('the first time all are created in one request', async () => {
  const { rest, sent } = fakeRest(({ method, body }) =>
    method === 'GET' ? [] : (body as SlashBody[]).map((one, at) => asStored(one, String(at))),
  );
  const registration = await registerCommands(rest, '1', [command('ask'), command('topic')]);
  expect(sent.map(({ method, route }) => `${method} ${route}`)).toEqual([
    'GET /applications/1/commands',
    'PUT /applications/1/commands',
  ]);
  expect(registration.created).toEqual(['ask', 'topic']);
  expect(registration.ids.get('topic')).toBe('1');
});

test('options in another order are a change: people see their order', async () => {
  const option = (name: string) => ({ type: 3 as const, name, description: name });
  const { rest } = fakeRest(({ method }) =>
    method === 'GET' ? [asStored(command('ask', { options: [option('a'), option('b')] }), '6')] : undefined,
  );
  const { changed } = await registerCommands(rest, '1', [
    command('ask', { options: [option('b'), option('a')] }),
  ]);
  expect(changed).toEqual(['ask']);
});
