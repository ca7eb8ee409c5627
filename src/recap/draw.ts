import type { Locale } from '#locales/index.ts';
import { localeOf } from '#locales/index.ts';
import type { Reader } from '#pages/model.ts';
import { drawPausedNotice } from '#pages/recap/recapListPage.ts';
import { drawRecap } from '#pages/recap/recapPage.ts';
import type { RecapDeps } from './model.ts';

/** Draws recaps with the bot's pages. */
export function createDraw(bot: {
  readonly mention: (command: string) => string;
  /** The bot's language where it has none for the posts. */
  readonly locale: Locale;
}): Pick<RecapDeps, 'draw' | 'drawPaused'> {
  const readerOf = (language: string): Reader => ({ locale: localeOf(language, bot.locale), language });
  return {
    draw: ({ library, unit, language, mentionRoleId, choice, key }) => {
      const { item, position, total, fresh } = choice;
      const order = { library, unit, item: item.id, position, total, fresh, mentionRoleId, key };
      const drawn = drawRecap(order, readerOf(language));
      if (drawn === undefined) throw new Error(`The ${unit} "${item.id}" is not in the library`);
      return drawn;
    },
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
