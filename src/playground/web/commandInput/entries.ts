import type { APIApplicationCommandBasicOption, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { ChannelView, CommandView, Person } from '../../protocol/views.ts';
import { CHAT_INPUT, MESSAGE_COMMAND, may, PERMISSIONS, SUBCOMMAND, SUBCOMMAND_GROUP } from '../discord.ts';
import { guildIdOf, isDirect } from '../scene.ts';
import { keystrokes } from './hangul.ts';

type Localizations = Readonly<Partial<Record<string, string | null>>> | null | undefined;

/** An option of a command, in the person's language. */
export interface OptionDef {
  /** Name in the API. */
  readonly name: string;
  /** Localized name. */
  readonly label: string;
  readonly description: string;
  /** Discord's option type. */
  readonly type: APIApplicationCommandBasicOption['type'];
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly { readonly label: string; readonly value: string | number }[];
  /** Selectable channel types; empty for all. */
  readonly channelTypes: readonly number[];
}

/** An entry of the slash command list: a command, or a subcommand. */
export interface Entry {
  readonly commandId: string;
  /** `recap subscribe`, the name in the API. */
  readonly name: string;
  /** The localized name. */
  readonly label: string;
  /** The name without the command; undefined for a command without subcommands. */
  readonly subcommand: string | undefined;
  readonly description: string;
  readonly options: readonly OptionDef[];
}

/** A message command. */
export interface MenuEntry {
  readonly commandId: string;
  readonly label: string;
}

/** The person and the channel for which commands are listed. */
export interface Viewpoint {
  readonly person: Person;
  readonly channel: ChannelView;
}

/** The slash commands of this person in this channel, by name. */
export function slashEntries(commands: readonly CommandView[], at: Viewpoint): readonly Entry[] {
  const usable = commands.filter((view) => view.command.type === CHAT_INPUT && isUsable(view, at));
  return usable
    .flatMap((view) => entriesOf(view, at.person.locale))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The message commands of this person in this channel. */
export function menuEntries(commands: readonly CommandView[], at: Viewpoint): readonly MenuEntry[] {
  return commands
    .filter((view) => view.command.type === MESSAGE_COMMAND && isUsable(view, at))
    .map(({ command }) => ({
      commandId: command.id,
      label: localized(command.name, command.name_localizations, at.person.locale),
    }));
}

/** Discord hides commands of other servers and contexts, and those without permission. */
function isUsable({ command, guildId }: CommandView, { person, channel }: Viewpoint): boolean {
  const guild = guildIdOf(channel);
  if (guildId !== undefined && guildId !== guild) return false;
  // Interaction contexts: 0 a server, 1 the bot's DM, 2 other private channels.
  const context = guild !== undefined ? 0 : isDirect(channel) && channel.botIsHere ? 1 : 2;
  if (command.contexts && !command.contexts.some((one) => Number(one) === context)) return false;
  if (!command.contexts && context === 2) return false;
  // Integration types: 0 guild install, 1 user install.
  const types = (command.integration_types ?? [0]).map(Number);
  if (!channel.botIsHere && !types.includes(1)) return false;
  const needed = command.default_member_permissions;
  if (guild === undefined || needed === null || needed === undefined) return true;
  return may(channel.permissions, BigInt(needed)) || may(person.permissions, PERMISSIONS.administrator);
}

function entriesOf({ command }: CommandView, locale: string): readonly Entry[] {
  const base = {
    commandId: command.id,
    name: command.name,
    label: localized(command.name, command.name_localizations, locale),
    description: localized(command.description, command.description_localizations, locale),
  };
  return withSubcommands(base, undefined, command.options ?? [], locale);
}

type Base = Pick<Entry, 'commandId' | 'name' | 'label' | 'description'>;

function withSubcommands(
  base: Base,
  path: string | undefined,
  options: readonly APIApplicationCommandOption[],
  locale: string,
): readonly Entry[] {
  const inner = options.filter((option) => option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP);
  if (inner.length === 0) {
    return [{ ...base, subcommand: path, options: options.flatMap((option) => optionDef(option, locale)) }];
  }
  return inner.flatMap((option) => {
    const next = {
      commandId: base.commandId,
      name: `${base.name} ${option.name}`,
      label: `${base.label} ${localized(option.name, option.name_localizations, locale)}`,
      description: localized(option.description, option.description_localizations, locale),
    };
    const nested = 'options' in option ? (option.options ?? []) : [];
    return withSubcommands(next, path === undefined ? option.name : `${path} ${option.name}`, nested, locale);
  });
}

function optionDef(option: APIApplicationCommandOption, locale: string): readonly OptionDef[] {
  if (option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP) return [];
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return [
    {
      name: option.name,
      label: localized(option.name, option.name_localizations, locale),
      description: localized(option.description, option.description_localizations, locale),
      type: option.type,
      required: option.required ?? false,
      autocomplete: 'autocomplete' in option ? (option.autocomplete ?? false) : false,
      choices: choices.map((choice) => ({
        label: localized(choice.name, choice.name_localizations, locale),
        value: choice.value,
      })),
      channelTypes: 'channel_types' in option ? (option.channel_types ?? []) : [],
    },
  ];
}

/** Discord falls back to the default text for other locales (docs, "Localization"). */
function localized(text: string, localizations: Localizations, locale: string): string {
  return localizations?.[locale] ?? text;
}

/**
 * Entries that match the text after `/`, best first: names with this prefix, then words with it, then names and
 * descriptions that contain it. Both names are searched; the last syllable may be incomplete.
 */
export function matchEntries(entries: readonly Entry[], typed: string): readonly Entry[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return entries;
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, query) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function rankOf(entry: Entry, query: string): number {
  const names = [entry.label, entry.name].map((name) => name.toLowerCase());
  const unfinished = keystrokes(query);
  if (names.some((name) => name.startsWith(query) || keystrokes(name).startsWith(unfinished))) return 0;
  if (names.some((name) => name.split(' ').some((word) => keystrokes(word).startsWith(unfinished)))) return 1;
  if (names.some((name) => name.includes(query))) return 2;
  return entry.description.toLowerCase().includes(query) ? 3 : 4;
}
