import { type APIAllowedMentions, type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelState } from '../entities.ts';
import { botPermissions, has } from '../permissions.ts';
import { guildOf, type World } from '../state.ts';
import { userOf } from '../views.ts';

/** The users and roles that a message pings. */
export interface ResolvedMentions {
  readonly mentions: APIUser[];
  readonly mention_roles: string[];
  readonly mention_everyone: boolean;
}

const NOBODY: ResolvedMentions = { mentions: [], mention_roles: [], mention_everyone: false };

/**
 * Applies `allowed_mentions` (Resources, "Message", allowed mentions object) to the content: if omitted, everything
 * that the content names; else only what it lists. Unmentionable roles, and everyone, require Mention Everyone.
 * Embeds never ping. `asBot` is false for messages by people, who may ping anyone.
 */
export function mentionsOf(
  world: World,
  channel: ChannelState,
  content: string,
  allowed: APIAllowedMentions | undefined | null,
  asBot: boolean,
): ResolvedMentions {
  if (!content.includes('@')) return NOBODY;
  const parse: readonly string[] = allowed?.parse ?? (allowed ? [] : ['users', 'roles', 'everyone']);
  const everyone = !asBot || has(botPermissions(world, channel), PermissionFlagsBits.MentionEveryone);
  const users = ids(content, /<@!?(\d+)>/g).filter(
    (id) => parse.includes('users') || allowed?.users?.includes(id),
  );
  const guild = guildOf(world, channel);
  const roles = ids(content, /<@&(\d+)>/g).filter((id) => {
    const role = guild?.roles.find((one) => one.id === id);
    if (role === undefined || !(role.mentionable || everyone)) return false;
    return parse.includes('roles') || allowed?.roles?.includes(id);
  });
  return {
    mentions: users.flatMap((id) => userOf(world, id) ?? []),
    mention_roles: roles,
    mention_everyone:
      guild !== undefined && everyone && parse.includes('everyone') && /@(everyone|here)\b/.test(content),
  };
}

function ids(content: string, pattern: RegExp): string[] {
  return [...new Set([...content.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}
