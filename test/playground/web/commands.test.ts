import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { ChannelView, CommandView, Person } from '#playground/protocol.ts';
import { matchEntries, menuEntries, slashEntries, type Viewpoint } from '#playground/web/commands.ts';
import {
  completionOf,
  draftTyped,
  invocationOf,
  problemOf,
  remaining,
  startDraft,
  withChoice,
  withOption,
  withText,
} from '#playground/web/draft.ts';
import { keystrokes } from '#playground/web/hangul.ts';

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
  assert.deepEqual(labels('ko'), ['리캡 목록', '리캡 구독', '세션']);
  assert.deepEqual(labels('en-US'), ['recap list', 'recap subscribe', 'session']);
});

test('a command is offered only where it can be used', () => {
  const names = (commands: readonly CommandView[], where: Viewpoint) =>
    slashEntries(commands, where).map((one) => one.name);
  const manage = command('manage', '관리', { default_member_permissions: '32' });
  assert.deepEqual(names([manage], at(view('guild'))), []);
  assert.deepEqual(names([manage], at(view('guild', 32n))), ['manage']);
  assert.deepEqual(names([manage], at(view('guild', 8n))), ['manage'], 'administrators may do everything');
  const inDm = command('dm', '디엠', { contexts: [1] });
  assert.deepEqual(names([inDm], at(view('guild'))), []);
  assert.deepEqual(names([inDm], at(view('dm'))), ['dm']);
  const carried = command('carried', '들고', { contexts: [0, 1, 2], integration_types: [0, 1] });
  assert.deepEqual(names([carried, session], at(view('group'))), ['carried']);
  assert.deepEqual(names([{ ...session, guildId: '8' }], at(view('guild'))), [], 'of another server');
  const menu = command('Find', '찾기', { type: 3 });
  assert.deepEqual(names([menu], at(view('guild'))), []);
  assert.deepEqual(menuEntries([menu, session], at(view('guild'))), [
    { commandId: 'id-Find', label: '찾기' },
  ]);
});

test('entries are found by either name, and by every state of a syllable', () => {
  const entries = slashEntries([session, topic, recap], at(view('guild')));
  const found = (typed: string) => matchEntries(entries, typed).map((entry) => entry.label);
  for (const typed of ['ㅅ', '세', '셋', '세셔', '세션', 'ses', 'SESSION'])
    assert.equal(found(typed)[0], '세션', typed);
  assert.deepEqual(found('구'), ['리캡 구독']);
  assert.deepEqual(found('recap li'), ['리캡 목록']);
  assert.deepEqual(found('없는것'), []);
  assert.equal(found('').length, 4);
});

test('whatever is on its way to a word is a beginning of its keystrokes', () => {
  assert.equal(keystrokes('곽'), 'ㄱㅗㅏㄱ');
  const word = fc.string({
    unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
    maxLength: 8,
  });
  fc.assert(
    fc.property(word, word, (head, tail) => {
      assert.ok(keystrokes(head + tail).startsWith(keystrokes(head)));
      assert.equal(keystrokes(head.normalize('NFD')), keystrokes(head));
    }),
    { numRuns: 200 },
  );
});

const [entry] = slashEntries([topic], at(view('guild')));
assert.ok(entry);
const optional = slashEntries([session], at(view('guild')))[0];
assert.ok(optional);

test('a draft opens what has to be filled in, else the first that invites', () => {
  assert.deepEqual(
    startDraft(entry).chips.map((chip) => chip.option.name),
    ['name'],
  );
  const draft = startDraft(optional);
  assert.deepEqual(
    draft.chips.map((chip) => chip.option.name),
    ['name'],
  );
  assert.deepEqual(
    remaining(draft).map((one) => one.name),
    ['private'],
  );
  assert.deepEqual(
    invocationOf(draft),
    { commandId: 'id-session', options: {} },
    'what is empty is left out',
  );
  assert.equal(problemOf(draft), undefined);
  assert.equal(problemOf(startDraft(entry))?.name, 'name');
});

test('a pick gives its value, and text typed after it counts again', () => {
  const picked = withChoice(startDraft(entry), 'name', { label: 'BigQuery', value: 'v1' });
  assert.deepEqual(invocationOf(picked).options, { name: 'v1' });
  assert.deepEqual(invocationOf(withText(picked, 'name', 'BigQ')).options, { name: 'BigQ' });
  assert.equal(withText(picked, 'name', 'BigQuery').chips[0]?.value, 'v1', 'the same text is no change');
  assert.deepEqual(completionOf(withText(picked, 'name', '빅ㅋ'), 'name').options, { name: '빅ㅋ' });
});

test('text is turned into a value of the option’s type, or is in the way', () => {
  const [, hidden] = optional.options;
  assert.ok(hidden);
  const draft = withOption(startDraft(optional), hidden);
  assert.deepEqual(invocationOf(withText(draft, 'private', '예')).options, { private: true });
  assert.deepEqual(invocationOf(withText(draft, 'private', 'False')).options, { private: false });
  assert.equal(problemOf(withText(draft, 'private', 'maybe'))?.name, 'private');
});

test('a whole name and a blank begin a draft, with what follows in it', () => {
  const entries = [entry, optional];
  assert.equal(draftTyped('/주제', entries), undefined);
  assert.equal(draftTyped('/주제를 ', entries), undefined);
  assert.equal(draftTyped('/topic 빅쿼리', entries)?.chips[0]?.text, '빅쿼리');
  assert.equal(draftTyped('/세션 ', entries)?.entry.name, 'session');
});
