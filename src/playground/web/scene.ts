import type { APIMessage } from 'discord-api-types/v10';
import type { PageAction } from '../protocol/requests.ts';
import type { ChannelView, Guild, Person } from '../protocol/views.ts';
import { DM, GROUP_DM } from './discord.ts';
import type { ResultOf } from './socket.ts';
import { type PageLocale, pageLocale, stringsFor } from './strings/index.ts';
import type { Strings } from './strings/model.ts';
import type { World } from './world.ts';

/** The actions of a person; all views use only these. */
export interface Actions {
  request<A extends PageAction>(action: A): Promise<ResultOf<A>>;
  /** Opens a channel. */
  go(channelId: string): void;
  /** Inserts a command by name and subcommand into the message box, and focuses it. */
  draft(commandName: string, values?: Readonly<Record<string, string>>): void;
  press(message: APIMessage, customId: string): Promise<void>;
  choose(message: APIMessage, customId: string, values: readonly string[]): Promise<void>;
  dismiss(message: APIMessage): void;
  openMenu(message: APIMessage, at: { readonly x: number; readonly y: number }, from: HTMLElement): void;
}

/** The context for rendering messages. The same object while nothing in it changes. */
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
  /** Base level of headings in a message, within the page's outline. */
  readonly headingLevel: number;
  readonly actions: Actions;
}

/** The scene of a world; returns `previous` if nothing has changed. */
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

/** The bot's display name. */
export function botName(world: World): string {
  return world.application.user.global_name ?? world.application.user.username;
}

/** Whether a channel is a DM or a group DM. */
export function isDirect(view: ChannelView): boolean {
  return view.channel.type === DM || view.channel.type === GROUP_DM;
}

/** Whether a channel is a thread. */
export function isThread(view: ChannelView): boolean {
  return view.channel.type === 10 || view.channel.type === 11 || view.channel.type === 12;
}

/** The thread's parent; undefined for other channels. */
export function parentOf(view: ChannelView): string | undefined {
  return 'parent_id' in view.channel ? (view.channel.parent_id ?? undefined) : undefined;
}

/** The server of a channel. */
export function guildIdOf(view: ChannelView): string | undefined {
  return 'guild_id' in view.channel ? view.channel.guild_id : undefined;
}

type Viewer = Pick<Scene, 'me' | 'bot'>;

/** A channel's name; for a DM, that of the other person, or of the bot. */
export function channelName({ channel }: ChannelView, { me, bot }: Viewer): string {
  if (channel.type !== DM && channel.name) return channel.name;
  const others = 'recipients' in channel ? (channel.recipients ?? []).filter((user) => user.id !== me) : [];
  return others.map((user) => user.global_name ?? user.username).join(', ') || bot.name;
}

/** A channel's name with its prefix in Discord. */
export function channelLabel(view: ChannelView, viewer: Viewer): string {
  return isDirect(view) ? channelName(view, viewer) : `#${channelName(view, viewer)}`;
}

/** A user's display name. */
export function userName(scene: Scene, id: string): string | undefined {
  if (id === scene.bot.id) return scene.bot.name;
  return scene.people.find((person) => person.id === id)?.name;
}
