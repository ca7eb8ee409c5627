import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { OptionValue, Outcome } from '../protocol/requests.ts';
import type { FocusedTypes } from '../rest/interactions.ts';
import type { ChannelState, PersonState } from '../world/entities.ts';
import type { Interaction } from '../world/interaction.ts';
import type { World } from '../world/state.ts';
import * as act from './actions.ts';
import { controlsOf } from './controls.ts';
import { type BotResponse, OutcomeWaiter } from './outcome.ts';

/** A message, or a response. */
export type ControlSource = APIMessage | BotResponse;

/** The arguments of a slash command in a test: `{ name: 'recap', subcommand: 'list', options: { … } }`. */
export interface CommandInput {
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** An open modal. */
export interface OpenModal {
  readonly modal: APIModalInteractionResponseCallbackData;
  /** Submits it, with values by custom id. */
  submit(values: Readonly<Record<string, string | readonly string[]>>): Promise<BotResponse>;
}

/**
 * A person in a channel, for tests. Promises settle when the bot has answered (a deferred answer: when it is
 * completed), and reject with a {@link NoResponseError} where "The application did not respond" would be shown.
 * Actions that Discord's client would not allow throw at once.
 */
export interface Actor {
  readonly id: string;
  readonly channelId: string;
  /** The same person in another channel: by id or name; `dm` is the DM with the bot. */
  in(channel: string): Actor;
  /** Sends `/name` with options. */
  invoke(name: string, typed?: CommandInput): Promise<BotResponse>;
  /** The suggestions for an option with the text `typed`, and other options. */
  complete(
    name: string,
    option: string,
    typed: string,
    others?: CommandInput,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Presses a button, by label or custom id. */
  press(target: ControlSource, button: string): Promise<BotResponse>;
  /** Selects one or several values or labels in a menu, given by index, placeholder or custom id. */
  choose(
    target: ControlSource,
    menu: number | string,
    choice: string | readonly string[],
  ): Promise<BotResponse>;
  /** Uses a message command. */
  messageCommand(name: string, target: ControlSource): Promise<BotResponse>;
  /** Presses a button that opens a modal. */
  openModal(target: ControlSource, button: string): Promise<OpenModal>;
  /** Sends `/name` where it opens a modal. */
  invokeModal(name: string, typed?: CommandInput): Promise<OpenModal>;
  /** Dismisses a private reply. */
  dismiss(target: ControlSource): void;
  /** Writes a message, or a reply to one. */
  say(content: string, replyTo?: APIMessage): APIMessage;
  /** The names of the commands that Discord offers this person here. */
  commands(): string[];
  /** All visible messages of the channel, oldest first. */
  messages(): APIMessage[];
  /** The first response, including failures and deferrals; for tests of the protocol. */
  firstAnswer(name: string, typed?: CommandInput): Promise<Outcome>;
}

/** The dependencies of the driver. */
export interface DriverContext {
  readonly world: World;
  readonly focused: FocusedTypes;
  readonly patienceMs: number;
}

/** The person with an id or username, in a channel. Throws where there is none. */
export function createActor(context: DriverContext, who: string, where?: string): Actor {
  const { world } = context;
  const person = world.people.get(who) ?? [...world.people.values()].find((one) => one.username === who);
  if (person === undefined) throw new Error(`There is no person called ${who}.`);
  const channel = channelFor(world, person, where);
  const stand = { world, focused: context.focused, person, channel };
  const waiting = new OutcomeWaiter(context);
  const commandId = (name: string, type: number): string => {
    const commandsOffered = act.commandsOffered(stand);
    const found = commandsOffered.find(({ command }) => command.name === name && command.type === type);
    if (found !== undefined) return found.command.id;
    const names = commandsOffered.map(({ command }) => command.name).join(', ');
    throw new Error(`${person.name} is not offered ${name} in ${channel.name}; only: ${names || 'nothing'}.`);
  };
  const invocation = (name: string, { subcommand, options = {} }: CommandInput = {}) => ({
    commandId: commandId(name, 1),
    options,
    ...(subcommand === undefined ? {} : { subcommand }),
  });
  const at = (target: ControlSource) => {
    const message = messageOf(target);
    const place = world.channels.get(message.channel_id) ?? channel;
    // The current version of the message.
    const { message: fresh } = act.visible({ world, person, channel: place }, message.id);
    return { place: { ...stand, channel: place }, message: fresh };
  };
  const modalOf = async (interaction: Interaction): Promise<OpenModal> => {
    const outcome = await waiting.first(interaction);
    if (outcome.kind !== 'modal') throw new Error(`The answer is no modal but ${outcome.kind}.`);
    const place = { ...stand, channel: interaction.channel };
    return {
      modal: outcome.modal,
      submit: async (values) => waiting.shown(act.submit(place, interaction, values)),
    };
  };
  const pressing = (target: ControlSource, button: string): Interaction => {
    const { place, message } = at(target);
    return act.press(place, message.id, buttonId(message, button));
  };
  return {
    id: person.id,
    channelId: channel.id,
    in: (other) => createActor(context, person.id, other),
    invoke: async (name, typed) => waiting.shown(act.invoke(stand, invocation(name, typed))),
    async complete(name, option, typed, others) {
      const filled = invocation(name, others);
      const wanted = { ...filled, options: { ...filled.options, [option]: typed } };
      const outcome = await waiting.first(act.complete(stand, wanted, option));
      if (outcome.kind !== 'choices') throw new Error(`The answer has no choices but is ${outcome.kind}.`);
      return outcome.choices;
    },
    press: async (target, button) => waiting.shown(pressing(target, button)),
    async choose(target, menu, choice) {
      const { place, message } = at(target);
      const { customId, values } = menuChoice(message, menu, choice);
      return waiting.shown(act.choose(place, message.id, customId, values));
    },
    async messageCommand(name, target) {
      const { place, message } = at(target);
      return waiting.shown(act.messageCommand(place, commandId(name, 3), message.id));
    },
    openModal: async (target, button) => modalOf(pressing(target, button)),
    invokeModal: async (name, typed) => modalOf(act.invoke(stand, invocation(name, typed))),
    dismiss(target) {
      const { place, message } = at(target);
      act.dismiss(place, message.id);
    },
    say: (content, replyTo) => act.say(stand, content, replyTo?.id).message,
    commands: () => act.commandsOffered(stand).map(({ command }) => command.name),
    messages: () => messagesFor(channel, person.id),
    firstAnswer: async (name, typed) => waiting.first(act.invoke(stand, invocation(name, typed)), true),
  };
}

/** The messages that a person sees in a channel, oldest first; without a person, the public ones. */
export function messagesFor(channel: ChannelState, personId?: string): APIMessage[] {
  return channel.messages
    .filter((stored) => stored.onlyFor === undefined || stored.onlyFor === personId)
    .map((stored) => stored.message);
}

/** A channel by id or name. Throws where there is none. */
export function findChannel(world: World, idOrName: string): ChannelState {
  const channel =
    world.channels.get(idOrName) ??
    [...world.channels.values()].find((one) => one.guildId !== undefined && one.name === idOrName);
  if (channel === undefined) throw new Error(`There is no channel ${idOrName}.`);
  return channel;
}

function channelFor(world: World, person: PersonState, where: string | undefined): ChannelState {
  const isDm = (one: ChannelState) => one.type === 1 && one.recipientIds[0] === person.id;
  if (where !== undefined && where !== 'dm') return findChannel(world, where);
  const all = [...world.channels.values()];
  const ofGuild = all.find((one) => one.type === 0 && person.guildIds.includes(one.guildId ?? ''));
  const channel = where === 'dm' ? all.find(isDm) : (ofGuild ?? all.find(isDm));
  if (channel === undefined) throw new Error(`${person.name} has no channel to be in.`);
  return channel;
}

function messageOf(target: ControlSource): APIMessage {
  return 'message' in target ? target.message : target;
}

function buttonId(message: APIMessage, wanted: string): string {
  const buttons = controlsOf(message).filter((control) => control.kind === 'button');
  const found =
    buttons.find((button) => button.customId === wanted) ?? buttons.find((button) => button.label === wanted);
  if (found?.customId !== undefined) return found.customId;
  const labels = buttons.map((button) => button.label).join(', ');
  throw new Error(
    found ? `${wanted} is a link.` : `There is no button ${wanted}; only: ${labels || 'none'}.`,
  );
}

function menuChoice(
  message: APIMessage,
  wanted: number | string,
  choice: string | readonly string[],
): { customId: string; values: string[] } {
  const menus = controlsOf(message).filter((control) => control.kind === 'menu');
  const menu =
    typeof wanted === 'number'
      ? menus[wanted]
      : menus.find((one) => one.customId === wanted || one.placeholder === wanted);
  if (menu?.customId === undefined) {
    const names = menus.map((one) => one.placeholder ?? one.customId).join(', ');
    throw new Error(`There is no menu ${wanted}; only: ${names || 'none'}.`);
  }
  const { customId, options, type } = menu;
  const values = (typeof choice === 'string' ? [choice] : choice).map((one) => {
    if (type !== 3) return one;
    const option =
      options.find((known) => known.value === one) ?? options.find((known) => known.label === one);
    if (option !== undefined) return option.value;
    const labels = options.map((known) => known.label).join(', ');
    throw new Error(`The menu has no ${one}; only: ${labels}.`);
  });
  return { customId, values };
}
