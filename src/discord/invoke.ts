import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type {
  Answered,
  Choice,
  Command,
  CommandContext,
  Options,
  Request,
  Run,
  SaveReply,
} from '#commands/model.ts';
import { LIMITS } from '#pages/message/limits.ts';
import type { Reader } from '#pages/model.ts';
import { pageOfMessage } from './pageOfMessage.ts';
import { argumentsOf, typedOptionsOf } from './request.ts';

/** The readable parts of a message or a forwarded message. */
type Readable = Partial<Pick<APIMessage, 'content' | 'embeds' | 'message_snapshots'>>;

interface Runnable {
  readonly options: Options;
  readonly run: Run<Options>;
}

/** The text of a message, else of the forwarded message, else of its embeds, such as link previews. */
const textOf = (message: Readable | undefined): string => {
  const { content, message_snapshots: forwarded, embeds } = message ?? {};
  if (typeof content === 'string' && content.trim() !== '') return content;
  const passedOn = (forwarded ?? [])
    .map((snapshot) => textOf(snapshot.message))
    .filter((text) => text !== '');
  if (passedOn.length > 0) return passedOn.join('\n');
  return (embeds ?? [])
    .flatMap(({ title, description, fields = [] }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .filter((text) => text !== undefined && text !== '')
    .join('\n');
};

const findRunnable = (
  commands: readonly Command[],
  name: string,
  subcommand: string | undefined,
): Runnable | undefined => {
  const command = commands.find((candidate) => candidate.name === name);
  if (command?.kind === 'slash') return command;
  if (command?.kind === 'group' && subcommand !== undefined) return command.subcommands[subcommand];
  return undefined;
};

/** A command that is registered but unknown: from another version of the program. */
const unknownCommand = (name: string): Error => new Error(`There is no command "${name}" in this version`);

/**
 * Runs a slash command or message command.
 * @throws the command's errors, and for an unknown command.
 */
export const invoke = async (
  context: CommandContext,
  commands: readonly Command[],
  interaction: APIApplicationCommandInteraction,
  reader: Reader,
  request: Request,
): Promise<Answered | SaveReply> => {
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message) {
    const command = commands.find(({ kind, name }) => kind === 'message' && name === data.name);
    if (command?.kind !== 'message') throw unknownCommand(data.name);
    const message = data.resolved?.messages?.[data.target_id];
    const isOurs = message?.author?.id === interaction.application_id;
    const target = { text: textOf(message), ours: isOurs && message ? pageOfMessage(message) : undefined };
    return await command.run(context, target, reader, request);
  }
  if (data.type !== ApplicationCommandType.ChatInput) throw unknownCommand(data.name);
  const { subcommand, options } = typedOptionsOf(data.options);
  const runnable = findRunnable(commands, data.name, subcommand);
  if (runnable === undefined) throw unknownCommand(data.name);
  return await runnable.run(context, argumentsOf(runnable.options, options, data.resolved), reader, request);
};

const isPrivate = (command: Command): boolean => command.kind !== 'message' && command.private === true;

/** True for a private answer: requested, or the command answers only privately. */
export const isEphemeral = (
  commands: readonly Command[],
  interaction: APIApplicationCommandInteraction,
): boolean =>
  interaction.data?.type !== ApplicationCommandType.ChatInput ||
  commands.some((command) => command.name === interaction.data.name && isPrivate(command)) ||
  typedOptionsOf(interaction.data.options).options.some(
    ({ name, value }) => name === 'private' && value === true,
  );

/** Suggestions for the option being typed; none if it has no completion. */
export const complete = async (
  context: CommandContext,
  commands: readonly Command[],
  interaction: APIApplicationCommandAutocompleteInteraction,
  reader: Reader,
  request: Request,
): Promise<readonly Choice[]> => {
  const { subcommand, options } = typedOptionsOf(interaction.data.options);
  const focused = options.find(
    (option) => option.type === ApplicationCommandOptionType.String && option.focused === true,
  );
  const runnable = findRunnable(commands, interaction.data.name, subcommand);
  const option = focused === undefined ? undefined : runnable?.options[focused.name];
  if (focused === undefined || option?.type !== 'string') return [];
  const others = Object.fromEntries(
    options.filter((other) => other !== focused).map(({ name, value }) => [name, String(value)]),
  );
  const typed = [context, String(focused.value), others, reader, request] as const;
  const choices = (await option.lookUp?.(...typed)) ?? option.complete?.(...typed) ?? [];
  return choices.slice(0, LIMITS.choices);
};
