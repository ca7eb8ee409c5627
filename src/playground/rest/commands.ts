import type { APIApplicationCommand } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { type CommandBody, checkCommand, commandMistakes } from '../rules/commands.ts';
import { invalidForm, mistake, refuse } from '../rules/errors.ts';
import type { CommandState } from '../world/entities.ts';
import type { World } from '../world/state.ts';
import {
  noContent,
  param,
  type RestContext,
  type RestDeps,
  type RestEnv,
  readBody,
  record,
  reply,
} from './exchange.ts';

/** Creations a day, and most commands of each type (Interactions, "Application Commands"). */
const CREATES_A_DAY = 200;
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const DAY_MS = 86_400_000;

/** Global commands and those of one server. */
export function commandRoutes({ world, spec }: RestDeps): Hono<RestEnv> {
  const app = new Hono<RestEnv>();
  for (const base of [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ]) {
    app.get(base, (c) => {
      const localized = c.req.query('with_localizations') === 'true';
      const found = within(world, scopeOf(world, c));
      return reply(
        c,
        found.map(({ command }) => shown(command, localized, c.req.header('x-discord-locale'))),
      );
    });

    app.post(base, async (c) => {
      const scope = scopeOf(world, c);
      const { json } = await readBody(c);
      const body = checkCommand(spec, 'ApplicationCommandCreateRequest', json);
      const old = sameName(world, scope, body);
      requireCreations(world, scope, old === undefined ? 1 : 0);
      const saved = save(world, scope, body, old);
      world.changes.emit({ kind: 'commands' });
      return reply(c, saved, old === undefined ? 201 : 200);
    });

    app.put(base, async (c) => {
      const scope = scopeOf(world, c);
      const { json } = await readBody(c);
      if (!Array.isArray(json))
        throw mistake([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      const bodies = json as CommandBody[];
      const mistakes = bodies.flatMap((body, index) =>
        commandMistakes(spec, 'ApplicationCommandUpdateRequest', body, [index]),
      );
      const seen = new Set<string>();
      for (const [index, body] of bodies.entries()) {
        const key = `${body.type ?? 1} ${body.name}`;
        if (seen.has(key)) {
          const message = 'Application command names must be unique';
          mistakes.push({ path: [index, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message });
        }
        seen.add(key);
      }
      if (mistakes.length > 0) throw invalidForm(mistakes);
      requireRoom(bodies);
      const old = within(world, scope);
      const fresh = bodies.filter((body) => sameName(world, scope, body) === undefined);
      requireCreations(world, scope, fresh.length);
      for (const { command } of old) {
        if (!bodies.some((body) => isSame(command, body))) world.commands.delete(command.id);
      }
      const saved = bodies.map((body) => save(world, scope, body, sameName(world, scope, body)));
      world.changes.emit({ kind: 'commands' });
      return reply(c, saved);
    });

    app.get(`${base}/:command`, (c) => reply(c, known(world, c).command));

    app.patch(`${base}/:command`, async (c) => {
      const state = known(world, c);
      const { json } = await readBody(c);
      const before = state.command as unknown as CommandBody;
      const body = checkCommand(spec, 'ApplicationCommandPatchRequestPartial', json, before);
      const renamed = { ...before, ...body };
      const other = sameName(world, state.guildId, renamed);
      if (other !== undefined && other.command.id !== state.command.id) {
        const message = 'Application command names must be unique';
        throw mistake(['name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message);
      }
      const saved = save(world, state.guildId, renamed, state);
      world.changes.emit({ kind: 'commands' });
      return reply(c, saved);
    });

    app.delete(`${base}/:command`, (c) => {
      world.commands.delete(known(world, c).command.id);
      world.changes.emit({ kind: 'commands' });
      return noContent(c);
    });
  }
  return app;
}

/** The server in the path; undefined for global commands. Throws 10002, 50001. */
function scopeOf(world: World, c: RestContext): string | undefined {
  if (param(c, 'application') !== world.applicationId) throw refuse('unknownApplication');
  const id = c.req.param('guild');
  if (id === undefined) return undefined;
  if (world.guilds.get(id)?.botIsMember !== true) throw refuse('missingAccess');
  return id;
}

function within(world: World, scope: string | undefined): CommandState[] {
  return [...world.commands.values()].filter((state) => state.guildId === scope);
}

function isSame(command: APIApplicationCommand, body: CommandBody): boolean {
  return command.name === body.name && command.type === (body.type ?? 1);
}

function sameName(world: World, scope: string | undefined, body: CommandBody): CommandState | undefined {
  return within(world, scope).find(({ command }) => isSame(command, body));
}

function known(world: World, c: RestContext): CommandState {
  const scope = scopeOf(world, c);
  const state = world.commands.get(param(c, 'command'));
  if (state === undefined || state.guildId !== scope) throw refuse('unknownCommand');
  return state;
}

function requireRoom(bodies: readonly CommandBody[]): void {
  for (const [type, most] of Object.entries(MOST)) {
    if (bodies.filter((body) => String(body.type ?? 1) === type).length > most)
      throw refuse('tooManyCommands');
  }
}

/** Only new commands count as creations. */
function requireCreations(world: World, scope: string | undefined, count: number): void {
  const key = scope ?? 'global';
  const now = world.clock.now();
  const today = (world.creations.get(key) ?? []).filter((at) => now - at < DAY_MS);
  if (today.length + count > CREATES_A_DAY) throw refuse('tooManyCreates');
  world.creations.set(key, [...today, ...Array<number>(count).fill(now)]);
}

function save(
  world: World,
  scope: string | undefined,
  body: CommandBody,
  old: CommandState | undefined,
): APIApplicationCommand {
  if (old === undefined) {
    const others = within(world, scope).map((state) => state.command as unknown as CommandBody);
    requireRoom([...others, body]);
  }
  const settled = {
    application_id: world.applicationId,
    ...(scope === undefined ? {} : { guild_id: scope }),
    type: body.type ?? 1,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    options: body.options ?? [],
    default_member_permissions: body.default_member_permissions ?? null,
    nsfw: body.nsfw ?? false,
    ...(scope === undefined
      ? { contexts: body.contexts ?? null, integration_types: body.integration_types ?? [0] }
      : {}),
  };
  const before = old?.command;
  const { id: _, version: __, ...rest } = (before ?? {}) as Record<string, unknown>;
  // The version changes only with the command.
  const isChanged = JSON.stringify(rest) !== JSON.stringify(settled);
  const command = {
    id: before?.id ?? world.newId(),
    version: isChanged ? world.newId() : before?.version,
    ...settled,
  } as unknown as APIApplicationCommand;
  world.commands.set(command.id, { guildId: scope, command });
  return command;
}

/** Lists omit localizations unless requested. */
function shown(command: APIApplicationCommand, localized: boolean, locale: string | undefined): object {
  if (localized) return command;
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    const { name_localizations: names, description_localizations: texts, ...rest } = record(value);
    return {
      ...Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, strip(one)])),
      ...(locale !== undefined && record(names)[locale] ? { name_localized: record(names)[locale] } : {}),
      ...(locale !== undefined && record(texts)[locale]
        ? { description_localized: record(texts)[locale] }
        : {}),
    };
  };
  return strip(command) as object;
}
