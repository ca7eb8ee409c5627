import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessage,
  type APIUser,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { ChannelState, FileState, StoredMessage } from '../entities.ts';
import type { World } from '../state.ts';
import { apiAttachment, fileUrl, timestamp, timestampOf } from '../views.ts';
import { imageSize, mediaType } from './images.ts';
import { mentionsOf } from './mentions.ts';

/** An uploaded file. */
export interface Upload {
  /** The `n` of `files[n]`, to which `attachments` refers. */
  readonly index: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A validated message by a bot. */
export interface MessagePayload {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: APIMessage['components'] | null;
  readonly flags?: number | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly attachments?:
    | readonly { id: string; filename?: string | null; description?: string | null }[]
    | null;
  readonly message_reference?: { readonly message_id: string } | null;
  readonly nonce?: string | number | null;
}

/** Further fields of a new message. */
export interface MessageInit {
  readonly author: APIUser;
  readonly onlyFor?: string | undefined;
  /** Default: a new id; the starter message of a forum post has the id of the post. */
  readonly id?: string | undefined;
  readonly extra?: Partial<APIMessage>;
}

/** Flags that a bot may set; Discord ignores the others. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/** Most messages kept in a channel, and most bytes of files. */
const KEPT_MESSAGES = 20_000;
const KEPT_BYTES = 256 * 1024 * 1024;

/** Fields of a message that answers another one (Resources, "Message", message reference). */
export function replyFields({ message }: StoredMessage, pings: boolean): Partial<APIMessage> {
  const { referenced_message: _, ...referenced } = message;
  return {
    type: MessageType.Reply,
    message_reference: { type: 0, channel_id: message.channel_id, message_id: message.id },
    referenced_message: referenced,
    ...(pings ? { mentions: [message.author] } : {}),
  };
}

/** Adds a message to a channel and dispatches it to those who may see it. */
export function createMessage(
  world: World,
  channel: ChannelState,
  payload: MessagePayload,
  uploads: readonly Upload[],
  { author, onlyFor, extra, id: given }: MessageInit,
): StoredMessage {
  const id = given ?? world.newId();
  const mentioned = mentionsOf(
    world,
    channel,
    payload.content ?? '',
    payload.allowed_mentions,
    author.id === world.user.id,
  );
  const files = storeFiles(world, channel.id, payload, uploads);
  const content = payload.content ?? '';
  const { embeds, shown } = place(world, payload.embeds ?? [], files);
  const asBot = author.id === world.user.id;
  const flags = ((payload.flags ?? 0) & SETTABLE) | (extra?.flags ?? 0);
  const message = {
    id,
    channel_id: channel.id,
    type: 0,
    author,
    content,
    timestamp: timestampOf(id),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...mentioned,
    attachments: shown.map((file) => apiAttachment(world, file)),
    embeds,
    components: numbered(payload.components ?? []),
    ...(payload.nonce === undefined || payload.nonce === null ? {} : { nonce: payload.nonce }),
    ...(asBot && extra?.interaction_metadata ? { application_id: world.applicationId } : {}),
    ...extra,
    mentions: [...mentioned.mentions, ...(extra?.mentions ?? [])],
    flags,
  } as unknown as APIMessage;
  const stored: StoredMessage = { message, onlyFor, files };
  channel.messages.push(stored);
  channel.byId.set(id, stored);
  if (channel.thread !== undefined) {
    channel.thread.messageCount += 1;
    channel.thread.archived = false;
  }
  forgetMessages(world, channel);
  if (files.length > 0) forgetFiles(world);
  world.changes.emit({ kind: 'message', stored, isNew: true });
  tellBot(world, channel, stored, 'MESSAGE_CREATE');
  return stored;
}

/** Changes the fields in the payload and keeps the others. */
export function editMessage(
  world: World,
  channel: ChannelState,
  stored: StoredMessage,
  payload: MessagePayload,
  uploads: readonly Upload[],
): void {
  const before = stored.message;
  const kept =
    payload.attachments === undefined || payload.attachments === null
      ? stored.files
      : stored.files.filter((file) => payload.attachments?.some((one) => one.id === file.id));
  const files = [...kept, ...storeFiles(world, channel.id, payload, uploads)];
  const content = payload.content === undefined ? before.content : (payload.content ?? '');
  const placed =
    payload.embeds === undefined
      ? { embeds: before.embeds, shown: files.filter((file) => !isInside(world, before.embeds, file)) }
      : place(world, payload.embeds ?? [], files);
  const sticky = (before.flags ?? 0) & ~MessageFlags.Loading & ~MessageFlags.SuppressEmbeds;
  const message: APIMessage = {
    ...before,
    content,
    ...mentionsOf(world, channel, content, payload.allowed_mentions, true),
    attachments: placed.shown.map((file) => apiAttachment(world, file)),
    embeds: placed.embeds,
    components:
      payload.components === undefined ? (before.components ?? []) : numbered(payload.components ?? []),
    flags: sticky | ((payload.flags ?? 0) & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2)),
    // Completing a deferral is not marked as an edit.
    edited_timestamp:
      ((before.flags ?? 0) & MessageFlags.Loading) === 0 ? timestamp(world.clock.now()) : null,
  };
  stored.message = message;
  stored.files = files;
  // A dismissed private message can still be edited, invisibly.
  if (!channel.byId.has(before.id)) return;
  world.changes.emit({ kind: 'message', stored, isNew: false });
  tellBot(world, channel, stored, 'MESSAGE_UPDATE');
}

/** Deletes a message from its channel. */
export function deleteMessage(world: World, channel: ChannelState, stored: StoredMessage): void {
  const { id } = stored.message;
  if (!channel.byId.delete(id)) return;
  channel.messages.splice(channel.messages.indexOf(stored), 1);
  for (const file of stored.files) world.files.delete(file.id);
  world.changes.emit({ kind: 'message-gone', channelId: channel.id, messageId: id, stored });
  if (stored.onlyFor === undefined) {
    const data = { id, channel_id: channel.id, ...(channel.guildId ? { guild_id: channel.guildId } : {}) };
    world.dispatch('MESSAGE_DELETE', data, { guildId: channel.guildId, intent: messageIntent(channel) });
  }
}

function storeFiles(
  world: World,
  channelId: string,
  payload: MessagePayload,
  uploads: readonly Upload[],
): FileState[] {
  return uploads.map((upload) => {
    const about = payload.attachments?.find((one) => one.id === upload.index);
    // Discord keeps letters, digits and a few symbols of a file name and replaces the rest by underscores.
    const name = (about?.filename ?? upload.name).replace(/[^\p{L}\p{N}._-]/gu, '_');
    const size = imageSize(upload.bytes);
    const file: FileState = {
      id: world.newId(),
      channelId,
      name,
      description: about?.description ?? undefined,
      type: mediaType(name),
      bytes: upload.bytes,
      width: size?.width,
      height: size?.height,
    };
    world.files.set(file.id, file);
    return file;
  });
}

/** Leads `attachment://name` to the file; a file that an embed shows does not stand below the message once more. */
function place(
  world: World,
  embeds: readonly APIEmbed[],
  files: readonly FileState[],
): { embeds: APIEmbed[]; shown: readonly FileState[] } {
  const used = new Set<FileState>();
  const resolve = <T extends { url: string }>(media: T): T => {
    const name = media.url.startsWith('attachment://') ? media.url.slice('attachment://'.length) : undefined;
    const file = files.findLast((one) => one.name === name);
    if (file === undefined) return media;
    used.add(file);
    const url = fileUrl(world, file);
    const size = file.width === undefined ? {} : { width: file.width, height: file.height };
    // The description (alternative text) is copied (Resources, "Message", embed media structure).
    const text = file.description === undefined ? {} : { description: file.description };
    return { ...media, url, proxy_url: url, ...size, ...text };
  };
  const icon = <T extends { icon_url?: string }>(media: T): T =>
    media.icon_url === undefined ? media : { ...media, icon_url: resolve({ url: media.icon_url }).url };
  const placed = embeds.map((embed) => ({
    type: 'rich',
    ...embed,
    ...(embed.image ? { image: resolve(embed.image) } : {}),
    ...(embed.thumbnail ? { thumbnail: resolve(embed.thumbnail) } : {}),
    ...(embed.author ? { author: icon(embed.author) } : {}),
    ...(embed.footer ? { footer: icon(embed.footer) } : {}),
  })) as APIEmbed[];
  return { embeds: placed, shown: files.filter((file) => !used.has(file)) };
}

function isInside(world: World, embeds: readonly APIEmbed[], file: FileState): boolean {
  const url = fileUrl(world, file);
  return embeds.some((embed) =>
    [embed.image?.url, embed.thumbnail?.url, embed.author?.icon_url, embed.footer?.icon_url].includes(url),
  );
}

/** Every component has an id, counted from 1 where the bot gave none (Components, "Reference"). */
function numbered(components: NonNullable<APIMessage['components']>): NonNullable<APIMessage['components']> {
  let count = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const node = value as Record<string, unknown>;
    const isComponent = typeof node['type'] === 'number';
    if (isComponent) count += 1;
    const id = isComponent ? { id: node['id'] ?? count } : {};
    const inner = Object.fromEntries(
      ['components', 'accessory', 'component']
        .filter((key) => key in node)
        .map((key) => [key, visit(node[key])]),
    );
    return { ...node, ...id, ...inner };
  };
  return visit(components) as NonNullable<APIMessage['components']>;
}

function messageIntent(channel: ChannelState): number {
  return channel.guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function tellBot(world: World, channel: ChannelState, stored: StoredMessage, event: string): void {
  if (stored.onlyFor !== undefined || !channel.botIsHere) return;
  const guild = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
  const to = { guildId: channel.guildId, intent: messageIntent(channel) };
  const { author, mentions } = stored.message;
  // Without the Message Content intent, which no bot has here, bots only read messages that concern them.
  const reads =
    channel.guildId === undefined ||
    author.id === world.user.id ||
    mentions.some((user) => user.id === world.user.id);
  const blank = { content: '', embeds: [], attachments: [], components: [] };
  const referenced = stored.message.referenced_message;
  const isOthers = channel.guildId !== undefined && referenced?.author.id !== world.user.id;
  const answered = referenced && isOthers ? { referenced_message: { ...referenced, ...blank } } : {};
  world.dispatch(event, { ...stored.message, ...(reads ? {} : blank), ...answered, ...guild }, to);
}

function forgetMessages(world: World, channel: ChannelState): void {
  if (channel.messages.length <= KEPT_MESSAGES * 1.1) return;
  for (const old of channel.messages.splice(0, channel.messages.length - KEPT_MESSAGES)) {
    channel.byId.delete(old.message.id);
    for (const file of old.files) world.files.delete(file.id);
  }
}

function forgetFiles(world: World): void {
  let bytes = 0;
  for (const file of world.files.values()) bytes += file.bytes.byteLength;
  for (const [id, file] of world.files) {
    if (bytes <= KEPT_BYTES) break;
    world.files.delete(id);
    bytes -= file.bytes.byteLength;
  }
}
