import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import type { Invocation, OptionValue } from '../protocol/requests.ts';
import type { ChannelState, PersonState } from '../world/entities.ts';
import { botPermissions } from '../world/permissions.ts';
import type { World } from '../world/state.ts';
import { apiMember, apiUser, resolvedChannel } from '../world/views.ts';

interface Where {
  readonly world: World;
  readonly person: PersonState;
  readonly channel: ChannelState;
}

interface Filled {
  readonly name: string;
  readonly type: number;
  readonly value: OptionValue;
  readonly focused?: true;
}

/**
 * `data` of a slash command's interaction (Interactions, "Receiving and Responding", application command data).
 * With `focused` it is an autocompletion: missing options are allowed. Throws where Discord's client
 * would not send it: unknown or missing options, or invalid values.
 */
export function commandData(
  where: Where,
  command: APIApplicationCommand,
  invocation: Invocation,
  focused?: string,
): object {
  const names = invocation.subcommand?.split(' ') ?? [];
  const known = leafOptions(command, names);
  for (const name of Object.keys(invocation.options)) {
    if (!known.some((option) => option.name === name))
      throw new Error(`/${command.name} has no option ${name}.`);
  }
  const filled = known.flatMap((option): Filled[] => {
    const isFocused = option.name === focused;
    const value = invocation.options[option.name] ?? (isFocused ? '' : undefined);
    if (value === undefined) {
      if (option.required && focused === undefined)
        throw new Error(`/${command.name} needs the option ${option.name}.`);
      return [];
    }
    const common = { name: option.name, type: option.type };
    if (isFocused) return [{ ...common, value: String(value), focused: true }];
    return [{ ...common, value: focused === undefined ? checked(where, option, value) : value }];
  });
  const nested = names
    .toReversed()
    .reduce<object[]>(
      (options, name, index) => [
        { name, type: index === 0 ? Type.Subcommand : Type.SubcommandGroup, options },
      ],
      filled,
    );
  const resolved = focused === undefined ? resolvedOf(where, filled) : {};
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    ...(nested.length > 0 ? { options: nested } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}

/** The type of the option being completed. Throws where it has no autocompletion. */
export function focusedType(command: APIApplicationCommand, invocation: Invocation, focused: string): number {
  const option = leafOptions(command, invocation.subcommand?.split(' ') ?? []).find(
    (one) => one.name === focused,
  );
  if (option === undefined || !('autocomplete' in option) || !option.autocomplete) {
    throw new Error(`The option ${focused} of /${command.name} does not complete.`);
  }
  return option.type;
}

function leafOptions(
  command: APIApplicationCommand,
  names: readonly string[],
): readonly APIApplicationCommandOption[] {
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  for (const name of names) {
    const next = options.find((option) => option.name === name);
    if (next?.type !== Type.Subcommand && next?.type !== Type.SubcommandGroup) {
      throw new Error(`/${command.name} has no subcommand ${name}.`);
    }
    options = next.options ?? [];
  }
  if (options.some((option) => option.type === Type.Subcommand || option.type === Type.SubcommandGroup)) {
    throw new Error(`/${command.name} needs a subcommand.`);
  }
  return options;
}

function checked(where: Where, option: APIApplicationCommandOption, value: OptionValue): OptionValue {
  const wrong = (what: string) =>
    new Error(`The option ${option.name} takes ${what}, not ${JSON.stringify(value)}.`);
  switch (option.type) {
    case Type.String: {
      if (typeof value !== 'string') throw wrong('text');
      const { choices } = option;
      if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
        throw wrong(`one of ${choices.map((choice) => choice.value).join(', ')}`);
      }
      const { min_length: min = 0, max_length: max = 6_000 } = option;
      if (value.length < min || value.length > max) throw wrong(`${min} to ${max} characters`);
      return value;
    }
    case Type.Integer:
    case Type.Number:
      if (typeof value !== 'number' || (option.type === Type.Integer && !Number.isInteger(value)))
        throw wrong('a number');
      return value;
    case Type.Boolean:
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    case Type.Channel: {
      const channel = where.world.channels.get(String(value));
      const types = option.channel_types as readonly number[] | undefined;
      if (channel === undefined || channel.guildId !== where.channel.guildId)
        throw wrong('a channel of this server');
      if (types && types.length > 0 && !types.includes(channel.type))
        throw wrong(`channels of the types ${types}`);
      return channel.id;
    }
    case Type.User:
      if (!where.world.people.has(String(value)) && value !== where.world.user.id) throw wrong('a person');
      return value;
    case Type.Role: {
      const guild = where.world.guilds.get(where.channel.guildId ?? '');
      if (!guild?.roles.some((role) => role.id === value)) throw wrong('a role of this server');
      return value;
    }
    default:
      return value;
  }
}

function resolvedOf({ world, person, channel }: Where, filled: readonly Filled[]): object {
  const ids = (...types: number[]) =>
    filled.filter((one) => types.includes(one.type)).map((one) => String(one.value));
  const people = ids(Type.User, Type.Mentionable).flatMap((id) => world.people.get(id) ?? []);
  const wantsBot = ids(Type.User, Type.Mentionable).includes(world.user.id);
  const roleIds = ids(Type.Role, Type.Mentionable);
  const guild = world.guilds.get(channel.guildId ?? '');
  const roles = (guild?.roles ?? []).filter((role) => roleIds.includes(role.id));
  const channels = ids(Type.Channel).flatMap((id) => world.channels.get(id) ?? []);
  const users = [...people.map(apiUser), ...(wantsBot ? [world.user] : [])];
  const table = <T>(entries: readonly (readonly [string, T])[]) => Object.fromEntries(entries);
  return {
    ...(users.length > 0 ? { users: table(users.map((user) => [user.id, user])) } : {}),
    ...(guild !== undefined && people.length > 0
      ? {
          members: table(people.map((one) => [one.id, { ...apiMember(one), permissions: one.permissions }])),
        }
      : {}),
    ...(roles.length > 0 ? { roles: table(roles.map((role) => [role.id, role])) } : {}),
    ...(channels.length > 0
      ? {
          channels: table(
            channels.map((one) => [
              one.id,
              {
                ...resolvedChannel(world, person, one),
                app_permissions: botPermissions(world, one).toString(),
              },
            ]),
          ),
        }
      : {}),
  };
}
