import type { Subscription } from '#store/model.ts';
import { defineGroup, defineSubcommand } from './define.ts';
import type { BilingualText, Reply, Subcommand } from './model.ts';
import { history, leave, list, pause, resume, showPreview, withChosen } from './recap/manage.ts';
import { nowCommand } from './recap/now.ts';
import { unitOption, whichChannelOption } from './recap/options.ts';
import { pressRecap } from './recap/press.ts';
import { subscribeCommand } from './recap/subscribe.ts';
import { asManager, type Manager } from './recap/view.ts';

/** A subcommand for one recap, selected by channel and unit. */
const forOne = (
  ko: string,
  description: BilingualText,
  action: (manager: Manager, subscription: Subscription) => Promise<Reply>,
): Subcommand =>
  defineSubcommand({
    ko,
    description,
    options: { channel: whichChannelOption, unit: unitOption },
    run: (context, args, reader, request) =>
      asManager(context, reader, request, (manager) =>
        withChosen(manager, { channel: args.channel, unit: args.unit }, (one) => action(manager, one)),
      ),
  });

/**
 * Daily recaps. Managing them requires Manage Server, checked by every subcommand and every press: Discord's
 * `default_member_permissions` apply to whole commands, and would hide `/recap now` from
 * members.
 */
export const recap = defineGroup({
  name: 'recap',
  ko: '리캡',
  description: { ko: '하루에 하나씩 소개하는 리캡', en: 'Daily recaps of the sessions' },
  private: true,
  press: pressRecap,
  subcommands: {
    subscribe: subscribeCommand,
    list: defineSubcommand({
      ko: '목록',
      description: { ko: '구독한 리캡을 모두 봅니다', en: 'See all recaps that are subscribed' },
      options: {},
      run: (context, _args, reader, request) =>
        asManager(context, reader, request, (manager) => list(manager)),
    }),
    preview: forOne(
      '미리보기',
      { ko: '다음 리캡을 올라올 모습 그대로 봅니다', en: 'See the next recap exactly as it will be posted' },
      showPreview,
    ),
    pause: forOne('멈춤', { ko: '리캡을 잠시 멈춥니다', en: 'Pause a recap' }, pause),
    resume: forOne('재개', { ko: '멈춘 리캡을 다시 시작합니다', en: 'Take up a paused recap again' }, resume),
    unsubscribe: forOne('구독취소', { ko: '리캡 구독을 취소합니다', en: 'Unsubscribe a recap' }, leave),
    history: defineSubcommand({
      ko: '기록',
      description: {
        ko: '무엇을 언제 보냈는지, 왜 못 보냈는지 봅니다',
        en: 'See what was posted and when, or why not',
      },
      options: { channel: whichChannelOption, unit: unitOption },
      run: (context, args, reader, request) =>
        asManager(context, reader, request, (manager) =>
          args.channel === undefined && args.unit === undefined
            ? history(manager, undefined, 1)
            : withChosen(manager, { channel: args.channel, unit: args.unit }, (one) =>
                history(manager, one, 1),
              ),
        ),
    }),
    now: nowCommand,
  },
});
