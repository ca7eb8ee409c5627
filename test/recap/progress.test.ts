import { expect, test } from 'vitest';
import { createFirstSeen } from '#recap/progress.ts';
import { folder, post } from '../library/folder.ts';

const now = Temporal.Instant.from('2026-01-02T03:04:05Z');

/** A store in memory that notes which items it is given. */
function storeOf() {
  const notes = new Map<string, string>();
  const seen = new Map<string, Temporal.Instant>();
  const given: (readonly string[])[] = [];
  return {
    given,
    note: async (key: string) => notes.get(key),
    setNote: async (key: string, value: string) => void notes.set(key, value),
    addFirstSeen: async (_unit: string, items: readonly string[], at: Temporal.Instant) => {
      given.push(items);
      for (const item of items) if (!seen.has(item)) seen.set(item, at);
    },
    recordFirstSeen: async () => new Map(seen),
  };
}

test('a library in which nothing is new costs the store nothing, and of another one it is told what is new alone', async () => {
  const made = await folder({ 'a.md': post('A', '# One\ntext'), 'b.md': post('B', '# Two\ntext') });
  const store = storeOf();
  const first: string[] = [];
  const firstSeen = createFirstSeen(
    store,
    () => now,
    'posts',
    () => () => [],
    (unit) => first.push(unit),
  );
  await firstSeen.record(await made.read(), 'session', 'ko');
  expect(store.given).toHaveLength(1);
  await firstSeen.record(await made.read(), 'session', 'ko');
  expect(store.given, 'the same posts').toHaveLength(1);
  await made.write('c.md', post('C', '# Three\ntext'));
  const library = await made.read();
  await firstSeen.record(library, 'session', 'ko');
  expect(first, 'all else came later').toEqual(['session']);
  const [all = [], fresh = []] = store.given;
  expect(fresh).toContain('c');
  expect(fresh.filter((key) => all.includes(key))).toEqual([]);
  expect(await firstSeen.lookUp(library, 'session', 'ko')).toEqual(
    new Map(['a', 'b', 'c'].map((id) => [id, now])),
  );
});

test('sessions that a library shares with the one before are not looked into again', async () => {
  const made = await folder({ 'a.md': post('A', '# One\ntext'), 'b.md': post('B', '# Two\ntext') });
  const store = storeOf();
  const firstSeen = createFirstSeen(
    store,
    () => now,
    'posts',
    () => () => [],
    () => {},
  );
  const read = await made.read();
  const looked: string[] = [];
  const [a, b] = read.sessions.map(
    (session) =>
      new Proxy(session, {
        get: (target, key) => {
          if (key === 'posts') looked.push(target.id);
          return Reflect.get(target, key);
        },
      }),
  );
  if (a === undefined || b === undefined) expect.fail('two posts');
  await firstSeen.record({ ...read, sessions: [a] }, 'session', 'ko');
  expect(looked).toContain('a');
  looked.length = 0;
  await firstSeen.record({ ...read, sessions: [a, b] }, 'session', 'ko');
  expect(looked).toContain('b');
  expect(looked).not.toContain('a');
  expect(store.given[1]).toContain('b');
});
