import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { mistake, refuse } from '../rules/errors.ts';
import { checkMessage, type MessageRules } from '../rules/message.ts';
import type { ChannelState, StoredMessage } from '../world/entities.ts';
import {
  createMessage,
  deleteMessage,
  editMessage,
  type MessagePayload,
  replyFields,
  type Upload,
} from '../world/messages/messages.ts';
import { botPermissions, has } from '../world/permissions.ts';
import type { World } from '../world/state.ts';
import {
  channelOf,
  messageOf,
  noContent,
  param,
  type RestDeps,
  type RestEnv,
  readBody,
  reply,
} from './exchange.ts';

const P = PermissionFlagsBits;
const ANNOUNCEMENT = 5;
/** For how long a nonce is remembered: "in the past few minutes" (Resources, "Message", create message). */
const NONCE_LIVES_MS = 5 * 60_000;
/** Channel types with messages. */
const TEXT_TYPES = [0, 1, 2, 3, 5, 10, 11, 12, 13];

/** Messages of channels: create, read, edit, delete, and typing (Resources, "Message" and "Channel"). */
export function messageRoutes({ world, spec }: RestDeps): Hono<RestEnv> {
  const app = new Hono<RestEnv>();

  app.post('/channels/:channel/messages', async (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const { json, uploads } = await readBody(c);
    requireSending(world, channel);
    const draft = checkMessage(spec, json, { schema: 'MessageCreateRequest', uploads, path: [] });
    requireFor(world, channel, draft, uploads);
    const { enforce_nonce: enforce } = json as { enforce_nonce?: boolean | null };
    const known = enforce ? knownNonce(world, channel, draft.nonce) : undefined;
    if (known !== undefined) return reply(c, known.message);
    const stored = postAsBot(world, channel, draft, uploads);
    return reply(c, stored.message);
  });

  app.get('/channels/:channel/messages', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    requireAll(world, channel, P.ViewChannel, 'missingAccess');
    const { limit, before, after, around } = c.req.query();
    const count = limit === undefined ? 50 : Number(limit);
    if (!Number.isInteger(count) || count < 1 || count > 100) {
      throw mistake(['limit'], 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.');
    }
    // Without Read Message History the list is empty instead of refused.
    if (!has(botPermissions(world, channel), P.ReadMessageHistory)) return reply(c, []);
    return reply(
      c,
      history(channel, count, { before, after, around }).map((stored) => stored.message),
    );
  });

  app.get('/channels/:channel/messages/:message', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    requireAll(world, channel, P.ViewChannel, 'missingAccess');
    requireAll(world, channel, P.ReadMessageHistory, 'missingPermissions');
    return reply(c, messageOf(channel, param(c, 'message')).message);
  });

  app.patch('/channels/:channel/messages/:message', async (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const { json, uploads } = await readBody(c);
    requireAll(world, channel, P.ViewChannel, 'missingAccess');
    const stored = messageOf(channel, param(c, 'message'));
    if (stored.message.author.id !== world.user.id) throw refuse('notYourMessage');
    const rules = editRules(stored, 'MessageEditRequestPartial', uploads, []);
    editMessage(world, channel, stored, checkMessage(spec, json, rules), uploads);
    return reply(c, stored.message);
  });

  app.delete('/channels/:channel/messages/:message', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    requireAll(world, channel, P.ViewChannel, 'missingAccess');
    const stored = messageOf(channel, param(c, 'message'));
    if (stored.message.author.id !== world.user.id) {
      requireAll(world, channel, P.ManageMessages, 'missingPermissions');
    }
    deleteMessage(world, channel, stored);
    return noContent(c);
  });

  app.post('/channels/:channel/messages/:message/crosspost', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    requireAll(world, channel, P.ViewChannel, 'missingAccess');
    if (channel.type !== ANNOUNCEMENT) throw refuse('wrongChannelType');
    const stored = messageOf(channel, param(c, 'message'));
    const isOwn = stored.message.author.id === world.user.id;
    requireAll(world, channel, isOwn ? P.SendMessages : P.ManageMessages, 'missingPermissions');
    const flags = stored.message.flags ?? 0;
    if ((flags & MessageFlags.Crossposted) !== 0) throw refuse('alreadyCrossposted');
    stored.message = { ...stored.message, flags: flags | MessageFlags.Crossposted };
    world.changes.emit({ kind: 'message', stored, isNew: false });
    return reply(c, stored.message);
  });

  app.post('/channels/:channel/typing', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    requireSending(world, channel);
    world.changes.emit({ kind: 'typing', channelId: channel.id, userId: world.user.id });
    return noContent(c);
  });

  return app;
}

/** Rules for an edit of this message. */
export function editRules(
  stored: StoredMessage,
  schema: MessageRules['schema'],
  uploads: readonly Upload[],
  path: MessageRules['path'],
): MessageRules {
  const { message, files } = stored;
  return {
    schema,
    uploads,
    path,
    before: {
      files,
      content: message.content,
      embeds: message.embeds.length,
      components: (message.components ?? []).length,
      isV2: ((message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0,
    },
  };
}

/** Posts as the bot and remembers the nonce; `id` sets the message's id. */
export function postAsBot(
  world: World,
  channel: ChannelState,
  draft: MessagePayload,
  uploads: readonly Upload[],
  id?: string,
): StoredMessage {
  const replied = draft.message_reference?.message_id;
  if (replied !== undefined && !channel.byId.has(replied)) {
    const { fail_if_not_exists: strict } = draft.message_reference as { fail_if_not_exists?: boolean };
    if (strict !== false)
      throw mistake(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  }
  const answered = replied === undefined ? undefined : channel.byId.get(replied);
  const allowed = draft.allowed_mentions;
  const pings = allowed ? allowed.replied_user === true : true;
  // Ephemeral is valid only for interactions.
  const flags = (draft.flags ?? 0) & ~MessageFlags.Ephemeral;
  const stored = createMessage(world, channel, { ...draft, flags }, uploads, {
    author: world.user,
    id,
    extra: answered === undefined ? {} : replyFields(answered, pings),
  });
  if (draft.nonce !== undefined && draft.nonce !== null) {
    channel.nonces.set(String(draft.nonce), { at: world.clock.now(), messageId: stored.message.id });
  }
  return stored;
}

function knownNonce(
  world: World,
  channel: ChannelState,
  nonce: MessagePayload['nonce'],
): StoredMessage | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  for (const [key, { at }] of channel.nonces) {
    if (world.clock.now() - at <= NONCE_LIVES_MS) break;
    channel.nonces.delete(key);
  }
  const known = channel.nonces.get(String(nonce));
  return known === undefined ? undefined : channel.byId.get(known.messageId);
}

/** Newest first, as Discord lists them. */
export function history(
  channel: ChannelState,
  limit: number,
  where: {
    readonly before?: string | undefined;
    readonly after?: string | undefined;
    readonly around?: string | undefined;
  },
): StoredMessage[] {
  const shown = channel.messages.filter((stored) => stored.onlyFor === undefined);
  const indexAfter = (id: string) => {
    const found = shown.findIndex((stored) => BigInt(stored.message.id) > BigInt(id));
    return found === -1 ? shown.length : found;
  };
  const indexBefore = (id: string) => {
    const found = shown.findIndex((stored) => BigInt(stored.message.id) >= BigInt(id));
    return found === -1 ? shown.length : found;
  };
  let start = Math.max(0, shown.length - limit);
  let end = shown.length;
  if (where.around !== undefined) {
    start = Math.max(0, indexBefore(where.around) - Math.floor(limit / 2));
    end = start + limit;
  } else if (where.before !== undefined) {
    end = indexBefore(where.before);
    start = Math.max(0, end - limit);
  } else if (where.after !== undefined) {
    start = indexAfter(where.after);
    end = start + limit;
  }
  return shown.slice(start, end).reverse();
}

/** Throws 50001 or 50013 where the bot lacks `wanted`. */
export function requireAll(
  world: World,
  channel: ChannelState,
  wanted: bigint,
  otherwise: 'missingAccess' | 'missingPermissions',
): void {
  if (!has(botPermissions(world, channel), wanted)) throw refuse(otherwise);
}

/** Throws 50001, 50013, 50008, 50007 or 50083 where the bot may not send messages. */
function requireSending(world: World, channel: ChannelState): void {
  requireAll(world, channel, P.ViewChannel, 'missingAccess');
  if (!TEXT_TYPES.includes(channel.type)) throw refuse('nonTextChannel');
  const inThread = channel.thread !== undefined;
  requireAll(world, channel, inThread ? P.SendMessagesInThreads : P.SendMessages, 'missingPermissions');
  const person = channel.guildId === undefined ? world.people.get(channel.recipientIds[0] ?? '') : undefined;
  if (person?.acceptsDms === false) throw refuse('cannotMessageUser');
}

/** Embeds and files require permissions of their own. Throws 50013. */
export function requireFor(
  world: World,
  channel: ChannelState,
  draft: MessagePayload,
  uploads: readonly Upload[],
): void {
  if ((draft.embeds ?? []).length > 0) requireAll(world, channel, P.EmbedLinks, 'missingPermissions');
  if (uploads.length > 0) requireAll(world, channel, P.AttachFiles, 'missingPermissions');
}
