import { BOOLEAN, CHANNEL, MENTIONABLE, ROLE, USER } from '../discord.ts';
import { channelName, guildIdOf, isThread, type Scene } from '../scene.ts';
import type { OptionChoice } from './draft.ts';
import type { OptionDef } from './entries.ts';
import { keystrokes } from './hangul.ts';

/**
 * Choices for an option that do not require the bot, filtered by the text; undefined for
 * free-text options and for those with autocompletion.
 */
export function localChoices(
  option: OptionDef,
  typed: string,
  guildId: string | undefined,
  scene: Scene,
): readonly OptionChoice[] | undefined {
  const all = candidates(option, guildId, scene);
  const query = keystrokes(typed.trim().toLowerCase().replace(/^[#@]/, ''));
  return all?.filter((pick) => keystrokes(pick.label.toLowerCase()).includes(query));
}

function candidates(
  option: OptionDef,
  guildId: string | undefined,
  scene: Scene,
): readonly OptionChoice[] | undefined {
  if (option.choices.length > 0) return option.choices;
  const roles = scene.guilds
    .filter((guild) => guild.id === guildId)
    .flatMap((guild) => guild.roles)
    .map((role) => ({ label: `@${role.name.replace(/^@/, '')}`, value: role.id }));
  const people = scene.people.map((person) => ({ label: person.name, value: person.id }));
  switch (option.type) {
    case BOOLEAN:
      return [
        { label: scene.strings.yes, value: true },
        { label: scene.strings.no, value: false },
      ];
    case CHANNEL:
      return scene.channels
        .filter((view) => guildId !== undefined && guildIdOf(view) === guildId)
        .filter((view) =>
          option.channelTypes.length > 0 ? option.channelTypes.includes(view.channel.type) : !isThread(view),
        )
        .map((view) => ({ label: `#${channelName(view, scene)}`, value: view.channel.id }));
    case ROLE:
      return roles;
    case USER:
      return people;
    case MENTIONABLE:
      return [...people, ...roles];
    default:
      return undefined;
  }
}
