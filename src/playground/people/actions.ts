import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ChannelType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Invocation, ThreadWish } from '../protocol/requests.ts';
import type { CommandView } from '../protocol/views.ts';
import type { FocusedTypes } from '../rest/interactions.ts';
import type { ChannelState, PersonState, StoredMessage } from '../world/entities.ts';
import type { Interaction } from '../world/interaction.ts';
import { interactionPayload } from '../world/interactions/interactionPayload.ts';
import { beginInteraction, type InteractionInit, settle } from '../world/interactions/interactions.ts';
import { createMessage, deleteMessage, replyFields } from '../world/messages/messages.ts';
import { ALL_PERMISSIONS, has, personPermissions } from '../world/permissions.ts';
import { guildOf, type World } from '../world/state.ts';
import { addThread, addThreadOn } from '../world/threads.ts';
import { apiUser, resolvedChannel } from '../world/views.ts';
import { commandData, focusedType } from './commandData.ts';
import { type Control, controlsOf } from './controls.ts';
import { modalData, selectedIds } from './submission.ts';

/** The person who acts, and the place. */
export interface ActionContext {
  readonly world: World;
  readonly focused: FocusedTypes;
  readonly person: PersonState;
  readonly channel: ChannelState;
}

/** The commands that Discord would offer to this person in this channel. */
export function commandsOffered({ world, person, channel }: Omit<ActionContext, 'focused'>): CommandView[] {
  const guild = guildOf(world, channel);
  const context = guild !== undefined ? 0 : channel.botIsHere ? 1 : 2;
  const installed = guild !== undefined ? guild.botIsMember : channel.botIsHere;
  const held = personPermissions(world, person, channel);
  return [...world.commands.values()]
    .filter(({ guildId, command }) => {
      if (guildId !== undefined) return guildId === channel.guildId;
      const contexts = command.contexts as readonly number[] | null | undefined;
      const installs = (command.integration_types ?? [0]) as readonly number[];
      if (contexts ? !contexts.includes(context) : context === 2) return false;
      return (installed && installs.includes(0)) || installs.includes(1);
    })
    .filter(({ command }) => {
      const needed = command.default_member_permissions;
      if (guild === undefined || needed === null || needed === undefined) return true;
      return needed === '0' ? held === ALL_PERMISSIONS : has(held, BigInt(needed));
    })
    .map(({ guildId, command }) => ({ command, ...(guildId === undefined ? {} : { guildId }) }));
}

/** Sends a slash command. Throws where Discord's client would not send it. */
export function invoke(context: ActionContext, invocation: Invocation): Interaction {
  const command = offeredCommand(context, invocation.commandId, ApplicationCommandType.ChatInput);
  const data = commandData(context, command, invocation);
  const { id, name, type } = idOf(command);
  // The name that Discord gives a message includes the subcommand.
  const whole = [name, invocation.subcommand].filter((part) => part !== undefined).join(' ');
  const cause = { type: InteractionType.ApplicationCommand, command: { id, name: whole, type } };
  return send(context, cause, data);
}

/** Asks for suggestions for the option being typed. */
export function complete(context: ActionContext, invocation: Invocation, focused: string): Interaction {
  const command = offeredCommand(context, invocation.commandId, ApplicationCommandType.ChatInput);
  const data = commandData(context, command, invocation, focused);
  const type = InteractionType.ApplicationCommandAutocomplete;
  return send(context, { type, command: idOf(command) }, data, (interaction) => {
    context.focused.set(interaction, focusedType(command, invocation, focused));
  });
}

/** Uses a message command. */
export function messageCommand(context: ActionContext, commandId: string, messageId: string): Interaction {
  const command = offeredCommand(context, commandId, ApplicationCommandType.Message);
  const { message } = visible(context, messageId);
  const data = {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
  };
  return send(context, { type: InteractionType.ApplicationCommand, command: idOf(command) }, data);
}

/** Presses a button. */
export function press(context: ActionContext, messageId: string, customId: string): Interaction {
  const source = visible(context, messageId);
  const control = usable(source, customId);
  if (control.kind !== 'button') throw new Error(`${customId} is no button.`);
  const data = { custom_id: customId, component_type: control.type, id: control.id };
  return send(context, { type: InteractionType.MessageComponent, source }, data);
}

/** Selects in a menu: values of its options, or ids of users, roles and channels. */
export function choose(
  context: ActionContext,
  messageId: string,
  customId: string,
  values: readonly string[],
): Interaction {
  const source = visible(context, messageId);
  const control = usable(source, customId);
  if (control.kind !== 'menu') throw new Error(`${customId} is no menu.`);
  const { min, max, options } = control;
  if (values.length < min || values.length > max) throw new Error(`This menu takes ${min} to ${max} values.`);
  const wrong =
    control.type === 3 ? values.find((value) => !options.some((one) => one.value === value)) : undefined;
  if (wrong !== undefined) throw new Error(`This menu has no ${wrong}.`);
  const data = {
    custom_id: customId,
    component_type: control.type,
    id: control.id,
    values,
    ...(control.type === 3 ? {} : { resolved: resolvedOf(context, values) }),
  };
  return send(context, { type: InteractionType.MessageComponent, source }, data);
}

/** Submits a modal. `opener` is the interaction that was answered with it. */
export function submit(
  context: ActionContext,
  opener: Interaction,
  values: Readonly<Record<string, string | readonly string[]>>,
): Interaction {
  if (opener.modal === undefined || opener.person !== context.person)
    throw new Error('There is no modal to send in.');
  const sent = modalData(opener.modal, values);
  const ids = selectedIds(sent.components);
  const data = ids.length === 0 ? sent : { ...sent, resolved: resolvedOf(context, ids) };
  return send(context, { type: InteractionType.ModalSubmit, source: opener.source, opener }, data);
}

/** Dismisses a private reply. */
export function dismiss(context: ActionContext, messageId: string): void {
  const stored = visible(context, messageId);
  if (stored.onlyFor === undefined) throw new Error('Only private replies can be dismissed.');
  deleteMessage(context.world, context.channel, stored);
}

/** Sends a message as the person; a reply pings the author of what it answers, as Discord's client does by default. */
export function say(context: ActionContext, content: string, replyTo?: string): StoredMessage {
  const { world, person, channel } = context;
  if (!has(personPermissions(world, person, channel), PermissionFlagsBits.SendMessages)) {
    throw new Error(`${person.name} may not write here.`);
  }
  if (content.trim() === '' || content.length > 2_000) throw new Error('A message has 1 to 2000 characters.');
  const extra = replyTo === undefined ? {} : replyFields(visible(context, replyTo), true);
  return createMessage(world, channel, { content }, [], { author: apiUser(person), extra });
}

/** Opens a thread by hand. Throws where Discord's client would not. */
export function openThread(context: ActionContext, { name, messageId, content }: ThreadWish): ChannelState {
  const { world, person, channel } = context;
  const isForum = channel.type === ChannelType.GuildForum;
  const needed = isForum ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.CreatePublicThreads;
  if (!has(personPermissions(world, person, channel), needed))
    throw new Error(`${person.name} may not open threads here.`);
  if (name.length < 1 || name.length > 100) throw new Error('A name has 1 to 100 characters.');
  const wanted = { id: world.newId(), name, ownerId: person.id };
  if (isForum) {
    if (content === undefined || content.trim() === '' || content.length > 2_000)
      throw new Error('A message has 1 to 2000 characters.');
    const post = addThread(world, channel, wanted);
    // The first message of a post has the id of the post.
    createMessage(world, post, { content }, [], { author: apiUser(person), id: post.id });
    return post;
  }
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement)
    throw new Error('There are no threads in this channel.');
  if (messageId === undefined) return addThread(world, channel, wanted);
  const stored = visible(context, messageId);
  if (stored.onlyFor !== undefined || world.channels.has(messageId))
    throw new Error('There is no thread to be opened on this message.');
  return addThreadOn(world, channel, stored, wanted);
}

/** The message as this person sees it. Throws where it is not visible to them. */
export function visible(
  { person, channel }: Omit<ActionContext, 'focused'>,
  messageId: string,
): StoredMessage {
  const stored = channel.byId.get(messageId);
  if (stored === undefined || (stored.onlyFor !== undefined && stored.onlyFor !== person.id)) {
    throw new Error(`${person.name} sees no message ${messageId} here.`);
  }
  return stored;
}

function send(
  context: ActionContext,
  cause: Pick<InteractionInit, 'type' | 'source' | 'command' | 'opener'>,
  data: object,
  prepare?: (interaction: Interaction) => void,
): Interaction {
  const { world, person, channel } = context;
  if (personPermissions(world, person, channel) === 0n)
    throw new Error(`${person.name} does not see this channel.`);
  const interaction = beginInteraction(world, { ...cause, person, channel });
  prepare?.(interaction);
  const payload = interactionPayload(world, interaction, data);
  if (world.endpoint !== undefined) {
    world.endpoint(interaction, payload);
    return interaction;
  }
  const reached = world.dispatch('INTERACTION_CREATE', payload, { guildId: channel.guildId, intent: 0 });
  if (reached === 0) settle(world, interaction, { kind: 'failed', reason: 'no-bot' });
  return interaction;
}

function offeredCommand(context: ActionContext, id: string, type: number): APIApplicationCommand {
  const command = commandsOffered(context).find((view) => view.command.id === id)?.command;
  if (command === undefined || command.type !== type) {
    throw new Error(`${context.person.name} is not offered a command ${id} here.`);
  }
  return command;
}

function idOf(command: APIApplicationCommand): { id: string; name: string; type: number } {
  return { id: command.id, name: command.name, type: command.type };
}

function usable(source: StoredMessage, customId: string): Control {
  const control = controlsOf(source.message).find((one) => one.customId === customId);
  if (control === undefined) throw new Error(`The message has no control ${customId}.`);
  if (control.disabled) throw new Error(`${customId} is disabled.`);
  return control;
}

function resolvedOf({ world, person }: ActionContext, ids: readonly string[]): object {
  const people = ids.flatMap((id) => world.people.get(id) ?? []);
  const channels = ids.flatMap((id) => world.channels.get(id) ?? []);
  const roles = [...world.guilds.values()].flatMap((guild) =>
    guild.roles.filter((role) => ids.includes(role.id)),
  );
  return {
    ...(people.length > 0 ? { users: Object.fromEntries(people.map((one) => [one.id, apiUser(one)])) } : {}),
    ...(channels.length > 0
      ? { channels: Object.fromEntries(channels.map((one) => [one.id, resolvedChannel(world, person, one)])) }
      : {}),
    ...(roles.length > 0 ? { roles: Object.fromEntries(roles.map((one) => [one.id, one])) } : {}),
  };
}
