import { stringsFor } from '#locales/index.ts';
import { ACCENT, buttons, compose } from './message/compose.ts';
import { chosen } from './message/parts.ts';
import type { Page, Reader, Sources } from './model.ts';
import type { Route } from './route.ts';

/** The help page: the commands, as mentions. */
export function drawHelp(
  { mention }: Sources,
  route: Extract<Route, { page: 'help' }>,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const commands = Object.entries(strings.help.commands).map(([name, what]) => `${mention(name)}\n${what}`);
  return compose({
    embeds: [
      {
        color: ACCENT,
        title: strings.help.title,
        description: [strings.help.intro, ...commands, strings.help.message, `-# ${strings.help.hints}`].join(
          '\n\n',
        ),
      },
    ],
    rows: [
      buttons({
        kind: 'open',
        label: strings.button.allSessions,
        route: { page: 'index', part: 1, ...chosen(route) },
        primary: true,
      }),
    ],
  });
}
