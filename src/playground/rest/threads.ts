import { type APIChannel, GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { invalidForm, refuse } from '../rules/errors.ts';
import { checkMessage } from '../rules/message.ts';
import type { ChannelState } from '../world/entities.ts';
import { botPermissions, has } from '../world/permissions.ts';
import type { World } from '../world/state.ts';
import { addThread, addThreadOn } from '../world/threads.ts';
import { apiChannel } from '../world/views.ts';
import {
  channelOf,
  messageOf,
  param,
  type RestDeps,
  type RestEnv,
  readBody,
  record,
  reply,
} from './exchange.ts';
import { postAsBot, requireAll, requireFor } from './messages.ts';

const P = PermissionFlagsBits;
const TEXT = 0;
const ANNOUNCEMENT = 5;
const FORUM = 15;
const MEDIA = 16;
const PRIVATE_THREAD = 12;

/** Threads of a message, standalone threads, and forum posts (Resources, "Channel"). */
export function threadRoutes({ world, spec }: RestDeps): Hono<RestEnv> {
  const app = new Hono<RestEnv>();

  app.post('/channels/:channel/messages/:message/threads', async (c) => {
    const parent = channelOf(world, param(c, 'channel'));
    const body = record((await readBody(c)).json);
    requireAll(world, parent, P.ViewChannel, 'missingAccess');
    if (parent.type !== TEXT && parent.type !== ANNOUNCEMENT) throw refuse('wrongChannelType');
    requireAll(world, parent, P.CreatePublicThreads, 'missingPermissions');
    const stored = messageOf(parent, param(c, 'message'));
    const found = spec.check('CreateTextThreadWithMessageRequest', body);
    if (found.length > 0) throw invalidForm(found);
    // A thread has the id of its starter message.
    if (world.channels.has(stored.message.id)) throw refuse('threadExists');
    const thread = addThreadOn(world, parent, stored, { ...wanted(body), ownerId: world.user.id });
    announce(world, thread);
    return reply(c, apiChannel(world, thread), 201);
  });

  app.post('/channels/:channel/threads', async (c) => {
    const parent = channelOf(world, param(c, 'channel'));
    const { json, uploads } = await readBody(c);
    const body = record(json);
    requireAll(world, parent, P.ViewChannel, 'missingAccess');
    if (parent.type === FORUM || parent.type === MEDIA) {
      requireAll(world, parent, P.SendMessages, 'missingPermissions');
      const found = spec.check('CreateForumThreadRequest', body).filter((one) => one.path[0] !== 'message');
      if (found.length > 0) throw invalidForm(found);
      const rules = { schema: 'MessageCreateRequest', uploads, path: ['message'] } as const;
      const draft = checkMessage(spec, body['message'] ?? {}, rules);
      requireFor(world, parent, draft, uploads);
      const id = world.newId();
      const appliedTags = tagsOf(parent, body['applied_tags']);
      const thread = addThread(world, parent, { ...wanted(body), id, ownerId: world.user.id, appliedTags });
      const stored = postAsBot(world, thread, draft, uploads, id);
      announce(world, thread);
      return reply(c, { ...apiChannel(world, thread), message: stored.message }, 201);
    }
    if (parent.type !== TEXT && parent.type !== ANNOUNCEMENT) throw refuse('wrongChannelType');
    const isPrivate = (body['type'] ?? PRIVATE_THREAD) === PRIVATE_THREAD;
    requireAll(
      world,
      parent,
      isPrivate ? P.CreatePrivateThreads : P.CreatePublicThreads,
      'missingPermissions',
    );
    const found = spec.check('CreateTextThreadWithoutMessageRequest', body);
    if (found.length > 0) throw invalidForm(found);
    const thread = addThread(world, parent, {
      ...wanted(body),
      id: world.newId(),
      ownerId: world.user.id,
      isPrivate,
    });
    announce(world, thread);
    return reply(c, apiChannel(world, thread), 201);
  });

  app.get('/guilds/:guild/threads/active', (c) => {
    const guild = world.guilds.get(param(c, 'guild'));
    if (guild === undefined) throw refuse('unknownGuild');
    if (!guild.botIsMember) throw refuse('missingAccess');
    const threads = threadsWhere(
      world,
      (thread) =>
        thread.guildId === guild.id &&
        thread.thread?.archived === false &&
        has(botPermissions(world, thread), P.ViewChannel),
    );
    return reply(c, { threads, members: [] });
  });

  app.get('/channels/:channel/threads/archived/public', (c) => {
    const parent = channelOf(world, param(c, 'channel'));
    requireAll(world, parent, P.ViewChannel, 'missingAccess');
    requireAll(world, parent, P.ReadMessageHistory, 'missingPermissions');
    const all = threadsWhere(
      world,
      (thread) =>
        thread.parentId === parent.id && thread.type !== PRIVATE_THREAD && thread.thread?.archived === true,
    );
    const limit = Number(c.req.query('limit') ?? 50);
    return reply(c, { threads: all.slice(0, limit), members: [], has_more: all.length > limit });
  });

  return app;
}

/** Newest first. */
function threadsWhere(world: World, wants: (channel: ChannelState) => boolean): APIChannel[] {
  const threads = [...world.channels.values()].filter((channel) => channel.thread && wants(channel));
  return threads
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
    .map((thread) => apiChannel(world, thread));
}

/** The tags that a new post asks for. Throws 40067 where the forum wants one and 10087 for one that it does not have. */
function tagsOf({ tags, requiresTag }: ChannelState, asked: unknown): readonly string[] {
  const wantedTags = Array.isArray(asked) ? asked.map(String) : [];
  if (requiresTag && wantedTags.length === 0) throw refuse('tagRequired');
  if (wantedTags.some((id) => !tags.some((tag) => tag.id === id))) throw refuse('unknownTag');
  return wantedTags;
}

function wanted(body: Record<string, unknown>): { name: string; autoArchiveMinutes: number } {
  const minutes = body['auto_archive_duration'];
  return { name: String(body['name']), autoArchiveMinutes: typeof minutes === 'number' ? minutes : 1_440 };
}

function announce(world: World, thread: ChannelState): void {
  const data = { ...apiChannel(world, thread), newly_created: true };
  world.dispatch('THREAD_CREATE', data, { guildId: thread.guildId, intent: GatewayIntentBits.Guilds });
}
