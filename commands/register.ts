import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { BASE, type ByLocale, byLocale, LOCALES, textsFor } from '#locales/index.ts';
import type { CommandTexts, OptionTexts, Texts } from '#locales/model/commands.ts';
import type { Command, Option, Options } from './model.ts';

/** Guild installs and user installs; in servers, DMs with the bot, and other DMs. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** In servers alone, and shown to those who may manage them; an administrator can change to whom. */
const FOR_MANAGERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

/** The registered name identifies the command; the localized ones are what people see. */
function named(name: string, texts: ByLocale<Pick<Texts, 'name'>>) {
  return { name, name_localizations: localized(texts, (one) => one.name) };
}

function described(texts: ByLocale<Texts>) {
  return {
    description: texts[BASE].description,
    description_localizations: localized(texts, ({ description }) => description),
  };
}

function localized<T>(texts: ByLocale<T>, pick: (texts: T) => string): LocalizationMap {
  const others = LOCALES.filter((locale) => locale !== BASE);
  return Object.fromEntries(
    others.flatMap((locale) => textsFor(locale).discord.map((one) => [one, pick(texts[locale])])),
  );
}

function optionToDiscord(
  name: string,
  option: Option,
  texts: ByLocale<OptionTexts>,
): APIApplicationCommandBasicOption {
  const common = { ...named(name, texts), ...described(texts), required: option.required ?? false };
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
      if ((option.complete ?? option.lookUp) !== undefined) {
        return { ...common, ...length, type: ApplicationCommandOptionType.String, autocomplete: true };
      }
      const choices = option.choices?.map((value) => ({
        ...choiceNamed(value, texts),
        value,
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

function choiceNamed(value: string, texts: ByLocale<OptionTexts>) {
  const nameOf = ({ choices }: OptionTexts): string => choices?.[value] ?? value;
  return { name: nameOf(texts[BASE]), name_localizations: localized(texts, nameOf) };
}

/** Required options first, as Discord demands; otherwise in their own order. */
const optionsToDiscord = (
  options: Options,
  texts: ByLocale<CommandTexts>,
): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .sort(([, one], [, other]) => Number(other.required ?? false) - Number(one.required ?? false))
    .map(([name, option]) =>
      optionToDiscord(
        name,
        option,
        byLocale((_, locale) => textsOf(texts[locale], name)),
      ),
    );

function textsOf({ name, options }: CommandTexts, option: string): OptionTexts {
  const texts = options[option];
  if (texts === undefined) throw new Error(`"${name}" has no texts for its option "${option}"`);
  return texts;
}

/**
 * Converts a command to Discord's format.
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
export function toDiscord(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  switch (command.kind) {
    case 'message':
      return { ...named(command.name, command.texts), ...EVERYWHERE, type: ApplicationCommandType.Message };
    case 'slash':
      return {
        ...named(command.name, command.texts),
        ...(command.manages ? FOR_MANAGERS : EVERYWHERE),
        type: ApplicationCommandType.ChatInput,
        ...described(command.texts),
        options: optionsToDiscord(command.options, command.texts),
      };
    case 'group':
      return {
        ...named(command.name, command.texts),
        ...EVERYWHERE,
        type: ApplicationCommandType.ChatInput,
        ...described(command.texts),
        options: Object.entries(command.subcommands).map(([name, { texts, options }]) => ({
          type: ApplicationCommandOptionType.Subcommand as const,
          ...named(name, texts),
          ...described(texts),
          options: optionsToDiscord(options, texts),
        })),
      };
  }
}
