import type { APIApplicationCommand } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelView, CommandView, Person } from '#playground/protocol/views.ts';
import {
  completionOf,
  divideTyped,
  draftTyped,
  invocationOf,
  problemOf,
  remaining,
  startDraft,
  strayOption,
  withChoice,
  withOption,
  withText,
} from '#playground/web/commandInput/draft.ts';
import {
  matchEntries,
  menuEntries,
  slashEntries,
  type Viewpoint,
} from '#playground/web/commandInput/entries.ts';
import { keystrokes } from '#playground/web/commandInput/hangul.ts';

const person: Person = {
  id: '1',
  username: 'jimin',
  name: '지민',
  locale: 'ko',
  permissions: '0',
  guildIds: ['9'],
  roleIds: [],
};

/** A text channel of server 9, or a DM with the bot, or a group without it. */
function view(kind: 'guild' | 'dm' | 'group', permissions = 0n): ChannelView {
  const channel =
    kind === 'guild'
      ? { id: '2', type: 0, guild_id: '9', name: 'talk' }
      : { id: '3', type: kind === 'dm' ? 1 : 3 };
  return {
    channel: channel as ChannelView['channel'],
    permissions: String(permissions),
    appPermissions: '0',
    botIsHere: kind !== 'group',
  };
}

const at = (channel: ChannelView, who: Partial<Person> = {}): Viewpoint => ({
  person: { ...person, ...who },
  channel,
});

function command(name: string, ko: string, more: object = {}): CommandView {
  const base = {
    id: `id-${name}`,
    application_id: '5',
    version: '1',
    type: 1,
    name,
    name_localizations: { ko },
    description: `All about ${name}`,
    description_localizations: { ko: `${ko} 설명` },
    default_member_permissions: null,
    ...more,
  };
  return { command: base as unknown as APIApplicationCommand };
}

const option = (name: string, ko: string, more: object = {}): object => ({
  type: 3,
  name,
  name_localizations: { ko },
  description: `The ${name}`,
  ...more,
});

const session = command('session', '세션', {
  options: [option('name', '이름', { autocomplete: true }), option('private', '나만보기', { type: 5 })],
});
const topic = command('topic', '주제', {
  options: [option('name', '이름', { autocomplete: true, required: true })],
});
const recap = command('recap', '리캡', {
  options: [
    { ...option('subscribe', '구독', { type: 1, options: [option('time', '시각')] }) },
    { ...option('list', '목록', { type: 1 }) },
  ],
});

test('commands and subcommands are named in the person’s language', () => {
  const all = [session, recap];
  const labels = (locale: string) =>
    slashEntries(all, at(view('guild'), { locale })).map((entry) => entry.label);
  expect(labels('ko')).toEqual(['리캡 목록', '리캡 구독', '세션']);
  expect(labels('en-US')).toEqual(['recap list', 'recap subscribe', 'session']);
});

test('a command is offered only where it can be used', () => {
  const names = (commands: readonly CommandView[], where: Viewpoint) =>
    slashEntries(commands, where).map((one) => one.name);
  const manage = command('manage', '관리', { default_member_permissions: '32' });
  expect(names([manage], at(view('guild')))).toEqual([]);
  expect(names([manage], at(view('guild', 32n)))).toEqual(['manage']);
  expect(names([manage], at(view('guild', 8n))), 'administrators may do everything').toEqual(['manage']);
  const inDm = command('dm', '디엠', { contexts: [1] });
  expect(names([inDm], at(view('guild')))).toEqual([]);
  expect(names([inDm], at(view('dm')))).toEqual(['dm']);
  const carried = command('carried', '들고', { contexts: [0, 1, 2], integration_types: [0, 1] });
  expect(names([carried, session], at(view('group')))).toEqual(['carried']);
  expect(names([{ ...session, guildId: '8' }], at(view('guild'))), 'of another server').toEqual([]);
  const menu = command('Find', '찾기', { type: 3 });
  expect(names([menu], at(view('guild')))).toEqual([]);
  expect(menuEntries([menu, session], at(view('guild')))).toStrictEqual([
    { commandId: 'id-Find', label: '찾기' },
  ]);
});

test('entries are found by either name, and by every state of a syllable', () => {
  const entries = slashEntries([session, topic, recap], at(view('guild')));
  const found = (typed: string) => matchEntries(entries, typed).map((entry) => entry.label);
  for (const typed of ['ㅅ', '세', '셋', '세셔', '세션', 'ses', 'SESSION'])
    expect(found(typed)[0], typed).toBe('세션');
  expect(found('구')).toEqual(['리캡 구독']);
  expect(found('recap li')).toEqual(['리캡 목록']);
  expect(found('없는것')).toEqual([]);
  expect(found('')).toHaveLength(4);
});

test('whatever is on its way to a word is a beginning of its keystrokes', () => {
  expect(keystrokes('곽')).toBe('ㄱㅗㅏㄱ');
  const word = fc.string({
    unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
    maxLength: 8,
  });
  fc.assert(
    fc.property(word, word, (head, tail) => {
      expect(keystrokes(head + tail).slice(0, keystrokes(head).length)).toBe(keystrokes(head));
      expect(keystrokes(head.normalize('NFD'))).toBe(keystrokes(head));
    }),
    { numRuns: 200 },
  );
});

const [entry] = slashEntries([topic], at(view('guild')));
expect.assert(entry);
const optional = slashEntries([session], at(view('guild')))[0];
expect.assert(optional);

test('a draft opens what has to be filled in, else the first that invites', () => {
  expect(startDraft(entry).chips.map((chip) => chip.option.name)).toEqual(['name']);
  const draft = startDraft(optional);
  expect(draft.chips.map((chip) => chip.option.name)).toEqual(['name']);
  expect(remaining(draft).map((one) => one.name)).toEqual(['private']);
  expect(invocationOf(draft), 'what is empty is left out').toStrictEqual({
    commandId: 'id-session',
    options: {},
  });
  expect(problemOf(draft)).toBeUndefined();
  expect(problemOf(startDraft(entry))?.name).toBe('name');
});

test('a pick gives its value, and text typed after it counts again', () => {
  const picked = withChoice(startDraft(entry), 'name', { label: 'BigQuery', value: 'v1' });
  expect(invocationOf(picked).options).toStrictEqual({ name: 'v1' });
  expect(invocationOf(withText(picked, 'name', 'BigQ')).options).toStrictEqual({ name: 'BigQ' });
  expect(withText(picked, 'name', 'BigQuery').chips[0]?.value, 'the same text is no change').toBe('v1');
  expect(completionOf(withText(picked, 'name', '빅ㅋ'), 'name').options).toStrictEqual({ name: '빅ㅋ' });
});

test('text is turned into a value of the option’s type, or is in the way', () => {
  const [, hidden] = optional.options;
  expect.assert(hidden);
  const draft = withOption(startDraft(optional), hidden);
  expect(invocationOf(withText(draft, 'private', '예')).options).toStrictEqual({ private: true });
  expect(invocationOf(withText(draft, 'private', 'False')).options).toStrictEqual({ private: false });
  expect(problemOf(withText(draft, 'private', 'maybe'))?.name).toBe('private');
});

test('a whole name and a blank begin a draft, with what follows in it', () => {
  const entries = [entry, optional];
  expect(draftTyped('/주제', entries)).toBeUndefined();
  expect(draftTyped('/주제를 ', entries)).toBeUndefined();
  expect(draftTyped('/topic 빅쿼리', entries)?.chips[0]?.text).toBe('빅쿼리');
  expect(draftTyped('/세션 ', entries)?.entry.name).toBe('session');
});

test('an option that is opened wants a value; a name before a colon opens it', () => {
  const [, hidden] = optional.options;
  expect.assert(hidden);
  expect(problemOf(withOption(startDraft(optional), hidden))?.name).toBe('private');
  const divided = divideTyped(startDraft(optional), 'name', '5 나만보기: 예');
  expect(divided?.own).toBe('5');
  expect(divided?.focus).toBe('private');
  expect.assert(divided);
  expect(invocationOf(divided.draft).options).toStrictEqual({ name: '5', private: true });
  expect(divideTyped(startDraft(optional), 'name', '오전 9:00에 5번')).toBeUndefined();
  const typed = draftTyped('/session name: 5 private: true', [optional]);
  expect.assert(typed);
  expect(invocationOf(typed).options).toStrictEqual({ name: '5', private: true });
});

test('an option’s name at the end of a text is noticed, so that no answer becomes public by mistake', () => {
  const withName = (text: string) => withText(startDraft(optional), 'name', text);
  for (const text of ['5 나만보기', '5 private', 'PRIVATE'])
    expect(strayOption(withName(text))?.name).toBe('private');
  expect(strayOption(withName('private clouds'))).toBeUndefined();
  const picked = withChoice(withName('x'), 'name', { label: '5 private', value: '5' });
  expect(strayOption(picked)).toBeUndefined();
});
