import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { APIMessage } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { Outcome, Snapshot, WireEntry } from '#playground/protocol.ts';
import { Completer } from '#playground/web/components/completer.ts';
import { compareIds, prepend, reduce, type World } from '#playground/web/world.ts';

const EMPTY = {
  event: 'snapshot',
  me: '1',
  now: 0,
  people: [],
  bot: { connected: true, sessions: 1, gatewayUp: true },
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
  assert.ok(first);
  return first;
};

const message = (id: string, content = ''): APIMessage => ({ id, channel_id: 'c', content }) as APIMessage;
const ids = (of: World | undefined): string[] => (of?.messages['c'] ?? []).map((one) => one.id);

test('nothing is known before the first snapshot', () => {
  assert.equal(reduce(undefined, { event: 'people', people: [] }), undefined);
});

test('messages stand by age in whatever order they come, each once', () => {
  const list = fc.array(fc.bigInt({ min: 1n, max: 10n ** 19n }), { maxLength: 30 });
  fc.assert(
    fc.property(list, (numbers) => {
      let state: World | undefined = world();
      for (const number of numbers)
        state = reduce(state, { event: 'message', message: message(String(number)) });
      const expected = [...new Set(numbers)].sort((a, b) => (a < b ? -1 : 1)).map(String);
      assert.deepEqual(ids(state), expected);
      assert.deepEqual(expected.toSorted(compareIds), expected);
    }),
    { numRuns: 100 },
  );
});

test('a message that changes keeps its place; one that is gone leaves it', () => {
  let state: World | undefined = world();
  for (const id of ['1', '2', '3']) state = reduce(state, { event: 'message', message: message(id) });
  state = reduce(state, { event: 'message', message: message('2', 'new') });
  assert.deepEqual(ids(state), ['1', '2', '3']);
  assert.equal(state?.messages['c']?.[1]?.content, 'new');
  state = reduce(state, { event: 'message-gone', channelId: 'c', messageId: '1' });
  assert.deepEqual(ids(state), ['2', '3']);
  assert.ok(state);
  assert.deepEqual(ids(prepend(state, 'c', [message('0'), message('1')])), ['0', '1', '2', '3']);
});

test('what did not change is the same object as before', () => {
  const before = world();
  const after = reduce(before, { event: 'faults', faults: [] });
  assert.equal(after?.channels, before.channels);
  assert.equal(after?.messages, before.messages);
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
  assert.equal(state?.wire.length, 300);
  assert.equal(state?.wire[0]?.id, 305);
});

const choices = (name: string): Outcome => ({ kind: 'choices', choices: [{ name, value: name }] });

test('suggestions that were overtaken are dropped, and the last ones stay until there are new ones', async () => {
  const completer = new Completer(() => {});
  const slow = Promise.withResolvers<Outcome>();
  const first = completer.ask('name', async () => choices('ㅂ'));
  await first;
  const late = completer.ask('name', () => slow.promise);
  assert.deepEqual(completer.shown('name'), { picks: [{ label: 'ㅂ', value: 'ㅂ' }], stale: true });
  await completer.ask('name', async () => choices('빅'));
  slow.resolve(choices('비'));
  await late;
  assert.deepEqual(completer.shown('name'), { picks: [{ label: '빅', value: '빅' }], stale: false });
  assert.equal(completer.shown('other'), undefined);
  await completer.ask('other', async () => {
    throw new Error('refused');
  });
  assert.deepEqual(completer.shown('other'), { picks: [], stale: false });
});
