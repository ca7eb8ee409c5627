import { randomBytes } from 'node:crypto';
import { type APIRole, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Rates } from './faults/limits.ts';
import type { Panel } from './page/panels.ts';
import type { PreviewSource } from './page/preview.ts';
import type { Clock } from './world/clock.ts';
import { MEMBER_PERMISSIONS } from './world/permissions.ts';
import type { Sharding } from './world/state.ts';

/** An initial person. */
export interface PersonOptions {
  readonly id?: string;
  readonly username: string;
  readonly name?: string;
  /** Discord's locale; `ko` where left out. */
  readonly locale?: string;
  /** Before overwrites; default: those of an ordinary member. */
  readonly permissions?: bigint;
  /** Ids of servers; default: all. */
  readonly guildIds?: readonly string[];
  readonly roleIds?: readonly string[];
  readonly acceptsDms?: boolean;
}

export interface ChannelOptions {
  readonly id?: string;
  readonly name: string;
  /** Discord's channel type; default: a text channel. */
  readonly type?: number;
  readonly topic?: string;
}

export interface RoleOptions {
  readonly id?: string;
  readonly name: string;
  readonly mentionable?: boolean;
}

export interface GuildOptions {
  readonly id?: string;
  readonly name: string;
  readonly locale?: string;
  readonly channels?: readonly ChannelOptions[];
  readonly roles?: readonly RoleOptions[];
  /** The bot's permissions; default: those of its invitation. */
  readonly botPermissions?: bigint;
  /** False for a server without the bot. */
  readonly botIsMember?: boolean;
  /** The username of the owner, who has all permissions; default: a person who is not in the playground. */
  readonly owner?: string;
}

/** A group of people without the bot. */
export interface GroupOptions {
  readonly id?: string;
  readonly name: string;
  /** Usernames. */
  readonly people: readonly string[];
}

/** Options of a playground, all optional. */
export interface PlaygroundOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** The address to listen on; default: loopback. Another one needs a password. */
  readonly host?: string;
  /** What others have to type before they see anything; at least 12 characters. */
  readonly password?: string;
  /** Milliseconds since 1970; default: the system clock. */
  readonly now?: () => number;
  /** A clock with timers; overrides `now`. */
  readonly clock?: Clock;
  /** The bot's token; default: a random one. */
  readonly token?: string;
  readonly applicationId?: string;
  readonly botName?: string;
  readonly people?: readonly PersonOptions[];
  readonly guilds?: readonly GuildOptions[];
  readonly groups?: readonly GroupOptions[];
  /** Rate limits; default: like Discord's; false: none. */
  readonly limits?: boolean | Partial<Rates>;
  /** The number of shards recommended to bots; default: one, with any number of identifies. */
  readonly sharding?: Partial<Sharding>;
  /** The folder of the web page; default: the built-in one. */
  readonly webRoot?: string;
  /** A folder in which the channels' contents are saved across runs; default: not saved. */
  readonly dataDir?: string;
  /** Panels that the host program adds to the side panel. */
  readonly panels?: Readonly<Record<string, Panel>>;
  /** The content of the page `/preview`; default: empty. */
  readonly preview?: PreviewSource;
  /** Timeout of the driver's waits, in real milliseconds. */
  readonly patienceMs?: number;
}

/** Default ids, constant so that a store stays valid across runs of the playground. */
const DEFAULT_GUILD_ID = '1100000000000001000';

const MANAGER = MEMBER_PERMISSIONS | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageChannels;

export const DEFAULT_PEOPLE: readonly PersonOptions[] = [
  {
    id: '1100000000000000101',
    username: 'jimin',
    name: '지민',
    locale: 'ko',
    permissions: MANAGER,
  },
  { id: '1100000000000000102', username: 'alex', name: 'Alex', locale: 'en-US' },
  { id: '1100000000000000103', username: 'sora', name: '소라', locale: 'ko', guildIds: [] },
];

/** People for a tour by hand: a reader of each of these languages may set everything up. */
export const TOUR_PEOPLE: readonly PersonOptions[] = [
  ...DEFAULT_PEOPLE.map((person) =>
    person.username === 'alex' ? { ...person, permissions: MANAGER } : person,
  ),
  { id: '1100000000000000105', username: 'yui', name: 'ゆい', locale: 'ja', permissions: MANAGER },
  { id: '1100000000000000104', username: 'minsu', name: '민수', locale: 'ko' },
];

export const DEFAULT_GUILD: GuildOptions = {
  id: DEFAULT_GUILD_ID,
  name: '클라우드 스터디',
  locale: 'ko',
  channels: [
    { id: '1100000000000001001', name: '이야기', topic: '아무 이야기나 나누는 곳' },
    { id: '1100000000000001002', name: '오늘의-세션', topic: '하루에 한 세션' },
    { id: '1100000000000001003', name: '공지', type: ChannelType.GuildAnnouncement },
    { id: '1100000000000001004', name: '질문', type: ChannelType.GuildForum },
  ],
  roles: [{ id: '1100000000000001101', name: '스터디', mentionable: true }],
};

/** A token in the format of Discord's. */
export function randomToken(applicationId: string): string {
  const part = (bytes: number) => randomBytes(bytes).toString('base64url');
  return `${Buffer.from(applicationId).toString('base64url')}.${part(4)}.${part(28)}`;
}

/** A role as Discord sends it (Topics, "Permissions", role object). */
export function apiRole(id: string, name: string, mentionable: boolean, position: number): APIRole {
  return {
    id,
    name,
    mentionable,
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    permissions: '0',
    managed: false,
    flags: 0,
  } as unknown as APIRole;
}
