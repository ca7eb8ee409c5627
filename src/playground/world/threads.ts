import { MessageFlags } from 'discord-api-types/v10';
import type { ChannelState, StoredMessage } from './entities.ts';
import type { World } from './state.ts';
import { apiChannel } from './views.ts';

/** The parameters of a new thread. */
export interface NewThread {
  readonly appliedTags?: readonly string[];
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly autoArchiveMinutes?: number;
  readonly isPrivate?: boolean;
}

const ANNOUNCEMENT = 5;

/** A thread without messages, with what it has from its channel. */
export const emptyThread = (
  parent: ChannelState,
  own: Pick<ChannelState, 'id' | 'type' | 'name' | 'thread'> & Partial<Pick<ChannelState, 'appliedTags'>>,
): ChannelState => ({
  tags: [],
  requiresTag: false,
  appliedTags: [],
  ...own,
  guildId: parent.guildId,
  parentId: parent.id,
  position: 0,
  topic: undefined,
  recipientIds: [],
  botIsHere: parent.botIsHere,
  overwrites: [],
  messages: [],
  byId: new Map(),
  nonces: new Map(),
});

/** Creates a thread under a channel and dispatches it. */
export function addThread(world: World, parent: ChannelState, wanted: NewThread): ChannelState {
  const thread = emptyThread(parent, {
    id: wanted.id,
    // Announcement, private and public threads (Resources, "Channel", channel types).
    type: parent.type === ANNOUNCEMENT ? 10 : wanted.isPrivate ? 12 : 11,
    name: wanted.name,
    appliedTags: wanted.appliedTags ?? [],
    thread: {
      ownerId: wanted.ownerId,
      createdAt: world.clock.now(),
      autoArchiveMinutes: wanted.autoArchiveMinutes ?? 1_440,
      archived: false,
      messageCount: 0,
    },
  });
  world.channels.set(thread.id, thread);
  world.changes.emit({ kind: 'channel', channel: thread });
  return thread;
}

/** Creates a thread on a message, whose id it has. */
export function addThreadOn(
  world: World,
  parent: ChannelState,
  stored: StoredMessage,
  wanted: Omit<NewThread, 'id'>,
): ChannelState {
  const thread = addThread(world, parent, { ...wanted, id: stored.message.id });
  const flags = (stored.message.flags ?? 0) | MessageFlags.HasThread;
  stored.message = { ...stored.message, flags, thread: apiChannel(world, thread) as never };
  world.changes.emit({ kind: 'message', stored, isNew: false });
  return thread;
}
