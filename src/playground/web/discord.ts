import type {
  APISelectMenuComponent,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';

/*
 * Constants of Discord's API that the page uses. discord-api-types has them as enums, whose code a browser
 * cannot import by name; as types they verify these values.
 */

export const ROW: ComponentType.ActionRow = 1;
export const BUTTON: ComponentType.Button = 2;
export const STRING_SELECT: ComponentType.StringSelect = 3;
export const TEXT_INPUT: ComponentType.TextInput = 4;
export const USER_SELECT: ComponentType.UserSelect = 5;
export const ROLE_SELECT: ComponentType.RoleSelect = 6;
export const MENTIONABLE_SELECT: ComponentType.MentionableSelect = 7;
export const CHANNEL_SELECT: ComponentType.ChannelSelect = 8;
export const TEXT_DISPLAY: ComponentType.TextDisplay = 10;
export const LABEL: ComponentType.Label = 18;

export const PRIMARY: ButtonStyle.Primary = 1;
export const SECONDARY: ButtonStyle.Secondary = 2;
export const SUCCESS: ButtonStyle.Success = 3;
export const DANGER: ButtonStyle.Danger = 4;
export const LINK: ButtonStyle.Link = 5;

export const EPHEMERAL: MessageFlags.Ephemeral = 64;
export const LOADING: MessageFlags.Loading = 128;

export const CHAT_INPUT: ApplicationCommandType.ChatInput = 1;
export const MESSAGE_COMMAND: ApplicationCommandType.Message = 3;

export const SUBCOMMAND: ApplicationCommandOptionType.Subcommand = 1;
export const SUBCOMMAND_GROUP: ApplicationCommandOptionType.SubcommandGroup = 2;
export const STRING: ApplicationCommandOptionType.String = 3;
export const INTEGER: ApplicationCommandOptionType.Integer = 4;
export const BOOLEAN: ApplicationCommandOptionType.Boolean = 5;
export const USER: ApplicationCommandOptionType.User = 6;
export const CHANNEL: ApplicationCommandOptionType.Channel = 7;
export const ROLE: ApplicationCommandOptionType.Role = 8;
export const MENTIONABLE: ApplicationCommandOptionType.Mentionable = 9;
export const NUMBER: ApplicationCommandOptionType.Number = 10;

export const TEXT: ChannelType.GuildText = 0;
export const VOICE: ChannelType.GuildVoice = 2;
export const STAGE: ChannelType.GuildStageVoice = 13;
export const ANNOUNCEMENT: ChannelType.GuildAnnouncement = 5;
export const FORUM: ChannelType.GuildForum = 15;
export const DM: ChannelType.DM = 1;
export const GROUP_DM: ChannelType.GroupDM = 3;

/** Whether a component of a form is a select menu. */
export const isSelect = (component: { readonly type: ComponentType }): component is APISelectMenuComponent =>
  [STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT].some(
    (type) => type === component.type,
  );

/** Permission bits (developer docs, "Permissions"). */
export const PERMISSIONS = {
  manageServer: 1n << 5n,
  administrator: 1n << 3n,
  view: 1n << 10n,
  send: 1n << 11n,
  embed: 1n << 14n,
  attach: 1n << 15n,
  useCommands: 1n << 31n,
  threads: 1n << 35n,
} as const;

/** Whether a decimal bit field includes a permission; administrators have all. */
export function may(permissions: string, bit: bigint): boolean {
  const bits = BigInt(permissions);
  return (bits & bit) === bit || (bits & PERMISSIONS.administrator) !== 0n;
}
