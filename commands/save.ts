import { commandTexts } from '#locales/index.ts';
import { drawPage, hasPage } from '#pages/draw.ts';
import { savedCopy, shownRoute } from '#pages/message/share.ts';
import { drawNotSaveable } from '#pages/notices.ts';
import { defineMessageCommand } from './define.ts';
import { sourcesOf } from './options/suggest.ts';

/** On a message of the bot's: sends its page to the person's DM, as it is today where it tells its route. */
export const save = defineMessageCommand({
  name: 'Save',
  texts: commandTexts('Save'),
  run: (context, { ours }, reader) => {
    if (ours === undefined) return { page: drawNotSaveable(reader), private: true };
    const route = shownRoute(ours);
    const sources = sourcesOf(context);
    const drawn = route !== undefined && hasPage(sources, route, reader);
    return { save: drawn ? drawPage(sources, route, reader) : savedCopy(ours) };
  },
});
