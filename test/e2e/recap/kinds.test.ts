import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, textOf } from '#playground/index.ts';
import { type MovableClock, movableClock } from '../../../src/host/clock.ts';
import { openWorld, type World } from '../world.ts';
import { clockFrom } from './clockFrom.ts';

const DAILY = '1100000000000001002';
const NEWS = '1100000000000001003';
const FORUM = '1100000000000001004';
const MANAGER =
  PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

let world: World;
let time: MovableClock;
let mina: Actor;

const recap = (actor: Actor, subcommand: string, options: Record<string, string | boolean> = {}) =>
  actor.invoke('recap', { subcommand, options });

/** Moves the clock to an instant, and waits until a recap is in the ledger. */
const postedAt = async (at: string): Promise<void> => {
  const posted = world.log.next('Recap posted');
  time.move(time.clock.now().until(Temporal.Instant.from(at)).total('milliseconds'));
  await posted;
};

const leave = async (actor: Actor, options: Record<string, string> = {}): Promise<void> => {
  await actor.press(await recap(actor, 'unsubscribe', options), 'Yes, unsubscribe');
};

/** Waits until the history says something. */
const waitsFor = async (words: RegExp, actor: Actor = mina): Promise<void> => {
  while (!words.test((await recap(actor, 'history')).text))
    await world.playground.until(() => true, 'a change');
};

beforeAll(async () => {
  time = movableClock(clockFrom(Temporal.Instant.from('2026-03-02T09:00:00Z')));
  world = await openWorld({ clock: time.clock });
  const { id } = world.playground.addPerson({ username: 'mina', locale: 'en-US', permissions: MANAGER });
  mina = world.playground.as(id, DAILY);
});
afterAll(() => world.close());

test('subscribe alone opens a form, which is sent as it stands; the form of a recap changes it', async () => {
  const form = await mina.invokeModal('recap', { subcommand: 'subscribe' });
  expect(form.modal.title).toBe('Subscribe to a recap');
  const subscribed = await form.submit({});
  expect([subscribed.isPrivate, subscribed.text]).toEqual([
    true,
    expect.stringMatching(/Subscribed[\s\S]*09:00/),
  ]);

  const edit = await mina.openModal(subscribed, 'Change');
  await expect(edit.submit({ days: ['noday'] })).rejects.toThrow(/does not offer/);
  await expect(edit.submit({ time: '' })).rejects.toThrow(/must be filled in/);
  const changed = await edit.submit({
    time: '6:30 pm',
    days: ['sat', 'sun'],
    mention: ['1100000000000001101'],
  });
  expect(changed.text).toMatch(/18:30 · weekends/);
  expect(changed.text).toMatch(/<@&1100000000000001101>/);

  const again = await mina.invokeModal('recap', { subcommand: 'edit' });
  const without = await again.submit({ mention: [] });
  expect(without.text).toMatch(/18:30 · weekends/);
  expect(without.text).not.toMatch(/<@&/);
  await leave(mina);
});

test('a new post is announced when its file appears, once; a rename is no news', async () => {
  expect((await recap(mina, 'subscribe', { what: 'new', language: 'ko' })).text).toMatch(
    /as soon as a post appears/,
  );
  const text =
    '---\ntitle: 새로 올라온 글\ndate: 2026-03-01\n---\n\n방금 올라온 글입니다.\n\n## 첫째\n\n하나를 말합니다.\n';
  const put = (name: string) => writeFile(path.join(world.content, 'ko', name), text);
  const read = world.log.next('The posts were read again');
  await put('2026-03-01-new.md');
  // The folder comes to rest first; the next instant with work to do is known when the file was read.
  const posted = world.log.next('Recap posted');
  await read;
  await waitsFor(/New: 1 post/);
  time.move(30_000);
  await posted;
  const [message, ...others] = world.playground.history(DAILY);
  expect(others).toEqual([]);
  expect(textOf(message ?? expect.unreachable())).toMatch(/새 글[\s\S]*새로 올라온 글/);
  const opened = await mina.press(message ?? expect.unreachable(), '처음부터 읽기');
  expect(opened.text).toMatch(/방금 올라온 글/);
  expect((await recap(mina, 'history')).text).toMatch(/New: 1 post[\s\S]*새로 올라온 글[\s\S]*Posted/);
  await leave(mina);
});

test('a digest is one message whose menu opens each session', async () => {
  await recap(mina, 'subscribe', {
    what: 'digest',
    items: '3',
    time: '12:00',
    timezone: 'UTC',
    language: 'en',
  });
  await postedAt('2026-03-02T12:00:05Z');
  const message = world.playground.history(DAILY).at(-1) ?? expect.unreachable();
  expect(textOf(message)).toMatch(/3 sessions to read[\s\S]*1 · [\s\S]*2 · [\s\S]*3 · /);
  const opened = await mina.choose(message, 0, '2 · Leading a business to success with big data and AI');
  expect(opened.text).toMatch(/Leading a business/);
  await leave(mina);
});

test('what an announcement channel gets is published, once, and the history says so', async () => {
  const news = mina.in(NEWS);
  await recap(news, 'subscribe', { what: 'session', time: '13:00', timezone: 'UTC', language: 'en' });
  await postedAt('2026-03-02T13:00:05Z');
  const published = () =>
    world.playground.history(NEWS).find(({ flags = 0 }) => (flags & MessageFlags.Crossposted) !== 0);
  await world.playground.until(published, 'the published recap');
  await waitsFor(/Published to other servers|Published to/, news);
  const asked = world.playground.requests().filter(({ path: asks }) => asks.endsWith('/crosspost'));
  expect(asked).toHaveLength(1);
  await leave(news);
});

test('a forum that wants a tag gets one, and one that comes to want one later pauses the recap at once', async () => {
  const options = { channel: FORUM, what: 'session', time: '14:00', timezone: 'UTC', language: 'en' };
  world.playground.faults.setTags(FORUM, ['Talks', 'News'], true);
  expect((await recap(mina, 'subscribe', options)).text).toMatch(/Talks, News/);
  const suggested = await mina.complete('recap', 'tags', 'ta', {
    subcommand: 'subscribe',
    options: { channel: FORUM },
  });
  expect(suggested).toEqual([{ name: 'Talks', value: 'Talks' }]);
  expect((await recap(mina, 'subscribe', { ...options, tags: 'talks' })).text).toMatch(/Subscribed/);
  await postedAt('2026-03-02T14:00:05Z');
  const posts = world.playground.requests().filter(({ path: asks }) => asks === `/channels/${FORUM}/threads`);
  expect(posts).toHaveLength(1);

  // The tags are made anew: those that were chosen are gone.
  world.playground.faults.setTags(FORUM, ['Others'], true);
  const failed = world.log.next('Recap failed');
  time.move(24 * 3_600_000);
  await failed;
  expect((await recap(mina, 'list')).text).toMatch(/could not be posted: the forum/);
});
