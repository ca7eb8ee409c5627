import { describe, expect, it } from 'vitest';
import { defineCommand, defineGroup, defineSubcommand } from '#commands/define.ts';
import { commands } from '#commands/index.ts';
import type { BilingualText, Option } from '#commands/model.ts';
import { toDiscord } from '#commands/register.ts';
import { korean } from '../pages/build.ts';
import { context, request } from './context.ts';

const reply = { page: { embeds: [], components: [], files: [] }, private: true };
const text: BilingualText = { ko: '설명', en: 'Description' };

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

const names = (option: Option, name: string): readonly string[] => [name, option.ko];

describe('commands as Discord registers them', () => {
  it('have names, descriptions and Korean for each of them within Discord’s rules', () => {
    for (const command of commands) {
      const body = toDiscord(command);
      expect(problems(body, command.name)).toEqual([]);
      expect(body.integration_types).toEqual([0, 1]);
      expect(body.contexts).toEqual([0, 1, 2]);
      expect(body.name_localizations?.ko).toBe(command.ko);
      if (command.kind === 'message') {
        expect(command.name.length).toBeLessThanOrEqual(32);
        expect(command.ko.length).toBeLessThanOrEqual(32);
        continue;
      }
      const tables =
        command.kind === 'slash'
          ? [command.options]
          : Object.values(command.subcommands).map(({ options }) => options);
      const subcommands =
        command.kind === 'slash'
          ? []
          : Object.entries(command.subcommands).flatMap(([name, { ko }]) => [name, ko]);
      const all = [
        command.name,
        command.ko,
        ...subcommands,
        ...tables.flatMap((table) => Object.entries(table).flatMap(([name, option]) => names(option, name))),
      ];
      for (const name of all) {
        expect(name).toMatch(NAME);
        expect(name).toBe(name.toLowerCase());
      }
    }
  });

  it('keep the fixed names of commands and options', () => {
    const fixed = ['session', 'topic', 'ask', 'help'];
    const table = fixed.map((name) => {
      const command = commands.find((one) => one.name === name);
      const options = command?.kind === 'slash' ? Object.entries(command.options) : [];
      return [name, command?.ko, options.map(([option, { ko }]) => `${option}/${ko}`)];
    });
    expect(table).toEqual([
      ['session', '세션', ['name/이름', 'section/섹션', 'private/나만보기', 'language/언어']],
      ['topic', '주제', ['name/이름', 'private/나만보기', 'language/언어']],
      ['ask', '질문', ['question/질문', 'private/나만보기']],
      ['help', '도움말', ['private/나만보기']],
    ]);
    expect(commands.filter(({ kind }) => kind === 'message').map(({ name, ko }) => [name, ko])).toEqual([
      ['Find in sessions', '세션에서 찾기'],
    ]);
  });

  it('put required options first, and say what completes and what is chosen from', () => {
    const body = toDiscord(
      defineCommand({
        name: 'x',
        ko: '엑스',
        description: text,
        options: {
          where: { type: 'channel', ko: '채널', description: text, channelTypes: [0, 5] },
          unit: {
            type: 'string',
            ko: '단위',
            description: text,
            choices: [{ name: { ko: '세션', en: 'Session' }, value: 'session' }],
          },
          who: { type: 'role', ko: '역할', description: text },
          what: {
            type: 'string',
            ko: '무엇',
            description: text,
            required: true,
            complete: () => [],
            maxLength: 80,
          },
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
    expect(unit.choices?.[0]?.name_localizations?.ko).toBe('세션');
  });

  it('make groups of subcommands', () => {
    const body = toDiscord(
      defineGroup({
        name: 'recap',
        ko: '리캡',
        description: text,
        subcommands: {
          list: defineSubcommand({ ko: '목록', description: text, options: {}, run: () => reply }),
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
    ko: '엑스',
    description: text,
    options: {
      text: { type: 'string', ko: '글', description: text, required: true },
      flag: { type: 'boolean', ko: '예', description: text },
      where: { type: 'channel', ko: '채널', description: text },
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
