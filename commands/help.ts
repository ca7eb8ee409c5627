import { drawPage } from '#pages/draw.ts';
import { defineCommand } from './define.ts';
import type { Reply } from './model.ts';
import { privateOption } from './options.ts';
import { sourcesOf } from './suggest.ts';

/** `/help`: the list of commands. */
export const help = defineCommand({
  name: 'help',
  ko: '도움말',
  description: { ko: '무엇을 할 수 있는지 봅니다', en: 'See what you can do' },
  options: { private: privateOption },
  run: (context, args, reader): Reply => {
    const route = { page: 'help' } as const;
    return { page: drawPage(sourcesOf(context), route, reader), private: args.private ?? false, route };
  },
});
