import type { APIMessage } from 'discord-api-types/v10';
import type { ChannelView, Guild, PageAction, Person } from '../protocol.ts';
import { DM, GROUP_DM } from './discord.ts';
import type { ResultOf } from './socket.ts';
import { pageLocale, stringsFor } from './strings/index.ts';
import type { PageLocale, Strings } from './strings/model.ts';
import type { World } from './world.ts';

/** What a person can do on the page; every view acts through this and nothing else. */
export interface Actions {
  request<A extends PageAction>(action: A): Promise<ResultOf<A>>;
  /** Shows a channel. */
  go(channelId: string): void;
  /** Puts a command into the message box, by its name with subcommand, and sets the focus there. */
  draft(commandName: string, values?: Readonly<Record<string, string>>): void;
  press(message: APIMessage, customId: string): Promise<void>;
  choose(message: APIMessage, customId: string, values: readonly string[]): Promise<void>;
  dismiss(message: APIMessage): void;
  openMenu(message: APIMessage, at: { readonly x: number; readonly y: number }, from: HTMLElement): void;
}

/** What a message needs to know of its surroundings to be drawn. The same object as long as nothing of it changes. */
export interface Scene {
  readonly locale: PageLocale;
  /** Discord's locale of the person, such as `en-GB`. */
  readonly discordLocale: string;
  readonly strings: Strings;
  readonly me: string;
  readonly people: readonly Person[];
  readonly guilds: readonly Guild[];
  readonly channels: readonly ChannelView[];
  readonly bot: { readonly id: string; readonly name: string };
  readonly now: () => number;
  /** Where headings of a message stand in the page's outline, whatever level they have in the message. */
  readonly headingLevel: number;
  readonly actions: Actions;
}

/** The scene for a world; `previous` is given back where nothing of it has changed. */
export function sceneOf(
  world: World,
  now: () => number,
  actions: Actions,
  previous: Scene | undefined,
): Scene {
  const person = world.people.find((one) => one.id === world.me);
  const discordLocale = person?.locale ?? 'en-US';
  if (
    previous &&
    previous.me === world.me &&
    previous.people === world.people &&
    previous.guilds === world.guilds &&
    previous.channels === world.channels &&
    previous.bot.id === world.application.user.id
  ) {
    return previous;
  }
  const locale = pageLocale(discordLocale);
  return {
    locale,
    discordLocale,
    strings: stringsFor(locale),
    me: world.me,
    people: world.people,
    guilds: world.guilds,
    channels: world.channels,
    bot: { id: world.application.user.id, name: botName(world) },
    now,
    headingLevel: 2,
    actions,
  };
}

/** The bot's name as people see it. */
export function botName(world: World): string {
  return world.application.user.global_name ?? world.application.user.username;
}

/** Whether a channel is a conversation of people, outside of any server. */
export function isDirect(view: ChannelView): boolean {
  return view.channel.type === DM || view.channel.type === GROUP_DM;
}

/** Whether a channel is a thread. */
export function isThread(view: ChannelView): boolean {
  return view.channel.type === 10 || view.channel.type === 11 || view.channel.type === 12;
}

/** The thread's parent; undefined for channels that have none. */
export function parentOf(view: ChannelView): string | undefined {
  return 'parent_id' in view.channel ? (view.channel.parent_id ?? undefined) : undefined;
}

/** The server that a channel belongs to. */
export function guildIdOf(view: ChannelView): string | undefined {
  return 'guild_id' in view.channel ? view.channel.guild_id : undefined;
}

type Viewer = Pick<Scene, 'me' | 'bot'>;

/** A channel's name: its own, or that of the other one of a conversation, which is the bot where nobody else is there. */
export function channelName({ channel }: ChannelView, { me, bot }: Viewer): string {
  if (channel.type !== DM && channel.name) return channel.name;
  const others = 'recipients' in channel ? (channel.recipients ?? []).filter((user) => user.id !== me) : [];
  return others.map((user) => user.global_name ?? user.username).join(', ') || bot.name;
}

/** A channel's name with the mark in front that Discord draws it with. */
export function channelLabel(view: ChannelView, viewer: Viewer): string {
  return isDirect(view) ? channelName(view, viewer) : `#${channelName(view, viewer)}`;
}

/** What to call somebody. */
export function userName(scene: Scene, id: string): string | undefined {
  if (id === scene.bot.id) return scene.bot.name;
  return scene.people.find((person) => person.id === id)?.name;
}
