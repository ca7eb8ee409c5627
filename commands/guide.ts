import type { Locale } from '#locales/index.ts';
import type { GuideEntry } from '#pages/model.ts';
import type { Command } from './model.ts';

/** What help says of each command and subcommand, in their order: made from the commands themselves. */
export const guideOf =
  (commands: readonly Command[]) =>
  (locale: Locale): readonly GuideEntry[] =>
    commands.flatMap((command): readonly GuideEntry[] => {
      const { name, description } = command.texts[locale];
      if (command.kind === 'slash') return [{ kind: 'typed', command: command.name, description }];
      if (command.kind === 'message') return [{ kind: 'message', name, description }];
      return Object.entries(command.subcommands).map(([subcommand, { texts }]) => ({
        kind: 'typed',
        command: `${command.name} ${subcommand}`,
        group: name,
        description: texts[locale].description,
      }));
    });
