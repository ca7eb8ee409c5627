import { describe, expect, it } from 'vitest';
import { defineCommand, defineGroup, defineSubcommand } from '#commands/define.ts';
import { commandsFor } from '#commands/index.ts';
import { toDiscord } from '#commands/register.ts';
import { BASE, byLocale, LOCALES, textsFor } from '#locales/index.ts';
import { korean } from '../pages/build.ts';
import { context, request } from './context.ts';

const commands = commandsFor(true);

const reply = { page: { embeds: [], components: [], files: [] }, private: true };

/** Texts of a command that the bot does not have, the same in every language. */
const textsOf = <const O extends Readonly<Record<string, object>>>(options: O) =>
  byLocale(() => ({
    name: 'x',
    description: 'Description',
    options: Object.fromEntries(
      Object.entries(options).map(([name, more]) => [name, { name, description: 'Description', ...more }]),
    ) as { readonly [K in keyof O]: O[K] & { readonly name: string; readonly description: string } },
  }));

/** Names of slash commands and options: docs.discord.com/developers, Application Commands, "Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function problems(value: unknown, within: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => problems(one, `${within}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${within}.${key}`;
    if (key === 'description')
      return typeof inner === 'string' && inner.length >= 1 && inner.length <= 100 ? [] : [at];
    if (key === 'options' && Array.isArray(inner) && inner.length > 25) return [at];
    return problems(inner, at);
  });
}

/** Every command and subcommand, as it is typed, with its options. */
const typed = commands.flatMap((command) => {
  if (command.kind === 'message') return [];
  if (command.kind === 'slash') return [{ id: command.name, texts: command.texts, options: command.options }];
  return Object.entries(command.subcommands).map(([name, { texts, options }]) => ({
    id: `${command.name} ${name}`,
    texts,
    options,
  }));
});

describe('commands as Discord registers them', () => {
  it('have names and descriptions within Discord’s rules', () => {
    for (const command of commands) {
      const body = toDiscord(command);
      expect(problems(body, command.name)).toEqual([]);
      const { integration_types, contexts, default_member_permissions } = body;
      expect([integration_types, contexts, default_member_permissions]).toEqual(
        command.name === 'gaps' ? [[0], [0], '32'] : [[0, 1], [0, 1, 2], undefined],
      );
      for (const { name } of Object.values(command.texts)) {
        expect(name.length).toBeLessThanOrEqual(32);
        if (command.kind === 'message') continue;
        expect(name).toMatch(NAME);
        expect(name).toBe(name.toLowerCase());
      }
    }
    for (const { texts } of typed) {
      for (const { name, options } of Object.values(texts)) {
        for (const one of [name, ...Object.values(options).map((option) => option.name)]) {
          expect(one).toMatch(NAME);
          expect(one).toBe(one.toLowerCase());
        }
      }
    }
  });

  it('have names in every language for Discord’s locales of that language, and for no other', () => {
    const others = LOCALES.filter((locale) => locale !== BASE).flatMap((locale) => textsFor(locale).discord);
    for (const command of commands) {
      const body = toDiscord(command);
      expect(Object.keys(body.name_localizations ?? {}).sort()).toEqual([...others].sort());
      expect(body.name_localizations?.ko).toBe(command.texts.ko.name);
    }
  });

  it('go by their English names, and those of one list differ in every language', () => {
    const differ = (names: readonly string[], where: string) =>
      expect(new Set(names).size, `${where}: ${names.join(', ')}`).toBe(names.length);
    for (const { id, texts, options } of typed) {
      expect(texts[BASE].name).toBe(id.split(' ').at(-1));
      const names = Object.keys(options);
      expect(names.map((name) => texts[BASE].options[name]?.name)).toEqual(names);
      for (const locale of LOCALES) {
        const own = names.map((name) => texts[locale].options[name]?.name ?? '');
        differ(own, `${locale}: /${id}`);
      }
    }
    for (const locale of LOCALES) {
      differ(
        commands.map(({ texts }) => texts[locale].name),
        locale,
      );
      for (const command of commands) {
        if (command.kind !== 'group') continue;
        differ(
          Object.values(command.subcommands).map(({ texts }) => texts[locale].name),
          `${locale}: /${command.name}`,
        );
      }
    }
  });

  it('leave no text without its command or option', () => {
    const told = Object.entries(textsFor(BASE).commands).flatMap(([id, texts]) =>
      'options' in texts ? Object.keys(texts.options).map((option) => `${id} ${option}`) : [],
    );
    const there = typed.flatMap(({ id, options }) => Object.keys(options).map((option) => `${id} ${option}`));
    expect(told.sort()).toEqual(there.sort());
    const ids = [...commands.map(({ name }) => name), ...typed.map(({ id }) => id)];
    expect(Object.keys(textsFor(BASE).commands).sort()).toEqual([...new Set(ids)].sort());
  });

  it('keep the fixed names of commands and options', () => {
    const fixed = ['session', 'topic', 'ask', 'help'];
    const table = fixed.map((name) => {
      const command = typed.find(({ id }) => id === name);
      const options = Object.keys(command?.options ?? {});
      const texts = command?.texts.ko;
      return [name, texts?.name, options.map((option) => `${option}/${texts?.options[option]?.name}`)];
    });
    expect(table).toEqual([
      [
        'session',
        '세션',
        [
          'name/이름',
          'section/섹션',
          'event/행사',
          'year/연도',
          'tag/태그',
          'speaker/발표자',
          'private/나만보기',
          'language/언어',
        ],
      ],
      ['topic', '주제', ['name/이름', 'private/나만보기', 'language/언어']],
      ['ask', '질문', ['question/질문', 'private/나만보기']],
      ['help', '도움말', []],
    ]);
    expect(
      commands.filter(({ kind }) => kind === 'message').map(({ name, texts }) => [name, texts.ko.name]),
    ).toEqual([
      ['Find in sessions', '세션에서 찾기'],
      ['Save', '저장'],
    ]);
  });

  it('put required options first, and say what completes and what is chosen from', () => {
    const body = toDiscord(
      defineCommand({
        name: 'x',
        texts: textsOf({ where: {}, unit: { choices: { session: 'Session' } }, who: {}, what: {} }),
        options: {
          where: { type: 'channel', channelTypes: [0, 5] },
          unit: { type: 'string', choices: ['session'] },
          who: { type: 'role' },
          what: { type: 'string', required: true, complete: () => [], maxLength: 80 },
        },
        run: () => reply,
      }),
    );
    expect.assert('options' in body);
    expect(body.options?.map(({ name, type }) => [name, type])).toEqual([
      ['what', 3],
      ['where', 7],
      ['unit', 3],
      ['who', 8],
    ]);
    const [what, where, unit] = body.options ?? [];
    expect.assert(what !== undefined);
    expect.assert('autocomplete' in what);
    expect(what.autocomplete).toBe(true);
    expect(what.required).toBe(true);
    expect.assert(where !== undefined);
    expect(where).toHaveProperty('channel_types');
    expect.assert(unit !== undefined);
    expect.assert('choices' in unit);
    expect(unit.choices?.[0]?.name_localizations?.ko).toBe('Session');
  });

  it('make groups of subcommands', () => {
    const body = toDiscord(
      defineGroup({
        name: 'recap',
        texts: textsOf({}),
        subcommands: {
          list: defineSubcommand({ texts: textsOf({}), options: {}, run: () => reply }),
        },
      }),
    );
    expect.assert('options' in body);
    expect(body.options?.map(({ name, type }) => [name, type])).toEqual([['list', 1]]);
  });
});

describe('the arguments of a command', () => {
  const seen: unknown[] = [];
  const command = defineCommand({
    name: 'x',
    texts: textsOf({ text: {}, flag: {}, where: {} }),
    options: {
      text: { type: 'string', required: true },
      flag: { type: 'boolean' },
      where: { type: 'channel' },
    },
    run: (_context, { text: given, flag, where }) => {
      // The types follow from the table: a required option is always there.
      const length: number = given.length;
      const known: boolean | undefined = flag;
      seen.push([length, known, where?.id]);
      return reply;
    },
  });
  const run = async (args: Readonly<Record<string, string | boolean>>) =>
    command.kind === 'slash' ? await command.run(context(), args, korean, request) : expect.unreachable();

  it('are what the table of options says, and nothing else', async () => {
    await run({ text: 'abc', flag: 'yes', where: 'no channel', other: true });
    expect(seen).toEqual([[3, undefined, undefined]]);
    await expect(async () => await run({ flag: true })).rejects.toThrow(TypeError);
  });
});
