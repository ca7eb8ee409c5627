import {
  type APIMessageComponentInteraction,
  ChannelType,
  ComponentType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Command, CommandContext, Reply, Request } from '#commands/model.ts';
import { hasPermission } from '#commands/permissions.ts';
import { sourcesOf } from '#commands/suggest.ts';
import { drawPage, hasPage } from '#pages/draw.ts';
import type { Reader } from '#pages/model.ts';
import { drawForged, drawShareDenied } from '#pages/notices.ts';
import { readControl } from '#pages/route.ts';
import { withShare } from '#pages/share.ts';
import type { Logger } from '../log.ts';
import type { Answer } from './respond.ts';

/** Who may see the pressed message, and whose it is. */
interface Pressed {
  readonly private: boolean;
  /** The person who asked for the message; nobody for a recap. */
  readonly asker: string | undefined;
}

const pressedOf = ({ message }: APIMessageComponentInteraction): Pressed => ({
  private: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  asker: message.interaction_metadata?.user.id,
});

/** What the control says: a menu's entry carries the route, a button is one. */
const textOf = ({ data }: APIMessageComponentInteraction): string =>
  data.component_type === ComponentType.Button ? data.custom_id : (data.values[0] ?? '');

/** True where pressing changes the message: it is the presser's own. */
export const changesMessage = (interaction: APIMessageComponentInteraction, personId: string): boolean => {
  const { private: isPrivate, asker } = pressedOf(interaction);
  return isPrivate || asker === personId;
};

const THREAD_TYPES: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Whoever may write in a channel may show a page there; a DM is one's own. */
const mayShare = ({ place }: Request): boolean => {
  if (place.kind !== 'guild') return true;
  const isThread = THREAD_TYPES.some((type) => type === place.channelType);
  return hasPermission(
    place.permissions,
    isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
  );
};

/** What a command answers to a control that only its pages carry. */
const pressedCommand = (
  commands: readonly Command[],
  ...press: readonly [CommandContext, string, Reader, Request]
): Promise<Reply> | undefined => {
  for (const command of commands) {
    const reply = command.kind === 'group' ? command.press?.(...press) : undefined;
    if (reply !== undefined) return reply;
  }
  return undefined;
};

/** What a press leads to; where the text is none of ours, a polite answer and a line in the log. */
export const press = async (
  context: CommandContext,
  commands: readonly Command[],
  interaction: APIMessageComponentInteraction,
  reader: Reader,
  request: Request,
  log: Logger,
): Promise<Answer> => {
  const text = textOf(interaction);
  const reply = await pressedCommand(commands, context, text, reader, request);
  if (reply !== undefined) {
    const changes = changesMessage(interaction, request.personId);
    return changes
      ? { kind: 'update', page: reply.page }
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
  const sources = sourcesOf(context);
  const page = drawPage(sources, route, reader);
  const exists = hasPage(sources, route, reader);
  if (control.kind === 'share') {
    if (!mayShare(request)) return { kind: 'reply', private: true, page: drawShareDenied(reader) };
    // That a page is gone is news for the person alone.
    return { kind: 'reply', private: !exists, page };
  }
  const shareable = exists ? withShare(page, route, reader) : page;
  if (!changesMessage(interaction, request.personId)) {
    return { kind: 'reply', private: true, page: shareable };
  }
  return { kind: 'update', page: pressedOf(interaction).private ? shareable : page };
};
