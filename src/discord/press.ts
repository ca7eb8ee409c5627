import { createHash } from 'node:crypto';
import {
  type APIMessageComponentInteraction,
  ChannelType,
  ComponentType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { drawRoute } from '#commands/ask.ts';
import type { Answered, Command, CommandContext, Request } from '#commands/model.ts';
import { sourcesOf } from '#commands/options/suggest.ts';
import { hasPermission } from '#commands/permissions.ts';
import { hasPage, PASSAGES } from '#pages/draw.ts';
import { drawGapsNotice } from '#pages/gaps/gapsPage.ts';
import { keepSharer, withActions } from '#pages/message/share.ts';
import type { Page, Reader } from '#pages/model.ts';
import { drawForged, drawShareDenied } from '#pages/notices.ts';
import { readControl } from '#pages/route.ts';
import type { Logger } from '../log.ts';
import type { Answer } from './reply/respond.ts';
import type { Rest } from './rest/rest.ts';
import { saveToDm } from './save.ts';
import type { Shares } from './share.ts';

/** Visibility and owner of the pressed message. */
interface Pressed {
  readonly private: boolean;
  /** The person who asked for the message; undefined for a recap. */
  readonly asker: string | undefined;
}

const pressedOf = ({ message }: APIMessageComponentInteraction): Pressed => ({
  private: (Number(message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  // A message that answers another one belongs to the author of that one.
  asker: message?.interaction_metadata?.user?.id ?? message?.referenced_message?.author?.id,
});

/** The control's text: the chosen value of a menu, or a button's custom_id. */
const textOf = ({ data }: APIMessageComponentInteraction): string =>
  String((data.component_type === ComponentType.Button ? data.custom_id : data.values?.[0]) ?? '');

/** True where a press edits the message: it belongs to the person who pressed. */
export const changesMessage = (interaction: APIMessageComponentInteraction, personId: string): boolean => {
  const { private: isPrivate, asker } = pressedOf(interaction);
  return isPrivate || asker === personId;
};

const THREAD_TYPES: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** True where the person may share a page: they may write in the channel, or it is their DM. */
const mayShare = ({ place }: Request): boolean => {
  if (place.kind !== 'guild') return true;
  const isThread = THREAD_TYPES.some((type) => type === place.channelType);
  return hasPermission(
    place.permissions,
    isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
  );
};

/** The answer of the command that owns the control, if any. */
const pressedCommand = (
  commands: readonly Command[],
  ...press: readonly [CommandContext, string, Reader, Request]
): Promise<Answered> | undefined => {
  for (const command of commands) {
    const reply = command.kind !== 'message' ? command.press?.(...press) : undefined;
    if (reply !== undefined) return reply;
  }
  return undefined;
};

/** Keeps that an answer was marked. One message is one mark: a later press, by anyone, overwrites it. */
const mark = (
  { feedback, search }: CommandContext,
  kind: 'right' | 'wrong',
  question: string,
  messageId: string,
  reader: Reader,
  { place }: Request,
): Answer => {
  feedback?.keep({
    kind,
    question,
    result: search.search(question, { language: reader.language, limit: PASSAGES }),
    guildId: place.kind === 'guild' ? place.guildId : undefined,
    id: createHash('sha256').update(`${messageId} ${question}`).digest('base64url'),
  });
  const page = drawGapsNotice(feedback === undefined ? 'tooLate' : 'thanks', reader);
  return { kind: 'reply', private: true, page };
};

/** What a press may need besides the context of commands. */
export interface PressTools {
  readonly rest: Rest;
  readonly shares: Shares;
  readonly log: Logger;
}

/** The answer to a press; a control in an unknown format gets an explanation and a log line. */
export const press = async (
  context: CommandContext,
  commands: readonly Command[],
  interaction: APIMessageComponentInteraction,
  reader: Reader,
  request: Request,
  { rest, shares, log }: PressTools,
): Promise<Answer> => {
  const text = textOf(interaction);
  const reply = await pressedCommand(commands, context, text, reader, request);
  if (reply !== undefined) {
    if ('form' in reply) return { kind: 'form', form: reply.form };
    const changes = changesMessage(interaction, request.personId);
    return changes
      ? { kind: 'update', page: keepSharer(reply.page, interaction.message?.content ?? '') }
      : { kind: 'reply', private: true, page: reply.page };
  }
  const control = readControl(text);
  if (control === undefined) {
    log.warn(
      { customId: text.slice(0, 100), person: request.personId },
      'a control that is none of ours was pressed',
    );
    return { kind: 'reply', private: true, page: drawForged(reader) };
  }
  const { route } = control;
  const marks = control.kind === 'right' || control.kind === 'wrong';
  if (marks && route.page === 'answer') {
    return mark(context, control.kind, route.question, interaction.message?.id ?? '', reader, request);
  }
  const sources = sourcesOf(context);
  const page = await drawRoute(context, route, reader, request.waits);
  const exists = hasPage(sources, route, reader);
  const inDm = request.place.kind === 'dm';
  const doable = (isPrivate: boolean): Page =>
    exists ? withActions(page, { route, private: isPrivate, inDm }, reader) : page;
  if (control.kind === 'share') {
    if (!mayShare(request)) return { kind: 'reply', private: true, page: drawShareDenied(reader) };
    // A missing page is shown privately.
    if (!exists) return { kind: 'reply', private: true, page };
    const { application_id: applicationId } = interaction;
    return await shares.share({ rest, applicationId, page: doable(false), route, reader, request });
  }
  if (control.kind === 'save') {
    if (!exists) return { kind: 'reply', private: true, page };
    return await saveToDm({ rest, page, personId: request.personId, nonce: interaction.id, reader, log });
  }
  if (!changesMessage(interaction, request.personId)) {
    return { kind: 'reply', private: true, page: doable(true) };
  }
  const next = doable(pressedOf(interaction).private);
  return { kind: 'update', page: keepSharer(next, interaction.message?.content ?? '') };
};
