import { stringsFor } from '#locales/index.ts';
import { ACCENT, buttons, compose } from './message/compose.ts';
import { chosen } from './message/paging.ts';
import type { GuideEntry, Page, Reader, Sources } from './model.ts';
import type { Route } from './route.ts';

/** A line a command, with a heading before those of a group. */
function typedCommands(entries: readonly GuideEntry[], mention: Sources['mention']): string {
  let last: string | undefined;
  return entries
    .flatMap((entry) => {
      if (entry.kind !== 'typed') return [];
      const { command, group, description } = entry;
      const head = group === last ? [] : ['', ...(group === undefined ? [] : [`**${group}**`])];
      last = group;
      return [...head, `${mention(command)}\n-# ${description}`];
    })
    .join('\n')
    .trim();
}

const messageCommands = (entries: readonly GuideEntry[]): string =>
  entries
    .flatMap((entry) => (entry.kind === 'message' ? [`**${entry.name}**\n-# ${entry.description}`] : []))
    .join('\n');

/** The help page: every command, as a mention. */
export function drawHelp(
  { mention, guide }: Sources,
  route: Extract<Route, { page: 'help' }>,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const entries = guide(reader.locale);
  const ofMessages = messageCommands(entries);
  return compose({
    embeds: [
      {
        color: ACCENT,
        title: strings.help.title,
        description: [
          strings.help.intro,
          typedCommands(entries, mention),
          ofMessages === '' ? '' : `${strings.help.message}\n${ofMessages}`,
          `-# ${strings.help.hints}`,
        ]
          .filter((text) => text !== '')
          .join('\n\n'),
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
