import { commandTexts } from '#locales/index.ts';
import { drawPage } from '#pages/draw.ts';
import { defineCommand } from './define.ts';
import type { Reply } from './model.ts';
import { privateOption } from './options.ts';
import { sourcesOf } from './suggest.ts';

/** `/help`: the list of commands. */
export const help = defineCommand({
  name: 'help',
  texts: commandTexts('help'),
  options: { private: privateOption },
  run: (context, args, reader): Reply => {
    const route = { page: 'help' } as const;
    return { page: drawPage(sourcesOf(context), route, reader), private: args.private ?? false, route };
  },
});
