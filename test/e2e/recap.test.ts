import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type Actor, textOf } from '#playground/index.ts';
import { type MovableClock, movableClock } from '../../src/host/clock.ts';
import { clockFrom } from './clockFrom.ts';
import { openWorld, type World } from './world.ts';

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
  assert.equal(recorded(), told);
};

const recap = (actor: Actor, subcommand: string, options: Record<string, string | boolean> = {}) =>
  actor.invoke('recap', { subcommand, options });

before(async () => {
  time = movableClock(clockFrom(Temporal.Instant.from('2026-03-02T09:00:00Z')));
  world = await openWorld({ clock: time.clock });
  const { id } = world.playground.addPerson({ username: 'mina', locale: 'en-US', permissions: MANAGER });
  mina = world.playground.as(id, DAILY);
  alex = world.playground.as('alex', DAILY);
});
after(() => world.close());

test('who may not manage the server is told so, and nothing is subscribed', async () => {
  for (const subcommand of ['subscribe', 'list', 'preview', 'pause', 'resume', 'unsubscribe', 'history']) {
    const shown = await recap(alex, subcommand);
    assert.ok(shown.isPrivate);
    assert.match(shown.text, /people who may manage the server/);
  }
  assert.match((await recap(mina, 'list')).text, /no recaps yet/);
});

test('permissions that the bot lacks are named, and nothing is subscribed', async () => {
  const lacking = PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.CreatePublicThreads;
  world.playground.faults.deny(DAILY, lacking);
  const here = await recap(mina, 'subscribe', { ...AT_NOON, thread: true });
  assert.match(here.text, /Embed Links[\s\S]*Create Public Threads/);
  assert.doesNotMatch(here.text, /Send Messages/);
  const elsewhere = await recap(mina.in('이야기'), 'subscribe', { ...AT_NOON, channel: DAILY });
  assert.match(elsewhere.text, /Embed Links/);
  world.playground.faults.allow(DAILY, lacking);
  assert.match((await recap(mina, 'list')).text, /no recaps yet/);
});

test('what cannot be read is named with an example', async () => {
  const shown = await recap(mina, 'subscribe', { time: 'soonish', timezone: 'Atlantis', days: 'someday' });
  assert.match(shown.text, /soonish[\s\S]*Atlantis[\s\S]*someday/);
  const zones = await mina.complete('recap', 'timezone', '서울', { subcommand: 'subscribe' });
  assert.equal(zones[0]?.value, 'Asia/Seoul');
});

test('a channel subscribes, sees what is to come, and gets just that; anybody reads on in private', async () => {
  const subscribed = await recap(mina, 'subscribe', AT_NOON);
  assert.ok(subscribed.isPrivate);
  for (const days of [1, 2, 3]) {
    assert.ok(subscribed.text.includes(`<t:${seconds(noon(day.add({ days })))}:F>`), subscribed.text);
  }
  const preview = subscribed.message.embeds.at(-1);
  assert.equal(world.playground.history(DAILY).length, 0);
  await nextNoon(1);
  const [message, ...others] = world.playground.history(DAILY);
  assert.ok(message);
  assert.equal(others.length, 0);
  const [embed] = message.embeds;
  assert.deepEqual(
    [embed?.title, embed?.description, embed?.footer?.text],
    [preview?.title, preview?.description, preview?.footer?.text],
  );
  assert.match(embed?.footer?.text ?? '', /Session 1 of 6/);
  assert.deepEqual([message.mentions, message.mention_roles, message.mention_everyone], [[], [], false]);
  for (const person of [alex, mina]) {
    const opened = await person.press(message, 'Open session');
    assert.deepEqual([opened.kind, opened.isPrivate], ['message', true]);
  }
  const today = await recap(alex, 'now');
  assert.ok(today.isPrivate);
  assert.equal(today.message.embeds[0]?.title, embed?.title);
});

test('subscribing again changes the recap that is there, and says so', async () => {
  const changed = await recap(mina, 'subscribe', { days: 'mon,tue,wed,thu,fri,sat,sun' });
  assert.match(changed.text, /has been changed/);
  assert.match((await recap(mina, 'list')).text, /1 of at most 25/);
});

test('a person subscribes in a DM; paused, a channel gets nothing, and resumed, it goes on', async () => {
  const { playground } = world;
  const sora = playground.as('sora', 'dm');
  assert.match((await recap(sora, 'subscribe', { time: '12:00', timezone: 'UTC' })).text, /<t:\d+:F>/);
  assert.match((await recap(mina, 'pause')).text, /Paused/);
  await nextNoon(1);
  assert.equal(playground.history(DAILY).length, 1);
  const own = playground.history(sora.channelId).filter(({ components }) => components?.length);
  assert.match(textOf(own.at(-1) ?? assert.fail('no recap in the DM')), /세션 1\/6/);

  assert.match((await recap(mina, 'resume')).text, /Resumed/);
  await nextNoon(2);
  const messages = playground.history(DAILY);
  assert.equal(messages.length, 2);
  assert.match(textOf(messages[1] ?? assert.fail('no second recap')), /Session 2 of 6/);
  await sora.press(await recap(sora, 'unsubscribe'), '구독 취소하기');
});

test('the history tells what was posted, with a link; unsubscribed, nothing comes any more', async () => {
  const { playground } = world;
  const last = playground.history(DAILY).at(-1);
  const history = await recap(mina, 'history');
  assert.equal(history.text.match(/Posted <t:/g)?.length, 2);
  assert.ok(
    history.text.includes(`https://discord.com/channels/${GUILD}/${DAILY}/${last?.id}`),
    history.text,
  );
  const asked = await recap(mina, 'unsubscribe');
  const kept = await mina.press(asked, 'Keep it');
  const gone = await mina.press(await mina.press(kept, 'Unsubscribe'), 'Yes, unsubscribe');
  assert.match(gone.text, /Unsubscribed/);
  assert.match((await recap(mina, 'list')).text, /no recaps yet/);
  await nextNoon(0);
});

test('a role that is to be mentioned is pinged, it alone; a thread is opened under the recap', async () => {
  const { playground } = world;
  await recap(mina, 'subscribe', { ...AT_NOON, mention: ROLE, thread: true });
  await nextNoon(1);
  const find = () => playground.history(DAILY).find((message) => message.thread !== undefined);
  const message = await playground.until(find, 'the thread under the recap');
  assert.deepEqual([message.mention_roles, message.mentions, message.mention_everyone], [[ROLE], [], false]);
  assert.equal(message.content, `<@&${ROLE}>`);
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
  assert.ok(message);
  assert.equal(others.length, 0);
  const asked = playground.requests().filter(({ path }) => path === `/channels/${FORUM}/threads`);
  assert.equal(asked.length, 1);
  const opened = await alex.in(post).press(message, 'Open session');
  assert.ok(opened.isPrivate);
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
    if (date < 3) assert.equal(playground.history(ownDm).length, 0);
  }
  const notice = await playground.until(() => playground.history(ownDm)[0], 'the DM to the owner');
  assert.match(textOf(notice), /could not be posted on three days[\s\S]*lacks a permission/);
  assert.match((await recap(mina, 'list')).text, /paused after three days/);
  assert.match((await recap(mina, 'history', news)).text, /Not posted: the bot lacks a permission/);
  playground.faults.allow(NEWS, PermissionFlagsBits.SendMessages);
  assert.match((await recap(mina, 'resume', news)).text, /Resumed/);
  await nextNoon(1);
  assert.equal(playground.history(NEWS).length, 1);
  assert.equal(playground.history(ownDm).length, 1);
});
