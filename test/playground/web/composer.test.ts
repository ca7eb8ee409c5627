import type { APIApplicationCommand } from 'discord-api-types/v10';
import { test as base, describe, expect } from 'vitest';
import { startDraft } from '#playground/web/commandInput/draft.ts';
import { slashEntries } from '#playground/web/commandInput/entries.ts';
import {
  begin,
  type Commanding,
  EMPTY,
  goBack,
  isCommanding,
  objection,
  open,
  pick,
  remove,
  type Step,
  TAIL,
  type,
} from '#playground/web/components/composer/state.ts';

const command = {
  id: '1',
  application_id: '5',
  version: '1',
  type: 1,
  name: 'topic',
  description: 'A topic',
  default_member_permissions: null,
  options: [
    { type: 3, name: 'name', description: 'Its name', required: true },
    { type: 5, name: 'private', description: 'For me alone' },
  ],
} as unknown as APIApplicationCommand;

const entries = slashEntries([{ command }], {
  person: {
    id: '1',
    username: 'a',
    name: 'A',
    locale: 'en-US',
    permissions: '0',
    guildIds: ['9'],
    roleIds: [],
  },
  channel: {
    channel: { id: '2', type: 0, guild_id: '9', name: 'talk' } as never,
    permissions: '0',
    appPermissions: '0',
    botIsHere: true,
  },
});
const notes = {
  noSuchOption: (text: string) => `no ${text}`,
  meantOption: (name: string) => `meant ${name}`,
};

const commanding = ({ state }: Step): Commanding => {
  expect.assert(isCommanding(state));
  return state;
};

const test = base.extend('topic', () => {
  const [entry] = entries;
  expect.assert(entry);
  return commanding(begin(EMPTY, startDraft(entry)));
});

const chips = ({ draft }: Commanding) => draft.chips.map((chip) => chip.option.name);

describe('the message box', () => {
  test('becomes a command when its text is one, but not while an input method composes', () => {
    expect(type(EMPTY, 'text', '/topic ', true, entries).state.draft).toBeUndefined();
    const step = type(EMPTY, 'text', '/topic ', false, entries);
    expect(step).toMatchObject({ focus: 'name', state: { text: '', serial: 1 } });
  });

  test('goes from option to option, and to the field behind them', ({ topic }) => {
    const [name, hidden] = topic.draft.entry.options;
    expect.assert(name && hidden);
    const named = pick(topic, name, { label: 'BigQuery', value: 'bigquery' });
    expect(named.focus).toBe(TAIL);
    const both = open(commanding(named), hidden);
    expect(both.focus).toBe('private');
    expect(chips(commanding(both))).toEqual(['name', 'private']);
    expect(chips(commanding(remove(commanding(both), 'private')))).toEqual(['name']);
  });

  test('takes out the option that one goes back from, and is a text again behind the last', ({ topic }) => {
    const bare = commanding(goBack(topic, 'name'));
    expect(chips(bare)).toEqual([]);
    expect(goBack(bare, TAIL).state).toMatchObject({ draft: undefined, problem: undefined, active: -1 });
  });

  test('keeps a command whose required option is empty, and leads there', ({ topic }) => {
    expect(objection(topic, '', notes)).toMatchObject({
      focus: 'name',
      state: { problem: { name: 'name' } },
    });
  });

  test('keeps a command with a word that is no option, however often Enter is pressed', ({ topic }) => {
    const named = commanding(type(topic, 'name', 'BigQuery', false, entries));
    expect(objection(named, '', notes)).toBeUndefined();
    const kept = objection(named, 'prvate', notes);
    expect(kept?.state.note).toBe('no prvate');
    expect.assert(kept);
    expect(objection(commanding(kept), 'prvate', notes)?.state.note).toBe('no prvate');
  });

  test('sends words that may be an option with the second Enter', ({ topic }) => {
    const named = commanding(type(topic, 'name', 'BigQuery private', false, entries));
    const kept = objection(named, '', notes);
    expect(kept?.state.note).toBe('meant private');
    expect.assert(kept);
    expect(objection(commanding(kept), '', notes)).toBeUndefined();
  });
});
