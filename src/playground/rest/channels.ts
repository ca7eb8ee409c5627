import { PermissionFlagsBits } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { mistake, refuse } from '../rules/errors.ts';
import { isSnowflake } from '../world/snowflake.ts';
import { apiChannel, userOf } from '../world/views.ts';
import {
  channelOf,
  noContent,
  param,
  type RestDeps,
  type RestEnv,
  readBody,
  record,
  reply,
} from './exchange.ts';
import { requireAll } from './messages.ts';

/** Channels and DMs (Resources, "Channel" and "User"). */
export function channelRoutes({ world }: RestDeps): Hono<RestEnv> {
  const app = new Hono<RestEnv>();

  app.get('/channels/:channel', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    requireAll(world, channel, PermissionFlagsBits.ViewChannel, 'missingAccess');
    return reply(c, apiChannel(world, channel));
  });

  app.patch('/channels/:channel', async (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const body = record((await readBody(c)).json);
    const own = channel.thread?.ownerId === world.user.id;
    const { ManageChannels, ManageThreads, ViewChannel } = PermissionFlagsBits;
    requireAll(world, channel, ViewChannel, 'missingAccess');
    if (!own) {
      requireAll(world, channel, channel.thread ? ManageThreads : ManageChannels, 'missingPermissions');
    }
    const { name, archived } = body;
    if (name !== undefined) {
      if (typeof name !== 'string' || name.length < 1 || name.length > 100) {
        throw mistake(['name'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
      }
      channel.name = name;
    }
    if (channel.thread !== undefined && typeof archived === 'boolean') channel.thread.archived = archived;
    world.changes.emit({ kind: 'channel', channel });
    return reply(c, apiChannel(world, channel));
  });

  app.post('/users/@me/channels', async (c) => {
    const { recipient_id: id } = record((await readBody(c)).json);
    if (typeof id !== 'string' || !isSnowflake(id)) {
      throw mistake(['recipient_id'], 'NUMBER_TYPE_COERCE', `Value "${String(id)}" is not snowflake.`);
    }
    const dm = [...world.channels.values()].find(
      (channel) => channel.type === 1 && channel.botIsHere && channel.recipientIds[0] === id,
    );
    if (dm === undefined) throw refuse('invalidRecipients');
    return reply(c, apiChannel(world, dm));
  });

  app.put('/channels/:channel/thread-members/:user', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const user = param(c, 'user');
    if (channel.thread === undefined) throw refuse('wrongChannelType');
    if (user !== '@me' && userOf(world, user) === undefined) throw refuse('unknownUser');
    return noContent(c);
  });

  return app;
}
