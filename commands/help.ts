import { commandTexts } from '#locales/index.ts';
import { drawPage } from '#pages/draw.ts';
import { defineCommand } from './define.ts';
import type { Reply } from './model.ts';
import { sourcesOf } from './options/suggest.ts';

/** `/help`: the list of commands, for the person who asks: its button shows it to the channel. */
export const help = defineCommand({
  name: 'help',
  texts: commandTexts('help'),
  options: {},
  private: true,
  run: (context, _args, reader): Reply => {
    const route = { page: 'help' } as const;
    return { page: drawPage(sourcesOf(context), route, reader), private: true, route };
  },
});
