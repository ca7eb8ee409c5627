import { commandTexts } from '#locales/index.ts';
import { drawFound } from '#pages/answer/answerPage.ts';
import { PASSAGES } from '#pages/draw.ts';
import { questionRoute } from '#pages/route.ts';
import { defineMessageCommand } from './define.ts';
import { sourcesOf } from './options/suggest.ts';

/** On any message: shows related sections privately. */
export const findInSessions = defineMessageCommand({
  name: 'Find in sessions',
  texts: commandTexts('Find in sessions'),
  run: (context, { text }, reader) => {
    const result = context.search.search(text, { language: reader.language, limit: PASSAGES, plain: true });
    const route = questionRoute('found', text);
    const page = drawFound(sourcesOf(context), text, result, reader);
    return { page, private: true, ...(route === undefined ? {} : { route }) };
  },
});
