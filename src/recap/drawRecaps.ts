import type { Locale } from '#locales/index.ts';
import { localeOf } from '#locales/index.ts';
import type { Reader } from '#pages/model.ts';
import { drawDryNotice, drawPausedNotice } from '#pages/recap/recapListPage.ts';
import { drawRecap, type RecapPart } from '#pages/recap/recapPage.ts';
import type { Choice } from './choose.ts';
import type { RecapDeps } from './model.ts';

const partOf = ({ item, position, fresh }: Choice): RecapPart => ({ item: item.id, position, fresh });

/** Draws recaps with the bot's pages. */
export function createDraw(bot: {
  readonly mention: (command: string) => string;
  /** The bot's language where it has none for the posts. */
  readonly locale: Locale;
}): Pick<RecapDeps, 'draw' | 'drawPaused' | 'drawDry'> {
  const readerOf = (language: string): Reader => ({ locale: localeOf(language, bot.locale), language });
  return {
    draw: ({ library, what, language, mentionRoleId, choice, key, late }) => {
      const { item, total, parts = [choice] } = choice;
      const [first = partOf(choice), ...others] = parts.map(partOf);
      const order = { library, what, parts: [first, ...others], total, mentionRoleId, key, late } as const;
      const drawn = drawRecap(order, readerOf(language));
      if (drawn === undefined) throw new Error(`The item "${item.id}" is not in the library`);
      return drawn;
    },
    drawDry: (subscription, reason) =>
      drawDryNotice(subscription, reason, bot.mention('recap edit'), readerOf(subscription.language)),
    drawPaused: (subscription) => {
      const code = subscription.pauseReason?.kind === 'unreachable' ? subscription.pauseReason.code : 0;
      return drawPausedNotice(
        subscription,
        code,
        bot.mention('recap resume'),
        readerOf(subscription.language),
      );
    },
  };
}
