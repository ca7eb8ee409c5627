import type { Gateway } from '../gateway/gateway.ts';
import type { Snapshot } from '../protocol/events.ts';
import type { PersonState } from '../world/entities.ts';
import type { World } from '../world/state.ts';
import { canRead, channelView, guildView, personView } from '../world/views.ts';
import type { Panels } from './panels.ts';

/** Most messages of a channel, and lines of the wire, in a snapshot. */
const MESSAGES = 100;
const LINES = 300;

/** The initial state of a page, as one person sees it. */
export function snapshot(world: World, person: PersonState, gateway: Gateway, panels: Panels): Snapshot {
  const channels = [...world.channels.values()].filter((channel) => canRead(world, person, channel));
  return {
    event: 'snapshot',
    me: person.id,
    now: world.clock.now(),
    people: [...world.people.values()].map(personView),
    bot: gateway.state(),
    application: { id: world.applicationId, name: world.user.username, user: world.user },
    guilds: [...world.guilds.values()].filter((guild) => person.guildIds.includes(guild.id)).map(guildView),
    channels: channels.flatMap((channel) => channelView(world, person, channel) ?? []),
    messages: Object.fromEntries(
      channels.map((channel) => {
        const seen = channel.messages.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === person.id);
        return [channel.id, seen.slice(-MESSAGES).map(({ message }) => message)];
      }),
    ),
    commands: [...world.commands.values()].map(({ guildId, command }) => ({
      command,
      ...(guildId === undefined ? {} : { guildId }),
    })),
    faults: world.faults.list(),
    wire: world.wire
      .records()
      .slice(-LINES)
      .reverse()
      .map(({ payload: _, ...entry }) => entry),
    panels: panels.list(),
  };
}
