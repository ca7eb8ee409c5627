import type { APIMessage } from 'discord-api-types/v10';
import type { ServerEvent, Snapshot } from '../protocol/events.ts';
import type { WireEntry } from '../protocol/faults.ts';
import type { ChannelView } from '../protocol/views.ts';
import { EPHEMERAL } from './discord.ts';

/** The page's state of Discord: the last snapshot, updated by every event since. */
export type World = Omit<Snapshot, 'event'> & {
  /** The playground's time when the page was loaded: what was private before is gone, as in Discord. */
  readonly since: number;
};

const WIRE_LENGTH = 300;

/** Applies an event. Unchanged parts are the same objects, for comparison by `===`. */
export function reduce(world: World | undefined, event: ServerEvent): World | undefined {
  if (event.event === 'snapshot') {
    const { event: _, ...next } = event;
    const since = world?.since ?? event.now;
    const messages = Object.entries(next.messages).map(([id, list]) => [id, list.filter(isThere(since))]);
    return { ...next, since, messages: Object.fromEntries(messages) };
  }
  if (!world) return undefined;
  switch (event.event) {
    case 'message':
      return withMessages(world, event.message.channel_id, (list) => upsert(list, event.message));
    case 'message-gone':
      return withMessages(world, event.channelId, (list) =>
        list.filter((message) => message.id !== event.messageId),
      );
    case 'channel':
      return { ...world, channels: upsertChannel(world.channels, event.channel) };
    case 'channel-gone':
      return { ...world, channels: world.channels.filter((view) => view.channel.id !== event.channelId) };
    case 'guild':
      return {
        ...world,
        guilds: world.guilds.map((guild) => (guild.id === event.guild.id ? event.guild : guild)),
      };
    case 'people':
      return { ...world, people: event.people };
    case 'commands':
      return { ...world, commands: event.commands };
    case 'bot':
      return { ...world, bot: event.bot };
    case 'faults':
      return { ...world, faults: event.faults };
    case 'wire':
      return { ...world, wire: mergeWire(world.wire, event.entries) };
    case 'panel':
      return {
        ...world,
        panels: [...world.panels.filter((panel) => panel.name !== event.panel.name), event.panel],
      };
    case 'typing':
      return world;
  }
}

/** Prepends older messages to a channel's list. */
export function prepend(world: World, channelId: string, older: readonly APIMessage[]): World {
  return withMessages(world, channelId, (list) => older.filter(isThere(world.since)).reduce(upsert, list));
}

const isThere =
  (since: number) =>
  ({ flags, timestamp }: APIMessage): boolean =>
    ((flags ?? 0) & EPHEMERAL) === 0 || Date.parse(timestamp) >= since;

function withMessages(
  world: World,
  channelId: string,
  change: (list: readonly APIMessage[]) => readonly APIMessage[],
): World {
  return { ...world, messages: { ...world.messages, [channelId]: change(world.messages[channelId] ?? []) } };
}

function upsert(list: readonly APIMessage[], message: APIMessage): readonly APIMessage[] {
  const at = list.findIndex((other) => other.id === message.id);
  if (at >= 0) return list.with(at, message);
  const after = list.findIndex((other) => compareIds(other.id, message.id) > 0);
  return after < 0 ? [...list, message] : list.toSpliced(after, 0, message);
}

function upsertChannel(list: readonly ChannelView[], view: ChannelView): readonly ChannelView[] {
  const at = list.findIndex((other) => other.channel.id === view.channel.id);
  return at < 0 ? [...list, view] : list.with(at, view);
}

function mergeWire(list: readonly WireEntry[], entries: readonly WireEntry[]): readonly WireEntry[] {
  const known = new Map([...list, ...entries].map((entry) => [entry.id, entry]));
  return [...known.values()].sort((a, b) => b.id - a.id).slice(0, WIRE_LENGTH);
}

/** Orders snowflakes by age. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
