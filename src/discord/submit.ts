import {
  type APIModalSubmitInteraction,
  ComponentType,
  MessageFlags,
  type ModalSubmitLabelComponent,
} from 'discord-api-types/v10';
import type { Command, CommandContext, FormValues, Reply, Request } from '#commands/model.ts';
import type { Reader } from '#pages/model.ts';
import { drawForged } from '#pages/notices.ts';
import type { Logger } from '../log.ts';
import type { PageAnswer } from './reply/respond.ts';
import { channelArgument, type Resolved, roleArgument } from './request.ts';

type Sent = ModalSubmitLabelComponent['component'];

/** True where the form was opened on a message that its person alone sees: the answer takes its place. */
export const changesForm = ({ message }: APIModalSubmitInteraction): boolean =>
  ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

function sentValue(sent: Sent, resolved: Resolved): FormValues[string] {
  switch (sent.type) {
    case ComponentType.TextInput:
      return sent.value;
    case ComponentType.StringSelect:
      return sent.values;
    case ComponentType.RoleSelect:
      return sent.values.flatMap((id) => roleArgument(id, resolved) ?? []);
    case ComponentType.ChannelSelect:
      return sent.values.flatMap((id) => channelArgument(id, resolved) ?? []);
    default:
      return undefined;
  }
}

/** The values sent with a form, by custom_id. */
const formValues = ({ data }: Pick<APIModalSubmitInteraction, 'data'>): FormValues =>
  Object.fromEntries(
    data.components.flatMap((component) =>
      component.type === ComponentType.Label
        ? [[component.component.custom_id, sentValue(component.component, data.resolved)] as const]
        : [],
    ),
  );

/** The answer to a form that was sent; one in an unknown format gets an explanation and a log line. */
export const submit = async (
  context: CommandContext,
  commands: readonly Command[],
  interaction: APIModalSubmitInteraction,
  reader: Reader,
  request: Request,
  log: Logger,
): Promise<PageAnswer> => {
  const { custom_id: customId } = interaction.data;
  const values = formValues(interaction);
  let reply: Promise<Reply> | undefined;
  for (const command of commands) {
    if (command.kind !== 'group') continue;
    reply ??= command.submit?.(context, customId, values, reader, request);
  }
  if (reply === undefined) {
    log.warn(
      { customId: customId.slice(0, 100), person: request.personId },
      'a form that is none of ours was sent',
    );
    return { kind: 'reply', private: true, page: drawForged(reader) };
  }
  const { page } = await reply;
  return changesForm(interaction) ? { kind: 'update', page } : { kind: 'reply', private: true, page };
};
