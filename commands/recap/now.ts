import { commandTexts, recapStringsFor } from '#locales/index.ts';
import { drawRecapNotice } from '#pages/recap/recapListPage.ts';
import type { PlaceFilter } from '#store/store.ts';
import { defineSubcommand } from '../define.ts';
import type { Place } from '../model.ts';
import { languageOption, readLanguage } from '../options/common.ts';
import { defaultZone, unitOption } from './options.ts';
import { privateReply, recapsOf } from './view.ts';

function filterOf(place: Place): PlaceFilter | undefined {
  if (place.kind === 'guild') return { guildId: place.guildId };
  return place.kind === 'dm' ? { dmChannelId: place.channelId } : undefined;
}

/** Today's recap, privately: that of the channel if it has one. For everyone, everywhere. */
export const nowCommand = defineSubcommand({
  texts: commandTexts('recap now'),
  options: { what: unitOption, language: languageOption },
  run: async (context, args, reader, request) => {
    const recaps = recapsOf(context);
    const filter = filterOf(request.place);
    const here = (filter ? await recaps.list(filter) : []).filter(
      ({ channelId, what }) =>
        channelId === request.place.channelId && (args.what === undefined || what === args.what),
    );
    const [subscription] = here;
    const drawn = await recaps.ofToday({
      subscription,
      unit: args.what === 'topic' ? 'topic' : 'session',
      language: readLanguage(context, args.language) ?? reader.language,
      timeZone: defaultZone(context, request),
    });
    if (drawn) return privateReply(drawn.page);
    const strings = recapStringsFor(reader.locale);
    return privateReply(drawRecapNotice(strings.recap, strings.now.empty, false, reader));
  },
});
