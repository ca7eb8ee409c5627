import { commandTexts } from '#locales/index.ts';
import type { Subscription } from '#store/model.ts';
import { defineGroup, defineSubcommand } from './define.ts';
import type { Reply, Subcommand } from './model.ts';
import { editCommand } from './recap/form.ts';
import { confirmUnsubscribe, history, list, pause, resume, showPreview, withChosen } from './recap/manage.ts';
import { nowCommand } from './recap/now.ts';
import { channelOption, whatOption } from './recap/options.ts';
import { pressRecap } from './recap/press.ts';
import { submitRecap } from './recap/submit.ts';
import { subscribeCommand } from './recap/subscribe.ts';
import { asManager, type Manager } from './recap/view.ts';

/** A subcommand for one recap, selected by channel and kind. */
const forOne = (
  name: 'preview' | 'pause' | 'resume' | 'unsubscribe',
  action: (manager: Manager, subscription: Subscription) => Promise<Reply>,
): Subcommand =>
  defineSubcommand({
    texts: commandTexts(`recap ${name}`),
    options: { channel: channelOption, what: whatOption },
    run: (context, args, reader, request) =>
      asManager(context, reader, request, (manager) =>
        withChosen(manager, { channel: args.channel, what: args.what }, (one) => action(manager, one)),
      ),
  });

/**
 * Daily recaps. Managing them requires Manage Server, checked by every subcommand and every press: Discord's
 * `default_member_permissions` apply to whole commands, and would hide `/recap now` from
 * members.
 */
export const recap = defineGroup({
  name: 'recap',
  texts: commandTexts('recap'),
  private: true,
  press: pressRecap,
  submit: submitRecap,
  subcommands: {
    subscribe: subscribeCommand,
    edit: editCommand,
    list: defineSubcommand({
      texts: commandTexts('recap list'),
      options: {},
      run: (context, _args, reader, request) =>
        asManager(context, reader, request, (manager) => list(manager)),
    }),
    preview: forOne('preview', showPreview),
    pause: forOne('pause', pause),
    resume: forOne('resume', resume),
    unsubscribe: forOne('unsubscribe', confirmUnsubscribe),
    history: defineSubcommand({
      texts: commandTexts('recap history'),
      options: { channel: channelOption, what: whatOption },
      run: (context, args, reader, request) =>
        asManager(context, reader, request, (manager) =>
          args.channel === undefined && args.what === undefined
            ? history(manager, undefined, 1)
            : withChosen(manager, { channel: args.channel, what: args.what }, (one) =>
                history(manager, one, 1),
              ),
        ),
    }),
    now: nowCommand,
  },
});
