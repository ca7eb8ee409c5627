import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { BilingualText, Command, Option, Options } from './model.ts';

/** Guild installs and user installs; in servers, DMs with the bot, and other DMs. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

const described = ({ en, ko }: BilingualText) => ({ description: en, description_localizations: { ko } });

function optionToDiscord(name: string, option: Option): APIApplicationCommandBasicOption {
  const common = {
    name,
    name_localizations: { ko: option.ko },
    ...described(option.description),
    required: option.required ?? false,
  };
  switch (option.type) {
    case 'boolean':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'channel':
      return {
        ...common,
        type: ApplicationCommandOptionType.Channel,
        ...(option.channelTypes === undefined ? {} : { channel_types: [...option.channelTypes] }),
      };
    case 'role':
      return { ...common, type: ApplicationCommandOptionType.Role };
    case 'string': {
      const length = option.maxLength === undefined ? {} : { max_length: option.maxLength };
      // Discord allows either choices or autocompletion for an option.
      if (option.complete !== undefined) {
        return { ...common, ...length, type: ApplicationCommandOptionType.String, autocomplete: true };
      }
      const choices = option.choices?.map((choice) => ({
        name: choice.name.en,
        name_localizations: { ko: choice.name.ko },
        value: choice.value,
      }));
      return {
        ...common,
        ...length,
        type: ApplicationCommandOptionType.String,
        ...(choices === undefined ? {} : { choices }),
      };
    }
  }
}

/** Required options first, as Discord demands; otherwise in their own order. */
const optionsToDiscord = (options: Options): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .sort(([, one], [, other]) => Number(other.required ?? false) - Number(one.required ?? false))
    .map(([name, option]) => optionToDiscord(name, option));

/**
 * Converts a command to Discord's format.
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export function toDiscord(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  const common = { name: command.name, name_localizations: { ko: command.ko }, ...EVERYWHERE };
  switch (command.kind) {
    case 'message':
      return { ...common, type: ApplicationCommandType.Message };
    case 'slash':
      return {
        ...common,
        type: ApplicationCommandType.ChatInput,
        ...described(command.description),
        options: optionsToDiscord(command.options),
      };
    case 'group':
      return {
        ...common,
        type: ApplicationCommandType.ChatInput,
        ...described(command.description),
        options: Object.entries(command.subcommands).map(([name, subcommand]) => ({
          type: ApplicationCommandOptionType.Subcommand as const,
          name,
          name_localizations: { ko: subcommand.ko },
          ...described(subcommand.description),
          options: optionsToDiscord(subcommand.options),
        })),
      };
  }
}
