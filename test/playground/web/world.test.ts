import type { APIMessage } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snapshot } from '#playground/protocol/events.ts';
import type { WireEntry } from '#playground/protocol/faults.ts';
import type { Outcome } from '#playground/protocol/requests.ts';
import { Completer } from '#playground/web/components/composer/completer.ts';
import { compareIds, prepend, reduce, type World } from '#playground/web/world.ts';

const EMPTY = {
  event: 'snapshot',
  me: '1',
  now: 0,
  people: [],
  bot: { connected: true, sessions: 1, byHttp: false, gatewayUp: true, withheld: null, shards: 1 },
  application: {
    id: '5',
    name: 'Bot',
    user: { id: '5', username: 'bot', discriminator: '0', global_name: null, avatar: null },
  },
  guilds: [],
  channels: [],
  messages: {},
  commands: [],
  faults: [],
  wire: [],
  panels: [],
} satisfies Snapshot;

const world = (): World => {
  const first = reduce(undefined, EMPTY);
  expect.assert(first);
  return first;
};

const message = (id: string, content = ''): APIMessage => ({ id, channel_id: 'c', content }) as APIMessage;
const ids = (of: World | undefined): string[] => (of?.messages['c'] ?? []).map((one) => one.id);

test('nothing is known before the first snapshot', () => {
  expect(reduce(undefined, { event: 'people', people: [] })).toBeUndefined();
});

test('messages stand by age in whatever order they come, each once', () => {
  const list = fc.array(fc.bigInt({ min: 1n, max: 10n ** 19n }), { maxLength: 30 });
  fc.assert(
    fc.property(list, (numbers) => {
      let state: World | undefined = world();
      for (const number of numbers)
        state = reduce(state, { event: 'message', message: message(String(number)) });
      const expected = [...new Set(numbers)].sort((a, b) => (a < b ? -1 : 1)).map(String);
      expect(ids(state)).toEqual(expected);
      expect(expected.toSorted(compareIds)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('a message that changes keeps its place; one that is gone leaves it', () => {
  let state: World | undefined = world();
  for (const id of ['1', '2', '3']) state = reduce(state, { event: 'message', message: message(id) });
  state = reduce(state, { event: 'message', message: message('2', 'new') });
  expect(ids(state)).toEqual(['1', '2', '3']);
  expect(state?.messages['c']?.[1]?.content).toBe('new');
  state = reduce(state, { event: 'message-gone', channelId: 'c', messageId: '1' });
  expect(ids(state)).toEqual(['2', '3']);
  expect.assert(state);
  expect(ids(prepend(state, 'c', [message('0'), message('1')]))).toEqual(['0', '1', '2', '3']);
});

test('what did not change is the same object as before', () => {
  const before = world();
  const after = reduce(before, { event: 'faults', faults: [] });
  expect(after?.channels).toBe(before.channels);
  expect(after?.messages).toBe(before.messages);
});

test('the wire is kept newest first, and not for ever', () => {
  const line = (id: number): WireEntry => ({
    id,
    at: 0,
    kind: 'rest',
    method: 'GET',
    path: '/',
    bytes: 0,
    ms: 0,
  });
  let state: World | undefined = world();
  for (let id = 1; id <= 305; id += 1) state = reduce(state, { event: 'wire', entries: [line(id)] });
  expect(state?.wire.length).toBe(300);
  expect(state?.wire[0]?.id).toBe(305);
});

const choices = (name: string): Outcome => ({ kind: 'choices', choices: [{ name, value: name }] });

test('suggestions that were overtaken are dropped, and the last ones stay until there are new ones', async () => {
  const completer = new Completer(() => {});
  const slow = Promise.withResolvers<Outcome>();
  const first = completer.ask('name', async () => choices('ㅂ'));
  await first;
  const late = completer.ask('name', () => slow.promise);
  expect(completer.shown('name')).toStrictEqual({ picks: [{ label: 'ㅂ', value: 'ㅂ' }], stale: true });
  await completer.ask('name', async () => choices('빅'));
  slow.resolve(choices('비'));
  await late;
  expect(completer.shown('name')).toStrictEqual({ picks: [{ label: '빅', value: '빅' }], stale: false });
  expect(completer.shown('other')).toBeUndefined();
  await completer.ask('other', async () => {
    throw new Error('refused');
  });
  expect(completer.shown('other')).toStrictEqual({ picks: [], stale: false });
});

test('what was private before the page was loaded is not there; what comes later stays', () => {
  const at = (id: string, second: number, flags: number): APIMessage =>
    ({ ...message(id), flags, timestamp: new Date(second * 1000).toISOString() }) as APIMessage;
  const snapshot = (now: number, ...list: APIMessage[]): Snapshot => ({
    ...EMPTY,
    now: now * 1000,
    messages: { c: list },
  });
  let state = reduce(undefined, snapshot(10, at('1', 1, 0), at('2', 2, 64)));
  expect(ids(state)).toEqual(['1']);
  state = reduce(state, { event: 'message', message: at('3', 11, 64) });
  // A connection that was lost, or another person: the page is the same one.
  state = reduce(state, snapshot(20, at('1', 1, 0), at('2', 2, 64), at('3', 11, 64)));
  expect(ids(state)).toEqual(['1', '3']);
  expect.assert(state);
  expect(ids(prepend(state, 'c', [at('0', 0, 64)]))).toEqual(['1', '3']);
});
