import { Hono } from 'hono';
import { gatewayUrl } from '../gateway/ready.ts';
import { refuse } from '../rules/errors.ts';
import type { GuildState } from '../world/entities.ts';
import type { World } from '../world/state.ts';
import { apiChannel, apiGuild, apiMember, apiUser, userOf } from '../world/views.ts';
import { param, type RestContext, type RestDeps, type RestEnv, reply } from './exchange.ts';

/** Routes for the gateway's address, the bot, its application, servers, roles, members and users. */
export function basicRoutes({ world }: RestDeps): Hono<RestEnv> {
  const app = new Hono<RestEnv>();

  app.get('/gateway', (c) => reply(c, { url: gatewayUrl(world) }));
  app.get('/gateway/bot', (c) => {
    const { shards, maxConcurrency = 1 } = world.sharding;
    const start = { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: maxConcurrency };
    return reply(c, { url: gatewayUrl(world), shards, session_start_limit: start });
  });

  app.get('/users/@me', (c) =>
    reply(c, { ...world.user, flags: 0, locale: 'en-US', mfa_enabled: true, verified: true }),
  );
  app.get('/users/@me/guilds', (c) => {
    const joined = [...world.guilds.values()].filter((guild) => guild.botIsMember);
    return reply(
      c,
      joined.map((guild) => ({ ...apiGuild(guild), permissions: guild.botPermissions.toString() })),
    );
  });
  app.get('/users/:user', (c) => {
    const user = userOf(world, param(c, 'user'));
    if (user === undefined) throw refuse('unknownUser');
    return reply(c, user);
  });

  for (const path of ['/applications/@me', '/oauth2/applications/@me']) {
    app.get(path, (c) => reply(c, application(world)));
  }

  app.get('/guilds/:guild', (c) => reply(c, apiGuild(guildIn(world, c))));
  app.get('/guilds/:guild/channels', (c) => {
    const guild = guildIn(world, c);
    const own = [...world.channels.values()].filter(
      (one) => one.guildId === guild.id && one.thread === undefined,
    );
    return reply(
      c,
      own.map((channel) => apiChannel(world, channel)),
    );
  });
  app.get('/guilds/:guild/roles', (c) => reply(c, [...guildIn(world, c).roles]));
  app.get('/guilds/:guild/members/:user', (c) => {
    const guild = guildIn(world, c);
    const id = param(c, 'user');
    const person = world.people.get(id);
    if (id === world.user.id || id === '@me') return reply(c, { user: world.user, roles: [], flags: 0 });
    if (!person?.guildIds.includes(guild.id)) throw refuse('unknownMember');
    return reply(c, { ...apiMember(person), user: apiUser(person) });
  });

  return app;
}

/** A server that the bot is in. Throws 10004. */
function guildIn(world: World, c: RestContext): GuildState {
  const guild = world.guilds.get(param(c, 'guild'));
  if (guild?.botIsMember !== true) throw refuse('unknownGuild');
  return guild;
}

function application(world: World): object {
  return {
    id: world.applicationId,
    name: world.user.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: world.keys.publicKey,
    flags: 0,
    bot: world.user,
    integration_types_config: { '0': {}, '1': {} },
    approximate_guild_count: world.guilds.size,
  };
}
