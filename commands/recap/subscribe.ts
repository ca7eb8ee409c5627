import { commandTexts } from '#locales/index.ts';
import { defineSubcommand } from '../define.ts';
import type { Answered } from '../model.ts';
import { subscribe } from './createRecap.ts';
import { subscribeForm } from './form.ts';
import { subscribeOptions } from './options.ts';
import { asManager } from './view.ts';

/** `/recap subscribe`: creates a recap, or changes the existing one; with nothing typed, in a form. */
export const subscribeCommand = defineSubcommand({
  texts: commandTexts('recap subscribe'),
  options: subscribeOptions,
  run: (context, args, reader, request) =>
    asManager<Answered>(context, reader, request, (manager) =>
      Object.values(args).every((value) => value === undefined)
        ? subscribeForm(manager)
        : subscribe(manager, args),
    ),
});
