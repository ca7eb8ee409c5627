import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, textOf } from '#playground/index.ts';
import { type MovableClock, movableClock } from '../../../src/host/clock.ts';
import { openWorld, type World } from '../world.ts';
import { clockFrom } from './clockFrom.ts';

const GUILD = '1100000000000001000';
const ROLE = '1100000000000001101';
const DAILY = '1100000000000001002';
const NEWS = '1100000000000001003';
const FORUM = '1100000000000001004';
const MANAGER =
  PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const AT_NOON = { time: '12:00', timezone: 'UTC', language: 'en' } as const;

let world: World;
let time: MovableClock;
let mina: Actor;
let alex: Actor;
/** The day whose noon has come, and the recaps that have been told so far. */
let day = Temporal.PlainDate.from('2026-03-01');
let told = 0;

const noon = (date: Temporal.PlainDate): Temporal.Instant => Temporal.Instant.from(`${date}T12:00:00Z`);
const seconds = (at: Temporal.Instant): number => at.epochMilliseconds / 1_000;
const moveTo = (at: Temporal.Instant): void => time.move(time.clock.now().until(at).total('milliseconds'));
const recorded = (): number => world.log.lines.filter(({ msg }) => msg === 'Recap posted').length;

/** Lets the next noon come, and waits until so many recaps of it are in the ledger. */
const nextNoon = async (recaps: number): Promise<void> => {
  day = day.add({ days: 1 });
  told += recaps;
  moveTo(noon(day).add({ seconds: 1 }));
  while (recorded() < told) await world.log.next('Recap posted');
  expect(recorded()).toBe(told);
};

const recap = (actor: Actor, subcommand: string, options: Record<string, string | boolean> = {}) =>
  actor.invoke('recap', { subcommand, options });

beforeAll(async () => {
  time = movableClock(clockFrom(Temporal.Instant.from('2026-03-02T09:00:00Z')));
  world = await openWorld({ clock: time.clock });
  const { id } = world.playground.addPerson({ username: 'mina', locale: 'en-US', permissions: MANAGER });
  mina = world.playground.as(id, DAILY);
  alex = world.playground.as('alex', DAILY);
});
afterAll(() => world.close());

test.each(['subscribe', 'list', 'preview', 'pause', 'resume', 'unsubscribe', 'history'])(
  'who may not manage the server is told so, and nothing is subscribed: /recap $0',
  async (subcommand) => {
    const shown = await recap(alex, subcommand);
    expect(shown.isPrivate).toBe(true);
    expect(shown.text).toMatch(/people with the \*Manage Server\* permission[\s\S]*recap subscribe/);
    expect((await recap(mina, 'list')).text).toMatch(/no recaps yet/);
  },
);

test('permissions that the bot lacks are named, and nothing is subscribed', async () => {
  const lacking = PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.CreatePublicThreads;
  world.playground.faults.deny(DAILY, lacking);
  const here = await recap(mina, 'subscribe', { ...AT_NOON, thread: true });
  expect(here.text).toMatch(/Embed Links[\s\S]*Create Public Threads/);
  expect(here.text).not.toMatch(/Send Messages/);
  const elsewhere = await recap(mina.in('이야기'), 'subscribe', { ...AT_NOON, channel: DAILY });
  expect(elsewhere.text).toMatch(/Embed Links/);
  world.playground.faults.allow(DAILY, lacking);
  expect((await recap(mina, 'list')).text).toMatch(/no recaps yet/);
});

test('what cannot be read is named with an example', async () => {
  const shown = await recap(mina, 'subscribe', { time: 'soonish', timezone: 'Atlantis', days: 'someday' });
  expect(shown.text).toMatch(/soonish[\s\S]*Atlantis[\s\S]*someday/);
  const zones = await mina.complete('recap', 'timezone', '서울', { subcommand: 'subscribe' });
  expect(zones[0]?.value).toBe('Asia/Seoul');
});

test('a channel subscribes, sees what is to come, and gets just that; anybody reads on in private', async () => {
  const subscribed = await recap(mina, 'subscribe', AT_NOON);
  expect(subscribed.isPrivate).toBe(true);
  for (const days of [1, 2, 3]) {
    expect(subscribed.text, subscribed.text).toContain(`<t:${seconds(noon(day.add({ days })))}:F>`);
  }
  expect(subscribed.message.embeds).toHaveLength(1);
  const preview = (await recap(mina, 'preview', {})).message.embeds.at(-1);
  expect(world.playground.history(DAILY)).toHaveLength(0);
  await nextNoon(1);
  const [message, ...others] = world.playground.history(DAILY);
  expect.assert(message);
  expect(others).toHaveLength(0);
  const [embed] = message.embeds;
  expect([embed?.title, embed?.description, embed?.footer?.text]).toEqual([
    preview?.title,
    preview?.description,
    preview?.footer?.text,
  ]);
  expect(embed?.footer?.text ?? '').toMatch(/Session 1 of 6/);
  expect([message.mentions, message.mention_roles, message.mention_everyone]).toEqual([[], [], false]);
  for (const person of [alex, mina]) {
    const opened = await person.press(message, 'Read from the start');
    expect([opened.kind, opened.isPrivate]).toEqual(['message', true]);
  }
  const today = await recap(alex, 'now');
  expect(today.isPrivate).toBe(true);
  expect(today.message.embeds[0]?.title).toBe(embed?.title);
});

test('subscribing again changes the recap that is there, and says so', async () => {
  const changed = await recap(mina, 'subscribe', { days: 'mon,tue,wed,thu,fri,sat,sun' });
  expect(changed.text).toMatch(/Recap changed/);
  expect((await recap(mina, 'list')).text).toMatch(/1 of at most 25/);
});

test('a person subscribes in a DM; paused, a channel gets nothing, and resumed, it goes on', async () => {
  const { playground } = world;
  const sora = playground.as('sora', 'dm');
  expect((await recap(sora, 'subscribe', { time: '12:00', timezone: 'UTC' })).text).toMatch(/<t:\d+:F>/);
  expect((await recap(mina, 'pause')).text).toMatch(/Paused/);
  await nextNoon(1);
  expect(playground.history(DAILY)).toHaveLength(1);
  const own = playground.history(sora.channelId).filter(({ components }) => components?.length);
  expect(textOf(own.at(-1) ?? expect.unreachable('no recap in the DM'))).toMatch(/세션 1\/6/);

  expect((await recap(mina, 'resume')).text).toMatch(/Resumed/);
  await nextNoon(2);
  const messages = playground.history(DAILY);
  expect(messages).toHaveLength(2);
  expect(textOf(messages[1] ?? expect.unreachable('no second recap'))).toMatch(/Session 2 of 6/);
  await sora.press(await recap(sora, 'unsubscribe'), '구독 취소하기');
});

test('the history tells what was posted, with a link; unsubscribed, nothing comes any more', async () => {
  const { playground } = world;
  const last = playground.history(DAILY).at(-1);
  const history = await recap(mina, 'history');
  expect(history.text.match(/Posted <t:/g)).toHaveLength(2);
  expect(history.text, history.text).toContain(`https://discord.com/channels/${GUILD}/${DAILY}/${last?.id}`);
  const asked = await recap(mina, 'unsubscribe');
  const kept = await mina.press(asked, 'Keep it');
  const gone = await mina.press(await mina.press(kept, 'Unsubscribe'), 'Yes, unsubscribe');
  expect(gone.text).toMatch(/Unsubscribed/);
  expect((await recap(mina, 'list')).text).toMatch(/no recaps yet/);
  await nextNoon(0);
});

test('a role that is to be mentioned is pinged, it alone; a thread is opened under the recap', async () => {
  const { playground } = world;
  await recap(mina, 'subscribe', { ...AT_NOON, mention: ROLE, thread: true });
  await nextNoon(1);
  const find = () => playground.history(DAILY).find((message) => message.thread !== undefined);
  const message = await playground.until(find, 'the thread under the recap');
  expect([message.mention_roles, message.mentions, message.mention_everyone]).toEqual([[ROLE], [], false]);
  expect(message.content).toMatch(new RegExp(`^<@&${ROLE}> \\*\\*.+\\*\\*`, 'u'));
  await mina.press(await recap(mina, 'unsubscribe'), 'Yes, unsubscribe');
});

test('in a forum each recap is a post of its own, once, even when the answer gets lost', async () => {
  const { playground, log } = world;
  const forum = { ...AT_NOON, channel: FORUM };
  await recap(mina, 'subscribe', forum);
  playground.faults.next(`POST /channels/${FORUM}/threads`, { kind: 'lost' });
  const again = log.next('Recap put off');
  const done = log.next('Recap posted');
  day = day.add({ days: 1 });
  moveTo(noon(day).add({ seconds: 1 }));
  await again;
  moveTo(noon(day).add({ seconds: 30 }));
  const post = String((await done)['message']);
  told += 1;
  const [message, ...others] = playground.history(post);
  expect.assert(message);
  expect(others).toHaveLength(0);
  const asked = playground.requests().filter(({ path }) => path === `/channels/${FORUM}/threads`);
  expect(asked).toHaveLength(1);
  const opened = await alex.in(post).press(message, 'Read from the start');
  expect(opened.isPrivate).toBe(true);
  await mina.press(await recap(mina, 'unsubscribe', { channel: FORUM }), 'Yes, unsubscribe');
});

test('without permission it pauses on the third date, tells its owner once, and goes on when resumed', async () => {
  const { playground, log } = world;
  const news = { channel: NEWS };
  await recap(mina, 'subscribe', { ...AT_NOON, ...news });
  playground.faults.deny(NEWS, PermissionFlagsBits.SendMessages);
  const ownDm = mina.in('dm').channelId;
  for (const date of [1, 2, 3]) {
    const refused = log.next('Recap put off');
    day = day.add({ days: 1 });
    moveTo(noon(day).add({ seconds: 1 }));
    await refused;
    const given = log.next('Recap failed');
    moveTo(noon(day).add({ hours: 12, seconds: 1 }));
    await given;
    if (date < 3) expect(playground.history(ownDm)).toHaveLength(0);
  }
  const notice = await playground.until(() => playground.history(ownDm)[0], 'the DM to the owner');
  expect(textOf(notice)).toMatch(/could not be posted[\s\S]*lacks a permission/);
  expect((await recap(mina, 'list')).text).toMatch(/is paused, because it could not be posted/);
  expect((await recap(mina, 'history', news)).text).toMatch(/Not posted: the bot lacks a permission/);
  playground.faults.allow(NEWS, PermissionFlagsBits.SendMessages);
  expect((await recap(mina, 'resume', news)).text).toMatch(/Resumed/);
  await nextNoon(1);
  expect(playground.history(NEWS)).toHaveLength(1);
  expect(playground.history(ownDm)).toHaveLength(1);
});
