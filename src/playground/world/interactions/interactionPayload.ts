import { MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from '../interaction.ts';
import { botPermissions, personPermissions } from '../permissions.ts';
import { guildOf, type World } from '../state.ts';
import { apiChannel, apiMember, apiUser } from '../views.ts';
import { owners } from './interactions.ts';

/** Size limit of attachments in a response, in bytes (Reference, "Uploading Files"). */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/**
 * An interaction as sent to the bot (Interactions, "Receiving and Responding", interaction object).
 * `data` depends on the type.
 */
export function interactionPayload(world: World, interaction: Interaction, data: object): object {
  const { person, channel, source } = interaction;
  const guild = guildOf(world, channel);
  const botIsMember = guild?.botIsMember ?? channel.botIsHere;
  const user = apiUser(person);
  const who =
    guild === undefined
      ? { user }
      : {
          member: {
            ...apiMember(person),
            user,
            permissions: personPermissions(world, person, channel).toString(),
          },
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
        };
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    data,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: {
      ...apiChannel(world, channel),
      ...(guild === undefined ? {} : { permissions: personPermissions(world, person, channel).toString() }),
    },
    ...who,
    ...(source === undefined ? {} : { message: source.message }),
    app_permissions: appPermissions(world, interaction).toString(),
    locale: person.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners(person, channel, botIsMember),
    context: guild !== undefined ? 0 : channel.botIsHere ? 1 : 2,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
}

/** In a server without the bot, the person's permissions bound the app's. */
function appPermissions(world: World, { person, channel }: Interaction): bigint {
  const own = botPermissions(world, channel);
  const guild = guildOf(world, channel);
  const takesPart = guild === undefined ? channel.botIsHere : guild.botIsMember;
  return takesPart ? own : personPermissions(world, person, channel);
}

/** Whether a message is private to one person. */
export function isPrivate(flags: number | undefined): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
