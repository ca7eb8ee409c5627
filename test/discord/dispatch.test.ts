import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '#commands/index.ts';
import { createDispatcher } from '#discord/dispatch.ts';
import type { UserInteraction } from '#discord/request.ts';
import { context } from '../commands/context.ts';
import { logLines, logTo } from '../e2e/logLines.ts';
import { fakeRest } from './fakeRest.ts';

type Payload = Record<string, unknown>;

const base = (type: number, data: Payload): Payload => ({
  type,
  id: '10',
  token: 't',
  application_id: '1',
  version: 1,
  locale: 'ko',
  guild_locale: 'ko',
  guild_id: '7',
  channel_id: '8',
  channel: { id: '8', type: 0, permissions: '1' },
  app_permissions: '68608',
  authorizing_integration_owners: { '0': '7' },
  context: 0,
  entitlements: [],
  member: { user: { id: '5', username: 'a' }, roles: [], permissions: '2147483647' },
  data,
});

const message = {
  id: '9',
  channel_id: '8',
  flags: 64,
  content: 'Kubeflow',
  embeds: [],
  components: [],
  interaction_metadata: { user: { id: '5' } },
};

const KINDS: Readonly<Record<string, Payload>> = {
  'a command': base(2, {
    id: '1',
    name: 'session',
    type: 1,
    options: [{ type: 3, name: 'name', value: '5' }],
  }),
  'a subcommand': base(2, {
    id: '1',
    name: 'recap',
    type: 1,
    options: [{ type: 1, name: 'list', options: [] }],
  }),
  'a message command': base(2, {
    id: '1',
    name: '관련 세션 찾기',
    type: 3,
    target_id: '9',
    resolved: { messages: { '9': message } },
  }),
  completion: base(4, {
    id: '1',
    name: 'session',
    type: 1,
    options: [{ type: 3, name: 'name', value: 'a', focused: true }],
  }),
  'a button': { ...base(3, { component_type: 2, custom_id: 'i1', id: 1 }), message },
  'a menu': { ...base(3, { component_type: 3, custom_id: 'm', values: ['i1'], id: 1 }), message },
  'a modal': base(5, { custom_id: 'x', components: [] }),
};

/** What the bot answers an interaction with, and what it logs at `warn` and above. */
const answersTo = async (payload: unknown) => {
  const { rest, sent } = fakeRest();
  const log = logLines();
  const dispatcher = createDispatcher({
    context: context(),
    commands,
    log: logTo(log),
    now: () => Temporal.Instant.from('2026-01-01T00:00:00Z'),
    after: () => () => {},
    elapsed: () => 0,
    newErrorId: () => 'e1',
  });
  await dispatcher.handle(payload as UserInteraction, rest);
  return { sent, complaints: log.lines.filter(({ level }) => Number(level) >= 40) };
};

/** Every place in a payload, as the keys that lead there. */
const placesIn = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...placesIn(inner, [...at, key])])
    : [];

const changed = (value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown => {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === key ? changed(one, rest, to) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const next = name === key ? changed(inner, rest, to) : inner;
      return next === undefined ? [] : [[name, next]];
    }),
  );
};

describe('whatever arrives and can be answered', () => {
  it.each([
    ['a form that is none of ours', KINDS['a modal'], /읽을 수 없는/],
    ['a type of the future', base(99, {}), /이 버전/],
    ['options: null', base(2, { id: '1', name: 'help', type: 1, options: null }), /도움말/],
    ['no locale', changed(base(2, { id: '1', name: 'help', type: 1 }), ['locale'], undefined), /도움말/],
    [
      'no owners of the installation',
      changed(base(2, { id: '1', name: 'help', type: 1 }), ['authorizing_integration_owners'], undefined),
      /도움말/,
    ],
  ])('is answered politely: %s', async (_name, payload, words) => {
    const { sent } = await answersTo(payload);
    expect(sent.map(({ route }) => route)).toEqual(['/interactions/10/t/callback']);
    expect(JSON.stringify(sent[0]?.body)).toMatch(words);
  });

  it.each(Object.entries(KINDS))(
    'is answered once, whatever is missing in it: %s',
    async (_name, payload) => {
      const address = ['id', 'token', 'type'];
      const place = fc.constantFrom(...placesIn(payload).filter(([top = '']) => !address.includes(top)));
      const wrong = fc.constantFrom(undefined, null, 7, 'x', [], {}, [null], true);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(place, wrong), { maxLength: 3 }), async (changes) => {
          const given = changes.reduce<unknown>((value, [at, to]) => changed(value, at, to), payload);
          const { sent } = await answersTo(given);
          expect(sent.map(({ method, route }) => `${method} ${route}`)).toEqual([
            'POST /interactions/10/t/callback',
          ]);
          const isCompletion = payload['type'] === InteractionType.ApplicationCommandAutocomplete;
          expect(sent[0]?.body).toMatchObject(
            isCompletion
              ? { type: InteractionResponseType.ApplicationCommandAutocompleteResult }
              : { data: { embeds: [{}] } },
          );
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([null, 7, 'x', [], {}, { id: 10, token: 't', type: 2 }, { id: '10', type: 2 }])(
    'what cannot be answered is logged once: %j',
    async (payload) => {
      const { sent, complaints } = await answersTo(payload);
      expect(sent).toEqual([]);
      expect(complaints).toHaveLength(1);
    },
  );
});
