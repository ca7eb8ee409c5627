import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIInteractionDataResolved,
  type APIPingInteraction,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { ChannelArgument, Options, Place, Request, RoleArgument } from '#commands/model.ts';
import type { Locale } from '#locales/index.ts';
import { localeOf } from '#locales/index.ts';

/** Every interaction by a person; a ping only checks an HTTP endpoint. */
export type UserInteraction = Exclude<APIInteraction, APIPingInteraction>;

/** Discord's id of the user. */
export const userIdOf = (from: UserInteraction): string => from.member?.user.id ?? from.user?.id ?? '0';

const placeOf = (from: UserInteraction): Place => {
  const channelId = from.channel?.id ?? '0';
  if (from.guild_id === undefined) {
    return from.context === InteractionContextType.PrivateChannel
      ? { kind: 'private-channel', channelId }
      : { kind: 'dm', channelId };
  }
  return {
    kind: 'guild',
    guildId: from.guild_id,
    guildLocale: from.guild_locale,
    channelId,
    channelType: from.channel?.type,
    permissions: BigInt(from.member?.permissions ?? '0'),
    appPermissions: BigInt(from.app_permissions ?? '0'),
    // Key "0": the app was added to the server; "1": a person installed it.
    // https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
    botIsMember: from.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall] !== undefined,
  };
};

/** The part of an interaction that commands may see. */
export const requestOf = (from: UserInteraction, fallback: Locale, at: Temporal.Instant): Request => ({
  discordLocale: from.locale,
  locale: localeOf(from.locale, fallback),
  personId: userIdOf(from),
  place: placeOf(from),
  at,
});

/** The options of a slash command, without the subcommand level. */
export interface TypedOptions {
  readonly subcommand: string | undefined;
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption[];
}

/** Splits the subcommand from the options. */
export const typedOptionsOf = (
  given: readonly APIApplicationCommandInteractionDataOption<InteractionType>[] = [],
): TypedOptions => {
  const [first] = given;
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    return { subcommand: first.name, options: first.options ?? [] };
  }
  return { subcommand: undefined, options: given.filter(isBasic) };
};

const isBasic = (
  option: APIApplicationCommandInteractionDataOption,
): option is APIApplicationCommandInteractionDataBasicOption =>
  option.type !== ApplicationCommandOptionType.Subcommand &&
  option.type !== ApplicationCommandOptionType.SubcommandGroup;

type Resolved = Pick<APIInteractionDataResolved, 'channels' | 'roles'> | undefined;

const channelArgument = (id: string, resolved: Resolved): ChannelArgument | undefined => {
  const channel = resolved?.channels?.[id];
  if (channel === undefined) return undefined;
  const appPermissions = 'app_permissions' in channel ? channel.app_permissions : undefined;
  return {
    id,
    type: channel.type,
    name: channel.name ?? '',
    permissions: BigInt(channel.permissions ?? '0'),
    appPermissions: typeof appPermissions === 'string' ? BigInt(appPermissions) : undefined,
  };
};

const roleArgument = (id: string, resolved: Resolved): RoleArgument | undefined => {
  const role = resolved?.roles?.[id];
  return role === undefined ? undefined : { id, name: role.name, mentionable: role.mentionable };
};

/** The values of a command's options, by name; unknown options are dropped. */
export const argumentsOf = (
  table: Options,
  typed: readonly APIApplicationCommandInteractionDataBasicOption[],
  resolved: Resolved,
): Record<string, string | boolean | ChannelArgument | RoleArgument | undefined> => {
  const values: Record<string, string | boolean | ChannelArgument | RoleArgument | undefined> = {};
  for (const { name, value } of typed) {
    const option = table[name];
    if (option === undefined) continue;
    if (option.type === 'channel') values[name] = channelArgument(String(value), resolved);
    else if (option.type === 'role') values[name] = roleArgument(String(value), resolved);
    else if (option.type === 'boolean') values[name] = value === true;
    else values[name] = String(value);
  }
  return values;
};
