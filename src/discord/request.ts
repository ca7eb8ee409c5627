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

/**
 * Whether the interaction can be answered. Everything else of an interaction is read as if it may be missing: Discord
 * adds kinds of interactions and of their parts, and what stands in the documentation is not always sent.
 */
export const isAddressed = (value: unknown): value is UserInteraction =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'token' in value &&
  typeof value.token === 'string' &&
  'type' in value &&
  typeof value.type === 'number';

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Discord's id of the user. */
const userIdOf = (from: UserInteraction): string =>
  textIn(from.member?.user?.id) ?? textIn(from.user?.id) ?? '0';

/** Permissions as a bit set; none where they are no number. */
const permissionsOf = (value: unknown): bigint => BigInt(/^\d+$/.exec(String(value))?.[0] ?? 0);

const placeOf = (from: UserInteraction): Place => {
  const channelId = textIn(from.channel?.id) ?? '0';
  const guildId = textIn(from.guild_id);
  if (guildId === undefined) {
    return from.context === InteractionContextType.PrivateChannel
      ? { kind: 'private-channel', channelId }
      : { kind: 'dm', channelId };
  }
  return {
    kind: 'guild',
    guildId,
    guildLocale: textIn(from.guild_locale),
    channelId,
    channelType: from.channel?.type,
    permissions: permissionsOf(from.member?.permissions),
    appPermissions: permissionsOf(from.app_permissions),
    // Key "0": the app was added to the server; "1": a person installed it.
    // https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
    botIsMember:
      !from.authorizing_integration_owners ||
      from.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall] !== undefined,
  };
};

/** The part of an interaction that commands may see. */
export const requestOf = (from: UserInteraction, fallback: Locale, at: Temporal.Instant): Request => {
  const discordLocale = textIn(from.locale) ?? fallback;
  return {
    discordLocale,
    locale: localeOf(discordLocale, fallback),
    personId: userIdOf(from),
    place: placeOf(from),
    at,
  };
};

/** The options of a slash command, without the subcommand level. */
export interface TypedOptions {
  readonly subcommand: string | undefined;
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption[];
}

/** Splits the subcommand from the options. */
export const typedOptionsOf = (
  given: readonly APIApplicationCommandInteractionDataOption<InteractionType>[] | null | undefined,
): TypedOptions => {
  const options = listIn(given);
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    return { subcommand: first.name, options: listIn(first.options).filter(isBasic) };
  }
  return { subcommand: undefined, options: options.filter(isBasic) };
};

const listIn = <T>(value: readonly T[] | null | undefined): readonly T[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

const isBasic = (
  option: APIApplicationCommandInteractionDataOption,
): option is APIApplicationCommandInteractionDataBasicOption =>
  option.type !== ApplicationCommandOptionType.Subcommand &&
  option.type !== ApplicationCommandOptionType.SubcommandGroup;

/** What Discord resolved of the ids in an interaction. */
export type Resolved = Pick<APIInteractionDataResolved, 'channels' | 'roles'> | undefined;

/** A channel as Discord resolved it. */
export const channelArgument = (id: string, resolved: Resolved): ChannelArgument | undefined => {
  const channel = resolved?.channels?.[id];
  if (!channel) return undefined;
  const appPermissions = 'app_permissions' in channel ? channel.app_permissions : undefined;
  return {
    id,
    type: channel.type,
    name: channel.name ?? '',
    permissions: permissionsOf(channel.permissions),
    appPermissions: appPermissions === undefined ? undefined : permissionsOf(appPermissions),
  };
};

/** A role as Discord resolved it. */
export const roleArgument = (id: string, resolved: Resolved): RoleArgument | undefined => {
  const role = resolved?.roles?.[id];
  return !role ? undefined : { id, name: role.name, mentionable: role.mentionable };
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
    if (option === undefined || value === undefined || value === null) continue;
    if (option.type === 'channel') values[name] = channelArgument(String(value), resolved);
    else if (option.type === 'role') values[name] = roleArgument(String(value), resolved);
    else if (option.type === 'boolean') values[name] = value === true;
    else values[name] = String(value);
  }
  return values;
};
